"""Waivers of a configuration (例外): a finding of one document that may stay, for a reason, by somebody's authority."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from lint.policy.config_file import Configuration
from lint.policy.config_globs import matches
from lint.policy.config_model import Waiver
from lint.policy.identity import relative, same_issuer
from lint.record import shape

EXPIRED, UNUSED = "waiver-expired", "waiver-unused"


@dataclass(frozen=True)
class Placed:
    """A waiver and where it is written: a file as shown, a line from 1, the folder its path is relative to."""

    said: Waiver
    file: str
    line: int
    folder: Path

    def concerns(self, report: shape.Report) -> bool:
        """Whether it speaks of this document."""
        said = self.said
        if said.year is not None and said.year != report["report_year"]:
            return False
        if said.issuer is not None and not (report["issuer"] and same_issuer(said.issuer, report["issuer"])):
            return False
        return said.path is None or matches(said.path, relative(report["path"], self.folder))

    def means(self, finding: shape.Finding) -> bool:
        """Whether it speaks of this finding of a document that it concerns."""
        rule = self.said.rule
        if finding["rule"] != rule and not finding["rule"].startswith(f"{rule}."):
            return False
        return self.said.fingerprint is None or finding["fingerprint"].startswith(self.said.fingerprint)

    def expired(self, today: date) -> bool:
        """Whether the day until which it holds is over."""
        return self.said.until is not None and self.said.until < today.isoformat()


def waivers_of(config: Configuration | None) -> tuple[Placed, ...]:
    """The waivers of a configuration, in its order."""
    if config is None:
        return ()
    rows = enumerate(config.said.waiver)
    return tuple(Placed(said, config.file.name, config.line("waiver", at), config.folder) for at, said in rows)


def overlay(waivers: Sequence[Placed], today: date) -> Callable[[object, shape.Report], shape.Report]:
    """What excuses the findings of a record that a waiver in force speaks of; the first one counts. What is excused
    already (by a reviewer's verdict) keeps its reason."""
    return partial(_excuse, tuple(waiver for waiver in waivers if not waiver.expired(today)))


def _excuse(in_force: tuple[Placed, ...], _run: object, report: shape.Report) -> shape.Report:
    mine = [waiver for waiver in in_force if waiver.concerns(report)]
    return {**report, "findings": [_excused(finding, mine) for finding in report["findings"]]} if mine else report


def _excused(finding: shape.Finding, waivers: Sequence[Placed]) -> shape.Finding:
    if finding["waived"]:
        return finding
    said = next((waiver.said for waiver in waivers if waiver.means(finding)), None)
    if said is None:
        return finding
    waived = {"reason": said.reason, "authority": said.authority, "date": said.date, "until": said.until}
    return {**finding, "waived": waived}


class Watch:
    """Sees every record of a run and tells at its end which waivers have expired or are of no use."""

    def __init__(self, waivers: Sequence[Placed], today: date, *, complete: bool) -> None:
        """`complete` says that whole folders were checked: then a waiver whose document was not met is told."""
        self._waivers, self._today, self._complete = waivers, today, complete
        self._met: set[int] = set()
        self._used: set[int] = set()

    def report(self, report: shape.Report) -> None:
        """Looks at one record; its findings must be there whether excused or not."""
        for number, waiver in enumerate(self._waivers):
            if waiver.concerns(report):
                self._met.add(number)
                if any(map(waiver.means, report["findings"])):
                    self._used.add(number)

    def failure(self) -> None:
        """A file was not checked: it may be the one that a waiver speaks of."""
        self._complete = False

    def findings(self) -> list[shape.PolicyFinding]:
        """What is to be told, in the order of the file."""
        found = (self._finding(number, waiver) for number, waiver in enumerate(self._waivers))
        return [finding for finding in found if finding]

    def _finding(self, number: int, waiver: Placed) -> shape.PolicyFinding | None:
        said = waiver.said
        if waiver.expired(self._today) and (number in self._used or (self._complete and number not in self._met)):
            message = (
                f"{_about(said)}的例外已于{said.until}到期，不再算数；请改好报告，或者经“{said.authority}”同意后延期"
            )
            return _told(waiver, EXPIRED, "error", message)
        if number in self._used:
            return None
        if number in self._met:
            return _told(
                waiver, UNUSED, "warning", f"{_about(said)}的例外没有用上：报告里已经没有这个问题，请删去这一条"
            )
        if self._complete:
            return _told(
                waiver,
                UNUSED,
                "hint",
                f"{_about(said)}的例外没有用上：这次没有查到它所说的报告，请核对机关（要写全称）、年度和路径",
            )
        return None


def _about(said: Waiver) -> str:
    whose = said.issuer or said.path or ""
    return f"{whose}{f'{said.year}年度' if said.year else ''}“{said.rule}”"


def _told(waiver: Placed, rule: str, severity: shape.Severity, message: str) -> shape.PolicyFinding:
    return {"path": waiver.file, "line": waiver.line, "rule": rule, "severity": severity, "message": message}

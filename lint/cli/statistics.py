"""`--statistics`: how often each element and rule was found over all reports of a run, after everything else."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from lint.cli.streams import show
from lint.record import shape

if TYPE_CHECKING:  # names of types only
    from lint.run import Failure, Seen

_STATUSES = ("absent", "thin", "review", "met", "na", "error")


@dataclass
class _Row:
    """One element or rule over all reports: what became of it (an element), findings that count, places, reports."""

    title: str
    severity: shape.Severity
    statuses: Counter[str] = field(default_factory=Counter)
    findings: int = 0
    reports: int = 0
    reasoned: int = 0  # waived by somebody, with a reason
    owed: int = 0  # in the baseline


class Statistics:
    """Keeps numbers only, so that its memory does not grow with the reports. `write` gets the table at the end."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._elements: dict[str, _Row] = {}
        self._rules: dict[str, _Row] = {}
        self._reports = self._others = self._failures = 0

    def report(self, run: "Seen", report: shape.Report) -> None:
        """Counts one report."""
        from lint.render.verdict import in_baseline  # noqa: PLC0415

        self._reports += report["recognised"]
        self._others += not report["recognised"]
        for element in report["elements"]:
            row = self._elements.setdefault(element["id"], _Row(element["title"], element["severity"]))
            row.statuses[element["status"]] += 1
        titles = {rule.id: rule.title for rule in run.checklist.file.rule}
        met = set()
        for finding in report["findings"]:
            if finding["element"] is not None:
                row = self._elements.setdefault(finding["element"], _Row(finding["element"], finding["severity"]))
            else:
                ident = _whole(finding["rule"], titles)
                row = self._rules.setdefault(ident, _Row(titles.get(ident, ident), finding["severity"]))
                row.severity = min(row.severity, finding["severity"], key=_rank)
            if finding["waived"]:
                row.owed += in_baseline(finding)
                row.reasoned += not in_baseline(finding)
                continue
            row.findings += 1
            if id(row) not in met:
                met.add(id(row))
                row.reports += 1

    def failure(self, failure: "Failure") -> None:
        """Counts a file that could not be read."""
        self._failures += 1

    def policy(self, finding: shape.PolicyFinding) -> None:
        """Counts what is amiss with the configuration or the baseline."""
        ident = finding["rule"]
        row = self._rules.setdefault(ident, _Row("配置和基线", finding["severity"]))
        row.findings += 1

    def finish(self) -> None:
        """Writes the table."""
        self._write(table(self._elements, self._rules, (self._reports, self._others, self._failures)))


def writer(*, on_screen: bool) -> Callable[[str], None]:
    """Where the table goes: after the text on the screen, beside data for programs."""
    return show if on_screen else _complain


def _complain(text: str) -> None:
    from lint.render.console import commandless  # noqa: PLC0415

    click.echo(commandless(text), err=True, nl=False)


def table(elements: dict[str, _Row], rules: dict[str, _Row], numbers: tuple[int, int, int]) -> str:
    """The numbers for people: what is found most comes first."""
    from lint.render.console import safe  # noqa: PLC0415
    from lint.render.counted import counted  # noqa: PLC0415
    from lint.render.words import SEVERITY_WORD, STATUS_WORD  # noqa: PLC0415

    reports, others, failures = numbers
    lines = [f"■ 统计：{counted(reports, others, failures)}"]
    if elements:
        lines.append("  要素（各几份）")
        for ident, row in _sorted(elements.items(), lambda row: (-row.statuses["absent"], -row.statuses["thin"])):
            told = "、".join(
                f"{STATUS_WORD[status]} {row.statuses[status]}" for status in _STATUSES if row.statuses[status]
            )
            lines.append(f"    {safe(ident)} {safe(row.title)}：{told}{_excused(row)}")
    if rules:
        lines.append("  文字规则")
        for ident, row in _sorted(sorted(rules.items()), lambda row: (-row.findings,)):
            spread = f"，见于 {row.reports} 份" if row.reports else ""
            word = SEVERITY_WORD[row.severity]
            lines.append(f"    {safe(ident)} {safe(row.title)}（{word}）：{row.findings} 条{spread}{_excused(row)}")
    return "\n".join(lines) + "\n"


def _excused(row: _Row) -> str:
    said = f"；已说明理由 {row.reasoned} 条" if row.reasoned else ""
    return said + (f"；已列入基线 {row.owed} 条" if row.owed else "")


def _sorted(rows: Iterable[tuple[str, _Row]], key: Callable[[_Row], tuple[int, ...]]) -> list[tuple[str, _Row]]:
    """By numbers; those of the same numbers in the order given: elements as the checklists have them."""
    return sorted(rows, key=lambda pair: key(pair[1]))


def _whole(ident: str, titles: dict[str, str]) -> str:
    """The rule behind a finding, which may name a part of it."""
    name = ident
    while name and name not in titles:
        name = name.rpartition(".")[0]
    return name or ident


def _rank(severity: shape.Severity) -> int:
    from lint.render.words import SEVERITY_RANK  # noqa: PLC0415

    return SEVERITY_RANK[severity]

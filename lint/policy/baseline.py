"""The baseline: findings that were there when it was written, by document. They are shown, and count no longer.

One township's debts excuse no other's; moved text, a renumbered section or a renamed file reopen nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from lint.policy.identity import Identity, identity, match
from lint.record import shape

STALE = "baseline-stale"
REASON = "已列入基线"
_LONGEST = 30


@dataclass(frozen=True)
class Debt:
    """One finding of the baseline. `status` is that of the element it restates, None for a finding of a text rule;
    `says` is for people: what was quoted, masked and short."""

    rule: str
    fingerprint: str
    says: str = ""
    status: str | None = None


@dataclass(frozen=True)
class Baseline:
    """The debts of each document by fingerprint; `folder` is what paths are relative to, `name` the file as shown."""

    name: str
    folder: str
    debts: Mapping[Identity, Mapping[str, Debt]]

    def of(self, report: shape.Report) -> Mapping[str, Debt]:
        """The debts of a document, by fingerprint."""
        known = match(identity(report, self.folder), self.debts)
        return {} if known is None else self.debts[known]


@dataclass(frozen=True)
class Change:
    """What a new baseline has more and less than the old one."""

    added: int
    removed: int


def overlay(baseline: Baseline) -> Callable[[object, shape.Report], shape.Report]:
    """What excuses the findings of a record that stand in the baseline; what is excused already keeps its reason."""

    def excuse(_run: object, report: shape.Report) -> shape.Report:
        debts = baseline.of(report)
        if not debts:
            return report
        status = _status(report)
        findings: list[shape.Finding] = []
        for finding in report["findings"]:
            debt = debts.get(finding["fingerprint"])
            excused = debt is not None and not finding["waived"] and not _worse(debt, status.get(finding["element"]))
            findings.append({**finding, "waived": {"reason": REASON}} if excused else finding)
        return {**report, "findings": findings}

    return excuse


def written(baseline: Baseline, reports: Iterable[shape.Report]) -> tuple[Baseline, Change]:
    """The baseline with the open findings of these reports in place of what it had of them. Documents that are not
    among them keep theirs. What a waiver or a verdict excuses is not written: it would outlive its day."""
    debts = dict(baseline.debts)
    new: dict[Identity, dict[str, Debt]] = {}
    for report in reports:
        document = identity(report, baseline.folder)
        known = match(document, new)
        mine = new.setdefault(known or document, {})
        mine |= {debt.fingerprint: debt for debt in _debts(report)}
    for document in new:
        if (known := match(document, debts)) is not None:
            del debts[known]
    after = replace(baseline, debts={**debts, **{one: mine for one, mine in new.items() if mine}})
    return after, _change(baseline, after)


def pruned(baseline: Baseline, reports: Iterable[shape.Report], gone: Callable[[str], bool]) -> tuple[Baseline, Change]:
    """The baseline without what the reports have no longer, and without documents that were not met and of whose path
    `gone` says that there is nothing any more. Nothing is added; a document keeps its path."""
    left: dict[Identity, set[str]] = {}
    for report in reports:
        known = match(identity(report, baseline.folder), baseline.debts)
        if known is not None:
            left.setdefault(known, set()).update(finding["fingerprint"] for finding in report["findings"])
    kept: dict[Identity, Mapping[str, Debt]] = {}
    for document, debts in baseline.debts.items():
        if document in left:
            debts = {mark: debt for mark, debt in debts.items() if mark in left[document]}  # noqa: PLW2901
        elif gone(document.path):
            continue
        if debts:
            kept[document] = debts
    after = replace(baseline, debts=kept)
    return after, _change(baseline, after)


class Watch:
    """Sees every record of a run and tells at its end how many findings of the baseline occur no longer."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._left: dict[Identity, set[str]] = {}

    def report(self, report: shape.Report) -> None:
        """Looks at one record; its findings must be there whether excused or not."""
        known = match(identity(report, self._baseline.folder), self._baseline.debts)
        if known is not None:
            self._left.setdefault(known, set()).update(finding["fingerprint"] for finding in report["findings"])

    def failure(self) -> None:
        """A file was not checked; debts are told of documents that were met only."""

    def findings(self) -> list[shape.PolicyFinding]:
        """One, or none."""
        stale = sum(mark not in left for one, left in self._left.items() for mark in self._baseline.debts[one])
        if not stale:
            return []
        message = f"基线里有 {stale} 条在报告里已经不再出现，可以运行 qingdan baseline prune 删去"
        return [{"path": self._baseline.name, "line": None, "rule": STALE, "severity": "hint", "message": message}]


def _debts(report: shape.Report) -> Iterable[Debt]:
    status = _status(report)
    for finding in report["findings"]:
        if not finding["waived"]:
            text = "".join((finding["message"] if finding["element"] else finding["quote"]).split())
            says = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            yield Debt(finding["rule"], finding["fingerprint"], says, status.get(finding["element"]))


def _status(report: shape.Report) -> dict[str | None, str]:
    return {element["id"]: element["status"] for element in report["elements"]}


def _worse(debt: Debt, status: str | None) -> bool:
    """Whether an element that was only thin is now missing altogether: that is a new defect."""
    return debt.status == "thin" and status == "absent"


def _change(before: Baseline, after: Baseline) -> Change:
    old, new = _marks(before), _marks(after)
    return Change(len(new - old), len(old - new))


def _marks(baseline: Baseline) -> set[tuple[object, str]]:
    return {(one.key or one, mark) for one, debts in baseline.debts.items() for mark in debts}

"""The baseline: findings that were there when it was written, by document. They are shown, and count no longer.

One township's debts excuse no other's; moved text, a renumbered section or a renamed file reopen nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from lint.policy.identity import Identity, identity, match
from lint.record import shape
from lint.record.fingerprint import of_quote

STALE = "baseline-stale"
REASON = "已列入基线"
_LONGEST = 30


@dataclass(frozen=True)
class Debt:
    """What one rule found, at one place or at `count` places of the same words: a habit may be paid off bit by bit.
    `status` is that of the element it restates, None for a text rule; `says` is for people: what was quoted, masked and
    short."""

    rule: str
    fingerprint: str
    says: str = ""
    status: str | None = None
    count: int = 1


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

    @property
    def places(self) -> int:
        """How many places it excuses."""
        return sum(debt.count for debts in self.debts.values() for debt in debts.values())


@dataclass(frozen=True)
class Change:
    """How many places a new baseline has more and less than the old one."""

    added: int
    removed: int


def overlay(baseline: Baseline) -> Callable[[object, shape.Report], shape.Report]:
    """What excuses the findings of a record whose places all stand in the baseline; what is excused already keeps its
    reason."""
    return partial(_excuse, baseline)


def _excuse(baseline: Baseline, _run: object, report: shape.Report) -> shape.Report:
    debts = baseline.of(report)
    if not debts:
        return report
    left = Counter({mark: debt.count for mark, debt in debts.items()})
    status = _status(report)
    findings: list[shape.Finding] = []
    for finding in report["findings"]:
        owed = _marks(finding)
        more = any(left[mark] < count for mark, count in owed.items())  # <= and -= would go through all that is left
        if finding["waived"] or more or _worse(debts, finding, status):
            findings.append(finding)
            continue
        left.subtract(owed)
        findings.append({**finding, "waived": {"reason": REASON}})
    return {**report, "findings": findings}


def written(baseline: Baseline, reports: Iterable[shape.Report]) -> tuple[Baseline, Change]:
    """The baseline with the open findings of these reports in place of what it had of them. Documents that are not
    among them keep theirs. What a waiver or a verdict excuses is not written: it would outlive its day."""
    debts = dict(baseline.debts)
    new: dict[Identity, dict[str, Debt]] = {}
    for report in reports:
        document = identity(report, baseline.folder)
        mine = new.setdefault(match(document, new) or document, {})
        for debt in _debts(report):
            before = mine.get(debt.fingerprint)  # of another copy of the same report
            mine[debt.fingerprint] = debt if before is None or before.count < debt.count else before
    for document in new:
        if (known := match(document, debts)) is not None:
            del debts[known]
    after = replace(baseline, debts={**debts, **{one: mine for one, mine in new.items() if mine}})
    return after, _change(baseline, after)


def pruned(baseline: Baseline, reports: Iterable[shape.Report], gone: Callable[[str], bool]) -> tuple[Baseline, Change]:
    """The baseline without what the reports have no longer, and without documents that were not met and of whose path
    `gone` says that there is nothing any more. Nothing is added; a document keeps its path."""
    watch = Watch(baseline)
    for report in reports:
        watch.report(report)
    kept: dict[Identity, Mapping[str, Debt]] = {}
    for document, debts in baseline.debts.items():
        left = watch.left(document)
        if left is not None:
            counts = {mark: min(debt.count, left[mark]) for mark, debt in debts.items()}
            debts = {mark: replace(debts[mark], count=count) for mark, count in counts.items() if count}  # noqa: PLW2901
        elif gone(document.path):
            continue
        if debts:
            kept[document] = debts
    after = replace(baseline, debts=kept)
    return after, _change(baseline, after)


class Watch:
    """Sees every record of a run and tells at its end how much of the baseline occurs no longer."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._left: dict[Identity, Counter[str]] = {}

    def report(self, report: shape.Report) -> None:
        """Looks at one record; its findings must be there whether excused or not."""
        known = match(identity(report, self._baseline.folder), self._baseline.debts)
        if known is not None:
            owed: Counter[str] = Counter()
            for finding in report["findings"]:
                owed.update(_marks(finding))
            self._left[known] = self._left.get(known, Counter()) | owed

    def failure(self) -> None:
        """A file was not checked; debts are told of documents that were met only."""

    def left(self, document: Identity) -> Counter[str] | None:
        """What was found in a document of the baseline; None when it was not met."""
        return self._left.get(document)

    def findings(self) -> list[shape.PolicyFinding]:
        """One, or none."""
        stale = 0
        for document, left in self._left.items():
            debts = self._baseline.debts[document]
            stale += sum(max(debt.count - left[mark], 0) for mark, debt in debts.items())
        if not stale:
            return []
        message = f"基线里有 {stale} 处在报告里已经不再出现，可以运行 qingdan baseline prune 删去"
        return [{"path": self._baseline.name, "line": None, "rule": STALE, "severity": "hint", "message": message}]


def _marks(finding: shape.Finding) -> Counter[str]:
    """The fingerprints of a finding's places, equal words counted together; that of an element for its finding."""
    if finding["element"] is not None:
        return Counter((finding["fingerprint"],))
    return Counter(of_quote(finding["rule"], place["quote"]) for place in finding["places"])


def _debts(report: shape.Report) -> Iterable[Debt]:
    """The open findings, words that a rule found in several findings counted together."""
    status = _status(report)
    found: dict[str, Debt] = {}
    for finding in report["findings"]:
        if finding["waived"]:
            continue
        quotes = {of_quote(finding["rule"], place["quote"]): place["quote"] for place in finding["places"]}
        for mark, count in _marks(finding).items():
            before = found[mark].count if mark in found else 0
            text = "".join((finding["message"] if finding["element"] else quotes[mark]).split())
            says = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            found[mark] = Debt(finding["rule"], mark, says, status.get(finding["element"]), before + count)
    return found.values()


def _status(report: shape.Report) -> dict[str | None, str]:
    return {element["id"]: element["status"] for element in report["elements"]}


def _worse(debts: Mapping[str, Debt], finding: shape.Finding, status: Mapping[str | None, str]) -> bool:
    """Whether an element that was only thin is now missing altogether: that is a new defect."""
    if finding["element"] is None:
        return False
    return debts[finding["fingerprint"]].status == "thin" and status.get(finding["element"]) == "absent"


def _change(before: Baseline, after: Baseline) -> Change:
    old, new = _counted(before), _counted(after)
    return Change((new - old).total(), (old - new).total())


def _counted(baseline: Baseline) -> Counter[tuple[object, str]]:
    return Counter(
        {(one.key or one, mark): debt.count for one, debts in baseline.debts.items() for mark, debt in debts.items()}
    )

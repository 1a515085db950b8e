"""What another version of a checklist says differently of the same reports."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lint.checks.results import ABSENT, ERROR, MET, NA, REVIEW, THIN
from lint.fitting import Library
from lint.run import Choices, Failure, Run, check_file

NOT_ASKED = "none"  # the status of an element that one of the two checklists does not have
_WORTH = {MET: 3, NA: 3, NOT_ASKED: 3, REVIEW: 2, THIN: 1, ABSENT: 0, ERROR: 0}
_NAMED = 60  # characters of a message


@dataclass(frozen=True)
class Change:
    """One element whose status differs. A change is for the worse when less is met than before; an element that is
    asked for anew is one when it is not met."""

    element: str
    title: str
    old: str
    new: str

    @property
    def worse(self) -> bool:
        return _WORTH[self.new] < _WORTH[self.old]

    @property
    def better(self) -> bool:
        return _WORTH[self.new] > _WORTH[self.old]


@dataclass(frozen=True)
class Difference:
    """One report under both checklists. `failures` say why it could not be compared; `came` and `went` are findings of
    text rules, as (rule, message), that only the new, only the old checklist has. `compared` is False for one that
    could not be checked at all."""

    path: str
    changes: tuple[Change, ...] = ()
    came: tuple[tuple[str, str], ...] = ()
    went: tuple[tuple[str, str], ...] = ()
    failures: tuple[str, ...] = ()
    compared: bool = True

    @property
    def same(self) -> bool:
        return not (self.changes or self.came or self.went or self.failures)


def differences(old: str | Path, new: str | Path, paths: Iterable[str], choices: Choices) -> list[Difference]:
    """Each report under both checklists (shipped names or paths), in the given order. Raises ChecklistError."""
    before, after = Library(old), Library(new)
    return [_difference(path, check_file(path, before, choices), check_file(path, after, choices)) for path in paths]


def _difference(path: str, old: Run | Failure, new: Run | Failure) -> Difference:
    failures = [run.message for run in (old, new) if isinstance(run, Failure)]
    if isinstance(old, Failure) or isinstance(new, Failure):
        return Difference(path, failures=tuple(dict.fromkeys(failures)), compared=False)
    if old.recognised != new.recognised:
        which = "新清单不再认得这份报告" if old.recognised else "新清单认得这份报告，旧清单不认得"
        failures.append(which)
    titles = {e.id: e.title for run in (old, new) for e in (*run.checklist.file.element, *run.checklist.file.rule)}
    was, now = _statuses(old), _statuses(new)
    changes = [
        Change(ident, titles.get(ident, ident), was.get(ident, NOT_ASKED), now.get(ident, NOT_ASKED))
        for ident in dict.fromkeys((*now, *was))
        if was.get(ident, NOT_ASKED) != now.get(ident, NOT_ASKED)
    ]
    found, finds = _findings(old), _findings(new)
    return Difference(
        path, tuple(changes), tuple((finds - found).elements()), tuple((found - finds).elements()), tuple(failures)
    )


def _statuses(run: Run) -> dict[str, str]:
    return {outcome.element: outcome.status for outcome in run.result.outcomes}


def _findings(run: Run) -> Counter[tuple[str, str]]:
    """Findings by what they say; what a privacy rule found is in no message."""
    return Counter((finding.rule, finding.message[:_NAMED]) for finding in run.result.findings)

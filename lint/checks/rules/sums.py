"""Figures in prose must add up: 其中 and its parts, totals behind their parts, rates, growth.

Only what cannot be otherwise is a finding; a list that may be incomplete, overlapping or inexact is told as not
testable (None).
"""

from lint.checklist.model import SumsRule
from lint.checks.context import Context
from lint.checks.results import Finding, Sum
from lint.checks.rules.say import finding
from lint.checks.rules.sums_groups import read_groups
from lint.checks.rules.sums_told import Group

_LONGEST = 40  # characters of a place


def check(context: Context, rule: SumsRule) -> list[Finding]:
    """A finding for each group that cannot be right, with the arithmetic written out; a hint for a list that falls
    short of its total by little."""
    found: list[Finding] = []
    for group in read_groups(context.report):
        if group.words:
            place = context.report.source(*_shown(group.places))
            found.append(finding(rule, group.words, [place], severity=group.severity))
    return found


def _shown(places: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """One place for one mistake: from its first figure to its last, else, where that is too long, what says most."""
    whole = min(start for start, _ in places), max(end for _, end in places)
    short = [place for place in (whole, *places) if place[1] - place[0] <= _LONGEST]
    return max(short, key=lambda place: place[1] - place[0], default=places[0])


def read_sums(context: Context) -> list[Sum]:
    """All groups of figures that were tested or could not be, in order."""
    return [_sum(context, group) for group in read_groups(context.report)]


def _sum(context: Context, group: Group) -> Sum:
    span = context.report.source(group.start, group.end)
    return Sum(span, group.parts, group.total, group.holds, group.formula, group.verdict)

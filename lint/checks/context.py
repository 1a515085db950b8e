"""What every check is given."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from lint.checklist.checklist import Checklist
from lint.document.report import Report
from lint.patterns import Pattern, TextIndex


@dataclass(frozen=True)
class Context:
    """One report, the checklist it is checked against, the day on which it is checked.

    `index` is the report's folded text prepared for patterns. `year` is the report year (given by the user or told by
    the report), None when nothing tells it.
    """

    report: Report
    checklist: Checklist
    index: TextIndex
    today: date
    year: int | None
    _found: dict[int, tuple[Iterable[str], list[tuple[int, int]]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def phrases(self, sources: Iterable[str], *, clause_only: bool = False) -> tuple[Pattern, ...]:
        """The compiled patterns of some phrases of the checklist."""
        return self.checklist.book.phrases(sources, clause_only=clause_only)

    def first(self, sources: Iterable[str], start: int, end: int) -> tuple[int, int] | None:
        """The first match of any of the phrases, in their order, in the folded stretch; None when there is none."""
        for pattern in self.phrases(sources):
            if found := pattern.search(self.index, start, end):
                return found
        return None

    def any_in(self, sources: Iterable[str], start: int, end: int) -> bool:
        """Whether a match of any of the phrases begins in the folded stretch and ends in it. For lists that are asked
        about many stretches: the whole text is searched once."""
        kept = self._found.get(id(sources))
        if kept is None or kept[0] is not sources:
            spans = sorted(span for pattern in self.phrases(sources) for span in pattern.finditer(self.index))
            kept = self._found[id(sources)] = sources, spans
        spans = kept[1]
        at = bisect_left(spans, (start, 0))
        while at < len(spans) and spans[at][0] < end:
            if spans[at][1] <= end:
                return True
            at += 1
        return False

    def hits(self, sources: Iterable[str]) -> list[tuple[int, int, Pattern]]:
        """All matches of the phrases in the whole text, by place."""
        return sorted(
            ((start, end, pattern) for pattern in self.phrases(sources) for start, end in pattern.finditer(self.index)),
            key=lambda hit: hit[:2],
        )

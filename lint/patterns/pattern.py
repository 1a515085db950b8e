"""A compiled pattern."""

import time
from collections.abc import Iterable, Iterator
from functools import cached_property

import regex

from lint.patterns.compile import requirements, to_regex
from lint.patterns.errors import BudgetExceeded, PatternError
from lint.patterns.index import STOPS, TextIndex
from lint.patterns.limits import refuse_explosive
from lint.patterns.needs import Needs
from lint.patterns.parse import Sequence


class Pattern:
    """One phrase pattern or regular expression; compiled when first needed.

    `requirements` are what every match needs, all in one sentence.
    """

    def __init__(self, source: str, tree: Sequence | None, needs: Needs, *, clause_only: bool = False) -> None:
        self.source = source
        self.tree = tree
        self.clause_only = clause_only
        self.requirements = tuple(map(needs.of, requirements(tree))) if tree is not None else ()
        # a pattern whose own words hold a full stop or semicolon may match across segments
        self._bounded = not any(stop in source for stop in (*STOPS, ";", "!"))

    @property
    def words(self) -> tuple[str, ...]:
        """The list of required words that is quickest to look up; empty when there is none."""
        return min((need.words for need in self.requirements), key=len, default=())

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"

    @cached_property
    def compiled(self) -> "regex.Pattern[str]":
        """The regular expression. Raises PatternError when it cannot be compiled."""
        if self.tree is None:
            refuse_explosive(self.source)
        built = to_regex(self.tree, clause_only=self.clause_only) if self.tree is not None else self.source
        try:
            return regex.compile(built)
        except regex.error as error:
            raise PatternError(f"正则表达式有误：{error.msg}", error.pos or 0) from error

    def finditer(self, index: TextIndex, start: int = 0, end: int | None = None) -> Iterable[tuple[int, int]]:
        """The matches in text[start:end] as folded offsets, left to right.

        Raises BudgetExceeded, while the matches are taken, when a regular expression runs too long.
        """
        stop = len(index.text) if end is None else end
        if self.tree is None:
            return self._timed(index, start, stop)
        mask = index.segments(self.requirements)
        return self._scanned(index, mask, start, stop) if mask else ()

    def _scanned(self, index: TextIndex, mask: int, start: int, stop: int) -> Iterator[tuple[int, int]]:
        search = self.compiled.finditer
        if not self._bounded:
            for match in search(index.text, start, stop):
                yield match.span()
            return
        for a, b in index.spans(mask, start, stop):
            for match in search(index.text, a, b):
                yield match.span()

    def _timed(self, index: TextIndex, start: int, stop: int) -> Iterator[tuple[int, int]]:
        started = time.monotonic()
        try:
            for match in self.compiled.finditer(index.text, start, stop, timeout=index.budget.per_search):
                yield match.span()
        except TimeoutError as error:
            raise BudgetExceeded(self.source, index.budget.per_search) from error
        finally:
            index.budget.spend(self.source, started)

    def search(self, index: TextIndex, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """The first match in text[start:end], or None."""
        return next(iter(self.finditer(index, start, end)), None)

    def matches(self, text: str) -> bool:
        """Whether the pattern occurs in a folded text of its own (a heading, a title)."""
        return self.compiled.search(text) is not None

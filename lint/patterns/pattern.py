"""A compiled pattern."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import regex

from lint.patterns.compile import requirements, to_regex
from lint.patterns.errors import BudgetExceeded, PatternError
from lint.patterns.index import STOPS, TextIndex
from lint.patterns.limits import refuse_explosive
from lint.patterns.needs import Need, Needs
from lint.patterns.parse import Choice, Literal, Node, Sequence
from lint.patterns.walk import first_characters, walk

MAX_BRANCHINGS = 20  # more choices than this in one pattern may multiply: it is searched with a time limit
_STOPS = frozenset(STOPS)
WALKED = 2_000  # characters a pattern searches by walking its tree before it is compiled


def branchings(node: Node) -> int:
    """How many choices a match goes through, one within another and one after another."""
    if isinstance(node, Sequence):
        return sum(map(branchings, node.parts))
    if isinstance(node, Choice):
        inner = max(map(branchings, node.branches))
        return inner + (1 if len(node.branches) > 1 or node.optional else 0)
    return 0


def _crosses(node: Node) -> bool:
    if isinstance(node, Literal):
        return not _STOPS.isdisjoint(node.text)
    parts = node.parts if isinstance(node, Sequence) else node.branches if isinstance(node, Choice) else ()
    return any(map(_crosses, parts))


class Pattern:
    """One phrase pattern or regular expression; parsed when a text may hold it, compiled when it is used often enough
    to pay. `plant` gives the tree of a phrase pattern, None for a regular expression; it raises PatternError.

    `hints` are lists of words, of each of which every match holds one, known before the tree is (see hint.py).
    """

    def __init__(
        self,
        source: str,
        plant: Callable[[], Sequence] | None,
        needs: Needs,
        *,
        clause_only: bool = False,
        hints: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        self.source = source
        self.clause_only = clause_only
        self._plant, self._needs, self._hints = plant, needs, hints
        self._searched = 0

    @cached_property
    def tree(self) -> Sequence | None:
        """The tree of a phrase pattern. Raises PatternError."""
        self._hints = ()  # they have done their work: the requirements know more
        return self._plant() if self._plant is not None else None

    @cached_property
    def _bounded(self) -> bool:
        """False for a pattern whose own words hold a full stop or semicolon: it may match across segments."""
        return self.tree is not None and not _crosses(self.tree)

    @cached_property
    def _risky(self) -> bool:
        return self.tree is not None and branchings(self.tree) > MAX_BRANCHINGS

    @cached_property
    def _firsts(self) -> frozenset[str] | None:
        return first_characters(self.tree) if self.tree is not None else None

    @cached_property
    def requirements(self) -> tuple[Need, ...]:
        """What every match needs, all in one sentence."""
        return tuple(map(self._needs.of, requirements(self.tree))) if self.tree is not None and self._bounded else ()

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
            # the stubs of regex do not know these two, which it shares with re
            said, at = getattr(error, "msg", str(error)), getattr(error, "pos", None)
            raise PatternError(f"正则表达式有误：{said}", at or 0) from error

    def finditer(self, index: TextIndex, start: int = 0, end: int | None = None) -> Iterable[tuple[int, int]]:
        """The matches in text[start:end] as folded offsets, left to right.

        Raises BudgetExceeded, while the matches are taken, when a regular expression runs too long.
        """
        if self._hints and not index.may_hold(self._hints):
            return ()
        stop = len(index.text) if end is None else end
        if self.tree is None or self._risky:
            return self._timed(index, start, stop)
        mask = index.segments(self.requirements)
        return self._scanned(index, mask, start, stop) if mask else ()

    def _scanned(self, index: TextIndex, mask: int, start: int, stop: int) -> Iterator[tuple[int, int]]:
        for a, b in index.spans(mask, start, stop) if self._bounded else ((start, stop),):
            if self._worth_compiling(b - a):
                for match in self.compiled.finditer(index.text, a, b):
                    yield match.span()
            else:
                yield from self._walked(index.text, a, b)

    def _walked(self, text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
        assert self.tree is not None
        return walk(self.tree, self._firsts, text, start, stop, clause_only=self.clause_only)

    def _worth_compiling(self, size: int) -> bool:
        """Whether the pattern has searched, or is to search, so many characters that compiling it pays."""
        self._searched += size
        return self._searched > WALKED or "compiled" in self.__dict__

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
        if any(not any(word in text for word in words) for words in self._hints):
            return False
        if self.tree is None or self._worth_compiling(len(text)):
            return self.compiled.search(text) is not None
        return next(self._walked(text, 0, len(text)), None) is not None

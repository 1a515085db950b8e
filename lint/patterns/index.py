"""A text prepared for many patterns: most of them are turned away without being compiled or searched for.

A match never crosses the end of a sentence, and most patterns cannot do without certain words. So the text is cut into
segments once, each word is looked up once, and which segments hold it is kept as the bits of one integer; a pattern is
searched for only in the segments that hold all it needs. Two hundred patterns with two thousand words then cost about
a millisecond for a report, however many patterns share a word.
"""

import re
import time
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from lint.patterns.errors import BudgetExceeded
from lint.patterns.needs import Need, Needs

STOPS = "。；！？\n"
_SEGMENT = re.compile(f"[^{STOPS}]*[{STOPS}]|[^{STOPS}]+$")


@dataclass
class Budget:
    """Seconds that regular expressions may still take for one report. Phrase patterns run in linear time and are not
    counted."""

    seconds: float = 5.0
    per_search: float = 0.5

    def spend(self, pattern: str, started: float) -> None:
        """Takes the time since `started` (time.monotonic) from the budget; raises BudgetExceeded when it is gone."""
        self.seconds -= time.monotonic() - started
        if self.seconds <= 0:
            raise BudgetExceeded(pattern, self.per_search)


@dataclass
class TextIndex:
    """A folded text with its segments and character pairs, and the budget of its report. `needs` are those of the
    checklist's patterns; a need that is not in the table is answered when it is asked."""

    text: str
    needs: Needs = field(default_factory=Needs)
    budget: Budget = field(default_factory=Budget)

    def __post_init__(self) -> None:
        text = self.text
        pairs = list(map(str.__add__, text, text[1:]))
        self.pairs = frozenset(pairs)
        self._segments = [match.span() for match in _SEGMENT.finditer(text)]
        self._starts = [start for start, _ in self._segments]
        self._everywhere = (1 << len(self._segments)) - 1
        self._masks: dict[str, int] = {}
        self._answers: dict[Need, int] = {}
        self._asked = len(self.needs)
        self._possible: set[Need] = set()
        self._look_up_all(pairs)

    def _look_up_all(self, pairs: list[str]) -> None:
        """Finds all words of the table in one pass over the text, and notes the needs they may answer."""
        text, starts, masks = self.text, self._starts, self._masks
        for at, words in enumerate(map(self.needs.by_pair.get, pairs)):
            if words is not None:
                for word in words:
                    if text.startswith(word, at):
                        masks[word] = masks.get(word, 0) | 1 << (bisect_right(starts, at) - 1)
        for word in self.needs.single:
            if found := self._look_up(word):
                masks[word] = found
        for word in masks:
            self._possible.update(self.needs.answered[word])

    def mask(self, word: str) -> int:
        """The segments that hold the word, as bits."""
        if len(word) > 1 and (word[:2] not in self.pairs or word[-2:] not in self.pairs):
            return 0
        found = self._masks.get(word)
        if found is None:
            found = self._masks[word] = self._look_up(word)
        return found

    def may_hold(self, lists: tuple[tuple[str, ...], ...]) -> bool:
        """Whether of each list at least one word is in the text, as far as its pairs of characters tell."""
        pairs = self.pairs
        for words in lists:
            for word in words:
                if len(word) == 1 or (
                    word[:2] in pairs and word[-2:] in pairs and (len(word) < 4 or word[1:3] in pairs)
                ):
                    break
            else:
                return False
        return True

    def _look_up(self, word: str) -> int:
        mask, text, starts = 0, self.text, self._starts
        at = text.find(word)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            mask |= 1 << number
            at = text.find(word, max(at + 1, self._segments[number][1]))
        return mask

    def segments(self, requirements: tuple[Need, ...]) -> int:
        """The segments that hold what all the needs ask for, as bits."""
        left, answers = self._everywhere, self._answers
        for need in requirements:
            some = answers.get(need)
            if some is None:
                some = answers[need] = self._answer(need)
            left &= some
            if not left:
                return 0
        return left

    def _answer(self, need: Need) -> int:
        if need.serial < self._asked:
            if need not in self._possible:
                return 0
            masks = self._masks
            return reduce(or_, [masks[word] for word in need.words if word in masks], 0)
        return reduce(or_, map(self.mask, need.words), 0)

    def spans(self, mask: int, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The segments of a mask, cut to text[start:end], left to right."""
        if start:
            number = max(0, bisect_right(self._starts, start) - 1)
            mask = mask >> number << number
        while mask:
            low = mask & -mask
            mask ^= low
            a, b = self._segments[low.bit_length() - 1]
            if a >= end:
                return
            if b > start:
                yield max(a, start), min(b, end)

"""Stretches of a text that are asked about many others: each answer by one search, however many stretches there are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """Some stretches [start, end), in any order, overlapping or not."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))  # of the stretches up to each

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds all of [start, end)."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._furthest[index]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them and [start, end) have a character in common; an empty one has what is around it."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._furthest[index]

    def until(self, start: int, end: int) -> int:
        """Where the furthest of them that begin before `end` ends; `start` where none goes beyond it."""
        index = bisect_left(self._starts, end) - 1
        return max(start, self._furthest[index]) if index >= 0 else start

"""A book whose patterns tell when they matched, for whoever wants to know which of them a result may rest on."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from lint.patterns.book import PatternBook
from lint.patterns.index import TextIndex
from lint.patterns.pattern import Pattern


class WatchedPattern(Pattern):
    """A pattern that adds its source to `seen` whenever it matches."""

    seen: set[str]

    def finditer(self, index: TextIndex, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        for span in super().finditer(index, start, end):
            self.seen.add(self.source)
            yield span

    def matches(self, text: str) -> bool:
        found = super().matches(text)
        if found:
            self.seen.add(self.source)
        return found


class WatchedBook(PatternBook):
    """`seen` collects the sources of the patterns that matched; one that did not match cannot have mattered."""

    def __init__(self, vocabulary: Mapping[str, Iterable[str]], seen: set[str]) -> None:
        super().__init__(vocabulary)
        self._seen = seen
        self._watched: dict[tuple[str, bool], WatchedPattern] = {}
        self._watched_regexes: dict[str, WatchedPattern] = {}

    def phrase(self, source: str, *, clause_only: bool = False) -> Pattern:
        key = (source, clause_only)
        if key not in self._watched:
            plant = partial(self._plant, source)
            self._watched[key] = self._watching(WatchedPattern(source, plant, self.needs, clause_only=clause_only))
        return self._watched[key]

    def regex(self, source: str) -> Pattern:
        if source not in self._watched_regexes:
            self._watched_regexes[source] = self._watching(WatchedPattern(source, None, self.needs))
        return self._watched_regexes[source]

    def _watching(self, pattern: WatchedPattern) -> WatchedPattern:
        pattern.seen = self._seen
        return pattern

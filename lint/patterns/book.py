"""The patterns of one checklist: each source is parsed once, with the checklist's vocabulary."""

import difflib
from collections.abc import Iterable, Mapping
from functools import partial

from lint.patterns.errors import PatternError
from lint.patterns.hint import hint
from lint.patterns.index import TextIndex
from lint.patterns.needs import Needs
from lint.patterns.parse import Choice, Sequence, parse
from lint.patterns.pattern import Pattern
from lint.patterns.settle import settle


class PatternBook:
    """Compiles and keeps patterns. Vocabularies may use other vocabularies, but not in a circle.

    `sound` says that every pattern is known to be without error (the shipped checklists are tested): then a pattern is
    parsed only when a text may hold it. Else it is parsed at once, so that an error is told whatever the text.
    """

    def __init__(self, vocabulary: Mapping[str, Iterable[str]], *, sound: bool = False) -> None:
        self._vocabulary = {name: tuple(words) for name, words in vocabulary.items()}
        self._sound = sound
        self.needs = Needs()
        self._trees: dict[str, Sequence] = {}
        self._open: list[str] = []
        self._patterns: dict[tuple[str, bool], Pattern] = {}
        self._regexes: dict[str, Pattern] = {}
        self._lists: dict[tuple[int, bool], tuple[Iterable[str], tuple[Pattern, ...]]] = {}

    def phrase(self, source: str, *, clause_only: bool = False) -> Pattern:
        """The pattern of a phrase. Raises PatternError."""
        key = (source, clause_only)
        if key not in self._patterns:
            hints = hint(source) if self._sound else ()
            plant = partial(self._plant, source)
            pattern = Pattern(source, plant, self.needs, clause_only=clause_only, hints=hints)
            if not self._sound:
                pattern.tree  # noqa: B018  parses it
            self._patterns[key] = pattern
        return self._patterns[key]

    def _plant(self, source: str) -> Sequence:
        return settle(parse(source, self._resolve))

    def phrases(self, sources: Iterable[str], *, clause_only: bool = False) -> tuple[Pattern, ...]:
        """The patterns of several phrases. Raises PatternError.

        The same tuple object gives the same answer without looking at its members again.
        """
        kept = self._lists.get((id(sources), clause_only))
        if kept is not None and kept[0] is sources:
            return kept[1]
        patterns = tuple(self.phrase(source, clause_only=clause_only) for source in sources)
        self._lists[id(sources), clause_only] = sources, patterns
        return patterns

    def index(self, text: str) -> TextIndex:
        """A folded text prepared for these patterns."""
        return TextIndex(text, self.needs)

    def regex(self, source: str) -> Pattern:
        """The pattern of a regular expression; limits are checked when it is compiled."""
        if source not in self._regexes:
            self._regexes[source] = Pattern(source, None, self.needs)
        return self._regexes[source]

    def _resolve(self, name: str, position: int) -> Sequence:
        if name in self._trees:
            return self._trees[name]
        if name not in self._vocabulary:
            near = difflib.get_close_matches(name, self._vocabulary, n=1, cutoff=0.3)
            raise PatternError(f"没有名为“{name}”的词表", position, near[0] if near else None)
        if name in self._open:
            raise PatternError(f"词表“{name}”绕圈引用了自己", position)
        self._open.append(name)
        try:
            branches = tuple(parse(word, self._resolve) for word in self._vocabulary[name])
        except PatternError as error:
            raise PatternError(f"词表“{name}”里的模式有误：{error.message}", position, error.suggestion) from error
        finally:
            self._open.pop()
        if not branches:
            raise PatternError(f"词表“{name}”是空的", position)
        self._trees[name] = Sequence((Choice(branches),))
        return self._trees[name]

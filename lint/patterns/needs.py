"""What the patterns of a checklist cannot do without, arranged so that a text is asked once for all of them.

A checklist has a thousand lists of words of which a report holds a tenth. Arranged by their first pair of characters,
the words that can stand in a text are found from the text's own pairs; the others cost nothing.
"""

from dataclasses import dataclass, field


class Need:
    """A list of words of which at least one stands in every match. Compared by identity: equal lists are one object.
    `serial` counts the needs of a table from 0."""

    __slots__ = ("serial", "words")

    def __init__(self, words: tuple[str, ...], serial: int) -> None:
        self.words = words
        self.serial = serial


@dataclass
class Needs:
    """The needs of all patterns parsed so far; grows with them.

    `by_pair` holds the words under their first pair of characters, `single` the words of one character, `answered` the
    needs that a word answers.
    """

    by_pair: dict[str, list[str]] = field(default_factory=dict)
    single: list[str] = field(default_factory=list)
    answered: dict[str, list[Need]] = field(default_factory=dict)
    _known: dict[tuple[str, ...], Need] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._known)

    def of(self, words: tuple[str, ...]) -> Need:
        """The need of a list of words."""
        need = self._known.get(words)
        if need is None:
            need = self._known[words] = Need(words, len(self._known))
            for word in words:
                if word not in self.answered:
                    self.answered[word] = []
                    (self.by_pair.setdefault(word[:2], []) if len(word) > 1 else self.single).append(word)
                self.answered[word].append(need)
        return need

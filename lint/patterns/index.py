"""A text prepared for many patterns: most of them are turned away without being compiled or searched for.

Two hundred patterns with two thousand words are checked against one report; a set of the text's character pairs tells
in a hash look-up that a word cannot stand there (a tenth of the cost of `in` per word).
"""

import time
from dataclasses import dataclass, field

from lint.patterns.errors import BudgetExceeded


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
    """A folded text with its character pairs, and the budget of its report."""

    text: str
    budget: Budget = field(default_factory=Budget)
    pairs: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        text = self.text
        self.pairs = frozenset(map(str.__add__, text, text[1:]))

    def may_hold(self, word: str) -> bool:
        """False when the word certainly does not occur in the text."""
        if len(word) < 2:
            return word in self.text
        return word[:2] in self.pairs and word[-2:] in self.pairs and (len(word) < 3 or word in self.text)

"""Phrase patterns: parse, compile, match. Knows nothing of checklists."""

from lint.patterns.book import PatternBook
from lint.patterns.errors import BudgetExceeded, PatternError
from lint.patterns.index import TextIndex
from lint.patterns.pattern import Pattern

__all__ = ["BudgetExceeded", "Pattern", "PatternBook", "PatternError", "TextIndex"]

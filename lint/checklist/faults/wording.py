"""Patterns of a checklist that cannot be understood or compiled, with the character at fault."""

from collections.abc import Iterator
from typing import Any

from lint.checklist.faults.complaints import Complaint
from lint.checklist.faults.names import table
from lint.checklist.strings import strings
from lint.patterns import PatternBook, PatternError


def book_of(data: Any) -> PatternBook:
    """The patterns of data that may be of the wrong shape."""
    lists = {name.rstrip("+"): words for name, words in table(data, "vocabulary").items() if isinstance(words, list)}
    return PatternBook({name: [word for word in words if isinstance(word, str)] for name, words in lists.items()})


def faulty(data: Any, book: PatternBook) -> Iterator[Complaint]:
    """Patterns that cannot be parsed, or cannot be compiled within the limits.

    A mistake inside a vocabulary is told there and not again wherever the vocabulary is used.
    """
    for path, source, stands in strings(data):
        try:
            if stands == "phrase" and source:
                _ = book.phrase(source).compiled
            elif stands == "regex" and source:
                _ = book.regex(source).compiled
        except PatternError as error:
            root = _root(error)
            if root is error:
                yield Complaint(path, error.message, error.suggestion, error.position)
            elif path[0] == "vocabulary" and "绕圈" in root.message:
                yield Complaint(path, root.message, None, error.position)


def _root(error: PatternError) -> PatternError:
    while isinstance(error.__cause__, PatternError):
        error = error.__cause__
    return error

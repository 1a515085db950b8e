"""Patterns that none of their owner's own examples matches: nobody has seen them work."""

from collections.abc import Iterator
from typing import Any

from lint.checklist.faults.complaints import Complaint
from lint.checklist.faults.lookalikes import explained
from lint.checklist.faults.names import rows
from lint.checklist.positions import Path as Keys
from lint.checklist.strings import strings
from lint.document.fold import fold_text
from lint.patterns import PatternBook, PatternError

_SECONDS = 0.5  # for one search


def untried(data: Any, book: PatternBook) -> Iterator[Complaint]:
    """Patterns of elements, rules and terms that have examples, none of which the pattern matches; level 提示.

    A term's patterns are tried on the rule's examples as well. Patterns that cannot be compiled are passed over.
    """
    texts = _texts(data)
    for path, source, stands in strings(data):
        if stands not in ("phrase", "regex") or path[0] not in ("element", "rule"):
            continue
        tried = [*texts.get(path[:4], ()), *texts.get(path[:2], ())]
        try:
            compiled = (book.phrase(source) if stands == "phrase" else book.regex(source)).compiled
        except PatternError:
            continue
        if tried and not any(_found(compiled, text) for text in tried):
            untold = Complaint(path, f"自己的例子里没有一个能匹配“{source}”", None, 0, "提示")
            yield explained(untold, source) if stands == "phrase" else untold


def _found(compiled: Any, text: str) -> bool:
    try:
        return compiled.search(text, timeout=_SECONDS) is not None
    except TimeoutError:
        return False


def _texts(data: Any) -> dict[Keys, list[str]]:
    """The folded texts of the examples of each element, rule and term, by its path."""
    out: dict[Keys, list[str]] = {}
    for key in ("element", "rule"):
        for number, row in enumerate(rows(data, key)):
            out[(key, number)] = _folded(row)
            for place, term in enumerate(rows(row, "term")):
                out[(key, number, "term", place)] = _folded(term)
    return out


def _folded(row: dict[str, Any]) -> list[str]:
    texts = (example.get("text") for example in rows(row, "example"))
    return [fold_text(text)[0] for text in texts if isinstance(text, str)]

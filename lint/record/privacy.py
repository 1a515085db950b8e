"""Masking: what a privacy rule found is shown nowhere in full.

The masked text has the length of the source, so that every offset holds in it. Whatever is shown of a document is
sliced from the masked text; sentences that were made from the document go through `Masked.clean`.
"""

import re
from collections.abc import Iterable
from functools import cached_property

from lint.checks.results import Finding, SourceSpan
from lint.document.fold import fold_words
from lint.document.lazy import lazy

_DOUBLE_SURNAMES = frozenset(
    (
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "司徒",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "宇文",
        "长孙",
        "夏侯",
        "东方",
        "轩辕",
    )
)
_DIGITS_SHOWN_FROM = 7  # shorter numbers are masked whole
_LONG_NUMBER = lazy(r"\d{7,}")
_KEPT_HEAD, _KEPT_TAIL = 3, 2


def mask(private: str) -> str:
    """The text with the same length: of a long number its first three and last two digits, of words the surname.

    A Latin letter next to a digit counts as a digit (the X that ends an identity number).
    """
    digits = [
        at
        for at, char in enumerate(private)
        if char.isdigit() or (char.isascii() and char.isalpha() and private[at - 1 : at].isdigit())
    ]
    shown = set(digits[:_KEPT_HEAD] + digits[-_KEPT_TAIL:]) if len(digits) >= _DIGITS_SHOWN_FROM else set()
    is_digit = set(digits)
    surname = 2 if private[:2] in _DOUBLE_SURNAMES and len(private) > 2 else 1
    pieces = []
    letters = 0
    for at, char in enumerate(private):
        if at in is_digit:
            pieces.append(char if at in shown else "*")
        elif char.isalpha():
            letters += 1
            pieces.append(char if letters <= surname and not (letters == 1 and len(private) == 1) else "×")
        else:
            pieces.append(char)
    return "".join(pieces)


class Masked:
    """A document's text with its private stretches masked."""

    def __init__(self, text: str, spans: Iterable[SourceSpan]) -> None:
        self.spans = _merged(spans)
        pieces, at = [], 0
        for start, end in self.spans:
            pieces += [text[at:start], mask(text[start:end])]
            at = end
        self._literals = sorted({text[start:end].strip() for start, end in self.spans}, key=lambda s: (-len(s), s))
        masked = "".join([*pieces, text[at:]])
        # The same number or the same full name elsewhere in the text is as private as where the rule saw it.
        self.text = _replace(masked, [literal for literal in self._literals if _is_distinctive(literal)])

    @classmethod
    def of(cls, text: str, findings: Iterable[Finding]) -> "Masked":
        """The text masked where any finding is private."""
        return cls(text, (place for finding in findings if finding.private for place in finding.places))

    def clean(self, sentence: str) -> str:
        """A sentence made from the document, with the private words in it masked."""
        if not self._speakable:
            return sentence
        return _LONG_NUMBER.sub(self._mask_part, _replace(sentence, self._speakable))

    @cached_property
    def _speakable(self) -> list[str]:
        """The private words as the source has them and as patterns see them (widths folded), longest first."""
        words = {word for literal in self._literals for word in (literal, fold_words(literal)) if len(word) > 1}
        return sorted(words, key=lambda word: (-len(word), word))

    def _mask_part(self, number: re.Match[str]) -> str:
        return mask(number.group()) if any(number.group() in word for word in self._speakable) else number.group()


def _merged(spans: Iterable[SourceSpan]) -> list[SourceSpan]:
    merged: list[SourceSpan] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def _is_distinctive(literal: str) -> bool:
    return (len(literal) >= 3 and not literal.isascii()) or sum(map(str.isdigit, literal)) >= _DIGITS_SHOWN_FROM


def _replace(text: str, literals: list[str]) -> str:
    if not literals:
        return text
    return re.sub("|".join(map(re.escape, literals)), lambda match: mask(match.group()), text)

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
_PERSONAL = lazy(
    r"(?<![0-9])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])|(?<![0-9])[0-9]{14,18}[0-9Xx](?![0-9A-Za-z])"
)
_LONG_NUMBER = lazy(r"\d(?:-?\d){6,}")
_CUT_FROM = 4  # characters, or half of a short word: less of a beginning is any word's
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


def mask_numbers(words: str) -> str:
    """Words that a person wrote, with whatever is as long as a telephone or identity number masked: the report that
    could tell whether it is private is not at hand."""
    return _PERSONAL.sub(lambda match: mask(match.group()), words)


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
        self.text = _Words(filter(_is_distinctive, self._literals)).masked(masked)

    @classmethod
    def of(cls, text: str, findings: Iterable[Finding]) -> "Masked":
        """The text masked where any finding is private."""
        return cls(text, (place for finding in findings if finding.private for place in finding.places))

    def clean(self, sentence: str) -> str:
        """A sentence made from the document, with the private words in it masked, also where it cuts one short (…)."""
        words = self._speakable
        if not words:
            return sentence
        *heads, last = words.masked(sentence).split("…")
        whole = "".join([*(f"{words.without_beginning(head)}…" for head in heads), last])
        return _LONG_NUMBER.sub(words.masked_part, whole)

    @cached_property
    def _speakable(self) -> "_Words":
        """The private words as the source has them and as patterns see them (widths folded)."""
        return _Words(word for literal in self._literals for word in (literal, fold_words(literal)))


class _Words:
    """Private words looked for in a text, the longest first; the time it takes does not grow with their number."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({word for word in words if len(word) > 1}, key=lambda word: (-len(word), word))
        self._known = frozenset(self._words)
        self._lengths: dict[str, list[int]] = {}
        for word in self._words:
            lengths = self._lengths.setdefault(word[:2], [])
            if len(word) not in lengths:
                lengths.append(len(word))
        first = "".join(sorted({re.escape(word[0]) for word in self._words}))
        self._first = re.compile(f"[{first}]" if first else "(?!)")

    def __len__(self) -> int:
        return len(self._words)

    def masked(self, text: str) -> str:
        """The text with every private word in it masked."""
        pieces, done = [], 0
        for match in self._first.finditer(text):
            at = match.start()
            for length in self._lengths.get(text[at : at + 2], ()) if at >= done else ():
                if (word := text[at : at + length]) in self._known:
                    pieces += [text[done:at], mask(word)]
                    done = at + length
                    break
        return "".join([*pieces, text[done:]])

    def without_beginning(self, text: str) -> str:
        """The text, at whose end somebody may have cut a private word short, with what is left of it masked."""
        for length in range(min(self._longest, len(text)), 1, -1):
            if word := self._beginnings.get(text[-length:]):
                return text[:-length] + mask(word)[:length]
        return text

    def masked_part(self, number: re.Match[str]) -> str:
        """A long number; one out of the middle of a private word is masked as it is there."""
        at = self._joined.find(number.group())
        return number.group() if at < 0 else self._joined_masked[at : at + len(number.group())]

    @cached_property
    def _beginnings(self) -> dict[str, str]:
        return {
            word[:length]: word
            for word in self._words
            for length in range(min(_CUT_FROM, (len(word) + 1) // 2), len(word))
        }

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._words), default=0)

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self._words)

    @cached_property
    def _joined_masked(self) -> str:
        return "\n".join(map(mask, self._words))


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

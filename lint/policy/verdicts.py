"""Verdicts as a person gave them: what may be said of what, and how a newer word replaces an older one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from lint.policy.identity import Identity
from lint.record import shape

Word = Literal["agree", "disagree", "waived", "met", "unmet"]

WORDS: tuple[Word, ...] = ("agree", "disagree", "waived", "met", "unmet")
NEEDS_REASON = ("disagree", "waived")
NEEDS_OFFICE = ("disagree", "waived", "met", "unmet")  # whatever silences or raises something needs somebody behind it

_OF_FINDING: tuple[Word, ...] = ("agree", "disagree", "waived")
_OF_STATUS: dict[str, tuple[Word, ...]] = {
    "met": ("agree", "disagree"),
    "thin": _OF_FINDING,
    "absent": _OF_FINDING,
    "na": ("agree", "disagree"),
    "review": ("met", "unmet"),
    "error": (),
}


@dataclass(frozen=True)
class Given:
    """One verdict. `status` is that of the element when the verdict was given, None for a finding of a text rule;
    `about` the element's title or the quoted words, masked. Dates are written 2026-03-01, `until` is the last day on
    which it holds; what was not said is "". `comment` are the lines that a person wrote above it."""

    fingerprint: str
    rule: str
    about: str
    status: shape.Status | None
    verdict: Word
    reason: str = ""
    office: str = ""
    by: str = ""
    date: str = ""
    until: str = ""
    comment: tuple[str, ...] = ()

    @property
    def said(self) -> "Given":
        """The verdict without its comment: what is compared."""
        return replace(self, comment=())


@dataclass(frozen=True)
class Review:
    """The verdicts on one document."""

    document: Identity
    verdicts: tuple[Given, ...] = ()
    comment: tuple[str, ...] = ()


@dataclass(frozen=True)
class SideFile:
    """All verdicts of one side file; `name` is how it is shown, and where it lies."""

    name: str
    reviews: tuple[Review, ...] = ()


def permitted(status: str | None) -> tuple[Word, ...]:
    """What can be said of an element of this status, or (None) of a finding of a text rule."""
    return _OF_FINDING if status is None else _OF_STATUS[status]


def with_verdicts(
    side: SideFile, document: Identity, given: Iterable[Given], known: Identity | None = None
) -> SideFile:
    """The side file with these verdicts on the document; each replaces an earlier one on the same thing, whose comment
    stays. `known` is the document as the side file has it, where that differs: then it takes the new path, and issuer
    and year where it had none."""
    mine = _review(side, known or document)
    by_print = {one.fingerprint: one for one in mine.verdicts}
    for new in given:
        old = by_print.get(new.fingerprint)
        by_print[new.fingerprint] = replace(new, comment=old.comment) if old else new
    after = _with_review(side, mine, tuple(by_print.values()))
    if mine.document.key not in (None, document.key):
        return after
    renamed = (replace(r, document=document) if r.document == mine.document else r for r in after.reviews)
    return replace(after, reviews=tuple(renamed))


def without_verdicts(side: SideFile, known: Identity, fingerprints: Iterable[str]) -> SideFile:
    """The side file without the verdicts on these; a document without verdicts goes, too."""
    gone = frozenset(fingerprints)
    mine = _review(side, known)
    return _with_review(side, mine, tuple(one for one in mine.verdicts if one.fingerprint not in gone))


def is_older(new: Given, known: Given | None) -> bool:
    """Whether something else was said on a later day; such a verdict stays until somebody takes it back."""
    return known is not None and new.date < known.date and not same_but_date(known, new)


def same_but_date(one: Given | None, other: Given) -> bool:
    """Whether a verdict says nothing new."""
    return one is not None and replace(one, date="", comment=()) == replace(other, date="", comment=())


def _review(side: SideFile, document: Identity) -> Review:
    return next((review for review in side.reviews if review.document == document), Review(document))


def _with_review(side: SideFile, mine: Review, verdicts: tuple[Given, ...]) -> SideFile:
    others = tuple(review for review in side.reviews if review.document != mine.document)
    kept = (replace(mine, verdicts=verdicts),) if verdicts else ()
    return replace(side, reviews=(*others, *kept))

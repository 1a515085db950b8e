"""Which checklist fits a report. Checklists and their words are loaded and compiled once for many reports."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from lint.checklist.checklist import Checklist
from lint.checklist.lexicon import lexicon
from lint.checklist.load import broken_pattern, load
from lint.checklist.model import LayoutRule
from lint.checklist.problems import ChecklistError, Problem
from lint.document.document import Document
from lint.document.fold import fold_text
from lint.document.lexicon import Lexicon
from lint.document.report import Report
from lint.document.understand import recognisable_words, understand, untitled_lines
from lint.patterns import PatternError
from lint.shelf import choosable

_BY_TITLE, _BY_TEXT = 2, 1


@dataclass(frozen=True)
class Ready:
    """A loaded checklist and what it lends to the understanding of a report."""

    checklist: Checklist

    @cached_property
    def lexicon(self) -> Lexicon:
        """Raises ChecklistError when one of the patterns is broken."""
        try:
            return lexicon(self.checklist)
        except PatternError as error:
            raise broken_pattern(self.checklist, error) from error


@dataclass(frozen=True)
class Fit:
    """A report understood with the checklist that fits it best. When none fits, `recognised` is False and `remarks`
    say why, as far as it is known."""

    ready: Ready
    report: Report
    recognised: bool
    remarks: tuple[str, ...] = ()


class Library:
    """The checklists a run may choose from: the given one (a shipped name or a path), else all shipped ones that are
    not abstract and can be told by a report. `layout` turns on the rules that look at the layout of a file. Nothing is
    loaded before it is needed."""

    def __init__(self, given: str | Path | None = None, *, layout: bool = False) -> None:
        self._given, self._layout = given, layout

    @cached_property
    def wants_layout(self) -> bool:
        """Whether one of the checklists looks at the layout of a file. Raises ChecklistError."""
        rules = (rule for ready in self.choices for rule in ready.checklist.file.rule)
        return any(isinstance(rule, LayoutRule) and not rule.off for rule in rules)

    @cached_property
    def choices(self) -> tuple[Ready, ...]:
        """The most specific first. Raises ChecklistError."""
        if self._given is not None:
            given = self._load(self._given)
            if given.identity.abstract:
                message = "这份清单只供别的清单继承（abstract = true），不单独用来检查；请另选一份清单"
                raise ChecklistError([Problem(str(self._given), 0, 0, message)])
            return (Ready(given),)
        loaded = [checklist for checklist in map(self._load, choosable()) if not checklist.identity.abstract]
        loaded.sort(key=lambda one: (-len(one.sources), not one.identity.kinds, one.identity.id))
        return tuple(map(Ready, loaded))

    def _load(self, source: str | Path) -> Checklist:
        """A checklist; where the layout is asked for, with the rules that look at it."""
        loaded = load(source)
        if not self._layout:
            return loaded
        rules = tuple(replace(r, off=False) if isinstance(r, LayoutRule) else r for r in loaded.file.rule)
        return Checklist(replace(loaded.file, rule=rules), loaded.sha256, loaded.sources, loaded.shipped)

    def fit(self, document: Document, year: int | None = None) -> Fit:
        """The document understood with the checklist that fits. `year` is the report year where the user gave one.

        A title tells more than the beginning of the text; of several that fit alike, the most specific is taken.
        """
        first, *others = self.choices
        report = understand(document, first.lexicon, year)
        told = year or report.front.report_year
        best, sure = first, fits(first.checklist, report, told)
        for other in others:
            if (found := fits(other.checklist, report, told)) > sure:
                best, sure = other, found
        if best is not first:
            report = understand(document, best.lexicon, year)
        return Fit(best, report, bool(sure), () if sure else _why_not(best.checklist, report, told))


def fits(checklist: Checklist, report: Report, year: int | None) -> int:
    """How surely a checklist is for a report: 0 not at all, more by its title than by its text."""
    if not _is_meant_for(checklist, report, year):
        return 0
    identity, words = checklist.identity.recognise, checklist.book.phrases
    title, beginning = recognisable_words(report)
    title = fold_text(title)[0]
    try:
        unlike = words(identity.not_title)
        if any(pattern.matches(line) for pattern in unlike for line in (title, *untitled_lines(report))):
            return 0
        if any(pattern.matches(title) for pattern in words(identity.title)):
            return _BY_TITLE
        unasked = not identity.title and not identity.text
        return _BY_TEXT if unasked or any(pattern.matches(beginning) for pattern in words(identity.text)) else 0
    except PatternError as error:
        raise broken_pattern(checklist, error) from error


def _is_meant_for(checklist: Checklist, report: Report, year: int | None) -> bool:
    identity, kind = checklist.identity, report.front.issuer_kind
    if kind and identity.kinds and kind not in identity.kinds:
        return False
    return year is None or (identity.years_from or 0) <= year <= (identity.years_to or 9999)


def _why_not(checklist: Checklist, report: Report, year: int | None) -> tuple[str, ...]:
    """What a reader would wonder at: the title fits, but the issuer or the year does not."""
    identity, kind = checklist.identity, report.front.issuer_kind
    if kind and identity.kinds and kind not in identity.kinds:
        return (f"发文机关像是{kind}一级的，清单“{identity.title}”用于{'、'.join(identity.kinds)}。",)
    if year is not None and not _is_meant_for(checklist, report, year):
        since = f"从{identity.years_from}年度起" if identity.years_from else ""
        until = f"到{identity.years_to}年度止" if identity.years_to else ""
        return (f"报告年度是{year}，清单“{identity.title}”{since}{until}适用。",)
    return ()

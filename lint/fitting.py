"""Which checklist fits a report. Checklists and their words are loaded and compiled once for many reports, and of the
shipped ones only those that a report chose: the others are told by the beginning of their files."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from lint.checklist.checklist import Checklist
from lint.checklist.lexicon import lexicon
from lint.checklist.load import broken_pattern, load
from lint.checklist.model import Identity, LayoutRule
from lint.checklist.problems import ChecklistError, Problem
from lint.document.document import Document
from lint.document.fold import fold_text
from lint.document.lazy import lazy
from lint.document.lexicon import Lexicon
from lint.document.report import Report
from lint.document.report_year import AND_ANOTHER
from lint.document.understand import Begun, begin, recognisable_words, understand, untitled_lines
from lint.patterns import PatternBook, PatternError
from lint.shelf import Offered, offered

_BY_TITLE, _BY_TEXT = 2, 1
_OF_ANOTHER = lazy(f"{AND_ANOTHER}$")  # 及2025年工作方案 after a report makes no plan of it


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


@dataclass(frozen=True)
class Choice:
    """A checklist that a report may choose: by what it is recognised, of how many files it is made, where to load it
    from."""

    source: str | Path
    identity: Identity
    files: int
    book: PatternBook


class Library:
    """The checklists a run may choose from: the given one (a shipped name or a path), else all shipped ones that are
    not abstract and can be told by a report. `layout` turns on the rules that look at the layout of a file. Nothing is
    loaded before it is needed."""

    def __init__(self, given: str | Path | None = None, *, layout: bool = False) -> None:
        self._given, self._layout = given, layout
        self._loaded: dict[str | Path, Ready] = {}

    @cached_property
    def wants_layout(self) -> bool:
        """Whether one of the checklists looks at the layout of a file; those that a report may choose do so only when
        asked to. Raises ChecklistError."""
        if self._given is None:
            return self._layout
        rules = self._ready(self._given).checklist.file.rule
        return any(isinstance(rule, LayoutRule) and not rule.off for rule in rules)

    @cached_property
    def choices(self) -> tuple[Ready, ...]:
        """All of them, loaded, the most specific first. Raises ChecklistError."""
        return tuple(self._ready(choice.source) for choice in self._choices)

    def of(self, ident: str) -> Checklist:
        """The checklist of that id; KeyError when a report may not choose it."""
        sources = {choice.identity.id: choice.source for choice in self._choices}
        return self._ready(sources[ident]).checklist

    @cached_property
    def _choices(self) -> tuple[Choice, ...]:
        """The most specific first. Raises ChecklistError."""
        if self._given is not None:
            return (self._whole(self._given),)
        found = [choice for one in offered() if not (choice := self._choice(one)).identity.abstract]
        return tuple(sorted(found, key=lambda one: (-one.files, not one.identity.kinds, one.identity.id)))

    def _choice(self, one: Offered) -> Choice:
        """A shipped checklist by its beginning, if its words can be told without its vocabulary; else loaded."""
        identity = one.identity
        if identity is None:
            return self._whole(one.name)
        words = (*identity.recognise.title, *identity.recognise.text, *identity.recognise.not_title)
        if any("{" in word or "｛" in word for word in words):
            return self._whole(one.name)
        return Choice(one.name, identity, one.files, PatternBook({}, sound=True))

    def _whole(self, source: str | Path) -> Choice:
        loaded = self._ready(source).checklist
        return Choice(source, loaded.identity, len(loaded.sources), loaded.book)

    def _ready(self, source: str | Path) -> Ready:
        """A checklist, loaded once; where the layout is asked for, with the rules that look at it."""
        if source not in self._loaded:
            loaded = load(source)
            if source == self._given and loaded.identity.abstract:
                message = "这份清单只供别的清单继承（abstract = true），不单独用来检查；请另选一份清单"
                raise ChecklistError([Problem(str(source), 0, 0, message)])
            if self._layout:
                rules = tuple(replace(r, off=False) if isinstance(r, LayoutRule) else r for r in loaded.file.rule)
                loaded = loaded.having(replace(loaded.file, rule=rules))
            self._loaded[source] = Ready(loaded)
        return self._loaded[source]

    def fit(self, document: Document, year: int | None = None) -> Fit:
        """The document understood with the checklist that fits. `year` is the report year where the user gave one.

        A title tells more than the beginning of the text; of several that fit alike, the most specific is taken. When
        none fits, it is the most general of those whose words are in the report.
        """
        begun = begin(document)
        told = year or begun.front.report_year
        said = [(self._says(choice, begun), choice) for choice in self._choices]
        fitting = [(sure, choice) for sure, choice in said if sure and is_meant_for(choice.identity, begun, told)]
        kind = begun.front.issuer_kind
        if fitting:
            best = max(fitting, key=lambda one: (one[0], *_precedence(one[1], kind)))[1]
        else:
            best = max(said, key=lambda one: (one[0], -one[1].files))[1]
        ready = self._ready(best.source)
        report = understand(document, ready.lexicon, year, begun)
        return Fit(ready, report, bool(fitting), () if fitting else _why_not(best.identity, begun, told))

    def _says(self, choice: Choice, begun: Begun) -> int:
        try:
            return says(choice, begun)
        except PatternError as error:
            raise broken_pattern(self._ready(choice.source).checklist, error) from error


def _precedence(choice: Choice, kind: str) -> tuple[bool, int]:
    """Among those that fit alike the most specific; but where nothing tells the kind of the issuer, one that is for all
    kinds, and then the most general."""
    guessed = bool(choice.identity.kinds) and not kind
    return not guessed, -choice.files if guessed else choice.files


def says(choice: Choice, begun: Begun) -> int:
    """How surely the words of a report say that a checklist is for it: 0 not at all, more by the title than by the
    text. Raises PatternError."""
    asked, words = choice.identity.recognise, choice.book.phrases
    title, beginning = recognisable_words(begun)
    title = fold_text(title)[0]
    unlike = words(asked.not_title)
    lines = (_OF_ANOTHER.sub("", title), *untitled_lines(begun))
    if any(pattern.matches(line) for pattern in unlike for line in lines):
        return 0
    if any(pattern.matches(title) for pattern in words(asked.title)):
        return _BY_TITLE
    unasked = not asked.title and not asked.text
    return _BY_TEXT if unasked or any(pattern.matches(beginning) for pattern in words(asked.text)) else 0


def is_meant_for(identity: Identity, begun: Begun, year: int | None) -> bool:
    """Whether a checklist is for such an issuer and such a report year, as far as they are known."""
    kind = begun.front.issuer_kind
    if kind and identity.kinds and kind not in identity.kinds:
        return False
    return year is None or (identity.years_from or 0) <= year <= (identity.years_to or 9999)


def _why_not(identity: Identity, begun: Begun, year: int | None) -> tuple[str, ...]:
    """What a reader would wonder at: the title fits, but the issuer or the year does not."""
    kind = begun.front.issuer_kind
    if kind and identity.kinds and kind not in identity.kinds:
        return (f"发文机关像是{kind}一级的，清单“{identity.title}”用于{'、'.join(identity.kinds)}。",)
    if year is not None and not is_meant_for(identity, begun, year):
        since = f"从{identity.years_from}年度起" if identity.years_from else ""
        until = f"到{identity.years_to}年度止" if identity.years_to else ""
        return (f"报告年度是{year}，清单“{identity.title}”{since}{until}适用。",)
    return ()

"""The Report: a Document understood. Values only; `understand.py` makes them.

Two coordinate systems, never mixed in one value:
* **source** offsets count code points of `Document.text`; Places, evidence and findings are given in them;
* **folded** offsets count code points of `Report.text`, the text as patterns see it: widths folded (punctuation to
  full width, digits and letters to half width), traditional characters to simplified, white space, quotation marks and
  Word bookmarks taken out, wrapped lines joined; paragraphs parted by "\\n". Everything below is in folded offsets.
`Report.source(start, end)` is the way from folded to source.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lint.document.document import Document

# How a clause holds.
DONE = "done"
PLANNED = "planned"
LACKING = "lacking"
NONE = "none"
CITED = "cited"
ANNOUNCED = "announced"
TOPIC = "topic"
REQUIRED = "required"
FOREIGN = "foreign"
PAST = "past"
STANDINGS = (DONE, PLANNED, LACKING, NONE, CITED, ANNOUNCED, TOPIC, REQUIRED, FOREIGN, PAST)


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what belongs to it.

    `start`/`end` is the heading itself with its number; `text` is the heading without number and final mark; the body
    runs from `body_start` to `body_end` (with all subsections), the section's own words end at `own_end`. `style` is
    the form of the number ("一、", "（一）", "1.", "（1）", "①", "" for an unnumbered heading), `value` its number.
    `number` is the number as folded. `run_in` says that body text goes on in the heading's paragraph. `roles` are ids
    of the checklist's roles, own or inherited; `own_role` says that the heading itself named them. `label` is the
    path of numbers, for people ("二（三）").
    """

    index: int
    level: int
    style: str
    number: str
    value: int
    start: int
    end: int
    text: str
    body_start: int
    body_end: int
    own_end: int
    parent: int | None
    run_in: bool = False
    roles: tuple[str, ...] = ()
    own_role: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One member of a series 一是…二是… (or 首先…其次…, 第一…第二…). `value` is its number, `run` the series it is in,
    `section` the index of its section or None. The label itself is included in the span."""

    start: int
    end: int
    label: str
    value: int
    run: int
    section: int | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between ，；：。！？ or line ends. `standing` is one of STANDINGS; `spans` are stretches inside it that
    stand otherwise (a cited title, the topic after 学习), as (start, end, standing). `roles` are those of its section
    or, in a merged section, of its item or sentence."""

    start: int
    end: int
    sentence: int
    section: int | None
    roles: tuple[str, ...]
    standing: str
    spans: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: `value` as a float, `unit` the classifier ("件", "人次", "%") or "", `approximate` the
    word that makes it inexact (余, 多, 近, 约, 以上) or "". `exact_text` is the number as folded."""

    start: int
    end: int
    value: float
    unit: str
    approximate: str
    exact_text: str


@dataclass(frozen=True, slots=True)
class Front:
    """Front and back matter. Spans are folded; None where the report has no such part.

    `title_lines` are the paragraphs that make up the title; `issuer` as printed in the title, else the signature, else
    as the body names itself; `issuer_kind` one of 乡, 镇, 街道, 县, 市, 区, 部门 or "". `place` is the proper name with
    its kind ("柳河镇"). `report_year` from the title, else by vote of the body. `date` is (year, month, day) of the
    成文日期. `published` is (year, month, day) from web furniture or metadata. `furniture` are lines of a web page
    around the article. `opening` is what stands between title and first heading (recipient left out). A person who
    reports is the `speaker`: the line with post or name below the title or at the end; `post` is the post as printed
    there, in the title or in the first sentences ("镇党委副书记、镇长").
    """

    title: Span | None = None
    title_lines: tuple[Span, ...] = ()
    duplicate_titles: tuple[Span, ...] = ()
    issuer: str | None = None
    issuer_kind: str = ""
    place: str = ""
    report_year: int | None = None
    title_year: int | None = None
    recipient: Span | None = None
    opening: Span | None = None
    signature: Span | None = None
    speaker: Span | None = None
    post: str = ""
    date_span: Span | None = None
    date: tuple[int, int, int] | None = None
    number: Span | None = None
    published: tuple[int, int, int] | None = None
    published_span: Span | None = None
    furniture: tuple[Span, ...] = ()
    body_start: int = 0
    body_end: int = 0


@dataclass(frozen=True)
class Report:
    """A Document understood with the roles and cue words of one checklist."""

    document: Document
    text: str
    offsets: Sequence[int]  # folded offset → source offset of the same character; one more entry for the end
    front: Front
    paragraphs: tuple[Span, ...]
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    sentences: tuple[Span, ...]
    clauses: tuple[Clause, ...]
    figures: tuple[Figure, ...]
    joins: tuple[int, ...] = ()  # folded offsets where two lines of the source were joined inside a sentence
    hard_wrapped: bool = False  # the whole file has a fixed line width
    prepared: Any = field(default=None, compare=False, repr=False)  # the text as the lexicon's `prepare` made it

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of the folded stretch [start, end); an empty stretch gives an empty one."""
        if end <= start:
            at = self.offsets[min(start, len(self.offsets) - 1)]
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1

    def folded(self, source_offset: int) -> int:
        """The first folded offset whose character stands at or after the source offset."""
        return bisect_left(self.offsets, source_offset)

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    @cached_property
    def _item_starts(self) -> list[int]:
        return [item.start for item in self.items]

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [figure.start for figure in self.figures]

    def clauses_in(self, start: int, end: int) -> tuple[Clause, ...]:
        """The clauses that begin in the folded stretch."""
        return self.clauses[bisect_left(self._clause_starts, start) : bisect_left(self._clause_starts, end)]

    def sentences_in(self, start: int, end: int) -> tuple[Span, ...]:
        """The sentences that begin in the folded stretch."""
        return self.sentences[bisect_left(self._sentence_starts, start) : bisect_left(self._sentence_starts, end)]

    def sections_in(self, start: int, end: int) -> tuple[Section, ...]:
        """The sections that begin in the folded stretch."""
        return self.sections[bisect_left(self._section_starts, start) : bisect_left(self._section_starts, end)]

    def items_in(self, start: int, end: int) -> tuple[Item, ...]:
        """The items that begin in the folded stretch."""
        return self.items[bisect_left(self._item_starts, start) : bisect_left(self._item_starts, end)]

    def has_figure(self, start: int, end: int) -> bool:
        """Whether a figure begins in the folded stretch."""
        at = bisect_left(self._figure_starts, start)
        return at < len(self.figures) and self.figures[at].start < end

    def clause_index(self, offset: int) -> int | None:
        """Index of the clause that holds the folded offset; None in headings, front and back matter."""
        index = bisect_right(self._clause_starts, offset) - 1
        return index if index >= 0 and offset < self.clauses[index].end else None

    def sentence_index(self, offset: int) -> int | None:
        """Index of the sentence that holds the folded offset, or None."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None

    def paragraph_index(self, offset: int) -> int | None:
        """Index of the paragraph that holds the folded offset, or None."""
        index = bisect_right(self._paragraph_starts, offset) - 1
        return index if index >= 0 and offset <= self.paragraphs[index].end else None

    def section_at(self, offset: int) -> Section | None:
        """The innermost section whose heading or body holds the folded offset."""
        for index in range(bisect_right(self._section_starts, offset) - 1, -1, -1):
            section = self.sections[index]
            if offset < max(section.body_end, section.end):
                return section
        return None

    def sections_with(self, role: str) -> list[Section]:
        """The outermost sections that carry the role, in order."""
        chosen: list[Section] = []
        end = 0  # of those chosen; sections are in order
        for section in self.sections:
            if role in section.roles and section.start >= end:
                chosen.append(section)
                end = section.body_end
        return chosen

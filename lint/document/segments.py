"""Sentences, clauses and the items of 一是…二是… series, in folded offsets."""

from bisect import bisect_right
from dataclasses import dataclass

from lint.document.lazy import lazy
from lint.document.numerals import parse_numeral
from lint.document.report import Item, Section, Span

SENTENCE = lazy(r"[^。！？；\n]+[。！？；]*")
CLAUSE = lazy(r"[^，：。！？；\n]+[，：。！？；]*")
_ITEM = lazy(
    r"(?:(?<=[。；：！？，\n])|\A)(?:([一二三四五六七八九十]{1,3})是(?![一二三四五六七八九十否非])"
    r"|[第头]([一二三四五六七八九十]{1,2})[件条点项]?[，：是]|(首先|其次|再次|然后|最后)[，：]?|(一方面|另一方面)[，：]?)"
    r"|(?<=[。；：！？])(?:([0-9]{1,2})[.、](?![0-9])|（([0-9一二三四五六七八九十]{1,2})）|([①-⑳]))"
)
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "然后": 3, "一方面": 1, "另一方面": 2}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or clause before its role and standing are known; `heading` is the section whose heading it is."""

    start: int
    end: int
    heading: int | None


def split_sentences(
    text: str, paragraphs: tuple[Span, ...], sections: tuple[Section, ...], body: Span, skip: set[int]
) -> list[Stretch]:
    """The sentences of the body: a heading is one of its own; 。！？； end one. Paragraphs beginning at an offset in
    `skip` are left out."""
    headings = {section.start: section for section in sections}
    found: list[Stretch] = []
    for paragraph in paragraphs:
        if not body.start <= paragraph.start < body.end or paragraph.start in skip:
            continue
        start = paragraph.start
        if section := headings.get(start):
            found.append(Stretch(start, section.end, section.index))
            start = section.end
        found.extend(Stretch(m.start(), m.end(), None) for m in SENTENCE.finditer(text, start, paragraph.end))
    return found


def split_clauses(text: str, sentence: Stretch) -> list[Stretch]:
    """The clauses of a sentence, each with the mark that ends it."""
    return [Stretch(m.start(), m.end(), sentence.heading) for m in CLAUSE.finditer(text, sentence.start, sentence.end)]


def find_items(text: str, sections: tuple[Section, ...], body: Span) -> tuple[Item, ...]:
    """The items of all series. An item ends where the next of its series begins, at a heading, or, for the last one,
    with its paragraph."""
    marks: list[tuple[int, str, int, str]] = []
    for match in _ITEM.finditer(text, body.start, body.end):
        numeral = match[1] or match[2] or match[5] or match[6] or match[7]
        word = match[3] or match[4]
        value = parse_numeral(numeral) if numeral else _ORDER.get(word, 0)
        if value is not None:
            kind = "是" if match[1] else "序" if match[5] or match[6] or match[7] else match[0][0]
            marks.append((match.start(), match[0], value, kind))
    edges = sorted({s.start for s in sections} | {s.end for s in sections if s.run_in})
    starts = [section.start for section in sections]
    items: list[Item] = []
    run, last_value, last_kind, last_section = 0, 0, "", -2
    for at, (start, label, printed, kind) in enumerate(marks):
        section = _innermost(sections, starts, start)
        value = last_value + 1 if label.startswith("最后") or printed == 0 else printed
        if value == 1 or section != last_section or (value <= last_value and kind == last_kind):
            run += 1
        stop = marks[at + 1][0] if at + 1 < len(marks) else body.end
        nearest = bisect_right(edges, start)
        edge = edges[nearest] if nearest < len(edges) and edges[nearest] < stop else None
        if edge is not None:
            stop = edge
        if at + 1 >= len(marks) or marks[at + 1][2] <= value or edge is not None:
            line_end = text.find("\n", start)
            stop = min(stop, line_end if line_end >= 0 else stop)
        items.append(Item(start, stop - 1 if text[stop - 1] == "\n" else stop, label, value, run, section))
        last_value, last_kind, last_section = value, kind, section if section is not None else -1
    return tuple(items)


def _innermost(sections: tuple[Section, ...], starts: list[int], offset: int) -> int | None:
    for at in range(bisect_right(starts, offset) - 1, -1, -1):
        if offset < max(sections[at].body_end, sections[at].end):
            return sections[at].index
    return None

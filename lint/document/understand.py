"""Document → Report, with the roles and cue words of one checklist."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from lint.document.document import Document
from lint.document.figures import find_figures
from lint.document.front import read_front
from lint.document.lexicon import Lexicon
from lint.document.lines import NOTE_PART, Joined, join_lines
from lint.document.outline import read_outline
from lint.document.report import Front, Report, Span
from lint.document.roles import assign_roles, sentence_roles
from lint.document.segments import find_items, split_clauses, split_sentences
from lint.document.standing import judge_clauses
from lint.document.stretches import Stretches

NO_WORDS = Lexicon()


@dataclass(frozen=True)
class Begun:
    """A Document as far as it can be understood without any checklist's words: its paragraphs and front matter. `notes`
    are the beginnings of the paragraphs that are footnotes or endnotes, no part of the body, as folded offsets."""

    document: Document
    joined: Joined
    front: Front
    notes: frozenset[int] = frozenset()


def begin(document: Document) -> Begun:
    """The first steps of understanding, by which a checklist can be chosen. Never raises for any text."""
    joined = join_lines(document)
    notes = _notes(document, joined)
    proper = tuple(span for span in joined.paragraphs if span.start not in notes)
    front = read_front(joined.text, proper, document.metadata, _in_any_table(document, joined))
    return Begun(document, joined, front, notes)


def understand(
    document: Document, lexicon: Lexicon = NO_WORDS, year: int | None = None, begun: Begun | None = None
) -> Report:
    """The Report of a Document. `year` is the report year where the user gave one; `begun` what is understood of the
    document already. Never raises for any text."""
    begun = begun or begin(document)
    joined, front = begun.joined, begun.front
    text, paragraphs = joined.text, joined.paragraphs
    body = Span(front.body_start, front.body_end)
    skip = {span.start for span in (*front.furniture, *front.title_lines)}
    skip |= {span.start for span in (front.recipient, front.signature, front.date_span) if span}
    skip |= _in_tables(document, joined) | begun.notes
    sections = assign_roles(read_outline(text, paragraphs, body, skip), lexicon, year or front.report_year)
    prepared = lexicon.prepare(text)
    sentences = split_sentences(text, paragraphs, sections, body, skip)
    clauses = [split_clauses(text, sentence) for sentence in sentences]
    opening_end = front.opening.end if front.opening else body.start
    first_heading = min([opening_end, *(s.start for s in sections)])
    items = find_items(text, sections, body)
    begins, reported = {p.start for p in paragraphs}, year or front.report_year
    roles = sentence_roles(text, sentences, sections, items, lexicon, prepared, first_heading, begins, reported)
    starts = [section.start for section in sections]
    section_of: list[int | None] = []
    for sentence in sentences:
        index = bisect_right(starts, sentence.start) - 1
        section_of.append(index if index >= 0 else None)
    judged = judge_clauses(
        text,
        sentences,
        clauses,
        roles,
        sections,
        section_of,
        lexicon,
        prepared,
        year or front.report_year,
        (front.issuer or "") if front.issuer_kind == "部门" else "",
        front.issuer_kind if front.issuer_kind in ("县", "市", "区") else "",
    )
    return Report(
        document=document,
        text=text,
        offsets=joined.offsets,
        front=front,
        paragraphs=paragraphs,
        sections=sections,
        items=items,
        sentences=tuple(Span(s.start, s.end) for s in sentences),
        clauses=tuple(judged),
        figures=find_figures(text, body.start, body.end),
        joins=joined.joins,
        hard_wrapped=joined.hard_wrapped,
        prepared=prepared,
    )


def _in_tables(document: Document, joined: Joined) -> set[int]:
    """The beginnings of the paragraphs that are labels and figures of a table, as folded offsets."""
    spans = document.tables_of_figures
    if not spans:
        return set()
    tables = Stretches(spans)
    at = joined.offsets
    return {span.start for span in joined.paragraphs if tables.hold(at[span.start], at[span.end - 1] + 1)}


def _in_any_table(document: Document, joined: Joined) -> frozenset[int]:
    """The beginnings of the paragraphs in tables of whatever kind; where the format cannot tell, of those with tabs."""
    text, at = document.text, joined.offsets
    if document.tables is not None:
        tables = Stretches((table.start, table.end) for table in document.tables)
        return frozenset(s.start for s in joined.paragraphs if tables.hold(at[s.start], at[s.end - 1] + 1))
    if "\t" not in text:
        return frozenset()
    return frozenset(s.start for s in joined.paragraphs if "\t" in text[at[s.start] : at[s.end - 1]])


def _notes(document: Document, joined: Joined) -> frozenset[int]:
    if all(line.part != NOTE_PART for line in document.lines):
        return frozenset()
    lines = ((span, document.line_at(joined.offsets[span.start])) for span in joined.paragraphs)
    return frozenset(span.start for span, line in lines if line is not None and line.part == NOTE_PART)


def recognisable_words(begun: Begun) -> tuple[str, str]:
    """What tells the kind of a report: its title (or the title its page gives) and the beginning of its body."""
    front, text = begun.front, begun.joined.text
    title = text[front.title.start : front.title.end].replace("\n", "") if front.title else ""
    if not title:
        title = re.sub(r"\s", "", begun.document.metadata.get("title", ""))
    return title, text[front.body_start : front.body_start + 600]


def untitled_lines(begun: Begun) -> tuple[str, ...]:
    """The lines that could be the title of something else, where no title of a report was found: among the first
    three those too long for a menu's word and without the punctuation of a sentence."""
    if begun.front.title:
        return ()
    lines = (begun.joined.text[span.start : span.end].strip() for span in begun.joined.paragraphs[:3])
    return tuple(line for line in lines if 10 <= len(line) <= 60 and not re.search("[。；：]", line))

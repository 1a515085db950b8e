"""Which stretches of the source are the report's own running text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lint.checks.results import SourceSpan
from lint.document.back import BRACKETED
from lint.document.report import Report, Section, Span
from lint.document.stretches import Stretches


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph: its whole lines in the source, blanks and quotation marks at the ends included, and its folded
    span."""

    start: int
    end: int
    folded: Span


def stretches(report: Report) -> list[Stretch]:
    """The paragraphs from the title to the date, without web furniture and tables, in order."""
    front, document = report.front, report.document
    text = document.text
    first = min(front.title.start if front.title else front.body_start, front.body_start)
    if front.recipient:
        first = min(first, front.recipient.start)
    last = max([front.body_end, *(span.end for span in (front.signature, front.date_span) if span)])
    last = _with_notes(report, last)
    skip = {span.start for span in front.furniture}
    tables = Stretches(document.tables_of_figures)
    found = []
    for paragraph in report.paragraphs:
        if not first <= paragraph.start < last or paragraph.start in skip or paragraph.start == paragraph.end:
            continue
        place = report.source(paragraph.start, paragraph.end)
        start = text.rfind("\n", 0, place[0]) + 1
        stop = text.find("\n", place[1])
        line = document.line_at(start)
        if (line is None or line.part != "table") and not tables.hold(*place):
            found.append(Stretch(start, stop if stop >= 0 else len(text), paragraph))
    return found


def _with_notes(report: Report, last: int) -> int:
    """The end of the lines in brackets below the day, which are a drafter's notes; `last` where there is none."""
    following = report.paragraphs[bisect_left([p.start for p in report.paragraphs], last) :]
    for paragraph in following:
        if not BRACKETED.match(report.text[paragraph.start : paragraph.end]):
            break
        last = paragraph.end
    return last


@lru_cache(maxsize=4)
def alphabet(text: str) -> frozenset[str]:
    """The characters that occur in a text: most residues are ruled out by one look at them."""
    return frozenset(text)


def is_han(char: str) -> bool:
    """Whether a character is Chinese. Asked in an expression, this takes 2 ms to compile, each time it is there."""
    return "\u3400" <= char <= "\u9fff"


class Within:
    """Whether a source offset lies in one of some stretches."""

    def __init__(self, spans: list[Stretch]) -> None:
        self._starts = [span.start for span in spans]
        self._spans = spans

    def __contains__(self, offset: int) -> bool:
        return self.stretch(offset) is not None

    def stretch(self, offset: int) -> Stretch | None:
        """The stretch that holds the offset."""
        index = bisect_right(self._starts, offset) - 1
        return self._spans[index] if index >= 0 and offset < self._spans[index].end else None


def numbers(report: Report) -> Iterator[tuple[Section, SourceSpan]]:
    """The number of every numbered heading of the running text, as printed in the source."""
    for section in report.sections:
        if not section.number or section.style.startswith("#"):
            continue
        at = report.text.find(section.number, section.start, section.end)
        if at < 0:
            continue
        span = report.source(at, at + len(section.number))
        line = report.document.line_at(span[0])
        if line is None or line.part == "body":
            yield section, span

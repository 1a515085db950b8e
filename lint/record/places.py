"""Source spans → places of the record, with the quote masked where it is private."""

from bisect import bisect_right

from lint.checks.results import Link, SourceSpan
from lint.document.report import Report
from lint.record import shape
from lint.record.privacy import Masked


class Places:
    """Makes places of one report."""

    def __init__(self, report: Report, masked: Masked) -> None:
        self._report = report
        self._document = report.document
        self._section_starts = [section.start for section in report.sections]
        self.masked = masked

    def place(self, span: SourceSpan) -> shape.Place:
        """The place of a source span; a span outside the text is cut to it."""
        size = len(self._document.text)
        start = min(max(span[0], 0), size)
        end = min(max(span[1], start), size)
        line, column = self._document.line_column(start)
        # An end after the last character of a line belongs to that line, not to the start of the next.
        end_line, end_column = self._document.line_column(end) if end > start else (line, column)
        source_line = self._document.line_at(start)
        section = self._section(start)
        return {
            "quote": self.masked.text[start:end],
            "start": start,
            "end": end,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "section": section,
            "paragraph": self._document.paragraph_of(source_line) if source_line else None,
            "page": source_line.page if source_line else None,
        }

    def _section(self, start: int) -> str | None:
        """The label of the section that holds a source offset, in logarithmic time: a habit has hundreds of places."""
        at = self._report.folded(start)
        index = bisect_right(self._section_starts, at) - 1
        while index >= 0:
            section = self._report.sections[index]
            if at < max(section.body_end, section.end):
                return section.label or None
            index -= 1
        return None

    def places(self, spans: tuple[SourceSpan, ...]) -> list[shape.Place]:
        return [self.place(span) for span in spans]

    def maybe(self, span: SourceSpan | None) -> shape.Place | None:
        return None if span is None else self.place(span)

    def link(self, link: Link | None) -> shape.Link | None:
        return None if link is None else {**self.place(link.span), "certain": link.certain}

    def folded(self, start: int, end: int) -> shape.Place:
        """The place of a stretch in folded offsets."""
        return self.place(self._report.source(start, end))

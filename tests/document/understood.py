"""How the tests of the understanding write a text and read what became of it."""

from functools import cache
from typing import Any

from lint.checklist.lexicon import lexicon
from lint.checklist.load import load
from lint.document.document import Document, plain_lines
from lint.document.lexicon import Lexicon
from lint.document.report import Report, Span
from lint.document.understand import understand

TITLE = "青石镇2024年法治政府建设情况报告\n"
OPENING = "2024年，青石镇认真抓好依法治理各项工作。现将有关情况报告如下：\n"


@cache
def township() -> Lexicon:
    """The words of the flagship checklist."""
    return lexicon(load("township"))


def document(text: str, format: str = "txt", **more: Any) -> Document:
    """A document as the reader of text files makes it."""
    return Document("甲.txt", format, text, plain_lines(text), **more)


def plain(text: str, format: str = "txt", **more: Any) -> Report:
    """Understood without a checklist."""
    return understand(document(text, format, **more))


def read(text: str, year: int | None = None) -> Report:
    """Understood with the flagship checklist."""
    return understand(document(text), township(), year)


def words(report: Report, span: Span | None) -> str | None:
    """The folded words of a span."""
    return None if span is None else report.text[span.start : span.end]


def quote(report: Report, span: Span | None) -> str | None:
    """The source words of a span."""
    if span is None:
        return None
    start, end = report.source(span.start, span.end)
    return report.document.text[start:end]


def outline(report: Report) -> list[str]:
    """The outline as a reader would write it down: two blanks a level, number, heading, "…" where text runs on."""
    return [f"{'  ' * (s.level - 1)}{s.number}|{s.text}{'…' if s.run_in else ''}" for s in report.sections]

"""A text without a Word file, set anew as one: laid out after GB/T 9704-2012."""

from dataclasses import replace

from lint.document.document import Document
from lint.document.report import Report
from lint.render.word.letter_body import document_xml
from lint.render.word.letter_parts import package
from lint.render.word.letter_plan import plan


def set_anew(document: Document, report: Report) -> Document:
    """The same document with a `package`: a new .docx of its text, and `origins` that lead into its word/document.xml.

    `document` is one without a package (a text file, a web page, a PDF), `report` its Report. Text and offsets stay.
    One paragraph of the report is one w:p, whose wrapped lines are joined; blank lines go. What the letter does not
    set, the blanks at the ends of lines, has an origin that is marked `generated` and names the w:p, as automatic
    numbers have; blank lines and line ends have none. The same text gives the same bytes.
    """
    xml, origins = document_xml(document.text, plan(report))
    title = report.front.title
    start, end = report.source(title.start, title.end) if title else (0, 0)
    words = "".join(char for char in "".join(document.text[start:end].split()) if char.isprintable())
    return replace(document, package=package(xml, words), origins=origins)

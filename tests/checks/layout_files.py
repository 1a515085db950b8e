"""Word files for the tests of the layout rule: well set, and changed in one thing."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lint.checklist.load import load
from lint.checklist.model import LayoutRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.layout import check
from lint.document.understand import understand
from lint.patterns import TextIndex
from lint.readers import read_bytes
from lint.render.word.letter import set_anew
from tests.checks.text_rules import CLEAN, common

TODAY = date(2025, 3, 1)


def letter(text: str = CLEAN) -> bytes:
    document = read_bytes(text.encode(), "报告.txt")
    return set_anew(document, understand(document)).package


def changed(content: bytes, member: str, old: str, new: str, count: int = -1) -> bytes:
    """A package with something else in one member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == f"word/{member}.xml":
                assert old in data.decode()
                data = data.decode().replace(old, new, count).encode()
            after.writestr(name, data)
    return stream.getvalue()


def in_paragraph(content: bytes, words: str, properties: str = "", run: str = "") -> bytes:
    """A package in which the paragraph that begins so has these direct properties, and its runs those."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                found = next(p for p in re.findall(r"<w:p>.*?</w:p>", data.decode()) if f">{words}" in p)
                mended = found.replace("</w:pPr>", f"{properties}</w:pPr>").replace("<w:rPr>", f"<w:rPr>{run}")
                data = data.decode().replace(found, mended).encode()
            after.writestr(name, data)
    return stream.getvalue()


def layout_rule(name: str | Path = "common") -> LayoutRule:
    return next(rule for rule in load(name).file.rule if isinstance(rule, LayoutRule))


def judged(content: bytes, rule: LayoutRule | None = None) -> tuple[str, list[Finding]]:
    document = read_bytes(content, "报告.docx", layout=True)
    report = understand(document)
    context = Context(report, common(), TextIndex(report.text), TODAY, report.front.report_year)
    return document.text, check(context, rule or layout_rule())


def told(content: bytes, rule: LayoutRule | None = None) -> list[tuple[str, str, str, int]]:
    """What each finding says: its rule, severity, words and number of places."""
    return [(one.rule, one.severity, one.message, len(one.places)) for one in judged(content, rule)[1]]


def quotes(content: bytes) -> list[list[str]]:
    text, found = judged(content)
    return [[text[start:end] for start, end in one.places] for one in found]


def by_python_docx(text: str = CLEAN) -> bytes:
    """A file whose every value is set directly, as by a drafter who selects and sets."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for at, line in enumerate(line for line in text.split("\n") if line):
        paragraph = made.add_paragraph()
        form = paragraph.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
        pieces = [line]
        fonts = ["仿宋"]
        if at < 2:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            fonts = ["方正小标宋_GBK"]
        elif line.startswith(("一、", "二、", "三、")):
            fonts = ["SimHei"]
        elif found := re.match(r"（.）[^。]*。?", line):
            pieces, fonts = [found[0], line[found.end() :]], ["KaiTi", "仿宋"]
        if at > 2 and not line.endswith(("政府", "8日")):
            form.first_line_indent = Pt(32)
        for piece, font in zip(pieces, fonts, strict=True):
            run = paragraph.add_run(piece)
            run.font.name, run.font.size = "Times New Roman", Pt(22 if at < 2 else 16)
            run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0]._element.append(field)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()

"""Sheets of the run made by hand, and what a reviewer does to their Word files."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from lint.record import report_record, shape
from lint.render.sheet.docx import sheet_docx
from lint.run import Run
from tests.render.build import build

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DOCUMENT = "word/document.xml"


def made(run: Run | None = None, **changes: object) -> bytes:
    """The Word sheet of a run, with some keys of its record changed."""
    run = run or build()
    return sheet_docx(run, record(run, **changes))


def record(run: Run, **changes: object) -> shape.Report:
    report = report_record(run)
    report.update(changes)  # type: ignore[typeddict-item]
    return report


def named(run: Run, path: str) -> Run:
    return replace(run, path=path)


def part(data: bytes, name: str = DOCUMENT) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def members(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(data: bytes, change: Callable[[etree._Element], None], *, without: tuple[str, ...] = ()) -> bytes:
    """The file with its body changed, and without the parts whose names begin so."""
    parts = {name: content for name, content in members(data).items() if not name.startswith(without or ("\0",))}
    root = etree.fromstring(parts[DOCUMENT])
    change(root)
    parts[DOCUMENT] = etree.tostring(root)
    return packed(parts)


def rows(root: etree._Element) -> list[list[str]]:
    """The text of every row of every table, cell by cell."""
    return [[text(cell) for cell in row.iter(f"{W}tc")] for row in root.iter(f"{W}tr")]


def row(root: etree._Element, number: int) -> etree._Element:
    """The row with that number."""
    for found in root.iter(f"{W}tr"):
        cells = [text(cell) for cell in found.iter(f"{W}tc")]
        if cells[0] == str(number) and ("同意" in cells[-1] or "写明" in cells[-1]):
            return found
    raise AssertionError(f"no row {number}")


def text(element: etree._Element) -> str:
    """Paragraphs as lines."""
    lines = []
    for paragraph in element.iter(f"{W}p"):
        said = "".join("\n" if node.tag == f"{W}br" else node.text or "" for node in paragraph.iter(f"{W}t", f"{W}br"))
        lines.append(said.rstrip("\u3000"))
    return "\n".join(line for line in lines if line)


def control(root: etree._Element, number: int, what: str) -> etree._Element:
    """A control of a row: "agree", "disagree", "met", "unmet", "note"."""
    for found in row(root, number).iter(f"{W}sdt"):
        tag = found.find(f"{W}sdtPr/{W}tag")
        if tag is not None and tag.get(f"{W}val", "").endswith(f":{what}"):
            return found
    raise AssertionError(f"no {what} in row {number}")


def tick(root: etree._Element, number: int, what: str) -> None:
    """What Word does at a click."""
    box = control(root, number, what)
    box.find(f"{W}sdtPr/{W14}checkbox/{W14}checked").set(f"{W14}val", "1")
    next(box.iter(f"{W}t")).text = "☑"


def write(root: etree._Element, number: int, words: str) -> None:
    """What Word does when somebody types into the place for a note."""
    note = control(root, number, "note")
    properties = note.find(f"{W}sdtPr")
    properties.remove(properties.find(f"{W}showingPlcHdr"))
    next(note.iter(f"{W}t")).text = words


def without_controls(root: etree._Element) -> None:
    """What a program does that knows no content controls: their content stays."""
    for found in list(root.iter(f"{W}sdt")):
        parent = found.getparent()
        at = parent.index(found)
        parent[at : at + 1] = list(found.find(f"{W}sdtContent"))


def without_bookmarks(root: etree._Element) -> None:
    for found in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        found.getparent().remove(found)


def typed(root: etree._Element, number: int, before: str, after: str) -> None:
    """Overwrite a row's words by hand, wherever the runs lie."""
    cell = list(row(root, number).iter(f"{W}tc"))[-1]
    nodes = list(cell.iter(f"{W}t"))
    whole = "".join(node.text or "" for node in nodes)
    assert before in whole, whole
    nodes[0].text = whole.replace(before, after, 1)
    for node in nodes[1:]:
        node.text = ""


def tags(root: etree._Element) -> list[str]:
    return [found.get(f"{W}val", "") for found in root.iter(f"{W}tag")]


def flat(said: str) -> str:
    return re.sub(r"\s+", "", said)

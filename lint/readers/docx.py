"""Word files (.docx, .docm) → text, by hand with lxml.

In reading order: the body with its tables, each text box after the paragraph it hangs on, then the footnotes and
endnotes that the text refers to. Tracked changes are read as accepted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lint.document.document import Line, Origin
from lint.document.tables import Table
from lint.readers.assemble import Assembly
from lint.readers.docx_blocks import Reading, read_blocks, story_of
from lint.readers.docx_names import attribute, child, children, kind, relationship_id
from lint.readers.docx_numbering import Numbering, read_numbering
from lint.readers.docx_package import Package, main_part, open_package
from lint.readers.docx_styles import Styles, read_styles
from lint.readers.errors import ReadError
from lint.readers.limits import Limits

REVISED = "含修订，按接受全部修订后的文字核对。"
HIDDEN = "含隐藏文字，未纳入核对。"
EMBEDDED = "正文嵌入了其他文件的内容（altChunk），未能读取；如需核对，请用 Word 打开后另存为 .docx。"


@dataclass(frozen=True, slots=True)
class WordText:
    """What a Word file holds; see Document for the fields."""

    text: str
    lines: tuple[Line, ...]
    origins: tuple[Origin, ...]
    margins: tuple[str, ...]
    remarks: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    pictures: tuple[int, ...] = ()


def read_docx(data: bytes, *, limits: Limits) -> WordText:
    """Read a Word file. Raises ReadError."""
    package = open_package(data, limits)
    main = main_part(package)
    root = package.xml(main)
    body = child(root, "body")
    if root is None or body is None:
        raise ReadError(_other_kind(root))
    relationships = package.relationships(main)
    parts = {relationship.kind: relationship.target for relationship in relationships.values()}
    style_root = package.xml(parts.get("styles", ""), only_with=(b"numPr", b"vanish"))
    styles = read_styles(style_root)
    listed = style_root is not None or bool({"footnotes", "endnotes"} & set(parts))
    if listed or next(root.iter("{*}numPr"), None) is not None:
        numbering = read_numbering(package.xml(parts.get("numbering", "")), styles)
    else:
        numbering = read_numbering(None, styles)
    assembly = Assembly(limits)

    reading = Reading(story_of(main, root, styles), numbering, assembly)
    read_blocks(body, reading, "body")
    story = reading.story
    for kinds, part in (("footnote", "footnotes"), ("endnote", "endnotes")):
        wanted = list(dict.fromkeys(identifier for name, identifier in story.notes if name == kinds))
        _notes(package, parts.get(part), kinds, wanted, reading)

    targets = [relationships[key].target for key in dict.fromkeys(_references(root)) if key in relationships]
    margins = tuple(dict.fromkeys(line for target in targets for line in _margin(package, target, styles, limits)))
    text = assembly.text()
    if not text.strip():
        raise ReadError(_no_text(root))
    remarks = [
        sentence
        for sentence, holds in ((REVISED, story.revised), (HIDDEN, story.hidden), (EMBEDDED, story.embedded))
        if holds
    ]
    tables = tuple(sorted(reading.tables, key=lambda table: (table.start, -table.end)))
    lines, origins = tuple(assembly.lines), tuple(assembly.origins)
    return WordText(text, lines, origins, margins, tuple(remarks), tables, tuple(reading.pictures))


def _notes(package: Package, name: str | None, kinds: str, wanted: list[str], reading: Reading) -> None:
    """Append the notes that the text refers to, in the order of their references."""
    root = package.xml(name) if wanted and name is not None else None
    if root is None or name is None:
        return
    outer = reading.story
    story = story_of(name, root, outer.styles)
    by_id = {attribute(note, "id") or "": note for note in children(root, kinds)}
    reading.story = story
    for identifier in wanted:
        if identifier in by_id:
            read_blocks(by_id[identifier], reading, "footnote")
    outer.revised, outer.hidden = outer.revised or story.revised, outer.hidden or story.hidden
    reading.story = outer


def _references(root: etree._Element) -> Iterator[str]:
    for element in root.iter("*"):
        if kind(element) in ("headerReference", "footerReference"):
            yield relationship_id(element)


def _margin(package: Package, name: str, styles: Styles, limits: Limits) -> list[str]:
    """The lines of a header or footer that hold text."""
    root = package.xml(name)
    if root is None:
        return []
    assembly = Assembly(limits)
    reading = Reading(story_of(name, root, styles), Numbering({}, {}, styles), assembly)
    read_blocks(root, reading, "body")
    return [line.strip() for line in assembly.text().split("\n") if line.strip()]


def _no_text(root: etree._Element) -> str:
    if any(isinstance(each.tag, str) and each.tag.endswith(("}drawing", "}pict", "}object")) for each in root.iter()):
        return "Word 文件里只有图片，没有文字；请提供文字版，或用 OCR 识别后再检。"
    return "文件是空的（没有文字），没有可以核对的内容；请确认是否保存成功。"


def _other_kind(root: etree._Element | None) -> str:
    name = etree.QName(root).localname if root is not None else ""
    if name == "workbook":
        return "这是 Excel 表格，不是 Word 文档；请提供 .docx、.txt、.md、.html 或 .pdf 格式的报告。"
    if name == "presentation":
        return "这是演示文稿，不是 Word 文档；请提供 .docx、.txt、.md、.html 或 .pdf 格式的报告。"
    return "Word 文件里没有正文，可能已损坏；请用 Word 或 WPS 打开后另存为 .docx 再检。"

"""Word files (.docx, .docm) → text, by hand with lxml.

In reading order: the body with its tables, each text box after the paragraph it hangs on, then the footnotes and
endnotes that the text refers to. Tracked changes are read as accepted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lint.document.document import Line, Origin
from lint.document.tables import Table
from lint.readers.assemble import Assembly, Stretch
from lint.readers.docx_names import attribute, child, children, kind, relationship_id
from lint.readers.docx_numbering import Numbering, read_numbering
from lint.readers.docx_package import Package, main_part, open_package
from lint.readers.docx_runs import LINE_BREAK, PAGE_BREAK, Story, read_runs
from lint.readers.docx_styles import Styles, read_styles
from lint.readers.docx_tables import WordTable
from lint.readers.errors import ReadError
from lint.readers.limits import Limits

REVISED = "含修订，按接受全部修订后的文字核对。"
HIDDEN = "含隐藏文字，未纳入核对。"
EMBEDDED = "正文嵌入了其他文件的内容（altChunk），未能读取；如需核对，请用 Word 打开后另存为 .docx。"

_CONTAINERS = frozenset({"ins", "moveTo", "customXml", "smartTag", "sdtContent", "Choice", "Fallback"})


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


@dataclass(slots=True)
class _Reading:
    """The state of reading one part. `held` are the runs of paragraphs whose mark was deleted: they join the next."""

    story: Story
    numbering: Numbering
    assembly: Assembly
    paragraphs: int = 0
    held: list[Stretch] = field(default_factory=list)
    held_from: int | None = None
    tables: list[Table] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)


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

    reading = _Reading(_story(main, root, styles), numbering, assembly)
    _blocks(body, reading, "body")
    _release(reading, "body")
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


def _story(member: str, root: etree._Element, styles: Styles) -> Story:
    ordinals = {element: index for index, element in enumerate(root.iter("*"))}
    steps = [attribute(element, "fldCharType") for element in ordinals if kind(element) == "fldChar"]
    # A field that never ends would swallow the rest of the text: then no field is followed.
    return Story(member, ordinals, styles, sound_fields=steps.count("begin") == steps.count("end"))


def _blocks(parent: etree._Element, reading: _Reading, part: str) -> None:
    """Walk the block-level content of a body, cell, text box or note."""
    for element in parent:
        name = kind(element)
        if name == "p":
            _paragraph(element, reading, part)
        elif name == "tbl":
            _release(reading, part)
            _table(element, reading, part)
        elif name == "sdt":
            content = child(element, "sdtContent")
            if content is not None:
                _blocks(content, reading, part)
        elif name == "AlternateContent":
            chosen = child(element, "Choice")
            chosen = child(element, "Fallback") if chosen is None else chosen
            if chosen is not None:
                _blocks(chosen, reading, part)
        elif name in _CONTAINERS:
            _blocks(element, reading, part)
        elif name == "altChunk":
            reading.story.embedded = True


def _table(table: etree._Element, reading: _Reading, part: str) -> None:
    inside = "table" if part == "body" else part
    lines = reading.assembly.lines
    found = WordTable(lines[-1].end if lines else 0)
    for row in _inside(table, "tr"):
        if child(child(row, "trPr"), "del") is not None:
            reading.story.revised = True
            continue
        found.begin_row(row)
        for cell in _inside(row, "tc"):
            if child(child(cell, "tcPr"), "cellDel") is not None:
                reading.story.revised = True
                continue
            before = len(lines)
            _blocks(cell, reading, inside)
            _release(reading, inside)
            found.add(cell, lines[before:])
    if (read := found.table()) is not None:
        reading.tables.append(read)


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, looked for through content controls and custom XML."""
    for element in parent:
        found = kind(element)
        if found == name:
            yield element
        elif found == "sdt" or found in _CONTAINERS:
            yield from _inside(element, name)


def _paragraph(element: etree._Element, reading: _Reading, part: str) -> None:
    story = reading.story
    reading.paragraphs += 1
    runs = read_runs(element, story)
    properties = child(element, "pPr")
    mark = child(properties, "rPr")
    if reading.held_from is None:
        reading.held_from = reading.paragraphs
    reading.held += runs.stretches
    story.revised = story.revised or child(mark, "ins") is not None
    if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
        story.revised = True
        reading.held_from = reading.held_from if reading.held else None
    elif child(mark, "vanish") is not None and not reading.held:
        reading.held_from = None  # a paragraph that is hidden with its mark neither shows nor counts
    else:
        _release(reading, part, reading.numbering.label(properties), story.ordinals[element])
    if part in ("body", "table") and reading.assembly.lines and _pictured(element):
        reading.pictures.append(reading.assembly.lines[-1].end)
    for box in runs.boxes:
        outer = reading.held, reading.held_from
        reading.held, reading.held_from = [], None
        _blocks(box, reading, "textbox" if part == "body" else part)
        _release(reading, "textbox" if part == "body" else part)
        reading.held, reading.held_from = outer


def _pictured(paragraph: etree._Element) -> bool:
    """Whether a picture stands in a paragraph."""
    return next(paragraph.iter("{*}blip", "{*}imagedata"), None) is not None


def _release(reading: _Reading, part: str, label: str = "", node: int = -1) -> None:
    """End the paragraph that is being held together; nothing where none is, or only deleted ones without text.

    `label` is its automatic number, `node` the ordinal of the w:p that has the number.
    """
    number, stretches = reading.held_from, reading.held
    reading.held, reading.held_from = [], None
    if number is None:
        return
    stretches = _without_outer_page_breaks(stretches)
    if label:
        stretches = [Stretch(label, reading.story.member, node, generated=True), *stretches]
    line: list[Stretch] = []
    for stretch in stretches:
        if stretch.text in (LINE_BREAK, PAGE_BREAK):
            reading.assembly.add(line, part=part, paragraph=number)
            line = []
        else:
            line.append(stretch)
    reading.assembly.add(line, part=part, paragraph=number)


def _without_outer_page_breaks(stretches: list[Stretch]) -> list[Stretch]:
    """A page break before or after all text of a paragraph makes no line of its own."""
    start, end = 0, len(stretches)
    while start < end and stretches[start].text == PAGE_BREAK:
        start += 1
    while end > start and stretches[end - 1].text == PAGE_BREAK:
        end -= 1
    return stretches[start:end]


def _notes(package: Package, name: str | None, kinds: str, wanted: list[str], reading: _Reading) -> None:
    """Append the notes that the text refers to, in the order of their references."""
    root = package.xml(name) if wanted and name is not None else None
    if root is None or name is None:
        return
    outer = reading.story
    story = _story(name, root, outer.styles)
    by_id = {attribute(note, "id") or "": note for note in children(root, kinds)}
    reading.story = story
    for identifier in wanted:
        if identifier in by_id:
            _blocks(by_id[identifier], reading, "footnote")
            _release(reading, "footnote")
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
    reading = _Reading(_story(name, root, styles), Numbering({}, {}, styles), assembly)
    _blocks(root, reading, "body")
    _release(reading, "body")
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

"""The blocks of one part of a Word file → lines: paragraphs, tables, text boxes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lint.document.tables import Table
from lint.readers.assemble import Assembly, Stretch
from lint.readers.docx_names import attribute, child, kind
from lint.readers.docx_numbering import Numbering
from lint.readers.docx_runs import LINE_BREAK, PAGE_BREAK, Story, read_runs
from lint.readers.docx_styles import Styles
from lint.readers.docx_tables import WordTable

_CONTAINERS = frozenset({"ins", "moveTo", "customXml", "smartTag", "sdtContent", "Choice", "Fallback"})


@dataclass(slots=True)
class Reading:
    """The state of reading one part. `held` are the runs of paragraphs whose mark was deleted: they join the next."""

    story: Story
    numbering: Numbering
    assembly: Assembly
    paragraphs: int = 0
    held: list[Stretch] = field(default_factory=list)
    held_from: int | None = None
    tables: list[Table] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)


def story_of(member: str, root: etree._Element, styles: Styles) -> Story:
    """What reading a member begins with; `root` is its root."""
    ordinals = {element: index for index, element in enumerate(root.iter("*"))}
    steps = [attribute(element, "fldCharType") for element in ordinals if kind(element) == "fldChar"]
    # A field that never ends would swallow the rest of the text: then no field is followed.
    return Story(member, ordinals, styles, sound_fields=steps.count("begin") == steps.count("end"))


def read_blocks(parent: etree._Element, reading: Reading, part: str) -> None:
    """Read the content of a body, cell, text box, note, header or footer; `part` is where its lines stand, see Line."""
    _blocks(parent, reading, part)
    _release(reading, part)


def _blocks(parent: etree._Element, reading: Reading, part: str) -> None:
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


def _table(table: etree._Element, reading: Reading, part: str) -> None:
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
            read_blocks(cell, reading, inside)
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


def _paragraph(element: etree._Element, reading: Reading, part: str) -> None:
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
        read_blocks(box, reading, "textbox" if part == "body" else part)
        reading.held, reading.held_from = outer


def _pictured(paragraph: etree._Element) -> bool:
    """Whether a picture stands in a paragraph."""
    return next(paragraph.iter("{*}blip", "{*}imagedata"), None) is not None


def _release(reading: Reading, part: str, label: str = "", node: int = -1) -> None:
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

"""The layout of a Word file: paper, margins, fonts, indents, line distances; through styles and defaults."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from lint.document.document import Document, Origin
from lint.document.layout import FontForm, Layout, ParagraphForm
from lint.readers.docx_layout_pages import Grid, read_pages
from lint.readers.docx_layout_styles import Formats, read_formats
from lint.readers.docx_names import child, child_value, kind
from lint.readers.docx_package import main_part, open_package
from lint.readers.limits import Limits

_CHARACTER = 10.5  # points, where a paragraph has no text of its own to tell


def read_layout(document: Document, *, limits: Limits) -> Layout:
    """The layout of a document whose `package` is a Word file. Raises ReadError for damage.

    Which paragraph is which text follows from the document's origins. Of a paragraph whose mark was deleted, and which
    goes on in the next, the next one's form counts, as in Word.
    """
    package = open_package(document.package, limits)
    main = main_part(package)
    root = package.xml(main)
    if root is None:
        return Layout((), ())
    nodes = list(root.iter("*"))
    inside = [origin for origin in document.origins if origin.member == main and origin.node < len(nodes)]
    pages = read_pages(package, main, nodes, inside)
    formats = read_formats(package, main)
    paragraphs = _paragraphs(document, inside, nodes, formats, [grid for _, grid in pages])
    return Layout(tuple(page for page, _ in pages), tuple(paragraphs))


def _paragraphs(
    document: Document,
    origins: Sequence[Origin],
    nodes: Sequence[etree._Element],
    formats: Formats,
    grids: Sequence[Grid],
) -> Iterator[ParagraphForm]:
    def number(origin: Origin) -> int | None:
        line = document.line_at(origin.start)
        return line.paragraph if line is not None and line.part == "body" else None

    begins = [grid.start for grid in grids]
    for paragraph, group in groupby(origins, key=number):
        members = list(group)
        held = [origin for origin in members if not origin.generated]
        owner = _around(nodes[held[-1].node], "p") if held else None
        if paragraph is None or owner is None:
            continue
        properties = child(owner, "pPr")
        sources = formats.of_paragraph(properties)
        if formats.nearest(sources, "framePr") is not None:
            continue
        fonts = tuple(_fonts(held, nodes, formats))
        size = fonts[0].size or _CHARACTER
        start = members[0].start
        indent, chars, left = formats.indent(formats.of_paragraph(properties, lists=True), size)
        spacing = formats.spacing(sources)
        section = bisect_right(begins, start)
        pitch = grids[section - 1].pitch if section else None
        snaps = spacing[0] == "lines" and formats.is_on(sources, "snapToGrid") is not False
        yield ParagraphForm(
            start,
            members[-1].end,
            formats.alignment(sources),
            indent,
            chars,
            left,
            spacing,
            pitch if snaps else None,
            fonts,
        )


def _fonts(origins: Sequence[Origin], nodes: Sequence[etree._Element], formats: Formats) -> Iterator[FontForm]:
    """The stretches of a paragraph, neighbours of the same font joined."""
    last: FontForm | None = None
    paragraph: etree._Element | None = None
    style: str | None = None
    for origin in origins:
        node = nodes[origin.node]
        run, owner = _around(node, "r"), _around(node, "p")
        if owner is not paragraph:  # without properties all its runs would be gone through, for each of them
            paragraph, style = owner, child_value(child(owner, "pPr"), "pStyle")
        sources = formats.of_run(child(run, "rPr"), style)
        form = FontForm(
            origin.start,
            origin.end,
            formats.font(sources, "eastAsia"),
            formats.font(sources, "ascii"),
            formats.size(sources),
            bool(formats.is_on(sources, "b")),
        )
        if last is not None and (last.east_asian, last.latin, last.size, last.bold) == (
            form.east_asian,
            form.latin,
            form.size,
            form.bold,
        ):
            last = FontForm(last.start, form.end, last.east_asian, last.latin, last.size, last.bold)
            continue
        if last is not None:
            yield last
        last = form
    if last is not None:
        yield last


def _around(node: etree._Element, name: str) -> etree._Element | None:
    """The nearest element of that kind around a node; a run is looked for inside its paragraph."""
    for ancestor in node.iterancestors():
        found = kind(ancestor)
        if found == name:
            return ancestor
        if found == "p":
            return None
    return None

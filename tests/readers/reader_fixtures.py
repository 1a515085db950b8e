"""What the tests of readers build their files from: Word packages by hand, PDFs by hand, and the laws of a Document."""

import io
import zipfile
from collections.abc import Mapping

from lint.document.document import Document
from lint.document.layout import Layout
from lint.readers import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def paragraph(*runs: str, properties: str = "") -> str:
    """A w:p of runs; a run that is no markup becomes a w:r with one w:t."""
    inner = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def relationships(targets: Mapping[str, str]) -> str:
    """A .rels member; `targets` maps the last segment of the type to the target, ids are rId1, rId2 …"""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'


def docx(
    body: str,
    *,
    main: str = "word/document.xml",
    parts: Mapping[str, str] | None = None,
    prologue: str = "",
    extra: Mapping[str, str] | None = None,
) -> bytes:
    """A minimal Word file. `parts` maps kinds ("numbering") to the inner XML of their roots."""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "header": "hdr", "footer": "ftr"}
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{_WORD_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{_WORD_TYPE}.numbering+xml"/></Types>',
        "_rels/.rels": relationships({"officeDocument": main}),
        main: f"{prologue}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    folder, _, base = main.rpartition("/")
    if parts:
        members[f"{folder}/_rels/{base}.rels"] = relationships({kind: f"{kind}.xml" for kind in parts})
        for kind, inner in parts.items():
            members[f"{folder}/{kind}.xml"] = f"<w:{roots[kind]} {NAMESPACES}>{inner}</w:{roots[kind]}>"
    members.update(extra or {})
    return zipped(members)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pdf(
    pages: list[list[tuple[float, float, str]]], *, rotate: int = 0, matrix: str = "1 0 0 1", pictured: bool = False
) -> bytes:
    """A PDF with Latin text in Helvetica 12: per page (x, y, text) in points. An empty page has no text layer.

    `rotate` turns the pages clockwise, `matrix` the text; `pictured` puts a picture over the whole page, as scans have.
    """
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n" if pictured else ""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        content = picture + "".join(f"BT /F1 12 Tf {matrix} {x} {y} Tm ({text}) Tj ET\n" for x, y, text in lines)
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n".encode()
    return out + f"startxref\n{start}\n%%EOF\n".encode()


def line_texts(document: Document) -> list[str]:
    """The text of each line."""
    return [document.text[line.start : line.end] for line in document.lines]


def assert_lawful(document: Document) -> None:
    """What holds for every Document: lines cover the text, origins stand in order, places turn round."""
    text = document.text
    assert "\r" not in text
    text.encode("utf-8")
    assert line_texts(document) == text.split("\n")
    assert [line.start for line in document.lines] == [0, *(i + 1 for i, char in enumerate(text) if char == "\n")]
    paragraphs = [line.paragraph for line in document.lines if line.paragraph is not None]
    assert document.format in ("txt", "md") or len(paragraphs) == len(document.lines)
    assert all(line.page is None or line.page >= 1 for line in document.lines)
    end = 0
    for origin in document.origins:
        assert end <= origin.start < origin.end <= len(text)
        assert "\n" not in text[origin.start : origin.end]
        end = origin.end
    for offset in {0, len(text) // 3, len(text) // 2, max(0, len(text) - 1), len(text)}:
        line, column = document.line_column(offset)
        assert document.lines[line - 1].start + column - 1 == offset
    for table in document.tables or ():
        places = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(places) == len(set(places))
        assert all(row < table.rows and column < table.columns for row, column in places)
        assert all(table.start <= cell.start <= cell.end <= table.end <= len(text) for cell in table.cells)
    assert document.sha256
    assert len(document.sha256) == 64


def laid_out(content: bytes) -> tuple[Document, Layout]:
    """A Word file as it is read, and its layout."""
    document = read_bytes(content, "报告.docx", layout=True)
    assert document.layout is not None
    return document, document.layout

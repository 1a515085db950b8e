"""Readers: the bytes of a file → Document. One module a format; which one is decided by content, then by extension.

What the formats cannot carry:

- .txt, .md: nothing is lost; line and column are those of the file as an editor shows it. No pages. Tables are those
  drawn with "|"; where none is, Document.tables is None, since a table may have become mere lines.
- .docx: pages are unknown (only Word's layout knows them), so Line.page is None. Labels of automatic numbering are text
  with an Origin marked `generated`; bullets, numbers of footnotes and the tab or space between label and text are not
  text. Pictures, WordArt, charts, SmartArt, comments and embedded files are not read. Ordinals of Origin.node count
  elements only (`root.iter("*")`); docx_runs.node_text gives the characters that Origin.offset counts in.
- .doc, .wps, .rtf, .odt: as .docx, into which they are converted; Document.package is the converted file. What the
  conversion may have lost is told in a remark.
- .html: empty lines and indentation are layout and dropped; a heading outside of the article's container is
  metadata["title"], not text; places in the HTML source are unknown. Numbers of <ol> are not text.
- .pdf: characters with boxes are all there is. Paragraphs are inferred from margins, indents and gaps; white space at
  line ends, empty paragraphs and line breaks inside of paragraphs are gone. Where nothing is indented and no gap stands
  between paragraphs, one whose last line happens to be full joins the next, except before a heading number; a line is
  cut from its paragraph where the writer broke it early. Cells of a table row are separated by tabs where the gap is
  wider than 1.2 em, else they run together; cells of several lines come out line by line. Which stretches
  are cells of a table is not told (Document.tables is None).
- scans (.pdf without text, .png, .jpg), only when recognition is asked for: characters may be wrong, lines may be
  missing; Document.by_ocr tells it.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from lint.document.document import Document
from lint.os_errors import told
from lint.readers.errors import ReadError
from lint.readers.limits import Limits
from lint.readers.sniff import READABLE_SUFFIXES, UNSUPPORTED_SUFFIXES, WORD_SUFFIXES, sniff

if TYPE_CHECKING:
    from lint.readers.converted import Source
    from lint.readers.docx import WordText
    from lint.readers.pdf import PdfText

__all__ = ["READABLE_SUFFIXES", "UNSUPPORTED_SUFFIXES", "Limits", "ReadError", "read", "read_bytes"]

_DEFAULT_LIMITS = Limits()
_LAID_OUT = frozenset({"docx", "doc", "wps", "odt"})  # what .rtf says of fonts does not survive its conversion


def read(
    path: Path,
    *,
    encoding: str | None = None,
    limits: Limits = _DEFAULT_LIMITS,
    layout: bool = False,
    ocr: bool = False,
) -> Document:
    """Read a file. `encoding` forces the encoding of a text or HTML file, `layout` asks for Document.layout, too, `ocr`
    for recognising the characters of scans.

    Raises ReadError and nothing else.
    """
    try:
        if not path.exists():
            raise ReadError("找不到这个文件；请检查路径和文件名。")
        if path.is_dir():
            raise ReadError("这是文件夹，不是文件；请指明里面的文件。")
        if not path.is_file():  # a pipe or device may never end
            raise ReadError("这不是普通文件，不能读取；请指明一个报告文件。")
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            data = b"" if size > limits.max_bytes else stream.read(limits.max_bytes + 1)
    except PermissionError:
        raise ReadError("没有读取这个文件的权限；请检查文件权限，或关闭正在占用它的程序后重试。") from None
    except OSError as error:
        raise ReadError(f"文件不能读取：{told(error)}") from None
    except ValueError:
        raise ReadError("文件不能读取：路径里有用不了的字符。请检查路径。") from None
    if size > limits.max_bytes:
        raise ReadError(_too_large(limits))
    return read_bytes(data, str(path), encoding=encoding, limits=limits, layout=layout, ocr=ocr)


def read_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    limits: Limits = _DEFAULT_LIMITS,
    layout: bool = False,
    ocr: bool = False,
) -> Document:
    """Read a file's content. `name` becomes Document.path; its extension helps where the content does not tell.

    Raises ReadError and nothing else, whatever the bytes.
    """
    if len(data) > limits.max_bytes:
        raise ReadError(_too_large(limits))
    try:
        document = _FORMATS[sniff(data, name)](_Request(data, name, encoding, limits, ocr))
        return _with_layout(document, limits) if layout and document.format in _LAID_OUT else document
    except ReadError:
        raise
    except MemoryError:
        raise ReadError("内存不足，不能读取这个文件；请关闭其他程序，或拆分文件后再检。") from None
    except Exception as error:
        # The contract is kept for the user even where a library surprises us; tests look for this sentence.
        raise ReadError(f"读取时出错（{type(error).__name__}），文件可能已损坏；请另存为新文件后再检。") from error


def _too_large(limits: Limits) -> str:
    return f"文件过大（超过 {limits.max_bytes // 1_000_000} MB），不像是一份报告；请确认文件无误，或删去图片后再检。"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class _Request:
    """What is to be read, and how."""

    data: bytes
    name: str
    encoding: str | None
    limits: Limits
    ocr: bool

    @property
    def suffix(self) -> str:
        return PurePath(self.name).suffix.lower()


def _text(request: _Request) -> Document:
    from lint.document.tables import pipe_tables  # noqa: PLC0415
    from lint.readers.text import read_text  # noqa: PLC0415

    found = read_text(request.data, encoding=request.encoding, limits=request.limits)
    form = "md" if request.suffix in (".md", ".markdown") else "txt"
    remarks = (*_mismatch(request, "纯文本"), *found.remarks)
    sha256, tables = _sha256(request.data), pipe_tables(found.text) or None
    return Document(request.name, form, found.text, found.lines, sha256, found.encoding, remarks=remarks, tables=tables)


def _html(request: _Request) -> Document:
    from lint.readers.html import read_html  # noqa: PLC0415  lxml, pypdfium2 and selectolax cost start-up time

    found = read_html(request.data, encoding=request.encoding, limits=request.limits)
    return Document(
        request.name,
        "html",
        found.text,
        found.lines,
        _sha256(request.data),
        found.encoding,
        metadata=found.metadata,
        margins=found.margins,
        remarks=(*_mismatch(request, "网页"), *found.remarks),
        tables=found.tables,
        pictures=found.pictures,
    )


def _mismatch(request: _Request, what: str) -> tuple[str, ...]:
    """A remark on a file that goes by the name of a Word file and is none."""
    return (f"扩展名是 {request.suffix}，内容是{what}，按{what}读取。",) if request.suffix in WORD_SUFFIXES else ()


def _docx(request: _Request) -> Document:
    from lint.readers.docx import read_docx  # noqa: PLC0415

    return _word(request, "docx", read_docx(request.data, limits=request.limits), request.data)


def _converted(source: "Source") -> Callable[[_Request], Document]:
    def reader(request: _Request) -> Document:
        from lint.readers.converted import read_converted  # noqa: PLC0415

        made = read_converted(request.data, source, limits=request.limits)
        is_wps = source == "works" or (source == "doc" and request.suffix == ".wps")
        return _word(request, "wps" if is_wps else source, made.content, made.package)

    return reader


def _word(request: _Request, form: str, found: "WordText", package: bytes) -> Document:
    return Document(
        request.name,
        form,
        found.text,
        found.lines,
        _sha256(request.data),
        origins=found.origins,
        margins=found.margins,
        remarks=found.remarks,
        package=package,
        tables=found.tables,
        pictures=found.pictures,
    )


def _with_layout(document: Document, limits: Limits) -> Document:
    from lint.readers.docx_layout import read_layout  # noqa: PLC0415

    return replace(document, layout=read_layout(document, limits=limits))


def _pdf(request: _Request) -> Document:
    from lint.readers.pdf import read_pdf  # noqa: PLC0415

    found = read_pdf(request.data, limits=request.limits, ocr=request.ocr)
    return _pages(request, "pdf", found)


def _image(request: _Request) -> Document:
    if not request.ocr:
        raise ReadError("这是图片，没有文字；请提供 Word 版，或加 --ocr 识别文字后再检。")
    from lint.readers.pdf import read_picture  # noqa: PLC0415

    return _pages(request, "image", read_picture(request.data, limits=request.limits))


def _pages(request: _Request, form: str, found: "PdfText") -> Document:
    return Document(
        request.name,
        form,
        found.text,
        found.lines,
        _sha256(request.data),
        margins=found.margins,
        remarks=found.remarks,
        by_ocr=found.by_ocr,
    )


_FORMATS: dict[str, Callable[[_Request], Document]] = {
    "text": _text,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
    "image": _image,
    "doc": _converted("doc"),
    "works": _converted("works"),
    "rtf": _converted("rtf"),
    "odt": _converted("odt"),
}

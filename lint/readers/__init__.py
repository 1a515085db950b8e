"""Readers: the bytes of a file → Document. One module a format; which one is decided by content, then by extension.

What the formats cannot carry:

- .txt, .md: nothing is lost; line and column are those of the file as an editor shows it. No pages.
- .docx: pages are unknown (only Word's layout knows them), so Line.page is None. Labels of automatic numbering are text
  with an Origin marked `generated`; bullets, numbers of footnotes and the tab or space between label and text are not
  text. Pictures, WordArt, charts, SmartArt, comments and embedded files are not read. Ordinals of Origin.node count
  elements only (`root.iter("*")`); docx_runs.node_text gives the characters that Origin.offset counts in.
- .html: empty lines and indentation are layout and dropped; a heading outside of the article's container is
  metadata["title"], not text; places in the HTML source are unknown. Numbers of <ol> are not text.
- .pdf: characters with boxes are all there is. Paragraphs are inferred from margins, indents and gaps; white space at
  line ends, empty paragraphs and line breaks inside of paragraphs are gone. Where nothing is indented and no gap stands
  between paragraphs, one whose last line happens to be full joins the next, except before a heading number; a line is
  cut from its paragraph where the writer broke it early. Cells of a table row are separated by tabs where the gap is
  wider than 1.2 em, else they run together; cells of several lines come out line by line.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lint.document.document import Document
from lint.readers.errors import ReadError
from lint.readers.limits import Limits
from lint.readers.sniff import READABLE_SUFFIXES, UNSUPPORTED_SUFFIXES, sniff

__all__ = ["READABLE_SUFFIXES", "UNSUPPORTED_SUFFIXES", "Limits", "ReadError", "read", "read_bytes"]

_DEFAULT_LIMITS = Limits()


def read(
    path: Path, *, encoding: str | None = None, limits: Limits = _DEFAULT_LIMITS, layout: bool = False
) -> Document:
    """Read a file. `encoding` forces the encoding of a text or HTML file, `layout` asks for Document.layout, too.

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
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "路径不合法"
        raise ReadError(f"文件不能读取（{reason}）；请检查路径和磁盘后重试。") from None
    if size > limits.max_bytes:
        raise ReadError(_too_large(limits))
    return read_bytes(data, str(path), encoding=encoding, limits=limits, layout=layout)


def read_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    limits: Limits = _DEFAULT_LIMITS,
    layout: bool = False,
) -> Document:
    """Read a file's content. `name` becomes Document.path; its extension helps where the content does not tell.

    Raises ReadError and nothing else, whatever the bytes.
    """
    if len(data) > limits.max_bytes:
        raise ReadError(_too_large(limits))
    try:
        document = _FORMATS[sniff(data, name)](data, name, encoding, limits)
        return _with_layout(document, limits) if layout and document.package else document
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


def _text(data: bytes, name: str, encoding: str | None, limits: Limits) -> Document:
    from lint.readers.text import read_text  # noqa: PLC0415

    found = read_text(data, encoding=encoding, limits=limits)
    form = "md" if name.lower().endswith((".md", ".markdown")) else "txt"
    return Document(name, form, found.text, found.lines, _sha256(data), found.encoding, remarks=found.remarks)


def _html(data: bytes, name: str, encoding: str | None, limits: Limits) -> Document:
    from lint.readers.html import read_html  # noqa: PLC0415  lxml, pypdfium2 and selectolax cost start-up time

    found = read_html(data, encoding=encoding, limits=limits)
    return Document(
        name,
        "html",
        found.text,
        found.lines,
        _sha256(data),
        found.encoding,
        metadata=found.metadata,
        margins=found.margins,
        remarks=found.remarks,
    )


def _docx(data: bytes, name: str, encoding: str | None, limits: Limits) -> Document:
    from lint.readers.docx import read_docx  # noqa: PLC0415

    found = read_docx(data, limits=limits)
    return Document(
        name,
        "docx",
        found.text,
        found.lines,
        _sha256(data),
        origins=found.origins,
        margins=found.margins,
        remarks=found.remarks,
        package=data,
    )


def _with_layout(document: Document, limits: Limits) -> Document:
    from lint.readers.docx_layout import read_layout  # noqa: PLC0415

    return replace(document, layout=read_layout(document, limits=limits))


def _pdf(data: bytes, name: str, encoding: str | None, limits: Limits) -> Document:
    from lint.readers.pdf import read_pdf  # noqa: PLC0415

    found = read_pdf(data, limits=limits)
    return Document(name, "pdf", found.text, found.lines, _sha256(data), margins=found.margins, remarks=found.remarks)


_FORMATS: dict[str, Callable[[bytes, str, str | None, Limits], Document]] = {
    "text": _text,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
}

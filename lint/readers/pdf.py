"""PDF files with a text layer → text, with pypdfium2's characters and boxes."""

import ctypes
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from lint.document.document import Line
from lint.readers.assemble import Assembly, Stretch
from lint.readers.errors import ReadError
from lint.readers.limits import Limits, check_text_size
from lint.readers.pdf_lines import Glyph, read_rows
from lint.readers.pdf_margins import split_margins
from lint.readers.pdf_paragraphs import join_rows, paragraph_text

SCANNED = "这份 PDF 是扫描件或图片，没有文字层，读不出文字；请提供 Word 版，或用 OCR 识别后再检。"
LOCKED = "这份 PDF 设有打开密码，不能读取；请取消密码后另存，再来检查。"
DAMAGED = "PDF 文件已损坏，不能打开；请重新导出或下载，或提供 Word 版。"
GARBLED = "这份 PDF 的文字没有可用的编码（复制出来是乱码）；请提供 Word 版，或用 OCR 识别后再检。"
_MOST_GARBLED = 0.2  # share of characters without a meaning
_LISTED_PAGES = 10
_SPACE = 0x20

# PDFium is not thread-safe: two threads in it at once end the process.
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF holds; see Document for the fields."""

    text: str
    lines: tuple[Line, ...]
    margins: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    glyphs: list[Glyph]
    width: float
    bottom: float
    top: float


def read_pdf(data: bytes, *, limits: Limits) -> PdfText:
    """Read a PDF. Raises ReadError, also for scans, which have no text layer."""
    with _LOCK:
        pages = list(_pages(data, limits))
    characters = [glyph.char for page in pages for glyph in page.glyphs if not glyph.char.isspace()]
    if not characters:
        raise ReadError(SCANNED)
    garbled = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in characters)
    if garbled > _MOST_GARBLED * len(characters):
        raise ReadError(GARBLED)
    rows = [row for number, page in enumerate(pages, start=1) for row in read_rows(page.glyphs, number)]
    heights = {number: (page.bottom, page.top) for number, page in enumerate(pages, start=1)}
    body, margins = split_margins(rows, heights)
    if not body:
        raise ReadError(SCANNED)
    assembly = Assembly(limits)
    for number, paragraph in enumerate(join_rows(body, median(page.width for page in pages)), start=1):
        first = paragraph[0]
        part = "table" if first.is_table else "body"
        assembly.add([Stretch(paragraph_text(paragraph))], part=part, paragraph=number, page=first.page)
    return PdfText(assembly.text(), tuple(assembly.lines), margins, tuple(_remarks(pages, garbled)))


def _remarks(pages: list[_Page], garbled: int) -> Iterator[str]:
    yield "PDF 不记录段落，段落是按版面推断的；如有 Word 版，请优先检查 Word 版。"
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page.glyphs]
    if empty:
        listed = "、".join(empty[:_LISTED_PAGES]) + ("等" if len(empty) > _LISTED_PAGES else "")
        yield f"第 {listed} 页没有文字层（可能是扫描页或空白页），未纳入核对。"
    if garbled:
        yield f"有 {garbled} 个字没有可用的编码，可能显示为“\ufffd”，请核对原文。"


def _pages(data: bytes, limits: Limits) -> Iterator[_Page]:
    with _opened(data) as document:
        if len(document) > limits.max_pages:
            raise ReadError(f"PDF 页数过多（超过 {limits.max_pages} 页），不像是一份报告；请拆分后再检。")
        total = 0
        for index in range(len(document)):
            try:
                page = document[index]
            except pypdfium2.PdfiumError:
                raise ReadError(DAMAGED) from None
            try:
                left, bottom, right, top = page.get_bbox()
                sideways = page.get_rotation() in (90, 270)
                glyphs = _glyphs(page, limits)
            finally:
                page.close()
            total += len(glyphs)
            check_text_size(total, limits)
            if sideways:
                left, bottom, right, top = bottom, 0.0, top, right - left
            yield _Page(glyphs, right - left, bottom, top)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(LOCKED if "password" in str(error).lower() else DAMAGED) from None
    try:
        if len(document) == 0:
            raise ReadError(DAMAGED)
        yield document
    finally:
        document.close()


def _glyphs(page: Any, limits: Limits) -> list[Glyph]:
    """The characters that the page holds. Of those that PDFium adds only the spaces between Latin words are kept."""
    text_page = page.get_textpage()
    raw = text_page.raw
    count = pdfium_c.FPDFText_CountChars(raw)
    check_text_size(count, limits)
    turned, edges = page.get_rotation(), page.get_bbox()
    box = pdfium_c.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    found: list[Glyph] = []
    high = 0  # the first half of a character beyond the basic plane
    gap = False
    for index in range(count):
        code = pdfium_c.FPDFText_GetUnicode(raw, index)
        if code in (2, 10, 13, 0xFFFE) or pdfium_c.FPDFText_IsGenerated(raw, index) == 1:
            gap = code == _SPACE
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        char = _character(code, high)
        high = 0
        # The origin's y, not the box, puts a character on its line: boxes of a fallback font have other heights.
        if pdfium_c.FPDFText_GetLooseCharBox(raw, index, box) and pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y):
            glyph = Glyph(box.left, box.right, y.value, char)
            if turned:
                glyph = _turned(char, turned, box, (x.value, y.value), edges)
            if gap and found and _are_words(found[-1], glyph):
                found.append(Glyph(found[-1].x1, glyph.x0, glyph.y, " "))
            found.append(glyph)
            gap = False
    text_page.close()
    return found


def _are_words(before: Glyph, after: Glyph) -> bool:
    """Whether a space between these two separates Latin words; beside Chinese characters gaps are layout."""
    return before.char.isascii() and after.char.isascii() and before.y == after.y and before.x1 < after.x0


def _character(code: int, high: int) -> str:
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd"
    if code < 0x20 or code > 0x10FFFF:
        return " " if code == 9 else "\ufffd"
    char = chr(code)
    if "\u2f00" <= char <= "\u2fdf":  # radicals that fonts put in place of the characters
        return unicodedata.normalize("NFKC", char)
    return char


def _turned(
    char: str, degrees: int, box: Any, origin: tuple[float, float], edges: tuple[float, float, float, float]
) -> Glyph:
    """A glyph of a page that is shown turned clockwise by 90, 180 or 270 degrees, where it is seen to stand."""
    left, bottom, right, top = edges
    if degrees == 90:
        return Glyph(box.bottom - bottom, box.top - bottom, right - origin[0], char)
    if degrees == 180:
        return Glyph(right - box.right, right - box.left, top - origin[1], char)
    return Glyph(top - box.top, top - box.bottom, origin[0] - left, char)

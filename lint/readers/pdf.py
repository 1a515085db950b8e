"""PDF files → text, with pypdfium2's characters and boxes; where it is wished, scanned pages by recognition."""

import ctypes
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from lint.document.document import Line
from lint.readers.assemble import Assembly, Stretch
from lint.readers.errors import ReadError
from lint.readers.limits import Limits, check_text_size
from lint.readers.ocr import NOTHING
from lint.readers.pdf_lines import Glyph, read_rows
from lint.readers.pdf_margins import split_margins
from lint.readers.pdf_paragraphs import join_rows, paragraph_text

SCANNED = "这份 PDF 是扫描件或图片，没有文字层，读不出文字；请提供 Word 版，或加 --ocr 识别文字后再检。"
LOCKED = "这份 PDF 设有打开密码，不能读取；请取消密码后另存，再来检查。"
DAMAGED = "PDF 文件已损坏，不能打开；请重新导出或下载，或提供 Word 版。"
GARBLED = "这份 PDF 的文字没有可用的编码（复制出来是乱码）；请提供 Word 版，或加 --ocr 识别文字后再检。"
BY_OCR = "由扫描件识别而来，可能有错字、漏行，请与原件核对；标点、序号、错字没有检查，没有找到的要素列为待核。"
_MOST_GARBLED = 0.2  # share of characters without a meaning
_LISTED_PAGES = 10
_FEW = 30  # characters; programs for scanning print no more than their name on a page
_FULL_PAGE = 0.5  # share of the page that a picture of the page covers
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
    by_ocr: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """`pictured` says that a picture fills the page; `seen` that its characters were recognised."""

    glyphs: list[Glyph]
    width: float
    bottom: float
    top: float
    pictured: bool = False
    seen: bool = False

    @property
    def count(self) -> int:
        return sum(not glyph.char.isspace() for glyph in self.glyphs)


def read_pdf(data: bytes, *, limits: Limits, ocr: bool = False) -> PdfText:
    """Read a PDF; with `ocr` the pages without text, too. Raises ReadError, without `ocr` also for scans."""
    with _LOCK, _opened(data) as document:
        pages = _unmarked(list(_pages(document, limits)))
        if ocr:
            wanted = range(len(pages)) if _garbled(pages) else [n for n, page in enumerate(pages) if not page.count]
            pages = _recognised(document, pages, wanted, limits)
    if not any(page.count for page in pages):
        raise ReadError(NOTHING if ocr else SCANNED)
    if _garbled(pages):
        raise ReadError(GARBLED)
    return _assembled(pages, limits)


def read_picture(data: bytes, *, limits: Limits) -> PdfText:
    """Recognise what stands on the photograph of a page. Raises ReadError."""
    from lint.readers.ocr import read_photo  # noqa: PLC0415

    found = read_photo(data)
    if not found.glyphs:
        raise ReadError(NOTHING)
    return _assembled([_Page(found.glyphs, found.width, 0.0, found.height, seen=True)], limits)


def _assembled(pages: Sequence[_Page], limits: Limits) -> PdfText:
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
    by_ocr = any(page.seen and page.count for page in pages)
    return PdfText(assembly.text(), tuple(assembly.lines), margins, tuple(_remarks(pages)), by_ocr)


def _unmarked(pages: list[_Page]) -> list[_Page]:
    """The pages of a scan without the few words that the scanning program prints on each; other pages as they are."""
    if all(page.count <= _FEW and (page.pictured or not page.count) for page in pages):
        return [replace(page, glyphs=[]) for page in pages]
    return pages


def _damage(page: _Page) -> int:
    return sum(glyph.char == "\ufffd" or "\ue000" <= glyph.char <= "\uf8ff" for glyph in page.glyphs)


def _garbled(pages: Sequence[_Page]) -> bool:
    return sum(map(_damage, pages)) > _MOST_GARBLED * sum(page.count for page in pages)


def _remarks(pages: Sequence[_Page]) -> Iterator[str]:
    if all(page.seen for page in pages):
        yield f"文字{BY_OCR}"
    else:
        yield "PDF 不记录段落，段落是按版面推断的；如有 Word 版，请优先检查 Word 版。"
        if seen := _listed(number for number, page in enumerate(pages, start=1) if page.seen and page.count):
            yield f"第 {seen} 页{BY_OCR}"
    if empty := _listed(number for number, page in enumerate(pages, start=1) if not page.glyphs):
        yield f"第 {empty} 页没有文字层（可能是扫描页或空白页），未纳入核对。"
    if garbled := sum(map(_damage, pages)):
        yield f"有 {garbled} 个字没有可用的编码，可能显示为“\ufffd”，请核对原文。"


def _listed(pages: Iterable[int]) -> str:
    numbers = [str(number) for number in pages]
    return "、".join(numbers[:_LISTED_PAGES]) + ("等" if len(numbers) > _LISTED_PAGES else "")


def _recognised(document: Any, pages: list[_Page], wanted: Sequence[int], limits: Limits) -> list[_Page]:
    """The pages, those `wanted` (from 0) with the characters that were recognised on them."""
    if not wanted:
        return pages
    if len(wanted) > limits.max_scanned:
        raise ReadError(f"要识别的扫描页过多（超过 {limits.max_scanned} 页），不像是一份报告；请拆分后再检。")
    from lint.readers.ocr import LONGEST, recognise  # noqa: PLC0415  an extra that most runs do without

    pages = list(pages)
    for index in wanted:
        page = document[index]
        try:
            scale = LONGEST / max(1.0, *page.get_size())
            picture = page.render(scale=scale).to_numpy()
        finally:
            page.close()
        found = recognise(picture, scale)
        pages[index] = _Page(found.glyphs, found.width, 0.0, found.height, seen=True)
    return pages


def _pages(document: Any, limits: Limits) -> Iterator[_Page]:
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
            pictured = len(glyphs) <= 2 * _FEW and _is_pictured(page)
        finally:
            page.close()
        total += len(glyphs)
        check_text_size(total, limits)
        if sideways:
            left, bottom, right, top = bottom, 0.0, top, right - left
        yield _Page(glyphs, right - left, bottom, top, pictured)


def _is_pictured(page: Any) -> bool:
    """Whether one picture covers most of the page."""
    left, bottom, right, top = page.get_bbox()
    least = _FULL_PAGE * (right - left) * (top - bottom)
    for each in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        x0, y0, x1, y1 = each.get_bounds()
        if (x1 - x0) * (y1 - y0) >= least:
            return True
    return False


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

"""The pages of a PDF as pypdfium2 gives them: characters with their boxes, and what else covers a page."""

import ctypes
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from lint.readers.errors import ReadError
from lint.readers.limits import Limits, check_text_size
from lint.readers.pdf_lines import Glyph

LOCKED = "这份 PDF 设有打开密码，不能读取；请取消密码后另存，再来检查。"
DAMAGED = "PDF 文件已损坏，不能打开；请重新导出或下载，或提供 Word 版。"
FEW = 30  # characters; programs for scanning print no more than their name on a page
_FULL_PAGE = 0.5  # share of the page that the pictures of a scanned page cover
_SPACE = 0x20


@dataclass(frozen=True, slots=True)
class Page:
    """One page; lengths in points, y upwards. `pictured` says that pictures fill it, `blank` that nothing is on it,
    `seen` that its characters were recognised."""

    glyphs: list[Glyph]
    width: float
    bottom: float
    top: float
    pictured: bool = False
    blank: bool = False
    seen: bool = False

    @property
    def count(self) -> int:
        return sum(not glyph.char.isspace() for glyph in self.glyphs)


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The PDF, open as long as the context lasts. Raises ReadError for damage and passwords."""
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


def read_pages(document: Any, limits: Limits) -> Iterator[Page]:
    """The pages in their order. Raises ReadError for damage and for more than the limits allow."""
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
            pictured, blank = _look(page) if len(glyphs) <= 2 * FEW else (False, False)
        finally:
            page.close()
        total += len(glyphs)
        check_text_size(total, limits)
        if sideways:
            left, bottom, right, top = bottom, 0.0, top, right - left
        yield Page(glyphs, right - left, bottom, top, pictured, blank)


def _look(page: Any) -> tuple[bool, bool]:
    """Whether pictures cover most of the page, and whether nothing is on it."""
    left, bottom, right, top = page.get_bbox()
    covered, blank = 0.0, True
    for each in page.get_objects(max_depth=4):
        blank = False
        if each.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = each.get_bounds()
            covered += (x1 - x0) * (y1 - y0)
    return covered >= _FULL_PAGE * (right - left) * (top - bottom) > 0, blank


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

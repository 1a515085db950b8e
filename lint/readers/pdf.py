"""PDF files → text, with pypdfium2's characters and boxes; where it is wished, scanned pages by recognition."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from lint.document.document import Line
from lint.readers.assemble import Assembly, Stretch
from lint.readers.errors import ReadError
from lint.readers.limits import Limits
from lint.readers.ocr import NOTHING
from lint.readers.pdf_lines import read_rows
from lint.readers.pdf_margins import split_margins
from lint.readers.pdf_pages import FEW, Page, opened, read_pages
from lint.readers.pdf_paragraphs import join_rows, paragraph_text

SCANNED = "这份 PDF 是扫描件或图片，没有文字层，读不出文字；请提供 Word 版，或加 --ocr 识别文字后再检。"
GARBLED = "这份 PDF 的文字没有可用的编码（复制出来是乱码）；请提供 Word 版，或加 --ocr 识别文字后再检。"
BY_OCR = "由扫描件识别而来，可能有错字、漏行，请与原件核对；标点、序号、错字没有检查，没有找到的要素列为待核。"
_MOST_GARBLED = 0.2  # share of characters without a meaning
_LISTED_PAGES = 10

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


def read_pdf(data: bytes, *, limits: Limits, ocr: bool = False) -> PdfText:
    """Read a PDF; with `ocr` the pages without text, too. Raises ReadError, without `ocr` also for scans."""
    with _LOCK, opened(data) as document:
        pages = _unmarked(list(read_pages(document, limits)))
        if ocr:
            wanted = range(len(pages)) if _garbled(pages) else _unread(pages)
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
    return _assembled([Page(found.glyphs, found.width, 0.0, found.height, seen=True)], limits)


def _assembled(pages: Sequence[Page], limits: Limits) -> PdfText:
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


def _unmarked(pages: list[Page]) -> list[Page]:
    """The pages of a scan without the few words that the scanning program prints on each; other pages as they are."""
    if all(page.count <= FEW and (page.pictured or not page.count) for page in pages):
        return [replace(page, glyphs=[]) for page in pages]
    return pages


def _unread(pages: Sequence[Page]) -> list[int]:
    """The pages (from 0) on which there is something to see but no text."""
    return [index for index, page in enumerate(pages) if not page.count and not page.blank]


def _damage(page: Page) -> int:
    return sum(glyph.char == "\ufffd" or "\ue000" <= glyph.char <= "\uf8ff" for glyph in page.glyphs)


def _garbled(pages: Sequence[Page]) -> bool:
    return sum(map(_damage, pages)) > _MOST_GARBLED * sum(page.count for page in pages)


def _remarks(pages: Sequence[Page]) -> Iterator[str]:
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


def _recognised(document: Any, pages: list[Page], wanted: Sequence[int], limits: Limits) -> list[Page]:
    """The pages, those `wanted` (from 0) with the characters that were recognised on them."""
    if not wanted:
        return pages
    if len(wanted) > limits.max_scanned:
        raise ReadError(f"要识别的扫描页过多（超过 {limits.max_scanned} 页），不像是一份报告；请拆分后再检。")
    from lint.readers.ocr import LONGEST, need_recogniser, recognise  # noqa: PLC0415  an extra that most do without

    need_recogniser()
    pages = list(pages)
    for index in wanted:
        page = document[index]
        try:
            scale = LONGEST / max(1.0, *page.get_size())
            picture = page.render(scale=scale).to_numpy()
        finally:
            page.close()
        found = recognise(picture, scale)
        pages[index] = Page(found.glyphs, found.width, 0.0, found.height, seen=True)
    return pages

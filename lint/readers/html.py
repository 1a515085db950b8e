"""Saved web pages → the article without menus, and what the page says about it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from lint.document.document import Line
from lint.document.tables import Table
from lint.readers.assemble import Assembly, Stretch
from lint.readers.decode import UNKNOWN, Decoded, decode
from lint.readers.errors import ReadError
from lint.readers.html_article import article_of, metadata_of
from lint.readers.html_blocks import read_blocks, read_page, tables_of
from lint.readers.html_tables import PageTables
from lint.readers.limits import Limits, check_text_size

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
# Page headers and footers in what LibreOffice saves as HTML.
_MARGINS = "div[title=header], div[title=footer]"
NO_ARTICLE = (
    "网页里没有找到正文，可能保存时正文还没有加载；请在浏览器里打开网页，等正文显示后再保存，或把正文复制到 .txt 文件。"
)


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a web page holds; see Document for the fields."""

    text: str
    lines: tuple[Line, ...]
    encoding: str
    metadata: Mapping[str, str]
    margins: tuple[str, ...]
    remarks: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    pictures: tuple[int, ...] = ()


def read_html(data: bytes, *, encoding: str | None, limits: Limits) -> WebPage:
    """Read a saved page. Raises ReadError, also for a page without an article."""
    decoded = _decode(data, encoding)
    # NUL and lone "\r" have no place in a page; "\0" marks line breaks later on.
    page = LexborHTMLParser(decoded.text.replace("\0", ""))
    sides = page.css(_MARGINS)
    margins = tuple(dict.fromkeys(block.text for side in sides for block in read_blocks(side)))
    skipped = frozenset(side.mem_id for side in sides)
    article = article_of(page)
    blocks, found = read_page(article, skipped) if article is not None else ([], PageTables())
    if article is None or not blocks:
        raise ReadError(NO_ARTICLE)
    body = page.body
    around = [] if body is None else [block.text for block in read_blocks(body, skipped | {article.mem_id})]
    assembly = Assembly(limits)
    for block in blocks:
        part = "table" if block.table else "body"
        assembly.add([Stretch(block.text)], part=part, paragraph=block.number)
    text = assembly.text()
    check_text_size(len(text), limits)
    metadata = metadata_of(page, [*around, *(block.text for block in blocks[:5])])
    tables = tables_of(found, blocks, [line.start for line in assembly.lines])
    lines = tuple(assembly.lines)
    pictures = tuple(sorted(lines[min(before, len(lines)) - 1].end for before in found.pictures if before))
    return WebPage(text, lines, decoded.encoding, metadata, margins, decoded.remarks, tables, pictures)


def _decode(data: bytes, encoding: str | None) -> Decoded:
    """Decode by the bytes; what the page declares counts only where they do not tell (Big5, Shift-JIS)."""
    try:
        return decode(data, encoding=encoding)
    except ReadError as error:
        declared = _DECLARED.search(data[:4096])
        if encoding is not None or declared is None or str(error) != UNKNOWN:
            raise
        try:
            return decode(data, encoding=declared[1].decode("ascii"))
        except ReadError:
            raise error from None

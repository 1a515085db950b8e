"""Page headers, footers and page numbers of a PDF, told from the text."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from lint.readers.pdf_lines import Row

_EDGE = 0.12  # share of the page height at its top and at its bottom
_MOST_EDGE_ROWS = 3
_STEP = 6  # points
_LONGEST = 300  # characters of a page number or of what a browser prints
_SHARE = 0.4  # of the pages that a repeated line stands on; headers of odd and even pages differ
_NUMBER = re.compile(
    r"[—\-－–―·.\s]*(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6})(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[—\-－–―·.\s]*"
)
# What a browser prints around a page: date, time and title above; address and page number below.
_BROWSER_HEAD = re.compile(
    r"\d{1,4}/\d{1,2}/\d{1,4}[,，]?\s+(?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s.*)?"
)
_BROWSER_FOOT = re.compile(r"(?:https?|file):\S+(?:\s+\d+/\d+)?")


def split_margins(rows: Sequence[Row], heights: Mapping[int, tuple[float, float]]) -> tuple[list[Row], tuple[str, ...]]:
    """The rows of the text, and the texts of headers and footers (each once, whatever numbers are in them).

    `heights` has the lowest and highest y of each page, in points.
    """
    by_page: dict[int, list[Row]] = {}
    for row in rows:
        by_page.setdefault(row.page, []).append(row)
    edges = {page: _edge_rows(found, *heights[page]) for page, found in by_page.items()}
    standing = Counter(place for found in edges.values() for place in {_place(row) for row in found})
    wanted = max(2.0, _SHARE * len(by_page))
    margin: set[int] = set()
    texts: dict[str, str] = {}
    for found in edges.values():
        for row in found:
            if _standing(row, standing) >= wanted or _is_furniture(row.text):
                margin.add(id(row))
                texts.setdefault(_without_numbers(row.text), row.text)
    return [row for row in rows if id(row) not in margin], tuple(texts.values())


def _edge_rows(rows: list[Row], bottom: float, top: float) -> list[Row]:
    reach = (top - bottom) * _EDGE
    by_height = sorted(rows, key=lambda row: -row.y)
    head = [row for row in by_height[:_MOST_EDGE_ROWS] if row.y > top - reach]
    foot = [row for row in by_height[-_MOST_EDGE_ROWS:] if row.y < bottom + reach]
    return list({id(row): row for row in head + foot}.values())


def _place(row: Row) -> tuple[str, int]:
    return _without_numbers(row.text), round(row.y / _STEP)


def _standing(row: Row, pages: Mapping[tuple[str, int], int]) -> int:
    """How many pages have the same line at about the same height; a scanned page lies a little higher or lower."""
    text, step = _place(row)
    return sum(pages.get((text, near), 0) for near in (step - 1, step, step + 1))


def _without_numbers(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s", "", text))


def _is_furniture(text: str) -> bool:
    return len(text) <= _LONGEST and any(pattern.fullmatch(text) for pattern in (_NUMBER, _BROWSER_HEAD, _BROWSER_FOOT))

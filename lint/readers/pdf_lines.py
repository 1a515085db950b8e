"""Characters of a PDF page with their boxes → lines in reading order.

Geometry, not the order in the file: writers put the quotation marks of another font after the line they stand in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

_BASELINE = 0.45  # em; baselines nearer than that are one line
_GAP = 1.2  # em; a wider gap separates cells
_GUTTER = 0.7  # em; a gap this wide may be the one between two columns
_SAME_PLACE = 0.15  # em; the same character nearer than that is one drawn twice to look bold
_LEAST_LINES = 6  # in each of two columns
_MOST_SEGMENTS = 1_000  # on a page; more is no text in columns, and the search for a gutter takes their square
_FILLED = 0.65  # share of a column's width that its typical line fills; cells of tables fill less
_MOST_CROSSING = 0.25  # share of lines that may run across both columns (headings)


class Glyph(NamedTuple):
    """A character; x0, x1 and its baseline y in points, y upwards. A tuple because there are thousands a page."""

    x0: float
    x1: float
    y: float
    char: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line on a page, from left to right. `frame` is 0 on a page of one column, else the column from 1."""

    page: int
    frame: int
    x0: float
    x1: float
    y: float
    em: float
    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def is_table(self) -> bool:
        """Whether it has several cells, separated by tabs."""
        return "\t" in self.text


def is_cjk(char: str) -> bool:
    """Whether a character is an ideograph, which is one em wide."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"


def read_rows(glyphs: Sequence[Glyph], page: int) -> list[Row]:
    """The lines of one page (`page` counts from 1) in reading order: two columns one after the other."""
    if not glyphs:
        return []
    em = _em(glyphs)
    lines = _lines(glyphs, em)
    segments = [segment for line in lines for segment in _segments(line, em * _GUTTER)]
    gutter = _gutter(segments, em)
    if gutter is None:
        return [row for line in lines if (row := _row(_segments(line, em * _GAP), page, 0, em)) is not None]
    rows: list[Row] = []
    columns: tuple[list[list[Glyph]], list[list[Glyph]]] = ([], [])

    def release() -> None:
        for frame, column in enumerate(columns, start=1):
            rows.extend(row for line in _same_baseline(column, em) if (row := _row(line, page, frame, em)) is not None)
            column.clear()

    for segment in segments:
        if segment[-1].x1 <= gutter:
            columns[0].append(segment)
        elif segment[0].x0 >= gutter:
            columns[1].append(segment)
        else:
            release()
            if (row := _row([segment], page, 0, em)) is not None:
                rows.append(row)
    release()
    return rows


def _em(glyphs: Sequence[Glyph]) -> float:
    widths = [glyph.x1 - glyph.x0 for glyph in glyphs if is_cjk(glyph.char)]
    if not widths:  # Latin letters are about half an em wide
        widths = [2 * (glyph.x1 - glyph.x0) for glyph in glyphs if not glyph.char.isspace()]
    return (median(widths) if widths else 0.0) or 10.0


def _lines(glyphs: Sequence[Glyph], em: float) -> list[list[Glyph]]:
    """Glyphs grouped by baseline, from the top of the page, each line from left to right, doubled glyphs taken out."""
    lines: list[list[Glyph]] = []
    baseline = 0.0
    for glyph in sorted(glyphs, key=lambda each: -each.y):
        if lines and abs(baseline - glyph.y) < em * _BASELINE:
            lines[-1].append(glyph)
        else:
            baseline = glyph.y
            lines.append([glyph])
    for line in lines:
        line.sort()
        line[:] = [glyph for index, glyph in enumerate(line) if index == 0 or not _doubled(line[index - 1], glyph, em)]
    return lines


def _doubled(before: Glyph, glyph: Glyph, em: float) -> bool:
    return before.char == glyph.char and not glyph.char.isspace() and glyph.x0 - before.x0 < em * _SAME_PLACE


def _segments(line: list[Glyph], widest: float) -> list[list[Glyph]]:
    """A line cut at gaps wider than `widest` points. White space at either end of a piece is dropped."""
    segments: list[list[Glyph]] = []
    for glyph in line:
        if glyph.char.isspace() and (not segments or glyph.x0 - segments[-1][-1].x1 > widest):
            continue
        if segments and glyph.x0 - segments[-1][-1].x1 <= widest:
            segments[-1].append(glyph)
        else:
            segments.append([glyph])
    for segment in segments:
        while segment and segment[-1].char.isspace():
            segment.pop()
    return [segment for segment in segments if segment]


def _gutter(segments: list[list[Glyph]], em: float) -> float | None:
    """The x between two columns of text, or None for one column (or a table, whose cells do not fill theirs)."""
    if not 2 * _LEAST_LINES <= len(segments) <= _MOST_SEGMENTS:
        return None
    left = min(segment[0].x0 for segment in segments)
    right = max(segment[-1].x1 for segment in segments)
    best: tuple[int, float] | None = None
    for x in sorted({round(segment[0].x0 - em / 4, 1) for segment in segments}):
        if not left + 0.3 * (right - left) < x < left + 0.7 * (right - left):
            continue
        before = [segment[-1].x1 - segment[0].x0 for segment in segments if segment[-1].x1 <= x]
        after = [segment[-1].x1 - segment[0].x0 for segment in segments if segment[0].x0 >= x]
        crossing = len(segments) - len(before) - len(after)
        if min(len(before), len(after)) < _LEAST_LINES or crossing > _MOST_CROSSING * len(segments):
            continue
        if median(before) < _FILLED * (x - left) or median(after) < _FILLED * (right - x):
            continue
        if best is None or crossing < best[0]:
            best = crossing, x
    return None if best is None else best[1]


def _same_baseline(segments: list[list[Glyph]], em: float) -> list[list[list[Glyph]]]:
    """Segments gathered into lines again; they come from top to bottom, each line from left to right."""
    lines: list[list[list[Glyph]]] = []
    for segment in segments:
        if lines and abs(lines[-1][0][0].y - segment[0].y) < em * _BASELINE and segment[0].x0 > lines[-1][-1][-1].x0:
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return lines


def _row(segments: list[list[Glyph]], page: int, frame: int, page_em: float) -> Row | None:
    """A line of `segments`, with a tab where they stand far apart; None where there is nothing to see."""
    text = ""
    for index, segment in enumerate(segments):
        far = index > 0 and segment[0].x0 - segments[index - 1][-1].x1 > page_em * _GAP
        text += ("\t" if far else "") + "".join(glyph.char for glyph in segment)
    text = text.strip()
    if not text:
        return None
    glyphs = tuple(glyph for segment in segments for glyph in segment)
    widths = [glyph.x1 - glyph.x0 for glyph in glyphs if is_cjk(glyph.char)]
    em = (median(widths) if widths else 0.0) or page_em
    return Row(page, frame, glyphs[0].x0, glyphs[-1].x1, median(glyph.y for glyph in glyphs), em, text, glyphs)

"""Wrapped lines of a PDF → paragraphs.

A PDF knows no paragraphs. A line goes on with the one before it when that one was full, judged by whether the next
word would still have fitted, and nothing speaks for a new paragraph: an indent, a gap, another size, a heading number.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lint.readers.pdf_lines import Row

_NEARLY_FULL = 2.2  # em short of the right margin: justified or ragged, a line may still be full
_SHORT = 3.0  # em short of the right margin: certainly the end of a paragraph
_INDENT = 0.8  # em right of the left margin: certainly indented
_MORE_THAN_PITCH = 1.3  # times the usual distance of lines: a gap between paragraphs
_LEAST_WIDTH = 0.75  # of the page; a right margin further left is only the end of the longest of some short lines
_MOST_PITCH = 2.6  # em; double spacing
_BIN = 0.3  # em; margins are found as the places where most lines begin or end
_OTHER_SIZE = 0.15
_OPENING = "“‘（(《〈「『【〔［[{"
_CLOSING = "”’）)》〉」』】〕］]}，。、；：？！,.;:?!%％…—"
_FINAL = "。！？：；!?:;”）)"
_HEADING = re.compile(
    r"[一二三四五六七八九十百]{1,4}[、．.]|[（(][一二三四五六七八九十百]{1,4}[)）]|第[一二三四五六七八九十百]{1,4}[章节条]"
    r"|\d{1,2}[、．](?!\d)|\d{1,2}\.(?![\d.])|[（(]\d{1,2}[)）]|[①-⑳]"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The column that lines stand in, in points, and the habits of its paragraphs.

    `pitch` is the usual distance of baselines, `indented` whether paragraphs begin with an indent, `spaced` whether
    there is a gap between them.
    """

    left: float
    right: float
    em: float
    pitch: float
    indented: bool
    spaced: bool


def join_rows(rows: Sequence[Row], page_width: float = 0.0) -> list[list[Row]]:
    """The rows of each paragraph. Rows come in reading order, without headers and footers; `page_width` in points."""
    frames = {
        frame: _frame([row for row in rows if row.frame == frame], 0.0 if frame else page_width * _LEAST_WIDTH)
        for frame in {row.frame for row in rows}
    }
    paragraphs: list[list[Row]] = []
    for row in rows:
        if paragraphs and _goes_on(paragraphs[-1][-1], row, frames[paragraphs[-1][-1].frame], frames[row.frame]):
            paragraphs[-1].append(row)
        else:
            paragraphs.append([row])
    return paragraphs


def paragraph_text(rows: Sequence[Row]) -> str:
    """The text of a paragraph: its rows without a separator, but with a space between two Latin words."""
    text = ""
    for row in rows:
        latin = text[-1:].isascii() and text[-1:].isalpha() and row.text[0].isascii() and row.text[0].isalpha()
        text += (" " if latin else "") + row.text
    return text


def _frame(rows: list[Row], least_right: float) -> Frame:
    em = median(row.em for row in rows)
    left = _margin([row.x0 for row in rows], em, lowest=True)
    long_rows = [row.x1 for row in rows if len(row.text) >= 10] or [row.x1 for row in rows]
    right = max(_margin(long_rows, em, lowest=False), least_right)
    pairs = [(a, b) for a, b in pairwise(rows) if a.page == b.page and a.y > b.y]
    full = [a.y - b.y for a, b in pairs if right - a.x1 < _NEARLY_FULL * em]
    pitch = _most_common(full or [a.y - b.y for a, b in pairs], 0.5) if pairs else em
    pitch = min(pitch, _MOST_PITCH * em)
    ends = [(a, b) for a, b in pairwise(rows) if right - a.x1 > _SHORT * em]
    starts = [b.x0 - left for _, b in ends]
    indented = bool(starts) and sum(1.2 * em < indent < 4.5 * em for indent in starts) >= 0.5 * len(starts)
    gaps = [a.y - b.y > _MORE_THAN_PITCH * pitch for a, b in ends if a.page == b.page and a.y > b.y]
    spaced = len(gaps) >= 3 and sum(gaps) >= 0.8 * len(gaps)
    return Frame(left, right, em, pitch, indented, spaced)


def _margin(places: list[float], em: float, *, lowest: bool) -> float:
    """Where most lines begin (the leftmost such place) or end (among those within 2.5 em of the farthest)."""
    if lowest:
        bins = Counter(round(place / (em * _BIN)) for place in places)
        enough = max(2, 0.08 * len(places))
        usual = [place for place in places if bins[round(place / (em * _BIN))] >= enough]
        return min(usual or places)
    farthest = max(places)
    return _most_common([place for place in places if place > farthest - 2.5 * em], em * _BIN)


def _most_common(values: list[float], width: float) -> float:
    """The median of the fullest bin of the given width; of equally full ones that with the larger values."""
    bins: dict[int, list[float]] = {}
    for value in values:
        bins.setdefault(round(value / width), []).append(value)
    return median(max(bins.items(), key=lambda item: (len(item[1]), item[0]))[1])


def _goes_on(before: Row, row: Row, old: Frame, new: Frame) -> bool:
    """Whether `row` goes on with the paragraph that `before` belongs to."""
    if before.is_table or row.is_table or abs(row.em - before.em) > _OTHER_SIZE * before.em:
        return False
    em = old.em
    room = old.right - before.x1
    nearly_full = room < _NEARLY_FULL * em
    adjacent = row.page == before.page and row.frame == before.frame and before.y > row.y
    if adjacent and before.y - row.y > _MORE_THAN_PITCH * old.pitch:
        return False
    if row.x0 - new.left > _INDENT * em:
        return nearly_full and adjacent and old.spaced  # a centred paragraph: only a gap would end it
    fits = _first_word(row) <= room - 0.1 * em
    if old.indented or (old.spaced and adjacent):
        return nearly_full or not fits
    if _HEADING.match(row.text):
        return False
    return not fits or (nearly_full and before.text[-1] not in _FINAL)


def _first_word(row: Row) -> float:
    """The width of what a line break cannot divide at the beginning of a row, in points."""
    glyphs = row.glyphs
    end = 0
    while end < len(glyphs) - 1 and glyphs[end].char in _OPENING:
        end += 1
    # “办”APP，” is one piece: nothing divides Latin letters, and no line ends before or begins after a closing quote.
    while end < len(glyphs) - 1 and _holds_together(glyphs[end].char, glyphs[end + 1].char):
        end += 1
    return glyphs[end].x1 - glyphs[0].x0


def _holds_together(char: str, following: str) -> bool:
    return following in _CLOSING or (_is_latin(following) and (_is_latin(char) or char in "”’"))


def _is_latin(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in "%.-/+")

"""The 原文 of a page: every line of the text with its number, its marks cut into segments, its numbers in the margin.

Built as strings: the text may hold hundreds of marks, and everything that comes from outside goes through `_text`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from lint.document.document import Document
from lint.document.lazy import lazy
from lint.record import shape
from lint.render.marks import CHAIN, EVIDENCE, FINDING, HEADING, NEAREST, Mark
from lint.render.source_tables import drawable, table_html
from lint.render.words import neutral

# Marks that begin within this many characters share one group in the margin: a printed line holds about as many, so
# two groups never stand on the same line.
_GROUP = 36
_HOLDS = 3
_PAUSE = lazy("[，。；、：,;]")
_ORDER = (HEADING, EVIDENCE, NEAREST, CHAIN, FINDING)


def source_html(document: Document, masked: str, marks: Sequence[Mark], outline: Sequence[shape.Heading]) -> str:
    """The text as HTML, sliced from `masked` so that nothing private is shown."""
    headings = [Mark(h["start"], h["end"], HEADING, f"s{index}") for index, h in enumerate(outline)]
    levels = {heading["line"]: heading["level"] for heading in reversed(outline)}
    ordered = sorted([*headings, *marks], key=lambda mark: (mark.start, mark.end, mark.number, mark.anchor))
    starts = [mark.start for mark in ordered]
    open_marks: list[Mark] = []
    tables = drawable(document, ordered)
    behind = 0
    lines = []
    for number, line in enumerate(document.lines, 1):
        if number <= behind:
            continue
        if number - 1 in tables:
            drawn, behind = table_html(document, tables[number - 1], ordered, lambda *place: _line(masked, *place))
            lines.append(drawn)
            open_marks = [mark for mark in ordered if mark.start < document.lines[behind - 1].end < mark.end]
            continue
        fresh = ordered[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        here = [mark for mark in open_marks if mark.end > line.start] + fresh
        open_marks = [mark for mark in here if mark.end > line.end]
        if line.end == line.start or not masked[line.start : line.end].strip():
            lines.append(f'<p id="L{number}" class="blank"></p>')
            continue
        shown = _number(document, number)
        level = f' class="h{min(levels[number], 3)}"' if number in levels else ""
        body = _line(masked, line.start, line.end, here) if here else _text(masked[line.start : line.end])
        lines.append(f'<p id="L{number}"{shown}{level}>{body}</p>')
    return "\n".join(lines)


def _number(document: Document, number: int) -> str:
    """The number of a line in the margin, as places are told: of a Word file that of its paragraph, once."""
    paragraph = document.paragraph_of(document.lines[number - 1])
    if paragraph is None:
        return f' data-l="{number}"'
    begins = number < 2 or document.paragraph_of(document.lines[number - 2]) != paragraph
    return f' data-l="{paragraph}"' if begins else ""


def _line(text: str, start: int, end: int, marks: list[Mark]) -> str:
    """One line: at each border of a mark a new segment, classed by all marks that cover it."""
    groups = _groups([mark for mark in marks if mark.start >= start], text, end)
    beginning: dict[int, list[Mark]] = {}
    for mark in marks:
        beginning.setdefault(max(mark.start, start), []).append(mark)
    cuts = sorted({start, end, *beginning, *groups, *(mark.end for mark in marks if mark.end < end)})
    covering: list[Mark] = []
    pieces = []
    for left, right in pairwise(cuts):
        fresh = beginning.get(left, [])
        covering = [mark for mark in covering if mark.end > left] + fresh
        pieces.append(groups.get(left, ""))
        pieces += [f'<i id="{mark.anchor}"></i>' for mark in fresh if mark.start == left]
        body = _text(text[left:right])
        pieces.append(_segment(body, covering) if covering else body)
    return "".join(pieces)


def _segment(body: str, covering: list[Mark]) -> str:
    kinds = {mark.kind for mark in covering}
    classes = " ".join(kind for kind in _ORDER if kind in kinds)
    tag = "mark" if FINDING in kinds else "span"
    cards = " ".join(dict.fromkeys(mark.card for mark in covering if mark.card))
    owner = f' data-c="{cards}"' if cards else ""
    return f'<{tag} class="{classes}"{owner}>{body}</{tag}>'


def _groups(marks: list[Mark], text: str, end: int) -> dict[int, str]:
    """Margin numbers by the offset before which they stand; what one group cannot hold waits for the next line, and
    stands behind a punctuation mark there, so that it parts no word."""
    gathered: list[tuple[int, dict[int, Mark]]] = []
    for mark in marks:
        if not mark.number or (gathered and mark.number in gathered[-1][1]):
            continue
        if not gathered or mark.start - gathered[-1][0] > _GROUP:
            gathered.append((mark.start, {}))
        elif len(gathered[-1][1]) == _HOLDS and gathered[-1][0] + _GROUP < end:
            pause = _PAUSE.search(text, gathered[-1][0] + _GROUP, end)
            gathered.append((pause.end() if pause and pause.end() < end else gathered[-1][0] + _GROUP, {}))
        gathered[-1][1][mark.number] = mark
    return {
        at: '<span class="g">'
        + " ".join(f'<a href="#{mark.card}">{number}</a>' for number, mark in sorted(group.items()))
        + "</span>"
        for at, group in gathered
    }


def _text(piece: str) -> str:
    return escape(neutral(piece), quote=False)  # never inside an attribute

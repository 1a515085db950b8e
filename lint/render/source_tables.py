"""The tables of figures in the 原文 of a page, drawn as tables: one line a cell says nothing to a reader."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import groupby

from lint.document.document import Document
from lint.document.lazy import lazy
from lint.document.tables import Cell, Table, of_figures
from lint.render.marks import Mark

Draw = Callable[[int, int, list[Mark]], str]  # a stretch within one line, with the marks that touch it
_BETWEEN = lazy(r"[\s|]*")
_LARGEST = 2_000  # cells


def drawable(document: Document, marks: Sequence[Mark]) -> dict[int, Table]:
    """The tables to draw, by the index of their first line: those of figures whose cells hold all of their text and all
    beginnings of marks, each taking up whole lines."""
    found: dict[int, Table] = {}
    starts = sorted(mark.start for mark in marks)
    taken = -1
    for table in document.tables or ():
        first, last = document.line_index(table.start), document.line_index(table.end)
        if first <= taken or len(table.cells) > _LARGEST or not of_figures(table, document.text):
            continue
        start, end = document.lines[first].start, document.lines[last].end
        if _gaps_are_empty(document.text, table, start, end, starts):
            found[first] = table
            taken = last
    return found


def _gaps_are_empty(text: str, table: Table, start: int, end: int, marks: Sequence[int]) -> bool:
    at = start
    for cell in [*table.cells, Cell(end, end, 0, 0)]:
        if cell.start < at or not _BETWEEN.fullmatch(text, at, cell.start):
            return False
        if bisect_left(marks, cell.start) > bisect_left(marks, at):
            return False
        at = cell.end
    return True


def table_html(document: Document, table: Table, marks: Sequence[Mark], draw: Draw) -> tuple[str, int]:
    """The table, and the index of the first line behind it. Every line keeps its place to be led to."""
    last = document.line_index(table.end)
    waiting = list(range(document.line_index(table.start), last + 1))
    rows = []
    for _, cells in groupby(table.cells, key=lambda cell: cell.row):
        drawn = []
        for cell in cells:
            here = [line for line in waiting if document.lines[line].start <= cell.end]
            waiting = waiting[len(here) :]
            places = "".join(f'<i id="L{line + 1}"></i>' for line in here)
            body = "<br>".join(_pieces(document, cell, marks, draw))
            spans = "".join(
                f' {name}="{size}"'
                for name, size in (("rowspan", cell.row_span), ("colspan", cell.column_span))
                if size > 1
            )
            drawn.append(f"<td{spans}>{places}{body}</td>")
        rows.append(f"<tr>{''.join(drawn)}</tr>")
    rest = "".join(f'<i id="L{line + 1}"></i>' for line in waiting)
    return f'<div class="cells"><table>{"".join(rows)}</table>{rest}</div>', last + 1


def _pieces(document: Document, cell: Cell, marks: Sequence[Mark], draw: Draw) -> list[str]:
    pieces = []
    for line in document.lines[document.line_index(cell.start) : document.line_index(cell.end) + 1]:
        start, end = max(line.start, cell.start), min(line.end, cell.end)
        if end > start:
            pieces.append(draw(start, end, [mark for mark in marks if mark.start < end and mark.end > start]))
    return pieces

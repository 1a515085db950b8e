"""The tables of a document as data: which stretch of the text is which cell."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lint.document.lazy import lazy


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `start` and `end` are offsets in Document.text; equal where the cell is empty. `row` and `column` count
    from 0 and name its first row and column; a merged cell spans several. `header` is what the format says of it."""

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False

    def covers(self, row: int, column: int) -> bool:
        return self.row <= row < self.row + self.row_span and self.column <= column < self.column + self.column_span


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its cells by row and column. A table inside a cell is a table of its own, and its text is within the
    outer cell's, too."""

    start: int
    end: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]


_FIGURE_OR_BLANK = lazy(r"[\s0-9０-９,，.．%％/—–－-]*")
_SHARE = 0.3  # of the cells; with fewer figures and blanks a table is prose in cells
_LABEL = 30  # code points, on average


def of_figures(table: Table, text: str) -> bool:
    """Whether a table is one of figures and labels (filled in or not): its cells are no headings and no sentences."""
    words = [text[cell.start : cell.end] for cell in table.cells]
    labels = [word for word in words if not _FIGURE_OR_BLANK.fullmatch(word)]
    if table.columns < 2 or table.rows < 2 or len(words) - len(labels) < max(2, _SHARE * len(words)):
        return False
    return sum(map(len, labels)) <= _LABEL * max(1, len(labels))


_FIGURE = r"[0-9０-９]+(?:[,，.][0-9０-９]+)*%?"
_ROW_OF_FIGURES = lazy(rf"(?:.*\s)?{_FIGURE}(?:\s+{_FIGURE})+")
_ONLY_FIGURES = lazy(rf"{_FIGURE}(?:\s+{_FIGURE})*")
_SHORT = 16  # code points; what a narrow cell leaves of a label on a line
_LABELS_BETWEEN, _PIECES_BETWEEN, _FEWEST_ROWS = 2, 14, 4


def lines_of_figures(text: str, lines: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where a table seems to have become mere lines: stretches of lines that are a figure or end with several, with a
    label or two between, or the pieces of them that narrow cells leave. For formats that cannot tell tables."""
    found: list[tuple[int, int]] = []
    start = end = before = rows = labels = pieces = 0
    for first, last in lines:
        line = text[first:last].strip()
        if not line:
            continue
        lone = len(line) < 200 and _ONLY_FIGURES.fullmatch(line) is not None
        if not (lone or (len(line) < 400 and _ROW_OF_FIGURES.fullmatch(line))):
            before, pieces = first, pieces + 1
            labels += (len(line) >= _SHORT) + _PIECES_BETWEEN * line.endswith(("。", "；"))
            continue
        if not rows or labels > _LABELS_BETWEEN or pieces > _PIECES_BETWEEN:
            if rows >= _FEWEST_ROWS:
                found.append((start, end))
            start, rows = (before if lone and pieces else first), 0
        end, rows, labels, pieces = last, rows + 1, 0, 0
    return [*found, (start, end)] if rows >= _FEWEST_ROWS else found


_NUMBER_ALONE = lazy(r"[（(]?[0-9一二三四五六七八九十]{1,3}[、.．）)]?\t")


def lines_of_cells(text: str, lines: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Rows of a table that was pasted as text: at least two lines running with tabs between short words. An automatic
    number and the sentence behind it are no row."""
    found: list[tuple[int, int]] = []
    start, end, rows = 0, 0, 0
    for first, last in lines:
        line = text[first:last].strip(" \u3000\n")
        if "\t" in line.strip() and not line.endswith(("。", "；")) and _NUMBER_ALONE.match(line) is None:
            start, end, rows = (start if rows else first), last, rows + 1
            continue
        if rows > 1:
            found.append((start, end))
        rows = 0
    return [*found, (start, end)] if rows > 1 else found


MOST_COLUMNS = 256  # a span that says more is a mistake or an attack
MOST_ROWS = 10_000


@dataclass(slots=True)
class Grid:
    """Lays out the cells of a table row by row, as web pages and Word do: a cell takes the next free columns of its
    row, and those that it spans in later rows are not free."""

    row: int = -1
    columns: int = 0
    _column: int = 0
    _taken: dict[int, int] = field(default_factory=lambda: defaultdict(int))  # column → first row where it is free

    def begin_row(self, skipped: int = 0) -> None:
        """The next row; `skipped` are the columns that it leaves out at its beginning."""
        self.row += 1
        self._column = min(skipped, MOST_COLUMNS)

    def place(self, row_span: int = 1, column_span: int = 1, *, header: bool = False) -> Cell | None:
        """The next cell of the row, without its place in the text; None where the table is too large to be one."""
        if self.row >= MOST_ROWS:
            return None
        while self._column < MOST_COLUMNS and self._taken[self._column] > self.row:
            self._column += 1
        width = min(max(column_span, 1), MOST_COLUMNS - self._column)
        if width < 1:
            return None
        height = min(max(row_span, 1), MOST_ROWS)
        cell = Cell(-1, -1, self.row, self._column, height, width, header)
        for column in range(self._column, self._column + width):
            self._taken[column] = self.row + height
        self._column += width
        self.columns = max(self.columns, self._column)
        return cell


def table_of(cells: list[Cell], rows: int, columns: int, start: int) -> Table | None:
    """The table of placed cells; those of which the text shows nothing (start -1) stand where the cell before them
    ends, spans end with the table. None where no cell is left."""
    if not cells:
        return None
    at, placed = next((cell.start for cell in cells if cell.start >= 0), start), []
    for cell in cells:
        begin, end = (cell.start, cell.end) if cell.start >= 0 else (at, at)
        placed.append(replace(cell, start=begin, end=end, row_span=min(cell.row_span, rows - cell.row)))
        at = end
    first, last = min(cell.start for cell in placed), max(cell.end for cell in placed)
    return Table(first, last, rows, columns, tuple(placed))


def pipe_tables(text: str) -> tuple[Table, ...]:
    """The tables that a plain text draws with "|" (Markdown): at least two lines that begin and end with it. The line
    of dashes under the head is none of its rows. Nothing tells merged cells: those are empty."""
    found: list[Table] = []
    rows: list[list[tuple[int, int]]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        bare = line.strip()
        if len(bare) > 1 and bare[0] == bare[-1] == "|":
            if not set(bare) <= set("|-: "):
                rows.append(_pipe_cells(line, at))
        else:
            if len(rows) > 1:
                found.append(_pipe_table(rows))
            rows = []
        at += len(line) + 1
    return tuple(found)


def _pipe_cells(line: str, at: int) -> list[tuple[int, int]]:
    bars = [index for index, char in enumerate(line) if char == "|"]
    cells = []
    for first, last in pairwise(bars):
        inner = line[first + 1 : last]
        start = first + 1 + len(inner) - len(inner.lstrip())
        cells.append((at + start, at + start + len(inner.strip())))
    return cells[:MOST_COLUMNS]


def _pipe_table(rows: list[list[tuple[int, int]]]) -> Table:
    cells = tuple(
        Cell(start, end, row, column) for row, one in enumerate(rows) for column, (start, end) in enumerate(one)
    )
    return Table(cells[0].start, cells[-1].end, len(rows), max(map(len, rows)), cells)

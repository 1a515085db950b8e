"""Tables of a web page as data, gathered while its lines are: a line knows which stretches of it are which cells."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from selectolax.lexbor import LexborNode

from lint.document.tables import MOST_ROWS, Cell, Grid, Table, table_of

NO_CELL = -1
_DEEPEST = 16  # tables within tables; saved pages nest thousands, each level would copy the places of all below


@dataclass(frozen=True, slots=True)
class Marked:
    """A line, and which stretches of it are which cells: (number of the cell, start, end) within the line."""

    text: str
    marks: tuple[tuple[int, int, int], ...] = ()

    def of_cell(self, number: int) -> "Marked":
        """The same line as one, or a part, of a cell."""
        return self if number == NO_CELL else Marked(self.text, (*self.marks, (number, 0, len(self.text))))


def joined(lines: Iterable[Marked], mark: str) -> Marked:
    """One line of several."""
    texts: list[str] = []
    marks: list[tuple[int, int, int]] = []
    at = 0
    for line in lines:
        marks += [(number, start + at, end + at) for number, start, end in line.marks]
        texts.append(line.text)
        at += len(line.text) + len(mark)
    return Marked(mark.join(texts), tuple(marks))


@dataclass(slots=True)
class PageTables:
    """The tables met so far. Cells are numbered as they begin. `pictures` tells how many lines stand before each large
    picture."""

    pictures: list[int] = field(default_factory=list)
    _open: list[tuple[int, Grid]] = field(default_factory=list)
    _grids: list[Grid] = field(default_factory=list)
    _cells: list[tuple[int, Cell]] = field(default_factory=list)

    def begin(self) -> None:
        grid = Grid()
        self._open.append((len(self._grids), grid))
        self._grids.append(grid)

    def end(self) -> None:
        if self._open:
            self._open.pop()

    def begin_row(self) -> None:
        if self._open:
            self._open[-1][1].begin_row()

    def cell(self, node: LexborNode) -> int:
        """The number of the cell that begins, NO_CELL outside of any table that is followed."""
        if not 0 < len(self._open) <= _DEEPEST or self._open[-1][1].row < 0:
            return NO_CELL
        number, grid = self._open[-1]
        rows, columns = (_span(node.attributes.get(name)) for name in ("rowspan", "colspan"))
        placed = grid.place(rows or MOST_ROWS, columns or 1, header=node.tag == "th")  # 0: to the end
        if placed is None:
            return NO_CELL
        self._cells.append((number, placed))
        return len(self._cells) - 1

    def tables(self, lines: Iterable[tuple[int, Marked]]) -> tuple[Table, ...]:
        """All tables that have a cell with text; `lines` are the lines of the text with their offsets."""
        places: dict[int, tuple[int, int]] = {}
        for at, line in lines:
            for number, start, end in line.marks:
                first, last = places.get(number, (at + start, at + end))
                places[number] = min(first, at + start), max(last, at + end)
        numbered = sorted(enumerate(self._cells), key=lambda one: (one[1][0], one[0]))
        found = []
        for table, group in groupby(numbered, key=lambda one: one[1][0]):
            cells = [(places.get(number), cell) for number, (_, cell) in group]
            if all(place is None for place, _ in cells):
                continue
            placed = [replace(cell, start=place[0], end=place[1]) if place else cell for place, cell in cells]
            grid = self._grids[table]
            if (whole := table_of(placed, min(grid.row + 1, MOST_ROWS), grid.columns, 0)) is not None:
                found.append(whole)
        return tuple(sorted(found, key=lambda table: (table.start, -table.end)))


def _span(value: str | None) -> int:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1

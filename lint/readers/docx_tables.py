"""Word tables as data: which lines of the text are which cell, with merged cells as one."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from lint.document.document import Line
from lint.document.tables import Cell, Grid, Table, table_of
from lint.readers.docx_names import attribute, child, child_value, is_on


@dataclass(slots=True)
class WordTable:
    """A table being read. `start` is where its text begins."""

    start: int
    _grid: Grid = field(default_factory=Grid)
    _cells: list[Cell] = field(default_factory=list)
    _merging: dict[int, int] = field(default_factory=dict)  # column → the merged cell that may go on there
    _header: bool = False

    def begin_row(self, row: etree._Element) -> None:
        """The next w:tr."""
        properties = child(row, "trPr")
        self._header = bool(is_on(properties, "tblHeader"))
        self._grid.begin_row(_number(child_value(properties, "gridBefore"), 0))

    def add(self, cell: etree._Element, lines: Sequence[Line]) -> None:
        """The next w:tc and the lines that were read from it. One that goes on with the cell above is that cell: Word
        shows nothing of its own text."""
        properties = child(cell, "tcPr")
        width = _number(child_value(properties, "gridSpan"), 1)
        merge = child(properties, "vMerge")
        goes_on = merge is not None and attribute(merge, "val") in (None, "continue")
        placed = self._grid.place(1, width, header=self._header)
        if placed is None:
            return
        if goes_on and (above := self._merging.get(placed.column)) is not None:
            whole = self._cells[above]
            self._cells[above] = replace(whole, row_span=placed.row - whole.row + 1)
            return
        for column in range(placed.column, placed.column + placed.column_span):
            self._merging.pop(column, None)
        if merge is not None:
            self._merging[placed.column] = len(self._cells)
        self._cells.append(replace(placed, start=lines[0].start, end=lines[-1].end) if lines else placed)

    def table(self) -> Table | None:
        """What was read; None for a table without cells."""
        return table_of(self._cells, self._grid.row + 1, self._grid.columns, self.start)


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else otherwise

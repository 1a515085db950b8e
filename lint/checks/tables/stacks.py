"""The cells of a table with their words, and a table that goes on in the next one put together again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lint.checks.tables.figures import Figure, figure
from lint.document.document import Document
from lint.document.lazy import lazy
from lint.document.tables import Cell, Table

_LARGEST = 50_000  # cells; what is larger is no table that anyone fills in
_MOST = 500  # tables of a report
_BETWEEN = lazy(
    r"表?[0-9一二三四]?[（(]?(?:续表?|接上[表页]|转下[表页])[0-9一二三四]?[）)]?|[第共]?[0-9]{1,3}页?|[-/—\s]"
)


@dataclass(frozen=True)
class Stack:
    """One table, or one that was cut into several. Rows are numbered through; cells are found by row and column."""

    start: int
    end: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    figures: tuple[Figure, ...]
    caption: str = ""

    @cached_property
    def _places(self) -> dict[tuple[int, int], int]:
        places: dict[tuple[int, int], int] = {}
        for number, cell in enumerate(self.cells):
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    places.setdefault((row, column), number)
        return places

    def number(self, row: int, column: int) -> int | None:
        """The cell that covers a place, by its number; None where the table has a hole."""
        return self._places.get((row, column))

    def above(self, row: int, column: int) -> Iterator[int]:
        """The cells over a place, the nearest first, each once."""
        return self._line((line, column) for line in range(row - 1, -1, -1))

    def before(self, row: int, column: int) -> Iterator[int]:
        """The cells to the left of a place, the nearest first, each once."""
        return self._line((row, line) for line in range(column - 1, -1, -1))

    def after(self, row: int, column: int) -> Iterator[int]:
        """The cells to the right of a place, the nearest first, each once."""
        return self._line((row, line) for line in range(column + 1, self.columns))

    def _line(self, places: Iterator[tuple[int, int]]) -> Iterator[int]:
        last = None
        for place in places:
            number = self._places.get(place)
            if number is not None and number != last:
                last = number
                yield number


def stacks(document: Document) -> Iterator[Stack]:
    """Every table of a document, those within others first; then those that can be put together of several."""
    tables = [table for table in document.tables or () if table.rows * table.columns <= _LARGEST][:_MOST]
    single = [_stack(document, table) for table in sorted(tables, key=lambda table: table.end - table.start)]
    yield from single
    for number, table in enumerate(tables):
        last = number
        while last + 1 < len(tables) and _goes_on(document, tables[last], tables[last + 1]):
            last += 1
        if last > number and (number == 0 or not _goes_on(document, tables[number - 1], table)):
            yield _joined([_stack(document, one) for one in tables[number : last + 1]])


def _stack(document: Document, table: Table) -> Stack:
    figures = tuple(figure(document.text[cell.start : cell.end]) for cell in table.cells)
    return Stack(table.start, table.end, table.rows, table.columns, table.cells, figures, _caption(document, table))


def _caption(document: Document, table: Table) -> str:
    """The line before a table, unless it is one of another table."""
    before = document.text[max(0, table.start - 200) : table.start].rstrip()
    start = table.start - min(table.start, 200) + before.rfind("\n") + 1
    if any(other.start <= start < other.end < table.start for other in (document.tables or ())[:_MOST]):
        return ""
    return figure(before[before.rfind("\n") + 1 :]).text


def _goes_on(document: Document, table: Table, following: Table) -> bool:
    between = document.text[table.end : following.start]
    return (
        following.start >= table.end
        and table.columns == following.columns
        and len(between) < 60
        and not _BETWEEN.sub("", between)
    )


def _joined(parts: Sequence[Stack]) -> Stack:
    """One stack of several; rows that a part repeats at its head are left out."""
    cells, figures, rows = list(parts[0].cells), list(parts[0].figures), parts[0].rows
    for part in parts[1:]:
        head = 0
        while head < min(part.rows, parts[0].rows) and _words(part, head) == _words(parts[0], head):
            head += 1
        for cell, one in zip(part.cells, part.figures, strict=True):
            if cell.row >= head:
                cells.append(replace(cell, row=cell.row - head + rows))
                figures.append(one)
        rows += part.rows - head
    return replace(parts[0], end=parts[-1].end, rows=rows, cells=tuple(cells), figures=tuple(figures))


def _words(stack: Stack, row: int) -> list[str]:
    numbers = dict.fromkeys(stack.number(row, column) for column in range(stack.columns))
    return [stack.figures[number].text for number in numbers if number is not None]

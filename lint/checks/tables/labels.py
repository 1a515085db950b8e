"""Finds the rows and columns of a table by their labels."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.checks.context import Context
from lint.checks.tables.stacks import Stack
from lint.document.lazy import lazy
from lint.patterns import Pattern

_NUMBERING = lazy(r"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.]|其中：|[（(][0-9]{1,2}[）)])+")
_Rank = tuple[int, int, int]


def find_rows(context: Context, stack: Stack, wanted: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[int, int]]:
    """The row of each name, and the number of the cell with its label; names without a row are left out.

    Of several that fit, one with figures beside it is taken before one without, and the shortest label."""
    found: list[tuple[_Rank, str, int, int]] = []
    for name, path in wanted.items():
        patterns = _patterns(context, path)
        for number in _labels(stack, patterns[-1]) if patterns else ():
            cell = stack.cells[number]
            beside = [stack.figures[other] for other in stack.after(cell.row, cell.column) if other != number]
            if not beside or not _within(stack, _owners_left(stack, number), patterns[:-1]):
                continue
            rank = (not any(one.value is not None for one in beside), _length(stack, number), cell.row)
            found.append((rank, name, cell.row, number))
    return _assigned(found)


def find_columns(
    context: Context, stack: Stack, wanted: Mapping[str, tuple[str, ...]], body: int, left: int
) -> dict[str, int]:
    """The column of each name among the heads: the cells above the row `body`, from the column `left` on."""
    found: list[tuple[_Rank, str, int, int]] = []
    for name, path in wanted.items():
        patterns = _patterns(context, path)
        for number in _labels(stack, patterns[-1]) if patterns else ():
            cell = stack.cells[number]
            if cell.row >= body or cell.column < left:
                continue
            if _within(stack, _owners_above(stack, number), patterns[:-1]):
                rank = (cell.column_span - 1, _length(stack, number), cell.column)
                found.append((rank, name, cell.column, number))
    return {name: column for name, (column, _) in _assigned(found).items()}


def _patterns(context: Context, path: Sequence[str]) -> list[Pattern]:
    return [context.checklist.book.phrase(phrase) for phrase in path]


def _labels(stack: Stack, pattern: Pattern) -> Iterator[int]:
    for number, one in enumerate(stack.figures):
        if one.value is None and not one.blank and pattern.matches(one.text):
            yield number


def _within(stack: Stack, owners: Iterable[int], patterns: Sequence[Pattern]) -> bool:
    """Whether the owners, from the inside out, hold the patterns in their order, the last one first."""
    left = list(patterns)
    for owner in owners:
        if left and left[-1].matches(stack.figures[owner].text):
            left.pop()
    return not left


def _owners_left(stack: Stack, number: int) -> Iterator[int]:
    """What a row's label belongs to: the labels to its left; where one is blank, the next one above."""
    cell = stack.cells[number]
    for owner in stack.before(cell.row, cell.column):
        if not stack.figures[owner].blank:
            yield owner
            continue
        column = stack.cells[owner].column
        above = (other for other in stack.above(cell.row, column) if not stack.figures[other].blank)
        if (inherited := next(above, None)) is not None:
            yield inherited


def _owners_above(stack: Stack, number: int) -> Iterator[int]:
    """What a column's head belongs to: the heads above it; where one is blank, the next one to its left."""
    cell = stack.cells[number]
    for owner in stack.above(cell.row, cell.column):
        if not stack.figures[owner].blank:
            yield owner
            continue
        row = stack.cells[owner].row
        before = (other for other in stack.before(row, cell.column) if not stack.figures[other].blank)
        if (inherited := next(before, None)) is not None:
            yield inherited


def _length(stack: Stack, number: int) -> int:
    text = stack.figures[number].text
    numbering = _NUMBERING.search(text)
    return len(text) - (numbering.end() if numbering else 0)


def _assigned(found: list[tuple[_Rank, str, int, int]]) -> dict[str, tuple[int, int]]:
    """Each name its best line that no better fit has taken."""
    given: dict[str, tuple[int, int]] = {}
    taken: set[int] = set()
    for _, name, line, number in sorted(found):
        if name not in given and line not in taken:
            given[name] = line, number
            taken.add(line)
    return given

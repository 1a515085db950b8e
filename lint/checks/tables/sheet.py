"""The table that a rule speaks of, with its rows, columns and figures."""

from dataclasses import dataclass

from lint.checklist.model import TableRule
from lint.checks.context import Context
from lint.checks.results import SourceSpan
from lint.checks.tables.figures import Figure
from lint.checks.tables.labels import find_columns, find_rows
from lint.checks.tables.stacks import Stack, stacks


@dataclass(frozen=True)
class Value:
    """One figure of the table. `span` is its place, that of its row's label where the cell shows nothing."""

    row: str
    column: str
    figure: Figure
    span: SourceSpan


@dataclass(frozen=True)
class Sheet:
    """`values` by name of row and column (counted from 1 where the rule names none). `missing` are the names of
    rows and columns that the rule asks for and the table lacks. `place` is where the table begins."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: dict[tuple[str, str], Value]
    missing: tuple[str, ...]
    place: SourceSpan

    @property
    def laid_out_otherwise(self) -> bool:
        """Whether its words are there, but no row, or no column, where the rule looks for them."""
        return not self.values

    @property
    def filled(self) -> bool:
        """Whether there is a figure in it."""
        return any(value.figure.value is not None for value in self.values.values())


def read_sheet(context: Context, rule: TableRule) -> Sheet | None:
    """The table that has all the words of the rule, of several the one that lacks least, and then the smallest; None
    where there is none, or where the format cannot tell tables."""
    sheets = [_sheet(context, rule, s) for s in stacks(context.report.document) if _is_meant(context, rule, s)]
    return min(sheets, key=lambda sheet: len(sheet.missing), default=None)


def may_be_there(context: Context, rule: TableRule) -> bool:
    """Whether the table may be in a report whose format cannot tell tables: its words are, or some table is that has
    become mere lines."""
    document = context.report.document
    if document.tables is not None:
        return False
    end = len(context.report.text)
    if all(context.first((phrase,), 0, end) is not None for phrase in rule.has):
        return True
    return bool(document.tables_of_figures)


def is_pictured(context: Context) -> bool:
    """Whether a table may stand in the report as a picture: there is one below the title."""
    front = context.report.front
    start = context.report.source(front.body_start, front.body_start)[0] if front.title else 0
    return any(at > start for at in context.report.document.pictures)


def _is_meant(context: Context, rule: TableRule, stack: Stack) -> bool:
    words = [stack.caption, *(one.text for one in stack.figures if one.value is None and not one.blank)]
    return all(any(pattern.matches(word) for word in words) for pattern in context.phrases(rule.has))


def _sheet(context: Context, rule: TableRule, stack: Stack) -> Sheet:
    labelled = find_rows(context, stack, rule.rows)
    if rule.rows:
        rows = {name: labelled[name][0] for name in rule.rows if name in labelled}
        body = min(rows.values(), default=stack.rows)
        left = max((_right_edge(stack, number) for _, number in labelled.values()), default=0)
    else:
        rows = {str(number): row for number, row in enumerate(_rows_with_figures(stack), start=1)}
        body, left = min(rows.values(), default=stack.rows), 0
    if rule.columns:
        columns = find_columns(context, stack, rule.columns, body, left)
    else:
        columns = {str(column - left + 1): column for column in range(left, stack.columns)}
    values: dict[tuple[str, str], Value] = {}
    seen: set[int] = set()
    for row, line in rows.items():
        label = _label(stack, line, labelled[row][1] if row in labelled else None)
        for column, at in columns.items():
            number = stack.number(line, at)
            if number is None or (not rule.columns and number in seen):
                continue
            seen.add(number)
            cell = stack.cells[number]
            place = (cell.start, cell.end) if cell.end > cell.start else label
            values[row, column] = Value(row, column, stack.figures[number], place)
    asked = [*rule.rows, *rule.columns]
    missing = tuple(name for name in asked if name not in rows and name not in columns and name not in rule.optional)
    inner_columns = tuple(name for name in (rule.columns or columns) if name in columns)
    return Sheet(tuple(rows), inner_columns, values, missing, _first_words(stack))


def _rows_with_figures(stack: Stack) -> list[int]:
    with_figures = {cell.row for cell, one in zip(stack.cells, stack.figures, strict=True) if one.value is not None}
    return sorted(with_figures)


def _right_edge(stack: Stack, number: int) -> int:
    cell = stack.cells[number]
    return cell.column + cell.column_span


def _label(stack: Stack, row: int, number: int | None) -> SourceSpan:
    """The place of a row's label; of its first words where none is known, else of the table's."""
    numbers = [number] if number is not None else list(stack.after(row, -1))
    for one in numbers:
        cell = stack.cells[one]
        if cell.end > cell.start:
            return cell.start, cell.end
    return _first_words(stack)


def _first_words(stack: Stack) -> SourceSpan:
    cell = next((cell for cell in stack.cells if cell.end > cell.start), None)
    return (cell.start, cell.end) if cell else (stack.start, stack.end)

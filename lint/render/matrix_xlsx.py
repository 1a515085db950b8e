"""The matrix as a workbook: text and numbers only, no formula whatever a report or a file is called."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from itertools import groupby
from typing import Any

from lint.record import shape
from lint.render.matrix import COUNTED_WORD, Line, Matrix, summary
from lint.render.words import LEGEND, SEVERITY_WORD, STATUS_SIGN, STATUS_WORD, neutral

_LONGEST = 2_000  # characters of a cell; Excel takes 32,767
_FONT: dict[str, Any] = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
_LOOK: dict[str, dict[str, Any]] = {
    "met": {"font_color": "#1C4F7C"},
    "thin": {"bg_color": "#E4ECF3"},
    "absent": {"bold": True, "border": 2},
    "review": {"border": 4},
    "na": {"font_color": "#55606B"},
    "error": {"bold": True, "border": 6},
}
_LOOKS: dict[str, dict[str, Any]] = {
    "plain": {"text_wrap": True},
    "head": {"bold": True, "bg_color": "#F3F6F9", "bottom": 1, "text_wrap": True, "align": "center"},
    "title": {"bold": True, "font_size": 14},
    "number": {"align": "center"},
    **{status: {**look, "align": "center"} for status, look in _LOOK.items()},
}
_FACTS = (("文件", 34), ("单位", 24), ("年度", 7))
_NOT_MEANT = "不是这类报告，没有逐项核对"
_BAD_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


def matrix_xlsx(found: Sequence[Matrix], failures: Sequence[shape.Failed], today: date) -> bytes:
    """The workbook: a sheet a checklist, one for the files that were not read, one that explains. Same input, same
    bytes."""
    import xlsxwriter  # noqa: PLC0415  an extra

    target = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": "清单体检矩阵", "author": "", "created": datetime.combine(today, time())})
        looks = {name: book.add_format({**_FONT, **look}) for name, look in _LOOKS.items()}
        for number, matrix in enumerate(found, 1):
            _sheet(book.add_worksheet(_name(matrix, number)), matrix, looks)
        if failures:
            _failures(book.add_worksheet("没有读成的文件"), failures, looks)
        _notes(book.add_worksheet("说明"), summary(found, len(failures)), looks)
    return target.getvalue()


def _sheet(sheet: Any, matrix: Matrix, looks: dict[str, Any]) -> None:
    """Title, groups, names, then a line a report; the names and the first two columns stay in view."""
    of = matrix.head
    fixed = [*_FACTS, *((word, 7) for word in (*COUNTED_WORD.values(), *SEVERITY_WORD.values()))]
    _text(sheet, 0, 0, f"{of.title}（{of.checklist} {of.version}）", looks["title"])
    for at, (word, width) in enumerate(fixed):
        sheet.set_column(at, at, width)
        _text(sheet, 1, at, "", looks["head"])
        _text(sheet, 2, at, word, looks["head"])
    at = len(fixed)
    if of.columns:
        sheet.set_column(at, at + len(of.columns) - 1, 10)
    for group, columns in groupby(of.columns, lambda column: column.group):
        width = len(list(columns))
        if width > 1:
            sheet.merge_range(1, at, 1, at + width - 1, "", looks["head"])
        _text(sheet, 1, at, group, looks["head"])
        at += width
    for number, column in enumerate(of.columns, len(fixed)):
        _text(sheet, 2, number, column.name, looks["head"])
    sheet.set_row(2, 48)
    for row, one in enumerate(matrix.lines, 3):
        _line(sheet, row, one, looks)
    last = 2 + len(matrix.lines)
    _text(sheet, last + 1, 0, "没有写到的份数", looks["head"])
    _text(sheet, last + 2, 0, "写得不充分的份数", looks["head"])
    for number, (absent, thin) in enumerate(zip(matrix.absent, matrix.thin, strict=True), len(fixed)):
        sheet.write_number(last + 1, number, absent, looks["number"])
        sheet.write_number(last + 2, number, thin, looks["number"])
    sheet.freeze_panes(3, 2)
    sheet.autofilter(2, 0, last, len(fixed) + len(of.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1, 2)


def _line(sheet: Any, row: int, one: Line, looks: dict[str, Any]) -> None:
    _text(sheet, row, 0, one.file, looks["plain"])
    _text(sheet, row, 1, one.issuer or "未见", looks["plain"])
    _text(sheet, row, 2, str(one.year or "未见"), looks["number"])
    counts = (*(one.numbers or (None,) * len(COUNTED_WORD)), *one.severities)
    for at, count in enumerate(counts, len(_FACTS)):
        if count is not None:
            sheet.write_number(row, at, count, looks["number"])
    if one.numbers is None:
        _text(sheet, row, len(_FACTS), _NOT_MEANT, looks["plain"])
    for at, status in enumerate(one.statuses, len(_FACTS) + len(counts)):
        if status and one.numbers is not None:
            _text(sheet, row, at, f"{STATUS_SIGN[status]} {STATUS_WORD[status]}", looks[status])


def _failures(sheet: Any, failures: Sequence[shape.Failed], looks: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 90)
    for at, word in enumerate(("文件", "原因和办法")):
        _text(sheet, 0, at, word, looks["head"])
    for row, failure in enumerate(failures, 1):
        _text(sheet, row, 0, failure["path"], looks["plain"])
        _text(sheet, row, 1, failure["message"], looks["plain"])
    sheet.freeze_panes(1, 0)


def _notes(sheet: Any, said: str, looks: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 90)
    _text(sheet, 0, 0, said, looks["title"])
    for row, (status, meaning) in enumerate(LEGEND.items(), 2):
        _text(sheet, row, 0, f"{STATUS_SIGN[status]} {STATUS_WORD[status]}", looks[status])
        _text(sheet, row, 1, meaning, looks["plain"])


def _text(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    shown = neutral(text)
    sheet.write_string(row, column, shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}……", look)


def _name(matrix: Matrix, number: int) -> str:
    """A name for a sheet: 31 characters at most, none that Excel forbids, no two alike."""
    return f"{number} {neutral(matrix.head.title).translate(_BAD_IN_NAMES)}"[:31]

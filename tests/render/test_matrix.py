"""The matrix of reports × elements: worst first, as a page and as a workbook, whatever the names."""

from datetime import date
from io import BytesIO

import pytest

from lint.fitting import Library
from lint.record import report_record, shape
from lint.render.matrix import Head, Line, head, line, matrices, summary
from lint.render.matrix_page import matrix_page
from lint.run import Choices, Run, check_bytes
from tests.flagship_reports import EMPTY_WORDS, GOOD, NO_POWERS

LIBRARY = Library()
FORMULA = '=HYPERLINK("www.evil.example","x").txt'
FAILED: list[shape.Failed] = [{"path": "<b>坏</b>.docx", "message": "+cmd|' /C calc'!A0"}]


def row(text: str, name: str) -> tuple[Head, Line]:
    run = check_bytes(text.encode(), name, LIBRARY, Choices(date(2026, 3, 1)))
    assert isinstance(run, Run)
    of = head(run.checklist)
    return of, line(report_record(run), of)


ROWS = (
    row(GOOD, "好.txt"),
    row(EMPTY_WORDS, FORMULA),
    row(NO_POWERS, "乙\x07\u202e.txt"),
    row("2024年通知\n各村：\n", "丙.txt"),
)


def test_the_worst_come_first_and_what_is_no_such_report_last() -> None:
    first = matrices(ROWS)[0]
    assert first.lines[0].file == FORMULA
    assert [one.file for one in matrices(ROWS[:3])[0].lines] == [FORMULA, "乙\x07\u202e.txt", "好.txt"]
    assert sum(len(matrix.lines) for matrix in matrices(ROWS)) == 4
    assert summary(matrices(ROWS), 1) == (
        "读到 4 份、核对 3 份、不是这类报告 1 份、没有读成 1 份；应查项目全部满足的 0 份。"
    )


def test_every_column_is_asked_of_somebody_and_counts_add_up() -> None:
    matrix = matrices(ROWS[:3])[0]
    assert all(any(one.statuses[at] for one in matrix.lines) for at in range(len(matrix.head.columns)))
    assert sum(matrix.absent) == sum(one.numbers[3] for one in matrix.lines if one.numbers)
    assert sum(matrix.thin) == sum(one.numbers[2] for one in matrix.lines if one.numbers)


def test_the_page_takes_hostile_names_for_text() -> None:
    text = matrix_page(matrices(ROWS), FAILED)
    assert "<b>坏</b>" not in text and "&lt;b&gt;坏&lt;/b&gt;.docx" in text
    assert "乙[U+0007][U+202E].txt" in text
    assert "<a href" not in text  # nothing to lead to
    assert text == matrix_page(matrices(tuple(reversed(ROWS))), FAILED)


def test_the_workbook_holds_text_and_numbers_and_no_formula() -> None:
    pytest.importorskip("xlsxwriter", reason="the extra `xlsx` is not installed")
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    from lint.render.matrix_xlsx import matrix_xlsx  # noqa: PLC0415

    made = matrix_xlsx(matrices(ROWS), FAILED, date(2026, 3, 1))
    assert made == matrix_xlsx(matrices(ROWS), FAILED, date(2026, 3, 1))
    book = openpyxl.load_workbook(BytesIO(made))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert {FORMULA, "+cmd|' /C calc'!A0", "乙[U+0007][U+202E].txt"} <= {str(cell.value) for cell in cells}
    sheet = next(one for one in book if one["A4"].value == FORMULA)
    assert sheet.freeze_panes == "C4"
    titles = [cell.value for cell in sheet[3]]
    assert titles[:11] == ["文件", "单位", "年度", "应查", "满足", "不充分", "缺失", "待核", "错误", "警告", "提示"]
    adviser = next(at for at, title in enumerate(titles) if title and "法律顾问" in title)
    assert [sheet.cell(at, adviser + 1).value for at in (4, 6)] == ["◐ 不充分", "● 满足"]
    assert b"evil.example" not in b"".join(package for name, package in _parts(made).items() if name.endswith(".rels"))


def _parts(made: bytes) -> dict[str, bytes]:
    from zipfile import ZipFile  # noqa: PLC0415

    with ZipFile(BytesIO(made)) as package:
        return {name: package.read(name) for name in package.namelist()}

"""Tables as data: which stretch of the text is which cell, in every format that tells it."""

from collections.abc import Callable

import pytest
from reader_fixtures import assert_lawful, docx, paragraph

from lint.document.document import Document
from lint.document.tables import MOST_COLUMNS, Table, of_figures, pipe_tables
from lint.readers import read_bytes

Convert = Callable[[bytes, str, str], bytes]
Shown = list[tuple[int, int, int, int, str]]


def shown(document: Document, table: Table) -> Shown:
    """Row, column, rows, columns and text of every cell."""
    return [
        (cell.row, cell.column, cell.row_span, cell.column_span, document.text[cell.start : cell.end])
        for cell in table.cells
    ]


def only(document: Document) -> Shown:
    assert_lawful(document)
    assert document.tables is not None
    (table,) = document.tables
    return shown(document, table)


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<') else paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


SPAN, BEGINS, GOES_ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
MERGED = (
    "<w:tbl>"
    + row(cell("项目", BEGINS), cell("数量", SPAN))
    + row(cell("", GOES_ON), cell("本年"), cell("上年"))
    + row(cell("宣传"), cell("12"), cell(""))
    + "</w:tbl>"
)
CELLS = [
    (0, 0, 2, 1, "项目"),
    (0, 1, 1, 2, "数量"),
    (1, 1, 1, 1, "本年"),
    (1, 2, 1, 1, "上年"),
    (2, 0, 1, 1, "宣传"),
    (2, 1, 1, 1, "12"),
    (2, 2, 1, 1, ""),
]
BEFORE, AFTER = paragraph("云岭乡2025年工作情况的报告"), paragraph("以上数据以台账为准。")


def word(body: str) -> Document:
    return read_bytes(docx(BEFORE + body + AFTER), "甲.docx")


def test_merged_cells_of_word() -> None:
    document = word(MERGED)
    assert only(document) == CELLS
    assert document.text.split("\n")[1:-1] == ["项目", "数量", "", "本年", "上年", "宣传", "12", ""]


def test_a_cell_of_several_paragraphs_is_one_stretch() -> None:
    tall = "<w:tbl>" + row(cell(paragraph("自") + paragraph("然") + paragraph("人")), cell("3")) + "</w:tbl>"
    assert only(word(tall)) == [(0, 0, 1, 1, "自\n然\n人"), (0, 1, 1, 1, "3")]


def test_rows_that_begin_late_deleted_rows_and_rows_of_the_head() -> None:
    deleted = row(cell("删去"), cell("1"), properties='<w:del w:id="1" w:author="甲"/>')
    late = row(cell("乙"), properties='<w:gridBefore w:val="1"/>')
    head = row(cell("项目"), cell("数量"), properties="<w:tblHeader/>")
    document = word(f"<w:tbl>{head}{deleted}{late}</w:tbl>")
    assert only(document) == [(0, 0, 1, 1, "项目"), (0, 1, 1, 1, "数量"), (1, 1, 1, 1, "乙")]
    assert document.tables is not None
    assert [one.header for one in document.tables[0].cells] == [True, True, False]


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    inner = "<w:tbl>" + row(cell("里"), cell("1")) + "</w:tbl>" + paragraph("")
    document = word("<w:tbl>" + row(cell("外"), cell(inner)) + "</w:tbl>")
    assert document.tables is not None
    outer, nested = document.tables
    assert shown(document, nested) == [(0, 0, 1, 1, "里"), (0, 1, 1, 1, "1")]
    assert shown(document, outer)[1][4].strip() == "里\n1"


@pytest.mark.parametrize("form", ["doc", "odt"])
def test_files_of_other_programs(form: str, soffice: Convert) -> None:
    document = read_bytes(soffice(docx(BEFORE + MERGED + AFTER), "docx", form), f"甲.{form}")
    assert only(document) == CELLS


def web(table: str) -> Document:
    words = "云岭乡落实各项要求，把宣传、调解、服务的数据列在下面的表里，供群众查阅。"
    body = f"<div id=zoom><p>云岭乡2025年工作情况的报告</p><p>{words}</p>{table}<p>{words}</p></div>"
    return read_bytes(f"<html><body>{body}</body></html>".encode(), "甲.html")


def test_merged_cells_of_a_page() -> None:
    table = (
        "<table><thead><tr><th rowspan=2>项目</th><th colspan=2>数量</th></tr></thead>"
        "<tr><td>本年</td><td>上年</td></tr><tr><td>宣传</td><td>12</td><td>&nbsp;</td></tr></table>"
    )
    document = web(table)
    assert only(document) == CELLS
    assert document.text.split("\n")[2:-1] == ["项目\t数量", "本年\t上年", "宣传\t12\t"]
    assert document.tables is not None
    assert [one.header for one in document.tables[0].cells] == [True, True] + [False] * 5


def test_empty_rows_stand_where_the_row_before_ends() -> None:
    document = web(
        "<table><tr><td>甲</td><td>1</td></tr><tr><td></td><td></td></tr><tr><td>乙</td><td>2</td></tr></table>"
    )
    assert [one[4] for one in only(document)] == ["甲", "1", "", "", "乙", "2"]


def test_tables_for_layout_and_what_is_in_them() -> None:
    inner = "<table><tr><td>宣传</td><td>12</td></tr><tr><td>调解</td><td>7</td></tr></table>"
    document = web(f"<table><tr><td><p>情况如下</p>{inner}</td></tr></table>")
    assert document.tables is not None
    nested = min(document.tables, key=lambda table: table.end - table.start)
    assert shown(document, nested) == [
        (0, 0, 1, 1, "宣传"), (0, 1, 1, 1, "12"), (1, 0, 1, 1, "调解"), (1, 1, 1, 1, "7"),
    ]  # fmt: skip
    assert_lawful(document)


def test_wild_spans_are_bounded() -> None:
    wild = '<table><tr><td colspan="99999" rowspan="0">甲</td><td>乙</td></tr><tr><td colspan="-3">丙</td></tr></table>'
    document = web(wild)
    assert_lawful(document)
    assert document.tables is not None
    assert document.tables[0].columns == MOST_COLUMNS
    deep = web("<table><tr><td>层" * 400 + "</td></tr></table>" * 400)
    assert_lawful(deep)


def test_pipes_of_plain_text() -> None:
    text = "云岭乡2025年工作情况\n\n| 项目 | 数量 |\n|:--|--:|\n| 宣传 | 12 |\n|调解||\n\n| 不是表 |\n"
    document = read_bytes(text.encode(), "甲.md")
    assert only(document) == [
        (0, 0, 1, 1, "项目"), (0, 1, 1, 1, "数量"), (1, 0, 1, 1, "宣传"),
        (1, 1, 1, 1, "12"), (2, 0, 1, 1, "调解"), (2, 1, 1, 1, ""),
    ]  # fmt: skip


def test_formats_that_cannot_tell() -> None:
    assert read_bytes("云岭乡\n项目 数量\n宣传 12\n".encode(), "甲.txt").tables is None
    assert pipe_tables("甲|乙\n丙|丁\n") == ()


def test_a_package_without_tables_has_none_and_says_so() -> None:
    assert word("").tables == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["| 项目 | 本年 |", "| 宣传 | 12 |", "| 调解 | |"], True),
        (
            [
                "| 项目 | 做法 |",
                "| 宣传 | 进村入户发放资料，讲解与群众生产生活有关的法律，答复咨询，收集意见建议 |",
                "| 调解 | 逐件登记 |",
            ],
            False,
        ),
    ],
)
def test_tables_of_figures_and_tables_of_prose(lines: list[str], expected: bool) -> None:
    text = "\n".join(lines)
    (table,) = pipe_tables(text)
    assert of_figures(table, text) is expected

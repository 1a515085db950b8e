"""Tables: equations between rows and columns, figures in cells, rows that are missing; and tables that are sound."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table_reports import HEAD, found, page, rows


def test_a_sound_table_is_clean() -> None:
    assert found(page(HEAD + "".join(rows()))) == []


def test_each_broken_equation_is_one_finding_with_its_cells() -> None:
    assert found(page(HEAD + "".join(rows({(3, 0): "12"})))) == [
        ("“渠道维修收支表”“县级”一列对不上：拨款12，与支出合计12＋结余1＝13不符，请核对。", ["12", "12", "1"]),
        ("“渠道维修收支表”“县级”一列对不上：材料8＋其他支出3＝11，与支出合计12不符，请核对。", ["8", "3", "12"]),
        ("“渠道维修收支表”“支出合计”一行对不上：县级12＋企业2＝14，与总计13不符，请核对。", ["12", "2", "13"]),
    ]


def test_a_blank_total_counts_nothing() -> None:
    assert found(page(HEAD + "".join(rows({(2, 3): ""})))) == [
        ("“渠道维修收支表”“总计”一列对不上：材料10（其余为0），与支出合计13不符，请核对。", ["10", "13"]),
        (
            "“渠道维修收支表”“其他支出”一行对不上：县级3（其余为0），与总计（空着，按0算）不符，请核对。",
            ["2.其他", "3"],
        ),
    ]


def test_a_blank_may_be_something_forgotten() -> None:
    assert found(page(HEAD + "".join(rows({(2, 2): "", (2, 3): "—"}))), blank="missing") == [
        ("“渠道维修收支表”有2格没有填，请补填，没有的填0。", ["2.其他", "—"])
    ]


def test_what_is_no_figure_is_told_once_and_not_counted() -> None:
    wrong = {(0, 0): "约12", (1, 1): "1.5", (4, 2): "-3"}
    assert found(page(HEAD + "".join(rows(wrong)))) == [
        ("“渠道维修收支表”里“约12”不是数，请填阿拉伯数字，没有的填0。", ["约12"]),
        ("“渠道维修收支表”里“-3”是负数，请核对。", ["-3"]),
        ("“渠道维修收支表”里“1.5”不是整数，请核对。", ["1.5"]),
        ("“渠道维修收支表”“其他自筹”一列对不上：拨款0，与结余-3（其余为0）不符，请核对。", ["0", "-3"]),
        ("“渠道维修收支表”“企业”一列对不上：材料1.5（其余为0），与支出合计2不符，请核对。", ["1.5", "2"]),
        ("“渠道维修收支表”“材料”一行对不上：县级8＋企业1.5＝9.5，与总计10不符，请核对。", ["8", "1.5", "10"]),
        (
            "“渠道维修收支表”“结余”一行对不上：县级1＋企业1＋其他自筹-3＝-1，与总计2不符，请核对。",
            ["1", "1", "-3", "2"],
        ),
    ]
    assert found(page(HEAD + "".join(rows({(0, 0): "约12"}))), decimals=["县级"])[0][1] == ["约12"]


def test_decimals_where_they_are_allowed() -> None:
    half = {(0, 0): "12.50", (0, 3): "15.5", (4, 0): "1.5", (4, 3): "2.5"}
    assert found(page(HEAD + "".join(rows(half))), decimals=["县级", "总计"]) == []


def test_missing_rows_are_named_and_their_equations_left() -> None:
    without = rows()
    without[2] = ""
    without[1] = without[1].replace("rowspan=3", "rowspan=2")
    assert found(page(HEAD + "".join(without))) == [
        ("“渠道维修收支表”里没有找到“其他支出”，请对照规定的格式补上，或者核对行名、列名。", ["经费来源"])
    ]
    assert [words for _, words in found(page(HEAD + "".join(without)), optional=["其他支出"])] == [
        ["8", "11"],
        ["10", "13"],
    ]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({(0, 0): "１２", (1, 0): " 8 ", (3, 3): "１３"}, id="full width"),
        pytest.param({(0, 2): "", (1, 2): "—", (2, 2): "/", (3, 2): "&nbsp;", (4, 2): "－"}, id="blanks"),
        pytest.param({(0, 0): "12件", (0, 3): "15 个"}, id="units"),
        pytest.param({(0, 0): "1<br>2"}, id="a figure broken over two lines"),
    ],
)
def test_ways_of_writing_figures(changes: dict[tuple[int, int], str]) -> None:
    assert found(page(HEAD + "".join(rows(changes)))) == []


@pytest.mark.parametrize("mark", [",", "，"])
def test_thousands(mark: str) -> None:
    thousands = {(0, 0): f"12{mark}012", (3, 0): f"12{mark}011", (1, 0): f"12{mark}008",
                 (0, 3): "12015", (1, 3): "12010", (3, 3): f"12{mark}013"}  # fmt: skip
    assert found(page(HEAD + "".join(rows(thousands)))) == []


@pytest.mark.parametrize(
    "around",
    [
        pytest.param(("", "<tr><td colspan=6>注：2023年结转3项，其他数据以决算为准。</td></tr>"), id="a note"),
        pytest.param(("<tr><td colspan=6>杨树镇渠道维修收支表（单位：万元）</td></tr>", ""), id="a caption"),
        pytest.param(("<tr>" + "<td></td>" * 6 + "</tr>", "<tr>" + "<td></td>" * 6 + "</tr>"), id="empty rows"),
    ],
)
def test_rows_around(around: tuple[str, str]) -> None:
    assert found(page(around[0] + HEAD + "".join(rows()) + around[1])) == []


def test_a_head_written_from_top_to_bottom() -> None:
    head = HEAD.replace("企业", "企<br>业").replace("总计", "<p>总</p><p>计</p>")
    assert found(page(head + "".join(rows()))) == []
    assert len(found(page(head + "".join(rows({(1, 1): "7"}))))) == 2


@pytest.mark.parametrize("between", ["", "<p>第2页</p>", "<p>续表</p>"])
def test_a_table_that_goes_on_on_the_next_page(between: str) -> None:
    """The head is repeated, and so is the merged cell that the page break cut, or it is left blank."""
    parts = rows({(4, 3): "3"})
    parts[1] = parts[1].replace("rowspan=3", "rowspan=2")
    for cell in ("<td>二、支出</td>", "<td></td>"):
        last = [parts[3].replace("<tr>", "<tr>" + cell), parts[4]]
        split = page(HEAD + "".join(parts[:3]), *([between] if between else []), HEAD + "".join(last))
        assert [words for _, words in found(split)] == [["15", "13", "3"], ["1", "1", "3"]]


def test_digits_between_tables_are_no_page_number() -> None:
    split = page(HEAD + "".join(rows()[:3]), f"<p>{'1' * 50}件</p>", HEAD + "".join(rows()[3:]))
    assert found(split)  # each part is a table of its own, and neither is whole


def test_labels_that_are_not_merged() -> None:
    """A parent in its first row only, blank below; a head likewise."""
    text = (
        "杨树镇2024年水利建设情况的报告\n\n"
        "|  |  | 经费来源 |  |  |  |\n|---|---|---|---|---|---|\n|  |  | 县级 | 自筹 |  | 总计 |\n"
        "|  |  |  | 企业 | 其他 |  |\n| 拨款 |  | 12 | 3 | 0 | 15 |\n| 支出 | 材料 | 8 | 2 | 0 | 10 |\n"
        "|  | 其他 | 3 | 0 | 0 | 3 |\n|  | 合计 | 11 | 2 | 0 | {} |\n| 结余 |  | 1 | 1 | 0 | 2 |\n"
    )
    from lint.readers import read_bytes  # noqa: PLC0415

    assert found(read_bytes(text.format("13").encode(), "甲.md")) == []
    assert [words for _, words in found(read_bytes(text.format("14").encode(), "甲.md"))] == [
        ["15", "14", "2"],
        ["10", "3", "14"],
        ["11", "2", "14"],
    ]


def test_other_tables_are_left_alone() -> None:
    other = "<tr><td>经费来源</td><td>金额</td></tr><tr><td>县级</td><td>约12</td></tr>"
    assert found(page(other)) == []
    assert found(page(other, HEAD + "".join(rows()), other)) == []


def test_a_table_inside_a_table_of_the_layout() -> None:
    inner = f"<tr><td><p>经费收支</p><table>{HEAD}{''.join(rows({(0, 3): '16'}))}</table></td></tr>"
    assert [words for _, words in found(page(inner))] == [["16", "13", "2"], ["12", "3", "16"]]


def test_one_row_of_figures_below_heads() -> None:
    """A rule without rows looks at every row that holds figures."""
    rule = {
        "rows": {},
        "each-column": [],
        "has": ["县级", "企业"],
        "columns": {"县级": ["县级"], "企业": ["企业"], "其他自筹": ["其他"], "总计": ["总计"]},
    }
    table = HEAD.replace("<td rowspan=3 colspan=2></td>", "") + "<tr><td>4</td><td>1</td><td>2</td><td>{}</td></tr>"
    assert found(page(table.format(7)), **rule) == []
    assert found(page(table.format(8)), **rule) == [
        ("“渠道维修收支表”对不上：县级4＋企业1＋其他自筹2＝7，与总计8不符，请核对。", ["4", "1", "2", "8"])
    ]


@settings(max_examples=40, deadline=None)
@given(
    parts=st.lists(st.tuples(*[st.integers(0, 10**9)] * 3), min_size=3, max_size=3),
    row=st.integers(0, 4),
    column=st.integers(0, 3),
    other=st.integers(0, 10**9),
)
def test_sums_that_hold_are_clean_and_any_other_figure_is_found(
    parts: list[tuple[int, ...]], row: int, column: int, other: int
) -> None:
    material, rest, left = parts
    spent = tuple(map(sum, zip(material, rest, strict=True)))
    figures = [tuple(map(sum, zip(spent, left, strict=True))), material, rest, spent, left]
    cells = {(r, c): str(value) for r, one in enumerate(figures) for c, value in enumerate((*one, sum(one)))}
    assert found(page(HEAD + "".join(rows(cells)))) == []
    if str(other) != cells[row, column]:
        words = [places for _, places in found(page(HEAD + "".join(rows({**cells, (row, column): str(other)}))))]
        assert words
        assert all(str(other) in places for places in words if other)

"""Whole reports on disclosure in the hands that offices use: exact ones are clean, a planted figure is found."""

import copy
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from lint.fitting import Library
from lint.run import Choices, Run, check_bytes
from tests.openness_hands import hands

TODAY = Choices(date(2026, 5, 1))
TOWN, OFFICE = "云漳县苇塘乡人民政府", "白芷县水利局"
SMALL = hands.grid({0: (7, 2, 0, 0, 1, 0), 1: (1, 0, 0, 0, 0, 0), 7: (1, 0, 0, 0, 0, 0), 10: (3, 1, 0, 0, 0, 0)},
                   (13, 3, 0, 0, 1, 0), (1, 0, 0, 0, 0, 0))  # fmt: skip
LARGE = hands.grid({0: (9, 4, 1, 0, 2, 1), 3: (0, 1, 0, 0, 0, 0), 6: (1, 0, 0, 0, 0, 0), 10: (2, 1, 0, 0, 0, 0),
                    13: (2, 0, 0, 0, 0, 0), 18: (1, 0, 0, 0, 0, 0)},
                   (16, 5, 1, 0, 3, 1), (1, 1, 0, 0, 0, 0))  # fmt: skip
NEW, OLD, OPEN, TOTAL, LEFT = 0, 1, 2, 23, 24
FEW = ("0", "0", "0", "2", "1", "6", "0", "3", "0", "0")
MANY = ("0", "0", "0", "3", "2", "11", "1,286", "21", "4", "35.6")
NO, SOME = (0,) * 15, (1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 0, 0, 0, 2)
EXACT = ((hands.active(FEW),), (hands.requests(SMALL),), (hands.disputes(NO),))


@pytest.fixture(scope="module")
def library() -> Library:
    return Library("openness")


def planted(figures: list[list[Any]], *cells: tuple[int, int, Any]) -> list[list[Any]]:
    changed = copy.deepcopy(figures)
    for row, column, figure in cells:
        changed[row][column] = figure
    return changed


def read(library: Library, content: bytes, name: str) -> tuple[dict[str, str], list[str]]:
    """The statuses of the elements, and every sentence that a rule says."""
    done = check_bytes(content, name, library, TODAY)
    assert isinstance(done, Run)
    elements = {outcome.element: outcome.status for outcome in done.result.outcomes}
    return elements, [one.message for one in done.result.findings if one.rule not in elements]


def tables(applications: Any, published: Any = MANY, disputed: Any = SOME) -> hands.Tables:
    return ((hands.active(published),), (hands.requests(applications),), (hands.disputes(disputed),))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (hands.word(TOWN, EXACT), "甲.docx"),
        (hands.page(TOWN, EXACT, nested=True), "甲.html"),
        (hands.page(OFFICE, tables(LARGE), excel=True), "甲.xls"),
        (hands.piped(OFFICE, tables(LARGE)), "甲.md"),
    ],
)
def test_a_report_that_adds_up_is_clean_in_every_hand(library: Library, content: bytes, name: str) -> None:
    elements, said = read(library, content, name)
    assert set(elements.values()) == {"met"}
    assert said == []


def test_word_files_that_libreoffice_made_of_a_page(
    library: Library, soffice: Callable[[bytes, str, str], bytes]
) -> None:
    short = [row for row in hands.active(MANY) if row[0][0] != "规章"]  # not every body may make rules
    exact = ((short,), (hands.requests(LARGE),), (hands.disputes(SOME),))
    made = soffice(hands.page(OFFICE, exact), "html", "docx:MS Word 2007 XML")
    elements, said = read(library, made, "甲.docx")
    assert (set(elements.values()), said) == ({"met"}, [])
    carried = LARGE[LEFT][0]
    lost = planted(LARGE, (LEFT, 0, 0), (LEFT, 6, LARGE[LEFT][6] - carried))
    _, said = read(library, soffice(hands.page(OFFICE, tables(lost)), "html", "docx:MS Word 2007 XML"), "甲.docx")
    assert [one[one.index("表”") + 2 :].split("：")[0] for one in said] == ["“自然人”一列对不上", "“总计”一列对不上"]


@pytest.mark.parametrize(
    ("content", "name", "places"),
    [
        (hands.word(TOWN, tables(planted(SMALL, (OPEN, 6, 11)))), "甲.docx", ["“予以公开”一行", "“总计”一列"]),
        (hands.page(TOWN, tables(SMALL, disputed=(1, 0, 0, 0, 2, *SOME[5:])), nested=True), "甲.html", [""]),
        (hands.page(TOWN, tables(planted(SMALL, (OLD, 1, 2), (OLD, 6, 3))), excel=True), "甲.xls",
         ["“商业企业”一列", "“总计”一列"]),
        (hands.piped(TOWN, tables(planted(LARGE, (OPEN, 1, 5)))), "甲.md", ["“予以公开”一行", "“商业企业”一列"]),
    ],
)  # fmt: skip
def test_one_wrong_figure_is_found_where_it_is(library: Library, content: bytes, name: str, places: list[str]) -> None:
    _, said = read(library, content, name)
    assert sorted(one.split("对不上")[0].split("情况表”")[1] for one in said) == sorted(places)


def test_dashes_strokes_and_blanks_count_nothing(library: Library) -> None:
    blanks = ("—", "/", "　", " ", "－")
    rows = hands.told(hands.requests(LARGE), lambda i, text: blanks[i % 5] if text == "0" else text)
    elements, said = read(library, hands.page(OFFICE, (EXACT[0], (rows,), EXACT[2]), nested=True), "甲.html")
    assert (elements["B2"], said) == ("met", [])


def test_labels_in_other_words_and_figures_with_their_unit(library: Library) -> None:
    other: Mapping[str, str] = {
        "（一）予以公开": "(一)予以公开", "（七）总计": "(七)总 计", "自然人": "自然\n人", "总计": "合计",
        "2.其他法律行政法规禁止公开": "2.其他法律、行政法规禁止公开", "3.危及“三安全一稳定”": '3、危及"三安全一稳定"',
    }  # fmt: skip
    rows = hands.told(
        hands.requests(LARGE), lambda i, text: f"{text}件" if text.isdigit() and i % 3 == 0 else other.get(text, text)
    )
    elements, said = read(library, hands.word(OFFICE, (EXACT[0], (rows,), EXACT[2])), "甲.docx")
    assert (elements["B2"], [one for one in said if "情况表" in one]) == ("met", [])


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("between", ["（续表）", "续表", "（接上页）", "— 3 —"])
def test_a_table_that_a_page_break_cuts_is_one(library: Library, again: bool, between: str) -> None:
    upper, lower = hands.cut(hands.requests(SMALL), "（五）", again=again)
    whole: Any = (EXACT[0], (upper, between, lower), EXACT[2])
    elements, said = read(library, hands.word(TOWN, whole), "甲.docx")
    assert (elements["B2"], [one for one in said if "情况表" in one]) == ("met", [])
    upper, lower = hands.cut(hands.requests(planted(SMALL, (TOTAL, 0, 13))), "（五）", again=again)
    _, said = read(library, hands.word(TOWN, (EXACT[0], (upper, between, lower), EXACT[2])), "甲.docx")  # type: ignore[arg-type]
    assert sum("13" in one for one in said) == 3  # its column twice, its row


def test_a_row_that_is_left_out(library: Library) -> None:
    rows = [row for row in hands.requests(SMALL) if not any(text.startswith("5.要求") for text, _, _ in row)]
    rows = [
        [(t, 4 if t == "（五）不予处理" else high - (t == "三、本年度办理结果"), w) for t, high, w in r] for r in rows
    ]
    elements, said = read(library, hands.page(TOWN, (EXACT[0], (rows,), EXACT[2])), "甲.html")
    assert elements["B2"] == "thin"
    assert [one for one in said if "没有找到“要求确认或重新出具已获取信息”" in one] == said != []


def test_rows_pasted_with_tabs_are_asked_about_and_are_no_prose(library: Library) -> None:
    elements, said = read(library, hands.pasted(TOWN, EXACT), "甲.txt")
    assert {name for name, status in elements.items() if status != "met"} == {"B1", "B2", "B3"}
    assert {elements[name] for name in ("B1", "B2", "B3")} == {"review"}
    assert said == []


def test_pictures_for_tables_are_asked_about(library: Library) -> None:
    elements, said = read(library, hands.word(TOWN, EXACT, pictured=True), "甲.docx")
    assert [elements[name] for name in ("B1", "B2", "B3")] == ["review"] * 3
    assert said == []


def test_no_tables_at_all_are_missing(library: Library) -> None:
    elements, said = read(library, hands.word(OFFICE, ()), "甲.docx")
    assert [elements[name] for name in ("B1", "B2", "B3")] == ["absent"] * 3
    assert [one for one in said if "只有标题，没有内容" in one] == said and len(said) == 3


def test_a_table_laid_out_otherwise_is_asked_about(library: Library) -> None:
    upright: hands.Rows = [[("类别", 1, 2), ("件数", 1, 1)]]
    for number, name in enumerate(("行政复议", "行政诉讼：未经复议直接起诉", "行政诉讼：复议后起诉")):
        for at, result in enumerate(hands.RESULTS):
            head = [] if at else [(name, 5, 1)]
            upright.append([*head, (result, 1, 1), (str(SOME[5 * number + at]), 1, 1)])
    elements, said = read(library, hands.page(TOWN, (EXACT[0], EXACT[1], (upright,))), "甲.html")
    assert elements["B3"] == "review"
    assert said == [
        "“政府信息公开行政复议、行政诉讼情况表”的行列与规定的格式不同，没有核对里面的数，请按规定的格式重排，或者自行核对。"
    ]

"""Tables that have become mere lines, and titles whose last word stands alone on a line."""

import pytest

from lint.document.document import Document, plain_lines
from lint.document.tables import lines_of_figures
from lint.document.understand import understand

PIECES = (
    "一、新收件数\n12 3 0 15\n二、上年\n结转\n1 0 0 1\n（一）准予\n8 2 0 10\n（二）\n不予\n3 0 0 3\n三、结转\n2 1 0 3"
)
CELLS = "一、新收件数\n12\n3\n15\n二、上年结转\n1\n0\n1\n（一）准予\n8\n2\n10"


def torn(text: str) -> list[str]:
    return [
        text[start:end] for start, end in lines_of_figures(text, ((one.start, one.end) for one in plain_lines(text)))
    ]


@pytest.mark.parametrize("table", [PIECES, CELLS])
def test_lines_of_a_table_are_no_headings(table: str) -> None:
    text = f"杨树镇2024年工作情况的报告\n一、收件情况\n列表如下。\n{table}\n二、存在的不足\n人手不足。\n"
    assert torn(text) == [table]
    report = understand(Document("甲.txt", "txt", text, plain_lines(text)))
    assert [section.text for section in report.sections] == ["收件情况", "存在的不足"]


@pytest.mark.parametrize(
    "text",
    [
        "一、做法\n修渠3公里。\n1\n二、不足\n人手不足。\n2\n三、打算\n再修2公里。\n3\n四、其他\n无。\n4",
        "（一）开会12次\n（二）培训 3 场\n（三）走访 46 户\n（四）调解 7 件\n（五）宣传 9 次",
        "12\n3\n15",
        "",
    ],
)
def test_page_numbers_and_lists_are_no_tables(text: str) -> None:
    assert torn(text) == []


def test_a_title_whose_last_word_stands_alone() -> None:
    text = "云漳县山禾镇2025年水利建设工作年度\n报告\n2025年，修渠3公里。\n一、做法\n按月巡查。\n"
    front = understand(Document("甲.txt", "txt", text, plain_lines(text))).front
    assert front.title is not None
    assert text[front.title.start : front.title.end] == "云漳县山禾镇2025年水利建设工作年度\n报告"
    assert front.title_year == 2025


@pytest.mark.parametrize(
    ("title", "issuer", "kind"),
    [
        ("云坪县2025年水利建设工作年度报告", "云坪县", "县"),
        ("云坪县水务局2025年水利建设工作年度报告", "云坪县水务局", "部门"),
        ("关于全县2025年水利建设工作情况的报告", None, ""),
    ],
)
def test_a_county_named_before_the_year_is_the_issuer(title: str, issuer: str | None, kind: str) -> None:
    text = f"{title}\n2025年，修渠3公里。\n一、做法\n按月巡查。\n"
    front = understand(Document("甲.txt", "txt", text, plain_lines(text))).front
    assert (front.issuer, front.issuer_kind) == (issuer, kind)


def test_a_page_that_names_its_issuer_only_above_the_text() -> None:
    text = "2025年，修渠3公里，以下是具体情况。\n一、做法\n按月巡查。\n"
    metadata = {"title": "云坪县水务局2025年水利建设工作年度报告"}
    front = understand(Document("甲.html", "html", text, plain_lines(text), metadata=metadata)).front
    assert (front.title, front.issuer, front.issuer_kind) == (None, "云坪县水务局", "部门")

"""However marks overlap, the text stays whole, and every mark keeps its anchor."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from lint.document.document import Document, Line, plain_lines
from lint.document.tables import Cell, Table, pipe_tables
from lint.render.marks import CHAIN, EVIDENCE, FINDING, NEAREST, Mark
from lint.render.source_text import source_html

TEXT = "甲乙丙<b>丁</b>，戊己。\n\n一行“引文”&实体；\n" + "很长的一行，" * 30 + "\n末行"
_SPANS = st.tuples(
    st.integers(0, len(TEXT) - 1), st.integers(1, 60), st.sampled_from([EVIDENCE, NEAREST, CHAIN, FINDING])
)


@given(st.lists(_SPANS, max_size=40))
def test_the_text_stays_whole_under_any_marks(spans: list[tuple[int, int, str]]) -> None:
    marks = [
        Mark(start, min(start + size, len(TEXT)), kind, f"p{at}", at, f"e-{at}")
        for at, (start, size, kind) in enumerate(spans, 1)
    ]
    html = source_html(Document("a", "text", TEXT, plain_lines(TEXT)), TEXT, marks, [])
    shown = re.sub(r"<[^>]*>", "", re.sub(r'<span class="g">.*?</span>', "", html))
    assert unescape(shown) == TEXT
    for mark in marks:
        if TEXT[mark.start] != "\n":
            assert html.count(f'<i id="{mark.anchor}"></i>') == 1
    assert len(re.findall(r"<(?:span|mark)\b", html)) == len(re.findall(r"</(?:span|mark)>", html))


TABLE = "开头一句话。\n| 项目 | 本年 | 上年 |\n| 宣传<b> | 12 | 7 |\n| 调解 |  | 5 |\n结尾一句话。"


def _drawn(marks: list[Mark], text: str = TABLE) -> str:
    document = Document("a", "text", text, plain_lines(text), tables=pipe_tables(text))
    return source_html(document, text, marks, [])


def test_a_table_of_figures_is_drawn_with_its_marks_and_every_line_can_be_led_to() -> None:
    at = TABLE.index("12")
    html = _drawn([Mark(at, at + 2, FINDING, "p1-1", 1, "f-1")])
    rows = re.findall(r"<tr>(.*?)</tr>", html)
    assert [re.sub(r"<[^>]*>", "", row.replace("</td>", "/")) for row in rows] == [
        "项目/本年/上年/",
        "宣传&lt;b&gt;/112/7/",
        "调解//5/",
    ]
    assert '<i id="p1-1"></i><mark class="f" data-c="f-1">12</mark>' in html
    assert re.findall(r'id="L(\d)"', html) == ["1", "2", "3", "4", "5"]


def test_a_table_that_would_lose_text_or_a_mark_stays_lines() -> None:
    bar = TABLE.index("| 12")
    assert "<table>" not in _drawn([Mark(bar, bar + 4, FINDING, "p1-1", 1, "f-1")])
    prose = "| 项目 | 做法 |\n| 宣传 | 进村入户发放资料 |\n| 调解 | 逐件登记 |"
    assert "<table>" not in _drawn([], prose)


def test_merged_cells_are_drawn_merged() -> None:
    text = "项目\n数量\n2025\n上年\n宣传\n12\n7"
    starts = [line.start for line in plain_lines(text)]
    ends = [line.end for line in plain_lines(text)]
    shape = [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)]
    cells = tuple(Cell(*place, *one) for place, one in zip(zip(starts, ends, strict=True), shape, strict=True))
    document = Document("a", "docx", text, plain_lines(text), tables=(Table(0, len(text), 3, 3, cells),))
    html = source_html(document, text, [], [])
    assert html.count("<tr>") == 3
    assert '<td rowspan="2">' in html
    assert '<td colspan="2">' in html


def test_the_margin_counts_as_places_are_told() -> None:
    """Of a Word file paragraphs, of a web page lines."""
    text = "甲\n乙\n丙"
    lines = (Line(0, 1, "body", 1), Line(2, 3, "body", 3), Line(4, 5, "body", 3))
    word = source_html(Document("a.docx", "docx", text, lines), text, [], [])
    assert re.findall(r'id="(L\d)"(?: data-l="(\d)")?', word) == [("L1", "1"), ("L2", "3"), ("L3", "")]
    web = source_html(Document("a.html", "html", text, lines), text, [], [])
    assert re.findall(r'id="(L\d)"(?: data-l="(\d)")?', web) == [("L1", "1"), ("L2", "2"), ("L3", "3")]

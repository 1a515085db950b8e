"""What people open: CSV in a spreadsheet, Markdown wherever it is shown."""

import csv
import io

import pytest

from lint.record import report_record
from tests.render.formats.reports import HOSTILE, build, drawn, everything


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_element_and_finding_is_a_row() -> None:
    text = drawn("csv", [build()])
    assert text.startswith("\ufeff文件,机关,年度,编号,") and text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    found = {row["编号"]: row for row in rows(text)}
    assert len(found) == 26
    assert (found["S1"]["结论"], found["S8"]["结论"], found["S8"]["轻重"]) == ("满足", "缺失", "错误")
    assert (found["F9"]["结论"], found["F9"]["问题"]) == ("待核", "是否已经述法？请对照述职报告。")
    assert (found["punctuation"]["处数"], found["punctuation"]["行"], found["punctuation"]["列"]) == ("5", "12", "36")
    assert "原因：一个模式没有在时限内匹配完" in found["N2"]["问题"]


def test_no_cell_is_a_formula_for_a_spreadsheet() -> None:
    text = drawn("csv", **everything())
    for row in rows(text):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
            assert cell.isprintable() and "::error::" not in cell[:9]
    assert any(row["问题"].startswith("'=cmd|") for row in rows(text))
    assert {row["结论"] for row in rows(text)} >= {"没有读成", "不是清单所查的报告"}


def test_the_reason_of_a_waiver_is_a_column() -> None:
    report = report_record(build())
    report["findings"] = [{**finding, "waived": {"reason": "已另行报告"}} for finding in report["findings"]]
    found = {row["编号"]: row for row in rows(drawn("csv", [build()], records=[report]))}
    assert found["S8"]["不计入的理由"] == "已另行报告"
    markdown = drawn("markdown", [build()], records=[report])
    assert "已说明理由，不计入：" in markdown and "| 没有写明带头学法 | 已另行报告 | F3 |" in markdown


def test_markdown_shows_foreign_text_as_it_is() -> None:
    parser = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed").MarkdownIt("commonmark")
    html = parser.enable("table").render(drawn("markdown", **everything()))
    assert "<script>" not in html and "<a " not in html and "<img" not in html and "<code>" not in html
    assert "<em>" not in html and "<strong>" not in html
    assert html.count("<table>") == 4 and html.count("<h2>") == 6
    assert "&lt;script&gt;&amp;&quot;'|`*_[坏](http：//坏.example)[U+000B]" in html
    assert "@某人" not in html and "#12" not in html  # nobody is called, no issue is linked


@pytest.mark.parametrize("text", ["- 一", "+ 一", "1. 一", "12) 一", "# 一", "> 一", "=== ", "| 一 |", "***"])
def test_no_line_becomes_a_block(text: str) -> None:
    from lint.render.markdown_text import inline  # noqa: PLC0415

    parser = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed").MarkdownIt("commonmark")
    assert parser.enable("table").render(inline(text)) == f"<p>{text.strip()}</p>\n".replace(">  ", "> ").replace(
        "<p>> ", "<p>&gt; "
    )


def test_the_summary_line_counts() -> None:
    assert drawn("markdown", [build()]).endswith("读到 1 份、核对 1 份：错误 4、警告 4、提示 5。\n")
    assert HOSTILE not in drawn("markdown", **everything())

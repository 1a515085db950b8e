"""Elements that are a table: there and filled, there and not filled, not there, and where nobody can tell."""

from datetime import date
from typing import Any

import msgspec
import pytest
from rule_bench import ROLES
from table_reports import HEAD, RULE, page, rows

from lint.checklist.checklist import Checklist
from lint.checklist.lexicon import lexicon
from lint.checklist.model import ChecklistFile
from lint.checks.results import Outcome
from lint.document.document import Document
from lint.document.understand import understand
from lint.engine import run_checks
from lint.readers import read_bytes

ELEMENT: dict[str, Any] = {
    "id": "E1", "kind": "table", "table": "r", "title": "收支表", "group": "总体", "severity": "error",
    "met": "有收支表", "thin": "收支表没有填", "absent": "没有收支表", "remedy": {"text": "补收支表。"},
}  # fmt: skip
WORDS = "杨树镇2024年水利建设情况的报告\n2024年，杨树镇维修渠道3公里。\n"


def judged(document: Document, **other: Any) -> Outcome:
    data = {
        "checklist": {"id": "t", "title": "t", "version": "1", "subject": "水利建设"},
        "roles": ROLES,
        "element": [{**ELEMENT, **other}],
        "rule": [{"id": "r", "title": "收支表", "severity": "error", **RULE}],
    }
    using = Checklist(msgspec.convert(data, ChecklistFile))
    report = understand(document, lexicon(using), 2024)
    (outcome,) = run_checks(report, using, date(2025, 6, 1)).outcomes
    return outcome


def test_a_filled_table_is_met_even_where_its_sums_do_not_hold() -> None:
    document = page(HEAD + "".join(rows({(0, 0): "9"})))
    outcome = judged(document)
    assert outcome.status == "met"
    assert [document.text[start:end] for start, end in outcome.evidence] == ["经费来源"]
    assert [trace.why for trace in outcome.traces] == ["认出5行、4列，20格有数"]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(HEAD + "".join(rows({(r, c): "" for r in range(5) for c in range(4)})), id="nothing filled in"),
        pytest.param(HEAD + "".join(row for number, row in enumerate(rows()) if number != 2), id="a row is missing"),
    ],
)
def test_a_table_that_is_not_filled_or_lacks_a_row_is_thin(table: str) -> None:
    assert judged(page(table)).status == "thin"


def test_no_table_is_absent() -> None:
    assert judged(page("<tr><td>甲</td><td>1</td></tr>")).status == "absent"
    assert judged(read_bytes(WORDS.encode(), "甲.txt")).status == "absent"


def test_a_format_that_cannot_tell_makes_a_question() -> None:
    text = read_bytes((WORDS + "经费来源 县级 企业\n拨款 12 3\n结余 1 1\n").encode(), "甲.txt")
    outcome = judged(text)
    assert outcome.status == "review"
    assert outcome.question == (
        "这种格式看不出表格，请核对“渠道维修收支表”是否齐全、填好，数据是否对得上；要自动核对，请用 Word 文件或网页。"
    )
    assert judged(text, question="收支表有没有？").question == "收支表有没有？"


def test_labels_of_a_table_are_no_headings_and_no_sentences() -> None:
    document = page(HEAD + "".join(rows()))
    report = understand(document)
    assert [section.text for section in report.sections] == []
    told = " ".join(report.text[one.start : one.end] for one in report.sentences)
    assert "拨款" not in told
    assert "以上收支" in told

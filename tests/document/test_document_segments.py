"""Sentences, clauses and the items of series."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from understood import OPENING, TITLE, plain, quote

from lint.document.report import Report


def items(body: str) -> list[tuple[int, int, str]]:
    report = plain(f"{TITLE}{OPENING}一、存在的不足\n{body}\n二、下一步打算\n再学习。\n")
    return [(item.run, item.value, str(quote(report, item))) for item in report.items]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一是力量不足。二是形式单一。", [(1, 1, "一是力量不足。"), (1, 2, "二是形式单一。")]),
        (
            "一是力量不足；二是形式单一；三是经费紧张。",
            [(1, 1, "一是力量不足；"), (1, 2, "二是形式单一；"), (1, 3, "三是经费紧张。")],
        ),
        ("一是力量不足，二是形式单一。", [(1, 1, "一是力量不足，"), (1, 2, "二是形式单一。")]),
        ("一是力量不足。\n二是形式单一。", [(1, 1, "一是力量不足。"), (1, 2, "二是形式单一。")]),
        (
            "一是力量不足。只有两人。二是形式单一。效果一般。",
            [(1, 1, "一是力量不足。只有两人。"), (1, 2, "二是形式单一。效果一般。")],
        ),
        ("主要有：一是力量不足。\n二是形式单一。", [(1, 1, "一是力量不足。"), (1, 2, "二是形式单一。")]),
        ("首先，力量不足。其次，形式单一。", [(1, 1, "首先，力量不足。"), (1, 2, "其次，形式单一。")]),
        (
            "首先力量不足。其次形式单一。最后经费紧张。",
            [(1, 1, "首先力量不足。"), (1, 2, "其次形式单一。"), (1, 3, "最后经费紧张。")],
        ),
        ("第一，力量不足。第二，形式单一。", [(1, 1, "第一，力量不足。"), (1, 2, "第二，形式单一。")]),
        ("一方面，力量不足。另一方面，形式单一。", [(1, 1, "一方面，力量不足。"), (1, 2, "另一方面，形式单一。")]),
        ("一方面力量不足，另一方面形式单一。", [(1, 1, "一方面力量不足，"), (1, 2, "另一方面形式单一。")]),
        (
            "一是甲不足。二是乙不足。\n一是丙不足。二是丁不足。",
            [(1, 1, "一是甲不足。"), (1, 2, "二是乙不足。"), (2, 1, "一是丙不足。"), (2, 2, "二是丁不足。")],
        ),
        ("一 是力量不足。“二是”形式单一。", [(1, 1, "一 是力量不足。"), (1, 2, "二是”形式单一。")]),
    ],
)
def test_items(body: str, expected: list[tuple[int, int, str]]) -> None:
    assert items(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "这一是非曲直要分清。",
        "力量不足，唯一是经费。",
        "十是非常重要。",
        "第一时间处置，第二天回访。",
        "一方有难，八方支援。",
        "统一是关键。",
        "群众之首先锋作用。",
    ],
)
def test_no_items(body: str) -> None:
    assert items(body) == []


def test_an_item_ends_at_a_heading() -> None:
    report = plain(f"{TITLE}{OPENING}一、主要举措\n（一）学习\n一是学法6次。\n（二）决策\n一是审查3份。二是讨论5次。\n")
    found = [(i.label, i.section, str(quote(report, i))) for i in report.items]  # type: ignore[arg-type]
    assert found == [("一是", 1, "一是学法6次。"), ("一是", 2, "一是审查3份。"), ("二是", 2, "二是讨论5次。")]
    assert [i.run for i in report.items] == [1, 2, 2]


def test_sentences_and_clauses() -> None:
    report = plain(f"{TITLE}{OPENING}一、主要举措\n（一）学习。学法6次，培训12人；讲课3场！参加多少？\n")
    start = report.sections[0].start
    sentences = [quote(report, s) for s in report.sentences if s.start >= start]
    assert sentences == ["一、主要举措", "（一）学习。", "学法6次，培训12人；", "讲课3场！", "参加多少？"]
    clauses = [str(quote(report, c)) for c in report.clauses if c.start >= start]  # type: ignore[arg-type]
    assert clauses == ["一、主要举措", "（一）学习。", "学法6次，", "培训12人；", "讲课3场！", "参加多少？"]
    at = report.text.index("培训12人")
    clause = report.clause_index(at)
    assert clause is not None
    assert quote(report, report.clauses[clause]) == "培训12人；"  # type: ignore[arg-type]
    assert report.sentence_index(at) == report.clauses[clause].sentence
    section = report.section_at(at)
    assert section is not None
    assert section.text == "学习"


def test_front_and_back_matter_hold_no_clauses() -> None:
    report = plain(f"{TITLE}县委、县政府：\n{OPENING}一、主要举措\n学法6次。\n青石镇人民政府\n2025年1月10日\n")
    held = "".join(str(quote(report, c)) for c in report.clauses)  # type: ignore[arg-type]
    assert held == (OPENING + "一、主要举措学法6次。").replace("\n", "")
    assert report.clause_index(report.text.index("县委")) is None
    assert report.clause_index(report.text.rindex("人民政府")) is None


def tidy(report: Report) -> None:
    for spans in (report.sentences, report.clauses, report.paragraphs):
        for before, after in pairwise(spans):
            assert before.end <= after.start
    for number, clause in enumerate(report.clauses):
        sentence = report.sentences[clause.sentence]
        assert sentence.start <= clause.start < clause.end <= sentence.end
        assert report.clause_index(clause.start) == report.clause_index(clause.end - 1) == number
        for start, end, _ in clause.spans:
            assert clause.start <= start <= end
    for item in report.items:
        assert report.front.body_start <= item.start < item.end <= report.front.body_end
        assert "\n" not in report.text[item.end - 1 : item.end]
    for before_item, after_item in pairwise(report.items):
        assert before_item.end <= after_item.start


@given(
    st.lists(
        st.sampled_from(
            [
                "一是",
                "二是",
                "首先",
                "其次，",
                "一、",
                "（一）",
                "。",
                "，",
                "；",
                "\n",
                "学法6次",
                "不足",
                "：",
                "《",
                "》",
            ]
        ),
        max_size=40,
    )
)
def test_segments_are_in_order(pieces: list[str]) -> None:
    tidy(plain(TITLE + OPENING + "".join(pieces)))

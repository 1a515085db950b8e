"""The engine: one broken check loses nothing else, and no text breaks it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.checklist.lexicon import lexicon
from lint.checks.results import ABSENT, ERROR, MET, STATUSES, THIN, CheckResult
from lint.document.report import STANDINGS
from lint.document.understand import understand
from lint.engine import run_checks
from lint.patterns import TextIndex
from lint.patterns.index import Budget
from tests.element_cases import OPENING, TITLE, TODAY, check, document, element, tiny
from tests.engine_cases import flagship, judged
from tests.flagship_reports import EMPTY_WORDS, GOOD, STREET

CATASTROPHE = "(?:甲|甲甲)+(?:甲|甲甲)+(?:甲|甲甲)+丁"


# ------------------------------------------------------------------ errors
def test_an_expression_that_runs_out_of_time_is_one_error_outcome(tmp_path: Path) -> None:
    checklist = tiny(
        tmp_path,
        element("phrase", 'done = ["学法#次"]', "A"),
        element("phrase", f"done-regex = ['{CATASTROPHE}']", "B"),
        element("phrase", 'done = ["审查#份"]', "C"),
    )
    report = understand(document(f"{TITLE}{OPENING}一、主要举措\n学法6次。{'甲' * 5000}。\n"), lexicon(checklist))
    assert isinstance(report.prepared, TextIndex)
    report.prepared.budget = Budget(per_search=0.05)
    outcomes = run_checks(report, checklist, TODAY).outcomes
    assert [(o.element, o.status) for o in outcomes] == [("A", MET), ("B", ERROR), ("C", ABSENT)]
    assert outcomes[1].reason == f"模式“{CATASTROPHE}”匹配超时，这一项没有查完，请改写该模式"


def test_a_spent_budget_stops_expressions_but_no_phrases(tmp_path: Path) -> None:
    checklist = tiny(
        tmp_path,
        element("phrase", "done-regex = ['学法[0-9]次']", "A"),
        element("phrase", 'done = ["学法#次"]', "B"),
    )
    report = understand(document(f"{TITLE}{OPENING}一、主要举措\n学法6次。\n"), lexicon(checklist))
    report.prepared.budget = Budget(seconds=0.0)
    assert [o.status for o in run_checks(report, checklist, TODAY).outcomes] == [ERROR, MET]


def test_a_rule_that_runs_out_of_time_is_an_error_under_its_id(tmp_path: Path) -> None:
    rule = f'[[rule]]\nid = "R"\nkind = "residue"\ntitle = "残留"\nseverity = "error"\npatterns = [\'{CATASTROPHE}\']\n'
    checklist = tiny(tmp_path, element("phrase", 'done = ["学法#次"]', "A"), rule)
    report = understand(document(f"{TITLE}{OPENING}一、主要举措\n学法6次。{'甲' * 5000}。\n"), lexicon(checklist))
    report.prepared.budget = Budget(per_search=0.05)
    assert [(o.element, o.status) for o in run_checks(report, checklist, TODAY).outcomes] == [("A", MET), ("R", ERROR)]


def test_a_pattern_that_cannot_be_compiled_is_one_error_outcome(tmp_path: Path) -> None:
    checklist = tiny(
        tmp_path,
        element("phrase", 'done = ["学法(#次"]', "A"),
        element("phrase", "done-regex = ['(甲{1,1000}){1,1000}']", "B"),
        element("phrase", 'done = ["{没有}"]', "C"),
        element("phrase", 'done = ["学法#次"]', "D"),
    )
    outcomes = check(checklist, f"{TITLE}{OPENING}一、主要举措\n学法6次。\n").outcomes
    assert [(o.element, o.status) for o in outcomes] == [("A", ERROR), ("B", ERROR), ("C", ERROR), ("D", MET)]
    assert [o.reason for o in outcomes if o.status == ERROR] == [
        "模式有误，这一项没有查：“(”没有对应的“)”；要写括号本身请写作“\\(”",
        "模式有误，这一项没有查：重复次数相乘达 1000000，超过上限 10000，请改小",
        "模式有误，这一项没有查：没有名为“没有”的词表",
    ]


def test_outcomes_stand_in_the_order_of_the_checklist(tmp_path: Path) -> None:
    backed = element("section", 'role = "measures"\nchars = 4\nbacked-by = ["Z"]', "A")
    checklist = tiny(
        tmp_path, backed, element("phrase", 'done = ["学法#次"]', "Z"), element("front", 'part = "date"', "M")
    )
    assert [o.element for o in check(checklist, f"{TITLE}{OPENING}一、主要举措\n学法6次。\n").outcomes] == [
        "A",
        "Z",
        "M",
    ]


# ------------------------------------------------------------------ any text
PIECES = st.sampled_from(
    [
        *GOOD.split("\n"),
        *EMPTY_WORDS.split("\n"),
        *STREET.split("\n"),
        "一、",
        "（一）",
        "(二)",
        "1.",
        "①",
        "一是",
        "第一部分",
        "# ",
        "\n",
        "\n\n",
        "\0",
        "。",
        "，",
        "；",
        "：",
        "《",
        "》",
        "（",
        "）",
        "“",
        "”",
        "　",
        "\t",
        "\r",
        "〔2025〕5号",
        "2025年1月10日",
        "存在的不足",
        "原因是",
        "下一步",
        "将",
        "学习",
        "听取汇报4次",
        "％",
        "１２",
        "〇",
        "*" * 30,
        "甲" * 3000,
        "1" * 400,
        "一" * 400,
        "，" * 500,
        "（" * 200,
        "\ufeff",
        "\u200b",
        "𠮷",
        "é",
    ]
)
ANY = st.one_of(
    st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES, max_size=25).map("\n".join), st.text(max_size=200)
)


def places(result: CheckResult) -> list[tuple[int, int]]:
    found: list[tuple[int, int] | None] = [span for f in result.findings for span in f.places]
    for o in result.outcomes:
        found += [*o.evidence, o.nearest, o.anchor, *(t.span for t in o.traces)]
    for s in result.shortcomings:
        found += [s.span, *(link.span for link in (s.cause, s.rectification, s.plan) if link)]
    found += [*result.plan_measures, *(s.span for s in result.sums)]
    return [span for span in found if span is not None]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ANY)
def test_no_text_breaks_understanding_or_checks(text: str) -> None:
    checklist, words = flagship()
    report = understand(document(text), words)
    for clause in report.clauses:
        assert clause.standing in STANDINGS
    result = run_checks(report, checklist, TODAY)
    assert len({o.element for o in result.outcomes}) == len(result.outcomes)
    for o in result.outcomes:
        assert o.status in STATUSES
        assert o.status != ERROR, o.reason
        assert o.status not in (MET, THIN) or o.evidence or o.element in ("N2", "Q"), o
    for start, end in places(result):
        assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲" * 200_000,
        "一、" * 20_000,
        "一是" * 20_000,
        "\n" * 50_000,
        "（" * 50_000,
        "《" * 50_000,
        "2024年" * 20_000,
        "6次，" * 20_000,
    ],
)
def test_very_long_lines(text: str) -> None:
    assert judged(TITLE + text).outcomes

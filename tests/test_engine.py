"""The engine: one broken check loses nothing else; the flagship judges small reports as a reviewer would; no text breaks it."""

import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent / "checks"))

from element_cases import OPENING, TITLE, check, document, element, tiny  # noqa: E402

from lint.checklist.checklist import Checklist  # noqa: E402
from lint.checklist.lexicon import lexicon  # noqa: E402
from lint.checklist.load import load  # noqa: E402
from lint.checks.results import ABSENT, ERROR, MET, STATUSES, THIN, CheckResult  # noqa: E402
from lint.document.lexicon import Lexicon  # noqa: E402
from lint.document.report import STANDINGS  # noqa: E402
from lint.document.understand import understand  # noqa: E402
from lint.engine import run_checks  # noqa: E402
from lint.patterns import TextIndex  # noqa: E402
from lint.patterns.index import Budget  # noqa: E402

TODAY = date(2026, 3, 1)
CATASTROPHE = "(?:甲|甲甲)+(?:甲|甲甲)+(?:甲|甲甲)+丁"


@cache
def flagship() -> tuple[Checklist, Lexicon]:
    checklist = load("township")
    return checklist, lexicon(checklist)


def judged(text: str, year: int | None = None) -> CheckResult:
    checklist, words = flagship()
    return run_checks(understand(document(text), words, year), checklist, TODAY, year)


def statuses(text: str) -> dict[str, str]:
    return {o.element: o.status for o in judged(text).outcomes}


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
    checklist = tiny(tmp_path, backed, element("phrase", 'done = ["学法#次"]', "Z"), element("front", 'part = "date"', "M"))
    assert [o.element for o in check(checklist, f"{TITLE}{OPENING}一、主要举措\n学法6次。\n").outcomes] == ["A", "Z", "M"]


# ------------------------------------------------------------------ the flagship
GOOD = """\
云岭县青石镇人民政府关于2024年法治政府建设情况的报告

县委、县政府：
2024年，青石镇认真落实依法治县部署，扎实推进法治政府建设。现将有关情况报告如下：
一、2024年主要举措和成效
（一）加强学法。领导班子会前学法12次，镇长带头讲法治课2场。
（二）规范决策。修订《青石镇重大行政决策工作规则》，全年对18件重大行政决策事项开展合法性审查，提出意见27条；聘请2名律师担任法律顾问，审查合同45份。
（三）管好文件。全年制定行政规范性文件1件，经司法所合法性审核后报县司法局备案。
（四）推进公开。主动公开政府信息236条，答复依申请公开2件。
（五）规范执法。承接行政执法事项39项，逐项明确责任岗位，持证执法人员14名，办理行政处罚案件18件，评查案卷18份。全面落实行政执法“三项制度”：在镇政府网站公示处罚决定18件，配备执法记录仪6台并全程录像归档，18件处罚决定均经司法所法制审核。
（六）化解争议。以本镇为被告的行政诉讼案件2件，镇长出庭应诉2次，生效判决全部履行。
（七）普法宣传。落实“谁执法谁普法”责任清单，开展普法活动26场次，发放资料4200份。
二、党政主要负责人履行推进法治建设第一责任人职责情况
成立由镇党委书记任组长的法治政府建设领导小组，书记主持党委会听取法治政府建设工作汇报4次，研究解决执法用房、人员编制等问题6个；将法治政府建设纳入《青石镇2024年工作要点》，与经济工作同部署、同考核；年终述职时书记、镇长专题述法，接受56名代表测评。
三、存在的不足和原因
一是执法力量与承接事项不匹配，主要原因是编制少、招录慢。已从站所调配4人充实执法队。
二是普法针对性不强，主要原因是内容照搬、缺少方言产品。已组织录制方言普法音频6期。
四、2025年法治政府建设主要安排
一是充实执法队伍，2025年6月前再组织6人参加执法资格考试。
二是创新普法形式，每月推出方言普法短视频2期。
三是完善决策程序，修订重大行政决策事项目录。

云岭县青石镇人民政府
2025年1月20日
"""

EMPTY_WORDS = """\
青石镇2024年法治政府建设情况报告
2024年，青石镇高度重视法治政府建设。现将工作情况、存在不足、原因、整改及下一步安排报告如下：
一、主要举措和成效
进一步加强学法用法，落实重大行政决策程序，发挥法律顾问作用，推进政务公开，加强普法宣传，落实行政执法“三项制度”。
二、下一步安排
我镇将听取法治建设汇报4次，聘请律师2名，审查合同30份，公开信息200条，开展普法20场次，办理行政处罚案件10件。
"""

NO_POWERS = """\
云陂乡人民政府关于2024年法治政府建设情况的报告
县委、县政府：
2024年，云陂乡扎实推进法治政府建设。现将有关情况报告如下：
一、主要举措和成效
（一）本乡未被赋予行政处罚权，没有行政执法案件。
（二）本年度未制定行政规范性文件，未发生行政诉讼和行政复议案件。
（三）县司法局开展普法宣传30场次，办理行政处罚案件12件。
二、存在的不足
一是干部学法不够深入。
三、2026年工作安排
一是组织学法。
云陂乡人民政府
2025年1月8日
"""

STREET = """\
番禺区市桥街道办事处
2024年度法治政府建设年度报告
区委、区政府:
2024年,市桥街道扎实推进法治政府建设。现将有关情况报告如下:
一、主要举措和成效
(一)学习贯彻情况。组织学习《重大行政决策程序暂行条例》《关于全面推行行政执法“三项制度”的指导意见》。
(二)决策情况。全年对12件重大决策事项进行合法性审查,聘请法律顾问1名,审查合同26份。
(三)执法情况。综合行政执法办办理行政处罚案件31件,现有持证执法人员22名。
二、存在的问题和原因
(一)执法规范化水平不高。文书质量参差不齐,主要原因是业务培训少。
(二)宣传形式单一。群众参与度不高,主要原因是创新不够。
三、2025年工作计划
1.开展执法业务培训4期。
2.举办普法短视频大赛1场。
3.修订街道议事规则。
番禺区市桥街道办事处
二〇二五年二月十日
"""


def test_a_good_report() -> None:
    found = statuses(GOOD)
    hints = ("F13", "F14")
    assert {key: status for key, status in found.items() if key not in hints} == {
        key: MET for key in found if key not in hints
    }
    assert set(found) >= {f"S{n}" for n in range(1, 12)} | {f"F{n}" for n in range(1, 13)} | {f"T{n}" for n in range(5)}
    assert found["F13"] == found["F14"] == ABSENT


def test_empty_words_are_never_met() -> None:
    found = statuses(EMPTY_WORDS)
    named_as_a_whole = "T0"
    assert [key for key in found if key[0] in "FTC" and key != named_as_a_whole and found[key] == MET] == []
    for key in ("F4", "F5", "F7", "F11"):
        assert found[key] == THIN, key
    assert (found["S2"], found["S5"], found["S6"], found["S10"], found["S11"]) == (ABSENT,) * 5
    assert (found["S1"], found["S3"]) == (MET, MET)
    assert (found["C1"], found["C2"], found["C3"]) == (ABSENT,) * 3


def test_a_township_without_powers() -> None:
    found = statuses(NO_POWERS)
    assert (found["T1"], found["T2"], found["T3"], found["T4"]) == ("na",) * 4
    assert (found["F6"], found["F10"]) == (MET, MET)
    assert found["F11"] == ABSENT
    assert found["N1"] == THIN
    assert found["N2"] == THIN
    assert found["C1"] == ABSENT


def test_a_street() -> None:
    found = statuses(STREET)
    for key in ("S1", "S2", "S3", "S5", "S6", "S9", "S10", "S11", "F4", "F5", "T4", "C1", "N1", "N2", "Q"):
        assert found[key] == MET, key
    assert found["T0"] == THIN
    assert (found["S8"], found["F7"], found["F9"], found["F10"]) == (ABSENT,) * 4
    report = understand(document(STREET), flagship()[1])
    assert (report.front.place, report.front.issuer_kind, report.front.date) == ("市桥街道", "街道", (2025, 2, 10))


@pytest.mark.parametrize("text", [GOOD, EMPTY_WORDS, NO_POWERS, STREET, ""])
def test_two_runs_are_equal(text: str) -> None:
    first = judged(text)
    load_again = load("township")
    second = run_checks(understand(document(text), lexicon(load_again)), load_again, TODAY)
    assert first == judged(text) == second


def test_width_script_and_spaces_change_no_status() -> None:
    table = str.maketrans("，：；（）0123456789", ",:;()０１２３４５６７８９")
    assert statuses(GOOD.translate(table)) == statuses(GOOD)
    spaced = "\n".join(f"　　{line}" for line in GOOD.split("\n")).replace("法治政府", "法治 政府")
    assert statuses(spaced) == statuses(GOOD)


# ------------------------------------------------------------------ any text
PIECES = st.sampled_from(
    [
        *GOOD.split("\n"), *EMPTY_WORDS.split("\n"), *STREET.split("\n"),
        "一、", "（一）", "(二)", "1.", "①", "一是", "第一部分", "# ", "\n", "\n\n", "\0", "。", "，", "；", "：", "《", "》", "（", "）", "“", "”",
        "　", "\t", "\r", "〔2025〕5号", "2025年1月10日", "存在的不足", "原因是", "下一步", "将", "学习", "听取汇报4次", "％", "１２", "〇", "*" * 30,
        "甲" * 3000, "1" * 400, "一" * 400, "，" * 500, "（" * 200, "\ufeff", "\u200b", "𠮷", "é",
    ]
)  # fmt: skip
ANY = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES, max_size=25).map("\n".join), st.text(max_size=200))


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


@pytest.mark.parametrize("text", ["甲" * 200_000, "一、" * 20_000, "一是" * 20_000, "\n" * 50_000, "（" * 50_000, "《" * 50_000, "2024年" * 20_000, "6次，" * 20_000])
def test_very_long_lines(text: str) -> None:
    assert judged(TITLE + text).outcomes

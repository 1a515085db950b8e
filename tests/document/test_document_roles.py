"""What each part of a report is for, with the flagship checklist's roles."""

import pytest
from understood import OPENING, TITLE, quote, read

from lint.document.report import Report


def sections(body: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(s.label, s.roles) for s in read(TITLE + OPENING + body).sections]


def sentences(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    roles = {c.sentence: c.roles for c in report.clauses}
    return [(str(quote(report, s)), roles[i]) for i, s in enumerate(report.sentences)]


MEASURES, SHORT, CAUSES = ("measures",), ("shortcomings",), ("causes",)
MENDED, PLAN, HEAD = ("rectification",), ("plan",), ("responsible",)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("推进法治政府建设的主要举措和成效", MEASURES),
        ("主要举措及成效", MEASURES),
        ("主要做法与成效", MEASURES),
        ("工作开展情况", MEASURES),
        ("2024年重点工作开展情况", MEASURES),
        ("强化组织领导，夯实法治基础", MEASURES),
        ("坚持问题导向，提升治理效能", MEASURES),
        ("化解突出问题，维护和谐稳定", MEASURES),
        ("存在的不足", SHORT),
        ("存在的问题和不足", SHORT),
        ("存在问题", SHORT),
        ("主要问题", SHORT),
        ("存在的不足和原因", ("shortcomings", "causes")),
        ("存在的问题及原因", ("shortcomings", "causes")),
        ("存在的不足、原因和问题整改情况", ("shortcomings", "causes", "rectification")),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", HEAD),
        ("履行推进法治建设第一责任人职责情况", HEAD),
        ("党政主要负责人履职情况", HEAD),
        ("2025年法治政府建设初步安排", PLAN),
        ("下一年度推进法治政府建设的主要安排", PLAN),
        ("下一步工作重点", PLAN),
        ("下一步工作打算", PLAN),
        ("工作思路", PLAN),
        ("整改措施", PLAN),
        ("今后努力方向", PLAN),
        ("今后工作措施", PLAN),
        ("2025年重点工作", PLAN),
        ("2025年工作目标", PLAN),
        ("2025年推进法治政府建设的主要举措", PLAN),
        ("对策建议", PLAN),
        ("理清工作思路，打造法治品牌", MEASURES),
        ("坚持问题导向，理清下一步工作思路", PLAN),
        ("制定年度工作计划，统筹安排部署", MEASURES),
        ("聚焦短板弱项，补齐法治建设短板", MEASURES),
        ("防止执法不规范问题", MEASURES),
        ("健全突出问题治理机制", MEASURES),
        ("2024年重点工作", MEASURES),
        ("2025年主要举措和成效", MEASURES),
        ("存在的突出问题", SHORT),
        ("问题与建议", ("shortcomings", "plan")),
        ("存在问题的原因剖析", CAUSES),
    ],
)
def test_first_level_headings(heading: str, role: tuple[str, ...]) -> None:
    body = f"一、主要举措\n学法6次，办案3件。\n二、{heading}\n内容若干，逐项写明。\n"
    assert sections(body) == [("一", MEASURES), ("二", role)]


def test_the_first_part_is_no_plan_by_its_year_alone() -> None:
    """青石镇2024年…报告 with 一、2025年重点工作: the year is a slip."""
    assert sections("一、2025年重点工作\n学法6次，办案3件。\n") == [("一", MEASURES)]


@pytest.mark.parametrize("heading", ["今年主要做的工作", "一年来主要抓的工作"])
def test_what_was_mainly_done_is_no_plan(heading: str) -> None:
    body = f"一、{heading}\n学法6次，办案3件。\n二、存在的不足\n人手紧。\n三、2025年安排\n增配2人。\n"
    assert sections(body) == [("一", MEASURES), ("二", SHORT), ("三", PLAN)]


def test_plans_before_and_after_with_no_deeds_between_are_deeds_first() -> None:
    body = "一、工作思路\n（一）学法\n学法6次，办案3件。\n二、存在的不足\n人手紧。\n三、2025年工作安排\n增配2人。\n"
    assert sections(body) == [("一", MEASURES), ("一（一）", MEASURES), ("二", SHORT), ("三", PLAN)]


def test_plans_before_and_after_deeds_stay_plans() -> None:
    body = "一、工作思路\n抓学法。\n二、主要举措\n学法6次。\n三、2025年工作安排\n增配2人。\n"
    assert sections(body) == [("一", PLAN), ("二", MEASURES), ("三", PLAN)]


@pytest.mark.parametrize(
    "heading",
    [
        "理清法治工作新思路",
        "强化工作部署安排",
        "明确工作重点",
        "及时整改反馈问题",
        "规范行为，防止推诿问题",
        "严格落实整改措施",
    ],
)
def test_what_was_done_about_plans_and_problems_is_a_measure(heading: str) -> None:
    body = f"一、主要举措\n（一）加强学习\n学法6次。\n（二）{heading}\n办理3件。\n（三）规范执法\n办案18件。\n"
    assert {roles for _, roles in sections(body)} == {MEASURES}


def test_a_merged_part_is_parted_by_first_words() -> None:
    report = read(
        TITLE + OPENING + "一、存在的不足、原因和整改情况\n一是力量不足。原因是编制少。\n"
        "二是形式单一。针对这一问题，已新办专栏。\n三是经费紧张。\n"
    )
    assert sentences(report)[-5:] == [
        ("一是力量不足。", SHORT),
        ("原因是编制少。", CAUSES),
        ("二是形式单一。", SHORT),
        ("针对这一问题，已新办专栏。", MENDED),
        ("三是经费紧张。", SHORT),
    ]


def test_subsections_of_a_merged_part() -> None:
    body = (
        "一、存在的不足和原因\n（一）存在的不足\n一是力量不足。\n"
        "（二）原因\n编制少。\n（三）问题整改情况\n已调配2人。\n"
    )
    assert sections(body) == [
        ("一", ("shortcomings", "causes")),
        ("一（一）", SHORT),
        ("一（二）", CAUSES),
        ("一（三）", MENDED),
    ]


def test_members_of_a_list_of_shortcomings_keep_its_role() -> None:
    body = "一、存在的不足\n（一）执法力量不足\n只有2人。\n（二）普法形式单一\n发资料为主。\n"
    assert sections(body) == [("一", SHORT), ("一（一）", SHORT), ("一（二）", SHORT)]


def test_a_plan_keeps_all_that_stands_in_it() -> None:
    body = (
        "一、2025年工作安排\n（一）加强问题整改\n逐条改。\n"
        "（二）履行第一责任人职责\n压实责任。\n（三）补齐短板\n增人。\n"
    )
    assert sections(body) == [("一", PLAN), ("一（一）", PLAN), ("一（二）", PLAN), ("一（三）", PLAN)]


def test_the_responsible_person_inside_the_measures() -> None:
    body = (
        "一、主要举措\n（一）党政主要负责人履行第一责任人职责情况\n"
        "听取汇报4次。\n（二）规范执法\n办案18件。\n（三）整改落实\n改了。\n"
    )
    assert sections(body) == [("一", MEASURES), ("一（一）", HEAD), ("一（二）", MEASURES), ("一（三）", MEASURES)]


def test_official_order_and_other_orders() -> None:
    parts = {
        "第一责任人履职情况": HEAD,
        "主要举措和成效": MEASURES,
        "存在的不足": SHORT,
        "2025年工作安排": PLAN,
    }
    names = list(parts)
    for order in ([0, 1, 2, 3], [1, 2, 0, 3], [1, 0, 2, 3], [1, 2, 3, 0]):
        body = "".join(f"{'一二三四'[n]}、{names[i]}\n内容若干，逐项写明。\n" for n, i in enumerate(order))
        assert [roles for _, roles in sections(body)] == [parts[names[i]] for i in order]


def test_shortcomings_and_plan_without_headings() -> None:
    report = read(
        TITLE
        + OPENING
        + "一、规范执法\n办案18件。\n回顾一年来的工作，我们也清醒地看到，还存在一些不足。一是力量不足。二是形式单一。\n"
        "下一步，我镇将加强学习。充实力量。\n"
    )
    assert sentences(report)[-5:] == [
        ("回顾一年来的工作，我们也清醒地看到，还存在一些不足。", SHORT),
        ("一是力量不足。", SHORT),
        ("二是形式单一。", SHORT),
        ("下一步，我镇将加强学习。", PLAN),
        ("充实力量。", PLAN),
    ]


def test_no_headings_at_all() -> None:
    report = read(
        TITLE + OPENING + "全年学法6次。培训12人。\n存在的问题主要有：一是力量不足。\n下一步打算：一是充实。\n"
    )
    roles = dict(sentences(report))
    assert roles["全年学法6次。"] == MEASURES
    assert roles["存在的问题主要有：一是力量不足。"] == SHORT
    assert roles["下一步打算：一是充实。"] == PLAN
    assert roles["现将有关情况报告如下："] == ("opening",)


@pytest.mark.parametrize(
    "sentence",
    [
        "开展问题排查，解决力量不足的问题3个。",
        "针对检查发现的问题，整改12项。",
        "究其原因，案件大多因地界引起。",
        "分析原因，对症下药。",
    ],
)
def test_first_words_inside_the_measures_change_nothing(sentence: str) -> None:
    report = read(f"{TITLE}{OPENING}一、主要举措\n（一）排查\n全年学法6次。{sentence}\n")
    assert sentences(report)[-1] == (sentence, MEASURES)


def test_sections_with_a_role_are_the_outermost() -> None:
    report = read(TITLE + OPENING + "一、主要举措\n（一）做法\n学法6次。\n二、存在的不足\n（一）存在问题\n人少。\n")
    assert [s.label for s in report.sections_with("shortcomings")] == ["二"]
    assert [s.label for s in report.sections_with("measures")] == ["一"]
    assert report.sections_with("causes") == []

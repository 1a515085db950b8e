"""Headings that name what their text does not hold."""

from functools import partial

import pytest
from text_rules import TITLE, marked_below_title, run

KIND = "heading-promise"
found = partial(marked_below_title, KIND)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (
            "一、做法\n（一）学习。全年集中学习6次，到齐。\n（二）政务公开。\n（三）调解。化解纠纷12件，满意。\n",
            [["（二）政务公开。"]],
        ),
        (
            "一、做法\n开会3次。\n二、存在的不足、原因和问题整改情况\n一是档案不齐，查找困难。二是人手不够，业务不熟。\n",
            [["二、存在的不足、原因和问题整改情况"]],
        ),
        (
            "一、做法\n一是发挥法律顾问作用。坚持依法办事、依规办事，努力让群众感受到公平正义，满意度提高。二是抓落实。办结5件。\n",
            [["一是发挥法律顾问作用。"]],
        ),
        (
            "一、打算\n（一）加强干部培训\n提高各站所对档案管理重要性的认识，不断提高归档水平，做到件件有着落。\n",
            [["（一）加强干部培训"]],
        ),
    ],
)
def test_finds(body: str, places: list[list[str]]) -> None:
    assert found(body) == places


@pytest.mark.parametrize(
    "body",
    [
        # the cause is told without the word
        "一、做法\n开会3次。\n二、存在的不足和原因\n档案不齐，主要是因为没有专人管理；人手不够，受编制限制。\n",
        # a part of its own holds what the merged heading names
        "一、不足、原因和整改情况\n档案不齐，由于没有专人，查找起来十分困难。\n二、问题整改情况\n已补齐档案30卷，逐项销号。\n",
        # a heading that names nothing else holds it by itself
        "一、不足\n档案不齐。\n二、问题产生的原因\n一是没有专人管理，重结果、轻过程。二是编制总量偏紧，人员缺口大。\n",
        # measures that are whole sentences with a number, not headings
        "一、打算\n（一）充实执法力量。\n（二）加强法治宣传。\n（三）办好民生实事。\n",
        "一、打算\n（一）选派4名干部参加跟班培训。\n（二）改进办法。每季度开展1次实训，邀请县级部门授课。\n",
        "一、做法\n（一）加强培训\n举办讲座4场，组织跟班学习2批，参加干部120人次，效果良好。\n",
    ],
)
def test_leaves_alone(body: str) -> None:
    assert found(body) == []


def test_one_finding_for_all_that_a_heading_lacks() -> None:
    text = TITLE + "一、做法\n开会3次。\n二、不足、原因和整改情况\n一是档案不齐，查找困难。二是人手不够，业务不熟。\n"
    (one,) = run(KIND, text)
    assert one.message == "标题写了“原因”“整改情况”，之后的正文里没有，请补写，或者改标题。"


def test_an_example_that_is_set_is_no_body() -> None:
    told = "班子成员每季度集中学习1次，干部跟着学、比着学，全年参加考试120人次，全部合格。"
    text = f"{TITLE}一、做法\n（一）带头学习，发挥表率带动作用\n{told}\n（二）抓落实\n办结5件，群众满意，没有返工。\n"
    assert run(KIND, text) == []


def test_part_that_nobody_plays_is_a_hint() -> None:
    slogans = "坚持依法办事、依规办事，努力让大家感受到公平正义，满意度提高。"
    text = f"{TITLE}一、做法\n一是发挥商会桥梁纽带作用。{slogans}二是抓落实。办结5件。\n"
    (one,) = run(KIND, text)
    assert one.severity == "hint"
    assert "商会" in one.message

"""Numbers of headings and series."""

from functools import partial

import pytest
from text_rules import TITLE, marked_below_title, quotes, run

KIND = "numbering"
found = partial(marked_below_title, KIND)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("一、甲事\n（一）做法。开会3次，到位。\n（三）成效。办结5件，到位。\n", [["（三）"]]),
        ("一、甲事\n办结5件。\n二、乙事\n办结6件。\n四、丙事\n办结7件。\n", [["四、"]]),
        (
            "一、甲事\n（一）做法。开会3次。\n（二）成效。办结5件。\n（二）经验。总结2条。\n（三）打算。推广。\n",
            [["（二）", "（三）"]],
        ),
        (
            "一、甲事\n（一）做法。开会3次。\n（二）成效。办结5件。\n（二）经验。总结2条。\n（四）打算。推广。\n",
            [["（二）"]],
        ),
        ("一、甲事\n1。做法。开会3次。\n2。成效。办结5件。\n", [["1。", "2。"]]),
        ("一、甲事\n1、做法。开会3次。\n2、成效。办结5件。\n", [["1、", "2、"]]),
        ("一、甲事\n（一）、做法。开会3次。\n（二）、成效。办结5件。\n", [["（一）、", "（二）、"]]),
        ("一、甲事\n一）做法。开会3次。\n（二）成效。办结5件。\n", [["一）"]]),
        ("一、甲事，乙事。\n(一)做法。开会3次，到位。\n（二）成效。办结5件，满意。\n", [["(一)"]]),
        ("一、甲事\n（一） 做法。开会3次。\n（二）成效。办结5件。\n（三）经验。总结2条。\n", [["（一） "]]),
        ("一、甲事\n一是开会。全镇到齐。二是走访。入户30家。二是办结。办好5件。四是总结。写成2条。\n", [["二是"]]),
        ("一、甲事\n一是开会。全镇到齐。二是走访。入户30家。四是办结。办好5件。\n", [["四是"]]),
        (
            "一、甲事\n办结5件。\n二、乙事\n办结6件。\n三、打算\n2025年做好以下工作。\n一、抓学习。开会3次。\n二、抓落实。走访10户。\n",
            [["一、", "二、"]],
        ),
        ("一、甲事\n一、做法\n开会3次，办结5件。\n", [["一、"]]),
    ],
)
def test_finds(body: str, places: list[list[str]]) -> None:
    assert found(body) == places


@pytest.mark.parametrize(
    "body",
    [
        "一、甲事\n（一）做法。开会3次。（二）成效。办结5件。\n（三）经验。总结2条。\n",  # glued, not lost
        "一、甲事\n（一）做法\n一是开会。到齐。二是走访。入户。\n（二）成效\n一是办结。5件。二是满意。100%。\n",
        "一、甲事\n1.做法。开会3次。\n2.成效。办结5件。\n二、乙事\n1.做法。走访10户。\n2.成效。办结6件。\n",
        "一、甲事\n一是抓学习：一是集中学，二是分散学；二是抓落实，办结5件；三是抓督查，通报2次。\n",
        "一、甲事\n第一，抓学习。第二，抓落实。首先开会，其次走访，最后总结。\n",
        "一、甲事\n投入12.5万元。\n2024年3月1日至4月1日开展整治。\n3.5公里道路完工，群众满意，出行方便。\n",
    ],
)
def test_leaves_alone(body: str) -> None:
    assert found(body) == []


def test_messages_say_what_to_do() -> None:
    text = TITLE + "一、甲事\n（一）做法。开会3次。\n（一）成效。办结5件。\n"
    (one,) = run(KIND, text)
    assert one.message == "序号“（一）”重复，此处应为“（二）”，其后的序号依次顺延。"
    assert one.severity == "warning"


def test_member_in_a_paragraph_of_its_own_is_a_hint() -> None:
    text = TITLE + "一、甲事\n一是开会。到齐。二是走访。入户。三是办结。5件。\n四是总结。写成2条。\n"
    (one,) = run(KIND, text)
    assert one.severity == "hint"
    assert quotes(text, [one]) == [["四是"]]


def test_half_width_brackets_in_a_half_width_file_are_left_to_punctuation() -> None:
    text = TITLE.replace("：", ":") + "一、甲事\n(一)做法,经验,成效,都好。\n(二)成效,办结,满意,都好。\n"
    assert run(KIND, text) == []


def test_a_heading_of_the_first_level_is_told_its_own_form() -> None:
    text = TITLE + "1、甲事\n（1）做法。开会3次。\n（2）成效。办结5件。\n2、乙事\n走访10户。\n"
    (one,) = run(KIND, text)
    assert quotes(text, [one]) == [["1、", "2、"]]
    assert one.message == "一级标题的序号请用“一、”，不用“1、”（共2处）（GB/T 9704 的第一层次为“一、”）。"
    (other,) = run(KIND, TITLE + "一、甲事\n1、做法。开会3次。\n2、成效。办结5件。\n")
    assert other.message.startswith("阿拉伯数字序号后用下脚点")


def test_no_standard_is_cited_for_a_series_in_the_text() -> None:
    (one,) = run(KIND, TITLE + "一、甲事\n一是开会。全镇到齐。二是走访。入户30家。二是办结。办好5件。\n")
    assert (one.message, one.basis) == ("“二是”重复，此处应为“三是”，其后依次顺延。", ())

"""Parts that are lamented are not promised; parts that the opening announces are."""

import pytest
from rule_bench import checklist, find, words

from lint.checklist.load import load
from lint.testing import judge

ROLES_TEXT = "甲县乙镇人民政府关于2024年水利建设情况的报告\n县委、县政府：\n"
RULE = checklist(
    {
        "kind": "heading-promise",
        "promise": [
            {"label": "培训", "heading": ["培训"], "body": ["培训", "课"]},
            {"label": "原因", "several": True, "heading": ["原因"], "body": ["原因", "由于"]},
        ],
    }
)
LAMENT = "（一）干部培训没有跟上。各站所新人不熟悉渠道走向，巡查质量参差不齐，群众意见较多。"


def found_in(body: str) -> list[str]:
    text = ROLES_TEXT + body
    return words(text, find(text, RULE))


def test_a_lament_is_no_promise() -> None:
    assert found_in(f"现将有关情况报告如下：\n一、举措\n修渠3公里。\n二、存在的不足\n{LAMENT}\n") == []
    assert found_in(f"现将有关情况报告如下：\n一、举措\n{LAMENT.replace('没有跟上', '')}\n") == ["（一）干部培训。"]


@pytest.mark.parametrize(
    ("announced", "body", "expected"),
    [
        ("现将水利建设的举措、存在的不足和下一步安排报告如下：", "", ["存在的不足", "下一步安排"]),
        ("现将水利建设的举措和存在的不足报告如下：", "二、存在的不足\n渠道不畅。\n", []),
        ("现将水利建设的举措和存在的不足报告如下：", "二、下一步安排\n针对存在的不足，将修渠。\n", ["存在的不足"]),
        ("现将有关情况报告如下：", "", []),
        ("现将水利建设情况及2025年打算报告如下：", "", ["2025年打算"]),
        ("现将水利建设情况和打算报告如下：", "二、2025年打算\n修渠3公里。\n", []),
    ],
)
def test_announced_parts(announced: str, body: str, expected: list[str]) -> None:
    text = f"2024年，乙镇认真修渠。{announced}\n一、举措\n修渠3公里。\n{body}"
    assert found_in(text) == expected


@pytest.mark.parametrize(("second", "judged"), [("主要是库区的村子路远", ("met", [])), ("", ("thin", ["原因"]))])
def test_what_the_chain_takes_for_a_cause_keeps_the_promise(second: str, judged: tuple[str, list[str]]) -> None:
    text = (
        "甲县乙镇人民政府关于2024年法治政府建设情况的报告\n县委、县政府：\n现将有关情况报告如下：\n"
        "一、主要举措\n开展普法12场。\n二、存在的不足及原因\n"
        "（一）案件办得不够快。全年有4件超期。主要是新队员不熟悉程序。\n"
        f"（二）库区普法场次少。全年只去了2场。{second}。\n"
    ).replace("。。", "。")
    result = judge(text, load("township"))
    promised = [f.message[5:7] for f in result.findings if f.rule == "heading-promise"]
    assert (next(o.status for o in result.outcomes if o.element == "C1"), promised) == judged

"""Parts that are lamented are not promised; parts that the opening announces are."""

import pytest
from rule_bench import checklist, find, words

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

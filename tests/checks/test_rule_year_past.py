"""What is told as still to come although it was over on the day of writing."""

import pytest
from rule_bench import checklist, find, report

RULE = checklist({"kind": "year", "plan-role": "plan"})


def found_in(body: str, signed: str = "杨树镇人民政府\n2025年1月10日") -> list[tuple[str, str, str]]:
    text = report(body, signed=signed)
    return [(found.severity, text[a:b], found.message) for found in find(text, RULE) for a, b in found.places]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("一、举措\n2024年底前将实现全镇通水。", "2024年底前将"),
        ("一、举措\n西渠正在修建，2024年年内力争通水。", "2024年年内力争"),
        ("一、举措\n2023年10月底前，预计完成东渠清淤。", "2023年10月底前，预计"),
    ],
)
def test_told_too_late(body: str, place: str) -> None:
    assert found_in(body) == [
        (
            "warning",
            place,
            f"“{place}”写的是打算，而报告成文于2025年1月10日，那时已经过去；疑为旧稿残留，请改写为已经做到什么，或者核对年份。",
        )
    ]


@pytest.mark.parametrize(
    "body",
    [
        "一、举措\n2025年底前将实现全镇通水。",
        "一、举措\n年初提出2024年底前力争通水的目标，已经实现。",
        "一、举措\n落实《杨树镇水利规划（2024年底前将建成）》。",
        "一、举措\n2024年底前，将全镇12条水渠清淤一遍，已经完成。",
        "一、举措\n2024年底前实现了全镇通水。",
        "一、举措\n2023年5月将两份协议移交县档案馆，2023年底将欠缴的水费收齐。",
        "一、举措\n2024年底前将完成情况报县水利局。",
        "一、举措\n2024年内力争上游，受到表彰。",
    ],
)
def test_what_may_be_said(body: str) -> None:
    assert found_in(body) == []


def test_without_a_date_nothing_is_late() -> None:
    assert found_in("一、举措\n2024年底前将实现全镇通水。", signed="") == []


def test_a_report_signed_in_its_own_year_may_look_ahead() -> None:
    assert found_in("一、举措\n2024年底前将实现全镇通水。", signed="杨树镇人民政府\n2024年12月10日") == []

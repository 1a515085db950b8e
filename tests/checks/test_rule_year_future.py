"""What is told as done after the day of writing, and how that day is written."""

import pytest
from rule_bench import checklist, find, report

RULE = checklist({"kind": "year", "plan-role": "plan"})
PLAN = "一、举措\n修渠3公里。\n二、2025年工作安排\n"


def found_in(body: str, **more: object) -> list[tuple[str, str]]:
    text = report(body, **{"signed": "杨树镇人民政府\n2025年1月10日", **more})  # type: ignore[arg-type]
    return [(found.severity, text[a:b]) for found in find(text, RULE) for a, b in found.places]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一、举措\n2025年6月，东渠已全部通水，群众满意。", [("error", "2025年6月")]),
        ("一、举措\n修渠。2025年3月15日，组织了巡渠2次。", [("error", "2025年3月15日")]),
        ("一、举措\n西渠已于2025年8月通水。", [("error", "2025年8月")]),
        (PLAN + "（一）修渠。2025年5月，完成了西渠清淤。", [("error", "2025年5月")]),
        (PLAN + "（一）修渠。3月份开展了清淤。", [("warning", "3月份")]),
        (PLAN + "（一）修渠。截至2026年底，西渠已建成。", [("error", "2026年")]),
    ],
)
def test_told_too_early(body: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "一、举措\n2024年12月，东渠已全部通水。2025年1月3日，组织了巡渠2次。",
        "一、举措\n2025年3月到期的合同已续签。2025年5月起施行的办法已组织学习。养护合同2025年6月到期，已提前续签。",
        "一、举措\n修渠计划已列入2025年3月的会议议程。工程已定于2025年4月开工。2025年3月底前要完成的清淤已完成一半。",
        "一、举措\n落实《杨树镇水利规划（2026年已修编）》。",
        PLAN + "（一）修渠。2025年6月底前全部建成西渠。到2025年10月，西渠全部通水。6月，完成清淤3公里。",
        PLAN + "（一）修渠。针对9月督察反馈了的问题，逐一整改。2025年6月，将已建成的水渠移交各村。",
        PLAN + "（一）修渠。去年9月建成了东渠，2025年接着修西渠。",
    ],
)
def test_what_may_lie_ahead(body: str) -> None:
    assert found_in(body) == []


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("2025年01月10日", [("warning", "2025年01月10日")]),
        ("2025年1月08日", [("warning", "2025年1月08日")]),
        ("二〇二五年一月十日", [("hint", "二〇二五年一月十日")]),
        ("2025年1月10日", []),
    ],
)
def test_the_date_of_writing(signed: str, expected: list[tuple[str, str]]) -> None:
    assert found_in("一、举措\n修渠3公里。", signed=f"杨树镇人民政府\n{signed}") == expected


def test_zeros_inside_the_text() -> None:
    assert found_in("一、举措\n2024年05月修渠3公里。") == [("hint", "05")]


def test_the_opening_may_name_the_plan() -> None:
    text = report("一、举措\n修渠3公里。").replace("现将", "现将工作情况和2025年工作打算报告如下，现将", 1)
    assert [one.message for one in find(text, RULE)] == []

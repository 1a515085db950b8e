"""Years that must agree, and years that may differ."""

import pytest
from rule_bench import checklist, find, report, words

RULE = checklist({"kind": "year", "plan-role": "plan"})
PLAN = "二、2025年工作安排\n（一）修渠。修渠3公里。"


def found_in(body: str, **more: object) -> list[tuple[str, str]]:
    text = report(body, **more)  # type: ignore[arg-type]
    return [(found.severity, text[a:b]) for found in find(text, RULE) for a, b in found.places]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一、2023年主要举措和成效\n（一）修渠。修渠3公里。", [("error", "一、2023年主要举措和成效")]),
        ("一、举措\n修渠3公里。\n二、2024年工作安排\n（一）修渠。", [("error", "二、2024年工作安排")]),
        ("一、举措\n修渠3公里。\n二、下一步工作安排\n2024年，我镇将修渠。", [("error", "2024年")]),
        ("一、举措\n截至2023年11月底，共有管护员9名。", [("hint", "截至2023年11月底")]),
        (
            "一、2023年举措和成效\n（一）修渠。2023年，全镇修渠3公里。",
            [("error", "一、2023年举措和成效"), ("warning", "2023年")],
        ),
        ("一、举措\n24年度修渠3公里。", [("hint", "24年")]),
        ("一、举措\n修渠。\n二、下一步工作安排\n编制2024年度水利事项目录。", [("warning", "2024年")]),
        ("一、举措\n在2022年12月召开的2024年度述职大会上述职。", [("error", "2022年12月召开的2024年度述职")]),
        ("一、举措\n二〇二三年以来修渠3公里。", [("hint", "二〇二三")]),
    ],
)
def test_finds(body: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        f"一、2024年主要举措和成效\n（一）修渠。比2023年增加3公里，2022年以来共修渠20公里。\n{PLAN}",
        "一、举措\n（一）2023年度督察反馈问题整改情况。全部整改。",
        "一、举措\n（一）2022年以来的工作。修渠20公里。\n（二）2021—2023年规划执行情况。完成。",
        "一、举措\n2023年，全镇修渠2公里，当年通过验收；今年修渠3公里。",  # last year, told as such
        "一、举措\n截至2023年底共有渠道20公里，2024年新修3公里。",
        "一、举措\n截至2024年底，共有渠道23公里。执行《杨树镇2023年水利建设工作要点》。",
        f"一、举措\n工龄24年的管护员，历时22年修渠。\n{PLAN}",
        "一、举措\n修渠3公里。\n二、下一步工作安排\n（一）2024年欠账补齐。针对2024年存在的问题，修渠3公里。",
        "一、举措\n在2025年1月召开的2024年度述职大会上述职。\n二、下一步安排\n公布2024年度报告，开展2024年度考核，编制2025年计划。",
        "一、举措\n修渠3公里。\n二、下一步工作打算\n2025年，我镇将修渠。2026年前全部完成。",
    ],
)
def test_other_years_that_are_right(body: str) -> None:
    assert found_in(body) == []


@pytest.mark.parametrize(
    ("signed", "finds"),
    [
        ("2025年1月10日", 0),
        ("2024年12月20日", 0),
        ("2024年1月10日", 1),
        ("2026年1月10日", 1),
    ],
)
def test_the_date(signed: str, finds: int) -> None:
    found = found_in("一、举措\n修渠3公里。", signed=f"杨树镇人民政府\n{signed}")
    assert found == [("warning", signed)] * finds


def test_the_opening() -> None:
    text = report("一、举措\n修渠3公里。").replace("2024年，杨树镇认真", "2023年，杨树镇认真")
    (found,) = find(text, RULE)
    assert words(text, [found]) == ["2023年"]
    assert "标题写的是2024年" in found.message


def test_the_formula() -> None:
    text = report("一、举措\n修渠3公里。").replace("现将有关情况", "现将2023年水利建设情况")
    assert words(text, find(text, RULE)) == ["2023年"]


def test_this_year_in_a_report_of_the_next() -> None:
    body = "一、举措\n今年以来，修渠3公里。今年修渠2公里。\n二、下一步安排\n今年以来的经验要推广。"
    assert found_in(body, signed="杨树镇人民政府\n2025年1月10日") == [("hint", "今年以来")]
    assert found_in(body, signed="杨树镇人民政府\n2024年12月20日") == []


def test_a_page_header_torn_into_a_word() -> None:
    body = (
        "一、举措\n建设水利工程，推进水利化。\n二、2025年工作安排\n"
        "修渠3公里，全部完工并通过验收，群众十分满意，各村都有专人管护，渠道畅通无阻。下半年全面推进水\n"
        "2024年水利利化工程。"
    )
    assert ("error", "2024年水利利") in found_in(body)


@pytest.mark.parametrize("body", ["一、举措\n制定2024年水利建设工作计划，开展2023年水利建设回访。"])
def test_years_before_the_subject_are_no_header(body: str) -> None:
    assert found_in(body) == []


def test_nothing_without_a_year() -> None:
    assert find("修渠3公里。", RULE) == []

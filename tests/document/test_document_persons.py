"""Reports that persons make of themselves: titles, posts, the day below the title, years, parts without headings."""

import pytest
from understood import plain, quote

BODY = "2024年，我认真抓好各项工作。现将有关情况报告如下：\n一、主要做法\n审查合同12份。\n二、不足\n人手少。\n"


@pytest.mark.parametrize(
    "title",
    ["在年度述职会上的发言", "2024年度述职材料", "2024年度个人述责", "2024年度述职报告（书面）", "2024年度汇报提纲"],
)
def test_titles_of_what_is_told(title: str) -> None:
    report = plain(f"{title}\n{BODY}")
    assert report.front.title is not None
    assert quote(report, report.front.title) == title


def test_a_line_that_names_what_is_said_above_is_no_title() -> None:
    assert plain(f"情况如前所述职\n{BODY}").front.title is None


@pytest.mark.parametrize(
    ("head", "post"),
    [
        ("2024年度述职报告\n中共青禾镇委员会书记  周明远", "委员会书记"),
        ("2024年度镇党委主要负责人述职报告", "党委主要负责人"),
        ("柿树村党支部书记、村委会主任2024年度述职报告", "村党支部书记、村委会主任"),
        ("2024年度述职报告（镇党委书记 周明远）", "镇党委书记"),
    ],
)
def test_posts(head: str, post: str) -> None:
    assert plain(f"{head}\n{BODY}").front.post == post


def test_a_post_held_for_years() -> None:
    assert plain("2024年度述职报告\n我任青禾镇镇长已经四年。\n审查合同12份。\n").front.post == "镇长"


def test_a_name_after_the_body_is_not_the_issuer() -> None:
    assert plain(f"2024年度述职报告\n青禾镇人民政府  周明远\n{BODY}").front.issuer == "青禾镇人民政府"


def test_a_name_over_the_month() -> None:
    found = plain(f"青禾镇镇长2024年度述职报告\n周明远\n2025年1月\n{BODY}").front
    assert found.speaker is not None
    assert found.date is None


def test_the_year_below_the_title() -> None:
    body = "我认真履职。现将有关情况报告如下：\n一、做法\n审查合同12份。\n二、2025年努力方向\n公布目录。\n"
    assert plain(f"青禾镇镇长述职报告\n（2024年度）\n{body}2025年1月3日\n").front.report_year == 2024


def test_a_report_of_january_is_on_the_year_before() -> None:
    body = "2023年，我认真履职。现将情况报告如下：\n一、做法\n审查合同12份。\n二、打算\n（一）2024年培训2期。\n"
    assert plain(f"述职报告\n{body}2024年1月12日\n").front.report_year == 2023


def test_deeds_without_any_heading_are_no_opening() -> None:
    text = "2024年度述职报告\n我主持会议3次，审查合同14份，出庭1次，听课两场。\n人手少。\n"
    assert plain(text).front.opening is None


def test_items_that_are_counted_as_things() -> None:
    report = plain(f"2024年度述职报告\n{BODY}再说三点。头一条，合同没有管住。第二条，下去得少。第三件，学得不够。\n")
    assert [item.value for item in report.items] == [1, 2, 3]

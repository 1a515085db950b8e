"""Web furniture, numbers of documents, years and openings as real reports have them."""

import pytest
from understood import document, plain, quote, words

from lint.document.report import Front, Report
from lint.document.understand import understand

TITLE = "青石镇2024年法治政府建设情况报告"
OPENING = "今年以来，我镇认真落实上级部署，扎实推进各项工作，取得了一定成效。现将有关情况报告如下："
BODY = f"""{OPENING}
一、主要举措和成效
（一）加强学习。全年组织学法6次。
（二）规范决策。审查合同12份。
二、存在的不足
一是力量不足。二是形式单一。
三、下一步安排
（一）充实力量。
"""


def report(head: str = TITLE, tail: str = "", **more: str) -> Report:
    return plain(f"{head}\n{BODY}{tail}", **more)


def front(head: str = TITLE, tail: str = "") -> Front:
    return report(head, tail).front


def title_lines(found: Report) -> list[str | None]:
    return [quote(found, line) for line in found.front.title_lines]


FURNITURE = [
    (["索 引 号：123456/2025-00012", "发布机构：云岭县青石镇", "发布日期：2025-01-15", "浏览次数：123"], (2025, 1, 15)),
    (["索引号pb123/2025-1", "发文字号 ", "主题词"], None),
    (["[ 索引号 ]\t11500/2025-1", "[ 发文字号 ]\t", "[ 发布日期 ]\t2025-01-20"], (2025, 1, 20)),
    (
        ["当前位置：首页>政务公开>法治政府建设", "发布时间：2025-01-16 09:20 来源：青石镇政府 字体：[大 中 小]"],
        (2025, 1, 16),
    ),
    (["语音合成中,请耐心等待...", "进入播报模式", "退出播报", "进入老年模式", "大", "中", "小"], None),
    (["2019年12月3日星期二", "首页"], None),
    (["7首页>信息公开>年报"], None),
    (["浏览次数 : -字号:", "成文日期：2025-02-01"], None),
    (["| 索引号 | 123 |", "| 成文日期 | 2025-01-08 |"], None),
    (["发布时间", "2025-01-15", "信息来源", "青石镇"], (2025, 1, 15)),
    (["双山镇", "2025-01-15"], None),
    (["分享到 :", "字号：大 中 小", "打印"], None),
    (["- 索 引 号：qs01-2025-00003", "- 备注/文号：", "- 发文机构：青石镇", "- 公文生成日期：2025-01-15"], None),
    (["• 索 引 号：qs/2025-9", "• 时效性：有效", "● 公开目录：年报"], None),
    (["首页", "文件已失效"], None),
    (["• 索 引 号：qs/2025-9", "• 体 裁：报告", "• 载体类型：电子"], None),
]


@pytest.mark.parametrize(("lines", "published"), FURNITURE)
def test_furniture_above_the_title(lines: list[str], published: tuple[int, int, int] | None) -> None:
    head = "\n".join([*lines, TITLE, "县委、县政府："])
    found = report(head, "青石镇人民政府\n2025年1月10日")
    told = found.front
    assert [words(found, line) for line in told.furniture] == [
        words(plain(line), plain(line).paragraphs[0]) for line in lines
    ]
    assert (title_lines(found), quote(found, told.recipient)) == ([TITLE], "县委、县政府：")
    assert (told.published, told.date, told.report_year, told.place) == (published, (2025, 1, 10), 2024, "青石镇")


@pytest.mark.parametrize(("lines", "published"), FURNITURE[:4])
def test_furniture_between_title_and_text(lines: list[str], published: tuple[int, int, int] | None) -> None:
    found = report("\n".join([TITLE, *lines]))
    assert title_lines(found) == [TITLE]
    assert quote(found, found.front.opening) == OPENING
    assert found.front.published == published


def test_published_as_the_page_says() -> None:
    text = f"{TITLE}\n{BODY}"
    found = understand(document(text, "html", metadata={"published": "2025-02-28 10:11"}))
    assert (found.front.published, found.front.published_span) == ((2025, 2, 28), None)


@pytest.mark.parametrize("number", ["镛委〔2025〕5号", "鸡鸣委文〔2026〕3号", "雷东府〔2025〕26号", "青政(2025)5号"])
def test_number_of_the_document(number: str) -> None:
    found = report(f"{number}\n{TITLE}")
    assert (quote(found, found.front.number), title_lines(found)) == (number, [TITLE])
    assert found.front.furniture == ()
    found = plain(f"{number}\n县委、县政府：\n{BODY}")
    assert quote(found, found.front.number) == number
    assert quote(found, found.front.recipient) == "县委、县政府："
    assert quote(found, found.front.opening) == OPENING


def test_red_head() -> None:
    found = report(
        "中共青石镇委员会文件\n青委〔2025〕3号\n青石镇人民政府\n关于2024年法治政府建设情况的报告\n县委、县政府："
    )
    assert quote(found, found.front.number) == "青委〔2025〕3号"
    assert title_lines(found) == ["青石镇人民政府", "关于2024年法治政府建设情况的报告"]
    assert [quote(found, line) for line in found.front.furniture] == ["中共青石镇委员会文件"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024年，我镇推进工作。\n一、做法\n学法6次，比2023年增加2次。\n二、2025年打算\n一是学习。", 2024),
        ("2024以来，我镇推进工作。\n一、做法\n学法6次。", 2024),
        ("二〇二四年，我镇推进工作。\n一、做法\n学法6次。", 2024),
        ("一年来，我镇推进工作。\n一、做法\n学法6次。\n二、2025年工作安排\n一是学习。", 2024),
        ("落实《纲要（2021—2025年）》和《规划(2022-2025年)》。\n一、2024年工作开展情况\n学法6次。", 2024),
        ("今年以来，我镇推进工作。\n一、做法\n学法6次。\n青石镇人民政府\n2025年1月10日", 2025),
        ("一年来，我镇推进工作。\n一、做法\n学法6次。", None),
        ("****年，我镇推进工作。\n一、做法\n学法6次。", None),
        ("1998年，我镇推进工作。\n一、做法\n学法6次。", None),
        ("按照《2024年全县工作要点》，我镇推进工作。\n一、做法\n学法6次。", 2024),
        ("贯彻《云岭县2021年表彰决定》，我镇推进工作。\n一、做法\n学法6次。", None),
        ("按照《2024年全县工作要点》，2023年我镇推进工作。\n一、做法\n学法6次。", 2023),
    ],
)
def test_year_without_a_title(text: str, year: int | None) -> None:
    told = plain(text).front
    assert (told.report_year, told.title_year) == (year, None)


def test_recipient_below_the_furniture_of_a_page_without_a_title() -> None:
    head = "- 索 引 号：qs01-2025-00003\n- 备注/文号：青委〔2025〕5号\n- 发布机构：青石镇\n- 公文生成日期：2025-01-15"
    found = report(f"{head}\n中共云岭县委员会，云岭县人民政府：")
    assert quote(found, found.front.recipient) == "中共云岭县委员会，云岭县人民政府："
    assert quote(found, found.front.opening) == OPENING


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        ("2024年，我镇推进工作。现将有关情况报告如下。", "2024年，我镇推进工作。现将有关情况报告如下。"),
        ("2024年，我镇推进工作。\n现将情况汇报如下：", "2024年，我镇推进工作。\n现将情况汇报如下："),
        ("现总结如下：", "现总结如下："),
        (
            "2024年，我镇坚持依法办事，健全机制，各项任务按期完成。",
            "2024年，我镇坚持依法办事，健全机制，各项任务按期完成。",
        ),
        ("", None),
    ],
)
def test_opening(opening: str, shown: str | None) -> None:
    found = plain(f"{TITLE}\n{opening}\n一、主要举措\n学法6次。")
    assert quote(found, found.front.opening) == shown


@pytest.mark.parametrize("text", ["", "\n", "。", "一、", "报告", "2025年1月10日", "青石镇人民政府", "县委、县政府："])
def test_next_to_nothing(text: str) -> None:
    told = plain(text).front
    assert 0 <= told.body_start <= len(text)
    assert told.body_end <= len(text)

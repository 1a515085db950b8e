"""The outline in every numbering style of real reports: levels, parents, extents, text that runs on."""

import pytest
from understood import OPENING, TITLE, outline, plain, quote

from lint.document.report import Span


def shown(body: str) -> list[str]:
    return outline(plain(TITLE + OPENING + body))


PLAIN = ["一、|主要举措和成效", "  （一）|加强学习", "  （二）|规范决策", "二、|存在的不足"]
TEXT = (
    "{a}主要举措和成效\n{b}加强学习\n组织学法6次。\n{c}规范决策\n"
    "审查合同3份。\n{d}存在的不足\n队伍力量不足，能力不强。\n"
)


@pytest.mark.parametrize(
    ("numbers", "folded"),
    [
        ("一、 （一） （二） 二、", None),
        ("一、 (一) (二) 二、", "一、 （一） （二） 二、"),
        ("一、 一） 二） 二、", None),
        ("一、 一) 二) 二、", "一、 一） 二） 二、"),
        ("一、 〔一〕 〔二〕 二、", None),
        ("一、 （一）、 （二）、 二、", None),
        ("一、 1. 2. 二、", None),
        ("一、 1、 2、 二、", None),
        ("一、 1． 2． 二、", "一、 1. 2. 二、"),
        ("一、 1。 2。 二、", None),
        ("一、 １. ２. 二、", "一、 1. 2. 二、"),
        ("一、 （1） （2） 二、", None),
        ("一、 (1) (2) 二、", "一、 （1） （2） 二、"),
        ("一、 1） 2） 二、", None),
        ("一、 ① ② 二、", None),
        ("一． （一） （二） 二．", "一. （一） （二） 二."),
        ("一， （一） （二） 二，", None),
        ("一,、 （一） （二） 二,、", "一，、 （一） （二） 二，、"),
        ("第一部分 一、 二、 第二部分", None),
        ("第一章 一、 二、 第二章", None),
        ("（一） 1. 2. （二）", None),
        ("1. （1） （2） 2.", None),
    ],
)
@pytest.mark.parametrize("blank", ["", " ", "　"])
def test_numbering_styles(numbers: str, folded: str | None, blank: str) -> None:
    a, b, c, d = (number + blank for number in numbers.split())
    names = (folded or numbers).split()
    told = [line.split("|")[1] for line in PLAIN]
    expected = [("" if i in (0, 3) else "  ") + f"{names[i]}|{told[i]}" for i in range(4)]
    assert shown(TEXT.format(a=a, b=b, c=c, d=d)) == expected


def test_five_levels() -> None:
    report = plain(
        TITLE + OPENING + "一、主要举措和成效\n（一）加强学习\n组织学法6次。\n1.健全制度\n出台制度2项。\n"
        "（1）会前学法\n开展4次。\n①学习内容\n共3部法律。\n二、存在的不足\n力量不足。\n"
    )
    assert outline(report) == [
        "一、|主要举措和成效",
        "  （一）|加强学习",
        "    1.|健全制度",
        "      （1）|会前学法",
        "        ①|学习内容",
        "二、|存在的不足",
    ]
    assert [s.parent for s in report.sections] == [None, 0, 1, 2, 3, None]
    assert [s.label for s in report.sections] == [
        "一",
        "一（一）",
        "一（一）1",
        "一（一）1（1）",
        "一（一）1（1）①",
        "二",
    ]
    assert [s.value for s in report.sections] == [1, 1, 1, 1, 1, 2]
    assert quote(report, Span(report.sections[1].body_start, report.sections[1].own_end)).split() == ["组织学法6次。"]  # type: ignore[union-attr]
    assert quote(report, Span(report.sections[2].start, report.sections[2].end)) == "1.健全制度"
    assert report.sections[0].body_end == report.sections[5].start


@pytest.mark.parametrize(
    ("line", "heading", "rest"),
    [
        ("（一）加强学习。组织学法6次，培训12人。", "（一）加强学习。", "组织学法6次，培训12人。"),
        ("(一) 加强学习。组织学法6次。", "(一) 加强学习。", "组织学法6次。"),
        ("1.加强学习。组织学法6次。", "1.加强学习。", "组织学法6次。"),
        ("（一）加强学习：全年集中组织干部学法共计6次。", "（一）加强学习：", "全年集中组织干部学法共计6次。"),
        (
            "（一）坚持高位推动，强化责任落实。全年召开会议4次。",
            "（一）坚持高位推动，强化责任落实。",
            "全年召开会议4次。",
        ),
    ],
)
def test_text_that_runs_on_in_the_headings_line(line: str, heading: str, rest: str) -> None:
    report = plain(f"{TITLE}{OPENING}一、主要举措\n{line}\n二、存在的不足\n力量不足。\n")
    section = report.sections[1]
    assert section.run_in
    assert quote(report, Span(section.start, section.end)) == heading
    assert quote(report, Span(section.body_start, section.body_end)).strip() == rest  # type: ignore[union-attr]


def test_a_heading_ends_at_the_colon_before_its_first_item() -> None:
    report = plain("一、做法\n学法6次，办案3件。\n二、问题：一是人手少。二是经费紧。\n三、打算：（一）增人。\n")
    assert [section.text for section in report.sections] == ["做法", "问题", "打算"]
    assert [item.value for item in report.items] == [1, 2, 1]


def test_a_final_mark_belongs_to_the_heading() -> None:
    report = plain(f"{TITLE}{OPENING}一、主要举措和成效。  \n学法6次。\n二、存在的不足。\n力量不足。\n")
    assert outline(report) == ["一、|主要举措和成效", "二、|存在的不足"]
    assert quote(report, Span(report.sections[0].start, report.sections[0].end)) == "一、主要举措和成效。"


def test_a_heading_glued_to_its_text() -> None:
    glued = (
        "（一）提升依法决策水平着力健全各项议事制度，全年审查合同3份，出台制度2项，"
        "组织集体讨论5次，听取法律顾问意见4次，确保重大事项依法决策、科学决策、民主决策。"
    )
    report = plain(f"{TITLE}{OPENING}一、主要举措\n{glued}\n（二）普法\n普法3次。\n")
    assert outline(report) == ["一、|主要举措", "  （一）|提升依法决策水平着力健全各项议事制度…", "  （二）|普法"]


def test_first_level_numbers_again_inside_a_section() -> None:
    body = "一、主要举措\n学法6次。\n二、存在的不足\n力量不足。\n三、下一步打算\n"
    inner = [
        "一、|主要举措",
        "二、|存在的不足",
        "三、|下一步打算",
        "  一、|加强学习",
        "  二、|规范决策",
        "  三、|充实力量",
    ]
    assert shown(body + "一、加强学习\n订计划。\n二、规范决策\n审合同。\n三、充实力量\n增人员。\n") == inner
    run_in = [f"{line}…" if line.startswith("  ") else line for line in inner]
    assert shown(body + "一、加强学习。订计划。\n二、规范决策。审合同。\n三、充实力量。增人员。\n") == run_in
    assert shown(body + "一、加强学习。订计划。\n二、规范决策。审合同。\n四、其他情况\n暂无。\n") == [
        *run_in[:5],
        "四、|其他情况",
    ]


def test_first_level_numbers_again_right_under_the_first() -> None:
    body = (
        "一、主要举措\n一、加强学习\n学法6次。\n二、规范决策\n"
        "审3份。\n二、存在的不足\n力量不足。\n三、下一步打算\n增人员。\n"
    )
    assert shown(body) == ["一、|主要举措", "  一、|加强学习", "  二、|规范决策", "二、|存在的不足", "三、|下一步打算"]


def test_numbers_inside_parts() -> None:
    body = (
        "第一部分 主要举措\n一、加强学习\n学法6次。\n二、规范决策\n"
        "审3份。\n第二部分 存在的不足\n一、力量不足\n只有1人。\n"
    )
    assert shown(body) == [
        "第一部分|主要举措",
        "  一、|加强学习",
        "  二、|规范决策",
        "第二部分|存在的不足",
        "  一、|力量不足",
    ]


def test_duplicated_and_skipped_numbers_are_kept_as_they_are() -> None:
    body = (
        "一、主要举措\n（一）加强学习\n学法6次。\n（三）规范决策\n审3份。\n"
        "（三）普法宣传\n普法3次。\n三、存在的不足\n不足。\n三、打算\n增人。\n"
    )
    assert shown(body) == [
        "一、|主要举措",
        "  （一）|加强学习",
        "  （三）|规范决策",
        "  （三）|普法宣传",
        "三、|存在的不足",
        "三、|打算",
    ]


def test_tens() -> None:
    body = "".join(f"{n}、第{n}个方面\n完成任务若干。\n" for n in ("九", "十", "十一", "十二", "二十", "二十一"))
    assert [s.value for s in plain(TITLE + OPENING + body).sections] == [9, 10, 11, 12, 20, 21]


def test_slogan_headings() -> None:
    body = (
        "一、强化组织领导，夯实法治基础\n成立专班。\n二、高位统筹发力，"
        "提升治理效能\n开会3次。\n三、压实责任，筑牢根基\n普法3次。\n"
    )
    assert shown(body) == [
        "一、|强化组织领导，夯实法治基础",
        "二、|高位统筹发力，提升治理效能",
        "三、|压实责任，筑牢根基",
    ]


def test_headings_without_numbers() -> None:
    body = (
        "主要举措和成效\n2024年，全年组织学法6次，审查合同3份，培训人员120人次，发放资料300份。\n"
        "存在的不足\n力量不足，能力不强，形式单一。\n下一步打算\n继续加强学习，充实执法力量，创新宣传形式。\n"
    )
    report = plain(TITLE + OPENING + body)
    assert outline(report) == ["|主要举措和成效", "|存在的不足", "|下一步打算"]
    assert [s.label for s in report.sections] == ["", "", ""]
    assert [s.level for s in report.sections] == [1, 1, 1]


def test_headings_without_numbers_under_numbered_ones() -> None:
    body = (
        "一、主要举措\n加强学习培训\n全年组织领导干部集体学法6次，培训120人次。\n"
        "规范执法\n全年办理案件18件，全部经过审核后作出决定。\n二、存在的不足\n力量不足。\n"
    )
    assert shown(body) == ["一、|主要举措", "  |加强学习培训", "  |规范执法", "二、|存在的不足"]


def test_markdown() -> None:
    body = "# 一、主要举措\n## （一）加强学习\n学法6次。\n## （二）规范决策\n审3份。\n# 二、不足\n力量不足。\n"
    assert shown(body) == ["一、|主要举措", "  （一）|加强学习", "  （二）|规范决策", "二、|不足"]
    bare = "# 主要举措\n## 加强学习\n学法6次。\n# 不足\n力量不足。\n"
    assert shown(bare) == ["|主要举措", "  |加强学习", "|不足"]


@pytest.mark.parametrize(
    "line",
    [
        "1.5万名群众参加活动。",
        "12.4国家宪法日开展宣传。",
        "12月4日开展宣传活动。",
        "2024年12月，开展宣传活动。",
        "2024年，开展宣传活动。",
        "一是组织学法6次。",
        "一年来，组织学法6次。",
        "十九大以来，成效明显。",
        "第一时间处置。",
        "三项制度落实到位。",
        "首先，组织学法6次。",
        "总之，成效明显。",
        "（此项由司法所负责）。",
        "组织学法6次；",
        "县委、县政府高度重视。",
        "同时，组织学法6次。",
    ],
)
def test_lines_that_are_no_headings(line: str) -> None:
    assert shown(f"一、主要举措\n学法6次。\n{line}\n二、存在的不足\n力量不足。\n") == [
        "一、|主要举措",
        "二、|存在的不足",
    ]


def test_a_year_after_the_number_is_a_heading_still() -> None:
    body = "一、主要举措\n1.2024年组织学法\n共计6次。\n2.2024年审查合同\n共计3份。\n二、存在的不足\n力量不足。\n"
    assert shown(body) == ["一、|主要举措", "  1.|2024年组织学法", "  2.|2024年审查合同", "二、|存在的不足"]


def test_title_recipient_signature_are_no_headings() -> None:
    report = plain(f"{TITLE}县委、县政府：\n{OPENING}一、主要举措\n学法6次。\n青石镇人民政府\n2025年1月10日\n")
    assert outline(report) == ["一、|主要举措"]
    assert report.sections[0].body_end <= report.front.body_end


def test_a_text_of_headings_alone_has_an_outline_only_where_numbered() -> None:
    assert shown("一、主要举措\n二、存在的不足\n三、下一步打算\n") == [
        "一、|主要举措",
        "二、|存在的不足",
        "三、|下一步打算",
    ]
    assert outline(plain("甲乙丙\n丁戊己\n庚辛壬")) == []

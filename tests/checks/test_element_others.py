"""Elements that are a section, a part of the document's form, a year, a count."""

from datetime import date
from pathlib import Path

import pytest

from lint.checklist.lexicon import lexicon
from lint.checks.results import ABSENT, MET, THIN
from lint.document.understand import understand
from lint.engine import run_checks
from lint.readers import read_bytes
from tests.element_cases import OPENING, TITLE, check, element, outcome, quotes, tiny

MEASURES = "一、主要举措\n"


def whole(checklist_text: str, *spans: tuple[int, int] | None) -> list[str | None]:
    return [None if span is None else checklist_text[span[0] : span[1]] for span in spans]


# ------------------------------------------------------------------ section
SECTION = 'role = "shortcomings"\nchars = 12\n'


@pytest.mark.parametrize(
    ("text", "status", "evidence"),
    [
        ("一、存在的不足\n执法力量薄弱，普法形式单一。\n", MET, ["一、存在的不足", "执法力量薄弱", "普法形式单一"]),
        (
            "一、存在的不足\n（一）执法力量薄弱。全镇只有2人。\n（二）普法形式单一。一直发资料为主。\n",
            MET,
            ["一、存在的不足", "全镇只有2人", "一直发资料为主"],
        ),
        ("一、存在的不足\n人少。\n", THIN, ["一、存在的不足", "人少"]),
        ("一、存在的不足\n二、2025年安排\n增人。\n", THIN, ["一、存在的不足"]),
        (MEASURES + "学法6次。\n", ABSENT, []),
        ("", ABSENT, []),
    ],
)
def test_a_section_needs_content_of_its_own(tmp_path: Path, text: str, status: str, evidence: list[str]) -> None:
    found = outcome(tiny(tmp_path, element("section", SECTION)), text)
    assert found.status == status
    assert quotes(text, *found.evidence) == evidence


def test_an_opening_that_only_announces_is_no_section(tmp_path: Path) -> None:
    checklist = tiny(tmp_path, element("section", SECTION))
    text = TITLE + "现将工作情况、存在的不足、原因和2025年安排报告如下：\n一、主要举措\n学法6次。\n"
    assert [o.status for o in check(checklist, text).outcomes] == [ABSENT]


def test_items_of_a_section(tmp_path: Path) -> None:
    checklist = tiny(tmp_path, element("section", SECTION + "items = 2\nitem-chars = 10\n"))
    assert outcome(checklist, "一、存在的不足\n一是执法力量比较薄弱。二是普法形式比较单一。\n").status == MET
    assert outcome(checklist, "一、存在的不足\n一是执法力量薄弱普法形式单一。\n").status == THIN
    assert outcome(checklist, "一、存在的不足\n一是人少。二是事多。三是钱紧。\n").status == THIN


def test_a_passage_inside_another_part(tmp_path: Path) -> None:
    checklist = tiny(
        tmp_path, element("section", 'role = "rectification"\npassage = ["整改问题#个"]\npassage-chars = 12\n')
    )
    text = MEASURES + "全年整改问题5个，补签合同3份，完善台账。\n"
    found = outcome(checklist, text)
    assert (found.status, quotes(text, *found.evidence)) == (MET, ["全年整改问题5个", "补签合同3份", "完善台账"])
    assert outcome(checklist, MEASURES + "整改问题5个。\n").status == THIN
    assert outcome(checklist, "一、2025年安排\n整改问题5个，补签合同3份，完善台账。\n").status == ABSENT


def test_explicit_words_count_only_among_the_shortcomings(tmp_path: Path) -> None:
    checklist = tiny(tmp_path, element("section", 'role = "causes"\nexplicit = ["主要是因为"]\nchars = 200\n'))
    text = "一、存在的不足\n力量薄弱，主要是因为编制少。\n"
    found = outcome(checklist, text)
    assert (found.status, quotes(text, *found.evidence)) == (MET, ["主要是因为编制少"])
    assert outcome(checklist, MEASURES + "纠纷下降，主要是因为调解及时。\n").status == ABSENT


def test_a_link_of_the_chain_will_do(tmp_path: Path) -> None:
    checklist = tiny(tmp_path, element("section", 'role = "causes"\nchars = 200\nlinked = "cause"\n'))
    text = "一、存在的不足\n一是执法力量薄弱，由于编制偏少。\n"
    found = outcome(checklist, text)
    assert (found.status, quotes(text, *found.evidence)) == (MET, ["由于编制偏少"])


def test_named_words_are_thin(tmp_path: Path) -> None:
    checklist = tiny(tmp_path, element("section", 'role = "rectification"\nnamed = ["抓好整改"]\n'))
    text = MEASURES + "学法6次，抓好整改。\n"
    found = outcome(checklist, text)
    assert (found.status, quotes(text, *found.evidence)) == (THIN, ["抓好整改"])


# ------------------------------------------------------------------ front
FRONT = {
    "title": 'part = "title"\nsubject = ["工作"]\ngenre = ["报告"]\n',
    "recipient": 'part = "recipient"\n',
    "opening": 'part = "opening"\nformula = ["报告如下"]\n',
    "signature": 'part = "signature"\n',
    "date": 'part = "date"\n',
}
BODY = "一、主要举措\n学法6次。\n"
END = "青石镇人民政府\n2025年1月10日\n"


@pytest.mark.parametrize(
    ("part", "text", "status", "evidence"),
    [
        ("title", TITLE + OPENING + BODY, MET, [TITLE.strip()]),
        (
            "title",
            "青石镇人民政府\n关于2024年工作的报告\n" + BODY,
            MET,
            ["青石镇人民政府\n关于2024年工作的报告", "青石镇人民政府", "关于2024年工作的报告"],
        ),
        ("title", "青石镇工作情况的报告\n" + BODY, THIN, ["青石镇工作情况的报告"]),
        ("title", "2024年工作情况的报告\n" + BODY, THIN, ["2024年工作情况的报告"]),
        ("title", "青石镇2024年工作总结\n" + BODY, THIN, ["青石镇2024年工作总结"]),
        ("title", OPENING + BODY, ABSENT, []),
        ("recipient", TITLE + "县委、县政府：\n" + OPENING + BODY, MET, ["县委、县政府："]),
        ("recipient", TITLE + OPENING + BODY, ABSENT, []),
        ("opening", TITLE + OPENING + BODY, MET, ["现将有关情况报告如下"]),
        (
            "opening",
            TITLE + "2024年，青石镇抓好各项工作，健全制度，各项任务按期完成。\n" + BODY,
            THIN,
            ["2024年，青石镇抓好各项工作，健全制度，各项任务按期完成。"],
        ),
        ("opening", TITLE + BODY, ABSENT, []),
        ("signature", TITLE + BODY + END, MET, ["青石镇人民政府"]),
        ("signature", TITLE + BODY, ABSENT, []),
        ("date", TITLE + BODY + END, MET, ["2025年1月10日"]),
        ("date", TITLE + BODY + "青石镇人民政府\n2025年1月\n", THIN, ["2025年1月"]),
        ("date", TITLE + BODY + "青石镇人民政府\n2025.1.10\n", THIN, ["2025.1.10"]),
        ("date", TITLE + BODY, ABSENT, []),
    ],
)
def test_front(tmp_path: Path, part: str, text: str, status: str, evidence: list[str]) -> None:
    (found,) = check(tiny(tmp_path, element("front", FRONT[part])), text).outcomes
    assert found.status == status
    assert whole(text, *found.evidence) == evidence
    if status == ABSENT:
        assert found.anchor is not None


@pytest.mark.parametrize(
    ("title", "lacking"),
    [
        ("青石镇工作情况的报告", "标题缺年度，请补全"),
        ("2024年工作情况的报告", "标题缺发文机关，请补全"),
        ("青石镇2024年工作总结", "标题缺文种，请补全"),
        ("青石镇2024年情况报告", "标题缺事由，请补全"),
        ("情况的报告", "标题缺发文机关、年度、事由，请补全"),
    ],
)
def test_what_a_title_lacks(tmp_path: Path, title: str, lacking: str) -> None:
    (found,) = check(tiny(tmp_path, element("front", FRONT["title"])), f"{title}\n{BODY}").outcomes
    assert found.message == lacking


# ------------------------------------------------------------------ year
YEAR = 'role = "plan"\noffset = 1\nrelative = ["下一年", "明年"]\n'


@pytest.mark.parametrize(
    ("text", "status", "evidence"),
    [
        ("一、2025年安排\n学法。\n", MET, ["一、2025年安排"]),
        ("一、二〇二五年安排\n学法。\n", MET, ["一、二〇二五年安排"]),
        ("一、工作安排\n2025年，组织学法。\n", MET, ["2025年"]),
        ("一、2024年安排\n学法。\n", THIN, ["一、2024年安排"]),
        ("一、下一年安排\n学法。\n", THIN, ["一、下一年安排"]),
        ("一、工作安排\n明年组织学法。\n", THIN, ["明年组织学法"]),
        ("一、工作安排\n落实《规划（2021—2025年）》。\n", ABSENT, []),
        ("一、工作安排\n组织学法。\n", ABSENT, []),
        (MEASURES + "2025年，组织学法。\n", ABSENT, []),
    ],
)
def test_year(tmp_path: Path, text: str, status: str, evidence: list[str]) -> None:
    found = outcome(tiny(tmp_path, element("year", YEAR)), text)
    assert (found.status, quotes(text, *found.evidence)) == (status, evidence)


def test_the_year_is_counted_from_the_one_that_the_user_gives(tmp_path: Path) -> None:
    checklist = tiny(tmp_path, element("year", YEAR))
    text = TITLE + OPENING + "一、2025年安排\n学法。\n"
    assert [o.status for o in check(checklist, text, 2024).outcomes] == [MET]
    (found,) = check(checklist, text, 2025).outcomes
    assert (found.status, found.message) == (THIN, "这里写的不是2026年，请核对年度")


# ------------------------------------------------------------------ count
@pytest.mark.parametrize(
    ("text", "status", "count"),
    [
        ("一、工作安排\n一是学法。二是审查。三是普法。\n", MET, 3),
        ("一、工作安排\n（一）学法。每季1次。\n（二）审查。逐份审。\n（三）普法。每月1场。\n", MET, 3),
        ("一、工作安排\n1.学法\n每季1次。\n2.审查\n逐份审。\n", THIN, 2),
        ("一、工作安排\n每季组织学法1次。每份合同送律师审查。每月开展普法1场。\n", MET, 3),
        ("一、工作安排\n再接再厉，开创新局面，为全县作出更大贡献。\n", ABSENT, 0),
        ("一、工作安排\n", ABSENT, 0),
        (MEASURES + "一是学法。二是审查。三是普法。\n", ABSENT, 0),
    ],
)
def test_measures(tmp_path: Path, text: str, status: str, count: int) -> None:
    keys = 'what = "measures"\nat-least = 3\nrole = "plan"\nempty = ["再接再厉"]\n'
    found = outcome(tiny(tmp_path, element("count", keys)), text)
    assert (found.status, len(found.evidence)) == (status, count)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("学法6次，培训12人，审查3份。", MET),
        ("学法6次，培训12人。", THIN),
        ("2024年落实三项制度，12345热线畅通。", ABSENT),
        ("我镇将学法6次，培训12人，审查3份。", ABSENT),
        ("县司法局培训6次，培训12人，审查3份。", ABSENT),
    ],
)
def test_figures(tmp_path: Path, text: str, status: str) -> None:
    keys = 'what = "figures"\nat-least = 3\n'
    assert outcome(tiny(tmp_path, element("count", keys)), MEASURES + text).status == status


# ------------------------------------------------------------------ conditions
def test_elements_for_other_bodies_and_years_are_not_asked(tmp_path: Path) -> None:
    checklist = tiny(
        tmp_path,
        element("phrase", 'done = ["学法#次"]\nkinds = ["街道"]', "A"),
        element("phrase", 'done = ["学法#次"]\nkinds = ["镇"]', "B"),
        element("phrase", 'done = ["学法#次"]\nyears-from = 2025', "C"),
        element("phrase", 'done = ["学法#次"]\nyears-to = 2024', "D"),
    )
    text = TITLE + OPENING + MEASURES + "学法6次。\n"
    assert [o.element for o in check(checklist, text).outcomes] == ["B", "D"]
    assert [o.element for o in check(checklist, text, 2025).outcomes] == ["B", "C"]
    assert [o.element for o in check(checklist, MEASURES + "学法6次。\n").outcomes] == ["A", "B", "C", "D"]


def test_an_element_backed_by_another(tmp_path: Path) -> None:
    keys = 'role = "measures"\nchars = 4\nbacked-by = ["E2"]\n'
    checklist = tiny(tmp_path, element("section", keys), element("phrase", 'done = ["学法#次"]', "E2"))
    text = MEASURES + "组织学法6次。\n"
    assert [(o.element, o.status) for o in check(checklist, TITLE + OPENING + text).outcomes] == [
        ("E1", MET),
        ("E2", MET),
    ]
    text = MEASURES + "高度重视，真抓实干。\n"
    assert [(o.element, o.status) for o in check(checklist, TITLE + OPENING + text).outcomes] == [
        ("E1", THIN),
        ("E2", ABSENT),
    ]


def test_a_long_heading_is_no_content(tmp_path: Path) -> None:
    text = MEASURES + "学法6次。\n二、本年度工作中存在的主要问题和不足之处\n"
    assert outcome(tiny(tmp_path, element("section", SECTION)), text).status == THIN


@pytest.mark.parametrize(("keys", "status"), [("page-title = true\n", MET), ("", ABSENT)])
def test_the_title_of_a_page_counts_where_the_checklist_says_so(tmp_path: Path, keys: str, status: str) -> None:
    body = f"<p>{OPENING.strip()}</p><p>一、主要举措</p><p>学法6次，村村张榜公布学习内容，听取群众意见。</p>"
    head = "<head><title>青石镇人民政府关于2024年工作的报告</title></head>"
    page = f"<html>{head}<body><div id=zoom>{body}</div></body></html>"
    using = tiny(tmp_path, element("front", FRONT["title"] + keys))
    document = read_bytes(page.encode(), "甲.html")
    report = understand(document, lexicon(using), 2024)
    assert report.front.title is None
    (found,) = run_checks(report, using, date(2025, 6, 1)).outcomes
    assert found.status == status


# ---------------------------------------------------- facts however short, acts of others, acts in one sentence
def test_three_plain_facts_are_enough_however_short(tmp_path: Path) -> None:
    vague = element("section", SECTION + 'item-chars = 30\nvague = ["(有待|不够)"]\n')
    text = "一、存在的不足\n一是两个村没有公示栏。二是合同签完才送审。三是夜里没有人巡查。\n"
    assert outcome(tiny(tmp_path, vague), text).status == MET
    assert outcome(tiny(tmp_path, vague), text.replace("合同签完才送审", "制度落实得不够")).status == THIN
    assert outcome(tiny(tmp_path, element("section", SECTION + "item-chars = 30\n")), text).status == THIN


def test_a_passage_ends_where_others_act(tmp_path: Path) -> None:
    spec = 'role = "rectification"\npassage = ["整改问题#个"]\npassage-chars = 12\nothers = ["^各村"]\n'
    checklist = tiny(tmp_path, element("section", spec))
    assert outcome(checklist, MEASURES + "整改问题5个，补签合同3份，完善台账。\n").status == MET
    assert outcome(checklist, MEASURES + "整改问题5个，各村补签合同3份，完善台账。\n").status == THIN
    assert outcome(checklist, MEASURES + "整改问题5个。补签合同3份。各村完善台账。\n").status == MET


COUNTED = (
    'what = "measures"\nrole = "plan"\nat-least = 3\n'
    'empty = ["进一步加强领导"]\nacts = ["^(我镇将)?(新增|组织|建立)"]\n'
)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("我镇将新增人员4名，组织培训2次，建立台账。\n", MET),
        ("我镇将新增人员4名，组织培训2次，努力做好工作。\n", THIN),
        ("我镇将新增人员4名，努力组织培训，认真建立台账。\n", THIN),
        ("一是新增人员4名，组织培训2次，建立台账。\n", THIN),  # one measure by its number
        ("一是进一步加强领导。二是进一步加强领导，抓好落实。\n", THIN),
        ("一是进一步加强领导。二是进一步加强领导。\n", ABSENT),
    ],
)
def test_measures_in_one_sentence_and_slogans_with_numbers(tmp_path: Path, text: str, status: str) -> None:
    assert outcome(tiny(tmp_path, element("count", COUNTED)), "一、2025年安排\n" + text).status == status

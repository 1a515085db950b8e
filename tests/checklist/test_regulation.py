"""What is read off a regulation: whole words, complete titles, nothing but what a report must contain."""

import pytest

from lint.checklist.draft.regulation import regulation
from lint.checklist.draft.regulation_words import deadline_in, plain_duty, recipient_in, subject_of

TEXT = """\
云州市防震减灾工作报告办法（试行）
（2023年12月5日云州市人民政府令第36号公布）

第一章　总则
第一条　为了加强防震减灾工作，规范年度报告，根据《中华人民共和国防震减灾法》，制定本办法。
第二条　县、区人民政府于每年1月31日前向市人民政府报送上一年度防震减灾工作报告，并于3月底前向社会公开。
第三条　本办法所称防震减灾工作，是指地震监测、预防、应急和恢复重建。
第二章　内容
第四条　年度报告应当包括下列内容：
（一）防震减灾工作纳入国民经济和社会发展规划的情况；
（二）地震监测设施保护、地震观测环境保护情况；
（三）建立相应的应急预案的情况；
1.预案的编制；
2.预案的备案；
（四）组织应急演练、储备应急物资的情况（附演练次数）；
（五）发生破坏性地震的情况，没有发生的，应当如实写明；
（六）其他需要报告的事项。
第五条　报告应当写明存在的不足及其原因，并说明下一年度的工作安排。
第六条　报告应当符合下列要求：
（一）内容真实；
（二）数据准确。
第七条　有下列情形之一的，由市人民政府约谈：
（一）逾期不报的；
（二）虚报瞒报的。
逾期报送的，应当说明原因。
第八条　本办法自2024年1月1日起施行。
"""


def test_only_what_a_report_must_contain_is_taken() -> None:
    found = regulation(TEXT)
    assert [(duty.article + duty.item, duty.title) for duty in found.duties] == [
        ("第四条（一）", "防震减灾工作纳入国民经济和社会发展规划"),
        ("第四条（二）", "地震监测设施保护、地震观测环境保护"),
        ("第四条（三）", "建立相应的应急预案"),
        ("第四条（四）", "组织应急演练、储备应急物资"),
        ("第四条（五）", "发生破坏性地震"),
    ]
    assert [duty.none for duty in found.duties] == [False, False, False, False, True]
    assert found.shortcomings is not None
    assert (found.shortcomings.title, found.shortcomings.article) == ("存在的不足及其原因", "第五条")
    assert found.plan is not None
    assert found.plan.title == "下一年度的工作安排"
    assert found.passed == (
        ("第一条", "目的"),
        ("第三条", "用语"),
        ("第六条", "没有写报告的内容"),
        ("第七条", "责任"),
        ("第八条", "施行"),
    )


def test_name_number_days_and_recipient() -> None:
    found = regulation(TEXT)
    assert (found.name, found.number) == ("云州市防震减灾工作报告办法（试行）", "云州市人民政府令第36号")
    assert (found.subject, found.recipient) == ("防震减灾", "市人民政府")
    assert found.deadline is not None
    assert (found.deadline.article, found.deadline.written, found.deadline.published) == ("第二条", "01-31", "03-31")
    assert found.deadline.next_year
    assert [label for label, _ in found.wordings] == ["第二条", "第四条", "第五条"]
    assert found.wordings[1][1] == "年度报告应当包括下列内容：……"


def test_a_notice_with_items_in_one_line() -> None:
    text = "青禾县人民政府办公室关于做好渡口管理年度\n报告工作的通知\n青政办发〔2024〕12号\n各乡镇人民政府：\n"
    text += "一、报告内容\n年度报告应写明以下内容：（一）渡口巡查情况，包括巡查次数；（二）渡工培训情况。\n"
    text += "二、报送时间\n各乡镇应于次年二月十五日前将年度报告报送县交通运输局。\n三、要求\n（一）高度重视。\n"
    found = regulation(text)
    assert (found.name, found.number) == (
        "青禾县人民政府办公室关于做好渡口管理年度报告工作的通知",
        "青政办发〔2024〕12号",
    )
    assert [duty.title for duty in found.duties] == ["渡口巡查", "渡工培训"]
    assert (found.subject, found.recipient) == ("渡口管理", "县交通运输局")
    assert found.deadline is not None
    assert found.deadline.written == "02-15"


def test_a_sentence_that_asks_for_several_things() -> None:
    text = "第十二条 报告应当载明安全责任落实、隐患治理等情况，存在的问题和下一步工作打算。\n第十三条 略。\n"
    found = regulation(text)
    assert [duty.title for duty in found.duties] == ["安全责任落实", "隐患治理"]
    assert found.shortcomings is found.plan is not None


def test_without_a_word_on_reports_the_duties_are_taken() -> None:
    text = "青禾县河道保洁管理规定\n第一条 为了保护河道，制定本规定。\n"
    text += "第二条 乡镇人民政府应当建立河道巡查制度，明确人员，\n每月巡查不少于两次。\n"
    text += "第三条 乡镇人民政府履行下列职责：\n（一）清理河道垃圾；\n（二）应急处置水污染事件。\n"
    text += "第四条 违反本规定的，依法给予处分。\n第五条 本规定自2024年1月1日起施行。\n"
    found = regulation(text)
    assert not found.contents
    assert [duty.title for duty in found.duties] == ["建立河道巡查制度", "清理河道垃圾", "应急处置水污染事件"]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("（三）组织应急演练的情况；", "组织应急演练"),
        ("（三）发生地震的情况。", "发生地震"),
        ("开展渡口检查（每月一次）", "开展渡口检查"),
        ("应急预案的有关情况", "应急预案"),
        ("一、组织演练", "组织演练"),
        ("3项制度", "3项制度"),
        ("一", ""),
        ("？", ""),
        ("发生事故情况，没有发生的，如实写明", "发生事故"),
        ("本年度宣传培训情况", "宣传培训"),
        ("乡镇应当开展排查的情况", "开展排查"),
        ("检查\x00渡口\x7f", "检查渡口"),
    ],
)
def test_a_duty_as_a_title(said: str, title: str) -> None:
    assert plain_duty(said) == title


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("青禾县安全生产工作年度报告办法", "安全生产"),
        ("中华人民共和国防震减灾法", "防震减灾"),
        ("云州市河道保洁管理规定（试行）", "河道保洁"),
        ("关于做好年度工作的通知", ""),
        ("青禾县渡口；管理办法", ""),
        ("", ""),
    ],
)
def test_what_a_regulation_is_about(name: str, subject: str) -> None:
    assert subject_of(name) == subject


def test_a_day_late_in_the_year_is_only_told() -> None:
    told = deadline_in("年度报告于每年12月31日前报送县政府。", "第九条")
    assert told is not None
    assert (told.written, told.next_year) == ("12-31", False)
    assert deadline_in("每年13月40日前报送年度报告。", "第九条") is None
    assert deadline_in("每年3月1日前完成检查。", "第九条") is None


def test_no_one_body_is_no_recipient() -> None:
    assert recipient_in("应当每年向县政府报告安全生产工作。") == "县政府"
    assert recipient_in("应当向本级人民政府报告。") == ""
    assert recipient_in("应当向上级机关报告。") == ""

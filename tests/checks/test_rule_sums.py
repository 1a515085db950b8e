"""Figures in prose."""

import pytest
from rule_bench import checklist, context, find, words

from lint.checks.rules.sums import read_sums

RULE = checklist({"kind": "sums"})


def sums(text: str) -> list[tuple[bool | None, tuple[float, ...], float]]:
    return [(found.holds, found.parts, found.total) for found in read_sums(context(text, RULE))]


@pytest.mark.parametrize(
    ("text", "parts", "total"),
    [
        ("全年受理案件20件，其中甲类12件、乙类5件、丙类3件。", (12, 5, 3), 20),
        ("共排查纠纷30起，调解成功30起。其中口头协议20件，书面协议10件，有效维护了稳定。", (20, 10), 30),
        ("培训干部50人，其中镇干部20名、村干部30名。", (20, 30), 50),
        ("一季度4件、二季度5件，合计9件。", (4, 5), 9),
        ("清理文件5件，继续有效3件，宣布失效2件。", (3, 2), 5),
        ("接了12起，说和了10起，剩下的2起引导到法院。", (10, 2), 12),
        ("受理200件，化解195件，化解率97.5%。", (195,), 200),
        ("受理纠纷652起，调解成功652起，成功率达100%。", (652,), 652),
        ("合同由50份增加到60份，增长20%。", (50, 20), 60),
        ("案件20件（其中甲类12件、乙类8件）全部办结。", (12, 8), 20),
        ("受理案件20件，其中甲类12件和乙类8件。", (12, 8), 20),
        ("排查30起，其中邻里20起、其他10起，调解成功29起。", (20, 10), 30),
    ],
)
def test_what_holds(text: str, parts: tuple[float, ...], total: float) -> None:
    assert (True, parts, total) in sums(text)
    assert find(text, RULE) == []


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("受理案件20件，其中甲类12件、乙类5件、其他5件。", "12＋5＋5＝22"),
        ("受理案件20件，其中甲类12件、乙类5件、其他2件。", "12＋5＋2＝19"),
        ("受理案件20件，其中甲类12件、乙类9件。", "12＋9＝21"),
        ("共排查纠纷30起，成功30起。其中口头协议20件，书面协议10件，其他纠纷2件，这些都已归档。", "20＋10＋2＝32"),
        ("在岗12人，其中持证15人。", "15人多于总数12人"),
        ("一季度4件、二季度5件，合计10件。", "4＋5＝9"),
        ("接了12起，说和了10起，剩下的3起引导到法院。", "10＋其余3＝13"),
        ("受理200件，化解195件，化解率99.5%。", "195÷200＝97.5%"),
        ("受理200件，调解成功195件，调解成功率100%。", "97.5%"),
        ("合同由50份增加到60份，增长25%。", "20.0%"),
    ],
)
def test_what_cannot_be(text: str, arithmetic: str) -> None:
    (found,) = find(text, RULE)
    assert found.severity == "error"
    assert arithmetic in found.message


@pytest.mark.parametrize(
    "text",
    [
        "案件21件，我出庭2件，其余由副职出庭，出庭率100%。",
        "培训3期210人次，其中村干部96人次、执法人员38人次。",  # a part of the list
        "明白人81名（其中女性34名）。",
        "党员50人，其中女性30人、少数民族20人、大专以上25人。",  # people belong to several groups
        "发放资料20余份，其中手册12份、折页10份。",
        "办理案件30件，其中涉企案件20件、行政处罚案件15件。",
        "举办活动20场，其中进校园12场、讲座10场。",
        "全年培训100人次，其中镇干部120人。",  # 人次 and 人 are not the same
        "化解纠纷230件，调解成功率达到97%以上。",
        "受理200件，办结150件，办结率97%以上，满意度100%。".replace("办结150件，办结率", "答复率"),
        "合同由50余份增加到60份。",
        "受理纠纷118起，其中乡级27起、村级91起，成功112起。",
        "全年公开63条，开展活动3次，走访12户，解决问题5个。",
        "学法4次，讲课2次，合格率100%。",
        "办理建议14件、提案1件，按期答复率100%。",
        "任务38项，其中法治任务6项，年底完成5项，未完成的1项。",
    ],
)
def test_what_cannot_be_told(text: str) -> None:
    assert find(text, RULE) == []
    assert all(holds is not False for holds, _, _ in sums(text))


def test_a_list_a_little_short_of_its_total_is_a_hint() -> None:
    (found,) = find("立案39件，其中甲类19件、乙类12件、丙类6件，全部办结。", RULE)
    assert found.severity == "hint"
    assert "19＋12＋6＝37，少于总数39件" in found.message
    assert find("立案39件，其中甲类19件、乙类12件、丙类6件等。", RULE) == []


def test_a_list_of_things_that_is_too_long_is_a_warning() -> None:
    (found,) = find("立案12件，其中占地7件、采砂3件、丢弃垃圾3件。", RULE)
    assert found.severity == "warning"


def test_places_and_words() -> None:
    text = "受理案件20件,其中甲类12件、乙类5件、其他5件，全部办结。"
    (found,) = find(text, RULE)
    assert words(text, [found]) == ["20件,其中甲类12件、乙类5件、其他5件"]
    assert found.message == "分项相加12＋5＋5＝22，与总数20件不符，请核对数据和分类。"


def test_a_list_that_may_be_incomplete_is_told_as_unknown() -> None:
    assert sums("公开286条，其中补贴信息74条。") == [(None, (74,), 286)]


@pytest.mark.parametrize(
    ("text", "severity", "arithmetic"),
    [
        ("开展巡查90次，其中甲渠40次、乙渠35次、水闸区20次。", "warning", "40＋35＋20＝95"),
        ("举办活动30场，其中进村12场、进校10场、进企业9场。", "warning", "12＋10＋9＝31"),
        ("7项问题已完成整改5项，正在整改3项。", "error", "5＋未完成的3＝8"),
        ("受理20件，办结18件，还有4件未办结。", "error", "18＋未完成的4＝22"),
        ("发现隐患31处，已整改28处，限期整改5处。", "error", "28＋未完成的5＝33"),
        ("甲渠清淤3次、乙渠清淤4次，共8次。", "error", "3＋4＝7"),
        ("集中学习4次，会前学习6次，合计12次。", "warning", "4＋6＝10"),
    ],
)
def test_more_that_cannot_be(text: str, severity: str, arithmetic: str) -> None:
    (one,) = find(text, RULE)
    assert one.severity == severity
    assert arithmetic in one.message


@pytest.mark.parametrize(
    "text",
    [
        "受理20件，办结18件，正在办理2件。",
        "发现隐患31处，已整改28处，限期整改3处。",
        "受理20件，办结18件，上年结转的正在办理4件。",
        "12项任务已完成10项，正在谋划新增项目3项。",
        "甲村、乙村各清淤2次、丙村3次，共7次。",
        "每村清淤2次、每组巡查1次，共40次。",
        "为14个村各培养5名，共70名。",
        "进村3场、进校4场，共发放资料800份。",
        "发放补助1.23亿元，其中就业类1.02亿元，培训类856.4万元，养老类1243.6万元。",
    ],
)
def test_more_that_may_be(text: str) -> None:
    assert find(text, RULE) == []


def test_long_amounts_are_told_in_words() -> None:
    (one,) = find("发放补助1.43亿元，其中就业类1.02亿元，培训类856.4万元，养老类2243.6万元。", RULE)
    assert "1.02亿＋856.4万＋2243.6万＝1.33亿，少于总数1.43亿元" in one.message


def test_amounts_written_alike_must_come_to_the_total() -> None:
    (one,) = find("发放补助14万元，其中甲村8万元、乙村6万元、其他1万元。", RULE)
    assert "15万" in one.message or "150000" in one.message


def told(text: str) -> list[tuple[str, str]]:
    return [(found.formula, found.verdict) for found in read_sums(context(text, RULE))]


@pytest.mark.parametrize(
    ("text", "formula", "verdict"),
    [
        ("受理案件20件，其中甲类12件、乙类8件。", "12 + 8 = 20", "合得上"),
        ("受理案件20件，其中甲类12件、乙类5件、其他5件。", "12 + 5 + 5 = 22 ≠ 20", "请核对"),
        ("受理143起，其中调解成功139起，成功率97.2%。", "139 ÷ 143 = 97.2%", "合得上"),
        ("受理纠纷652起，调解成功652起，成功率达100%。", "652 ÷ 652 = 100%", "合得上"),
        ("受理300起，调解成功293起，成功率97.6%。", "293 ÷ 300 = 97.67%，所写97.6%", "合得上"),
        ("受理300起，调解成功293起，成功率97%以上。", "293 ÷ 300 = 97.7%，所写97%以上", "合得上"),
        ("受理218起，化解213起，化解率98.7%。", "213 ÷ 218 = 97.7% ≠ 98.7%", "请核对"),
        ("受理2500起，化解2499起，化解率100%。", "2499 ÷ 2500 = 99.96% ≠ 100%", "请核对"),
        ("受理约210起，化解203起，化解率98.7%。", "203起 ÷ 约210起，所写98.7%", "有约数，没有核算"),
        ("合同由50份增加到60份，增长20%。", "（60 − 50）÷ 50 = 20%", "合得上"),
        ("合同由50份增加到60份，增长25%。", "（60 − 50）÷ 50 = 20.0% ≠ 25%", "请核对"),
        ("审查合同146份、重大决策2件、其他事项35件，共计183件。", "146 + 2 + 35 = 183", "合得上"),
        ("发放资料20余份，其中手册12份、折页10份。", "12份 + 10份，总数20余份", "有约数，没有核算"),
        ("公开286条，其中补贴信息74条。", "74 < 286", "只写了其中一部分"),
        ("培训210人次，其中村干部96人次、执法人员38人次。", "96 + 38 = 134 < 210", "少于总数，分项可能没有列全"),
        ("党员50人，其中女性30人、少数民族28人。", "30 + 28 = 58 > 50", "多于总数，分项之间可能有重叠"),
        ("立案39件，其中甲类19件、乙类12件、丙类6件。", "19 + 12 + 6 = 37 < 39", "少于总数，请核对是否列全"),
        ("在岗12人，其中持证15人。", "15 > 12", "请核对"),
        ("7项问题已完成整改5项，正在整改3项。", "5 + 3 = 8 > 7", "请核对"),
        ("甲村、乙村各清淤2次、丙村3次，共7次。", "2 + 3 = 5 ≠ 7", "看不出分项是否列全，没有核算"),
        ("办案84件，其中简易程序61、普通程序23。", "61 + 23 = 84", "合得上"),
    ],
)
def test_the_arithmetic_as_a_page_shows_it(text: str, formula: str, verdict: str) -> None:
    assert told(text) == [(formula, verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "召开会议5次，培训干部3次，检查站所2次。",
        "诉讼案件2宗，镇长、副镇长各出庭1宗，驳回诉讼请求1宗。",
        "聘请律师2名，安排副职2名，群众满意率100%。",
        "主持会议3次，带头讲法治课2场，镇长出庭应诉1次。",
        "公开领导信息4条、规划信息3条、年报1条。",
        "制定文件0件，修改0件，废止0件。",
        "审查文书1800余件，报备规范性文件35件，报备率达100%。",
    ],
)
def test_figures_that_agree_by_chance_are_no_sum(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "severity", "arithmetic"),
    [
        ("办理案件84件，其中简易程序案件61件、普通程序案件22件，无一被撤销。", "error", "61＋22＝83，与总数84件不符"),
        ("办理案件84件，其中简易61、普通22。", "error", "61＋22＝83，与总数84件不符"),
        ("办理案件84件，其中简易61件、普通22。", "error", "61＋22＝83，与总数84件不符"),
        ("办件600件，其中线上400件、线下190件，群众满意。", "error", "400＋190＝590"),
        ("审查合同146份、重大决策2件、其他事项35件，共计185件。", "warning", "146＋2＋35＝183"),
        ("受理2500起，化解2499起，化解率100%。", "error", "2499÷2500＝99.96%，与所写的100%不符"),
    ],
)
def test_halves_bare_parts_and_mixed_units(text: str, severity: str, arithmetic: str) -> None:
    (one,) = find(text, RULE)
    assert one.severity == severity
    assert arithmetic in one.message


@pytest.mark.parametrize(
    "text",
    [
        "办理案件84件，其中简易程序61件、普通程序22件等。",
        "办理案件84件，其中简易程序61件、普通程序22件，不予处罚1件。",
        "受理90件，办结84件，其中简易程序61件、普通程序22件。",
        "公布项目84个，其中编号1、编号2已完成。",
        "涉及84户，其中第1、第2季度各走访一遍。",
        "制定制度3项、审查合同146份、重大决策2件，共计148件。",
        "聘请律师2名、审查合同146份、重大决策5件，共计151件。",
        "制度3项、合同146份、决策2件，共计160件。",
        "清理文件11件，过时的4件，其余7件继续有效。",
    ],
)
def test_lists_that_may_be_right(text: str) -> None:
    assert find(text, RULE) == []
    assert all(holds is not False for holds, _, _ in sums(text))


def test_one_mistake_has_one_place() -> None:
    text = "受理218起，化解213起，化解率98.7%。"
    assert words(text, find(text, RULE)) == ["213起，化解率98.7%"]
    text = "受理案件20件，公安派出所、司法所、综合执法队一道逐一上门走访，其中甲类12件、乙类5件、其他5件。"
    assert words(text, find(text, RULE)) == ["其中甲类12件、乙类5件、其他5件"]
    text = f"受理案件20件，其中{'甲' * 15}类12件、{'乙' * 15}类5件、其他5件。"
    assert words(text, find(text, RULE)) == ["20件"]

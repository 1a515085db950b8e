"""Width, pairs, doubled and misused marks, missing full stops."""

from functools import partial

import pytest
from text_rules import TITLE, marked_below_title, run

KIND = "punctuation"
found = partial(marked_below_title, KIND)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("全镇开会3次,走访30户，办结5件;群众满意。", [[",", ";"]]),
        ("会议(扩大)开了3次。", [["(", ")"]]),
        ("开展“法治大集、普法夜校等活动。", [["“法治大集"]]),
        ("开展法治大集”活动。", [["治大集”"]]),
        ("落实《行政处罚法、行政复议法。", [["《行政处罚法"]]),
        ("实行＂定人定岗”工作机制。", [["＂定人定岗”"]]),
        ('实行"定人定岗"工作机制。', [['"定人定岗"']]),
        ("办结5件。。群众满意，，到位。", [["。。", "，，"]]),
        ("审查合同、协议、等材料。", [["、等"]]),
        ("转发《关于印发<工作办法>的通知》。", [["<工作办法>"]]),
        ("落实《规划（20212025年）》。", [["20212025"]]),
        (
            "落实《建设规划（2021-2025年）《实施纲要（2021-2025年）》和方案。",
            [["《建设规划（2021-2"]],
        ),  # nothing is nested
        ("印发甲政发[2024]5号文件。", [["[2024]"]]),
        ("印发甲政发〔20245号文件。", [["〔20245号"], ["〔20245号文件"]]),
        ("一是办法不多，手段不新：二是力量不足。", [["：二是"]]),
        ("全镇开会3次。走访群众30户，化解纠纷12件，到各村开展下访\n二、打算\n继续做好各项工作。", [["各村开展下访"]]),
    ],
)
def test_finds(body: str, places: list[list[str]]) -> None:
    assert sorted(found(body)) == sorted(places)


@pytest.mark.parametrize(
    "body",
    [
        "投入1,200万元，比例为3:2，上午8:30开门，占12.5%。",
        "网址为https://www.example.cn/a?b=1;c=2，认证标准为GB/T 19001(ISO 9001)。",
        "他说：“以前‘有理讲不清’，现在好办。”",
        "转发《关于印发〈工作办法〉的通知》（甲政发〔2024〕5号）。",
        "设立高级、中级、等级不同的3类岗位，学习、等候、办事分区。",
        "1）开会3次；2）走访30户。",
        "案号为（2024）甲01民终23号。",
        "《规划（2021—2025年）》《方案（2023-2025年）》相衔接。",
        "一、学习贯彻有关会议精神和上级关于依法办事的一系列部署，围绕全县中心工作和本部门职责，统筹推进"
        "依法决策、依法管理、依法服务各项任务的举措和成效\n全年开会3次。",
    ],
)
def test_leaves_alone(body: str) -> None:
    assert found(body) == []


def test_half_width_throughout_is_one_finding() -> None:
    text = "县委,县政府:\n2024年,全镇开会3次,走访30户,办结5件;群众满意(含来信),成效明显。\n"
    (one,) = run(KIND, text)
    assert one.message.startswith("全文标点基本是半角")
    assert {text[a:b] for a, b in one.places} == {",", ":", ";", "(", ")"}
    assert len(one.places) == text.count(",") + 4


def test_single_half_width_mark_has_a_suggestion() -> None:
    text = TITLE + "全镇开会3次,到齐。走访30户，办结5件，满意。"
    (one,) = run(KIND, text)
    assert one.suggestion == "，"


def test_quotation_over_paragraphs() -> None:
    text = TITLE + "群众说：“以前办事跑断腿，\n“现在一趟就办好。”\n"
    assert run(KIND, text) == []


def test_marks_between_quoted_items_are_a_hint() -> None:
    text = TITLE + "做到“五有”、“六统一”，完成《甲》、《乙》编制。"
    (one,) = run(KIND, text)
    assert (one.severity, len(one.places)) == ("hint", 2)

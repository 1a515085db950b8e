"""What the record of a township's report says of elements, and where it places what is missing."""

from datetime import date
from pathlib import Path

import pytest

from lint.fitting import Library
from lint.record import report_record, shape
from lint.run import Choices, check_file

TITLE = "青石镇人民政府关于2024年法治政府建设情况的报告"
OPENING = "县委、县政府：\n2024年，青石镇认真抓好各项工作。现将有关情况报告如下：\n"


def checked(folder: Path, text: str) -> shape.Report:
    path = folder / "报告.txt"
    path.write_text(text, encoding="utf-8")
    return report_record(check_file(str(path), Library(), Choices(date(2025, 3, 1))))


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("三、下一年度工作安排", "安排只说了“下一年”“下一步”一类的话，没有写明是哪一年"),
        ("三、2024年工作安排", "这里写的不是2025年，请核对年度"),
    ],
)
def test_a_plan_without_its_year_and_one_with_another_are_told_apart(tmp_path: Path, heading: str, said: str) -> None:
    text = f"{TITLE}\n{OPENING}一、主要举措和成效\n审查合同12份。\n{heading}\n一是充实执法力量。\n"
    (found,) = [one for one in checked(tmp_path, text)["elements"] if one["id"] == "N1"]
    assert (found["status"], found["message"]) == ("thin", said)


def test_no_law_is_cited_against_the_name_of_an_office_holder(tmp_path: Path) -> None:
    text = f"{TITLE}\n{OPENING}一、主要举措和成效\n由镇党委书记陈建国任组长。\n"
    (found,) = [one for one in checked(tmp_path, text)["findings"] if one["rule"] == "privacy"]
    assert (found["severity"], found["basis"]) == ("hint", [])


def headings(folder: Path, text: str) -> dict[str, str]:
    """Where each missing element is placed."""
    return {one["rule"]: one["quote"] for one in checked(folder, text)["findings"] if one["element"]}


def test_what_is_missing_is_placed_where_it_belongs(tmp_path: Path) -> None:
    measures, persons = "一、主要举措和成效", "二、党政主要负责人履行第一责任人职责情况"
    lacking, plan = "三、存在的不足", "四、2025年工作安排"
    text = (
        f"{TITLE}\n{OPENING}{measures}\n镇里走访群众。\n{persons}\n书记、镇长切实履职。\n{lacking}\n"
        f"执法力量薄弱。\n{plan}\n充实执法力量。\n"
    )
    placed = headings(tmp_path, text)
    assert {placed[one] for one in ("F4", "F6", "F10", "F11", "T1", "T3", "Q")} == {measures}
    assert {placed[one] for one in ("F1", "F9", "F13", "F14")} == {persons}
    assert {placed[one] for one in ("S6", "S7", "C1")} == {lacking}


def test_without_a_part_of_the_persons_what_they_owe_belongs_to_the_measures(tmp_path: Path) -> None:
    placed = headings(tmp_path, f"{TITLE}\n{OPENING}一、主要举措和成效\n镇里走访群众。\n")
    assert placed["F1"] == placed["F4"] == "一、主要举措和成效"
    assert placed["S7"] == placed["S9"] == TITLE


def test_signature_and_date_are_missed_at_the_end_of_the_body(tmp_path: Path) -> None:
    text = f"{TITLE}\n{OPENING}一、2025年工作安排\n充实力量。\n附：统计表\n"
    placed = headings(tmp_path, text)
    assert placed["S10"] == placed["S11"] == "充实力量。"


def test_a_date_without_its_day_is_thin_whatever_stands_below(tmp_path: Path) -> None:
    below = "青石镇人民政府\n2025年1月\n附：\n1.统计表\n2.台账\n3.名册\n4.照片\n5.清单\n"
    text = f"{TITLE}\n{OPENING}一、2025年工作安排\n充实力量。\n{below}"
    (found,) = [one for one in checked(tmp_path, text)["elements"] if one["id"] == "S11"]
    assert found["status"] == "thin"

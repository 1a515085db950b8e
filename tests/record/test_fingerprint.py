"""A fingerprint survives moved text, a renamed file, a renumbered section; it tells equals apart."""

import pytest

from lint.checks.results import CheckResult, Finding, Outcome
from lint.record import report_record
from lint.record.fingerprint import said
from tests.render.build import TEXT, at, build, every


def fingerprints(run: object) -> list[str]:
    return sorted(f["fingerprint"] for f in report_record(run)["findings"])  # type: ignore[arg-type]


def one(text: str, *quotations: str, rule: str = "term") -> list[str]:
    found = tuple(Finding(rule, "warning", "m", (at(text, quotation),)) for quotation in quotations)
    return fingerprints(build(text, checked=CheckResult(findings=found)))


def test_moved_text_and_a_renamed_file_keep_their_fingerprints() -> None:
    moved = TEXT.replace("县委、县政府：", "县委、县政府：\n\n新加的一段。").replace("三、2025", "五、2025")
    assert one(TEXT, "督查工作规定") == one(moved, "督查工作规定")
    assert fingerprints(build(path="a.txt")) == fingerprints(build(path="b/c.txt"))


def test_width_and_white_space_do_not_change_it() -> None:
    assert one("共计 12 件", "12 件") == one("共计１２件", "１２件")


def test_equals_are_told_apart_and_rules_too() -> None:
    text = "督查，督查。"
    found = tuple(Finding("term", "hint", "m", (span,)) for span in every(text, "督查"))
    assert len(set(fingerprints(build(text, checked=CheckResult(findings=found))))) == 2
    assert one(TEXT, "督查", rule="a") != one(TEXT, "督查", rule="b")


def test_a_message_or_a_place_does_not_change_an_elements() -> None:
    def absent(anchor: str, message: str) -> list[str]:
        outcome = Outcome("S8", "absent", anchor=at(TEXT, anchor), message=message)
        return fingerprints(build(checked=CheckResult((outcome,))))

    assert absent("特此报告", "甲") == absent("县委", "乙")


def test_a_habit_that_is_half_mended_is_the_same_habit() -> None:
    def habit(places: int) -> list[str]:
        spans = every(TEXT, ",")[:places]
        return fingerprints(build(checked=CheckResult(findings=(Finding("punctuation", "hint", "m", spans),))))

    assert habit(5) == habit(2)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("二、存在的不足和原因", "三、存在的不足和原因"),
        ("（二）执法力量", "（十二）执法力量"),
        ("1．执法力量", "2. 执法力量"),
        ("第二部分 不足", "第三部分：不足"),
    ],
)
def test_the_number_of_a_heading_is_not_in_it(before: str, after: str) -> None:
    assert said(before) == said(after)


def test_other_numbers_are() -> None:
    assert said("4.5万元") != said("3.5万元")
    assert said("（四）") != said("（三）")
    assert said("十二五规划") != said("十三五规划")

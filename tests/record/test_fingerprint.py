"""A fingerprint survives moved text, a renamed file, a renumbered section; it tells equals apart."""

from lint.checks.results import CheckResult, Finding, Outcome
from lint.record import report_record
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

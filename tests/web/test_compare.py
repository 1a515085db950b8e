"""Two drafts: what was mended, what has changed, what is new."""

from datetime import date

from lint.fitting import Library
from lint.record import report_record, shape
from lint.run import Choices, Run, check_bytes
from lint.web.compare import Comparison, compare, points
from tests.flagship_reports import GOOD

LIBRARY = Library()
ADVISER = "（二）规范决策。修订《青石镇重大行政决策工作规则》，"


def checked(text: str) -> shape.Report:
    run = check_bytes(text.encode(), "甲.txt", LIBRARY, Choices(date(2026, 3, 1)))
    assert isinstance(run, Run)
    return report_record(run)


def since(before: str, after: str) -> Comparison:
    one, other = checked(before), checked(after)
    return compare(points(one), points(other), {e["id"]: e["status"] for e in other["elements"]})


def test_the_same_draft_has_not_changed() -> None:
    found = since(GOOD, GOOD)
    assert (found.mended, found.better, found.worse, found.fresh) == ((), (), (), ())
    assert found.left == len(points(checked(GOOD)))


def test_what_was_written_is_mended_and_what_was_struck_is_new() -> None:
    less = GOOD.replace("聘请2名律师担任法律顾问，审查合同45份。", "")
    assert "法律顾问、公职律师：缺失→满足" in since(less, GOOD).mended
    assert any(said.startswith("法律顾问、公职律师：没有写") for said in since(GOOD, less).fresh)


def test_an_element_that_is_no_longer_absent_but_thin_is_better() -> None:
    less = GOOD.replace("聘请2名律师担任法律顾问，审查合同45份。", "")
    thin = GOOD.replace("聘请2名律师担任法律顾问，审查合同45份。", "发挥法律顾问作用。")
    assert since(less, thin).better == ("法律顾问、公职律师：缺失→不充分",)
    assert since(thin, less).worse == ("法律顾问、公职律师：不充分→缺失",)


def test_a_finding_of_the_text_keeps_its_words() -> None:
    doubled = GOOD.replace("案件18件，评查", "案件18件，，评查")
    assert since(doubled, GOOD).mended == since(GOOD, doubled).fresh == ("“，，”：标点重叠“，，”，请只留一个。",)

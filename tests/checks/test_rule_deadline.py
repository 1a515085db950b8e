"""The days by which a report is written and published."""

import pytest
from rule_bench import checklist, find, report, words

RULE = checklist({"kind": "deadline", "severity": "warning", "date": "03-01", "published": "04-01"})
BODY = "一、举措\n修渠3公里。"


@pytest.mark.parametrize(
    ("signed", "finds"),
    [("2025年3月2日", 1), ("2025年3月1日", 0), ("2024年12月30日", 0), ("2026年4月1日", 0)],
)
def test_the_date(signed: str, finds: int) -> None:
    text = report(BODY, signed=f"杨树镇人民政府\n{signed}")
    found = find(text, RULE)
    assert words(text, found) == [signed] * finds
    assert all(one.severity == "warning" and "2025年3月1日" in one.message for one in found)


@pytest.mark.parametrize(
    ("published", "finds"),
    [("2025-04-11", 1), ("2025-04-01", 0), ("2027-05-01", 0)],  # two years later a page is a copy
)
def test_the_publication(published: str, finds: int) -> None:
    text = f"发布时间：{published}\n" + report(BODY)
    assert len(find(text, RULE)) == finds


def test_a_date_outside_the_text_stands_at_the_title() -> None:
    text = report(BODY)
    (found,) = find(text, RULE, published="2025-04-11")
    assert words(text, [found]) == ["杨树镇人民政府关于2024年水利建设情况的报告"]


def test_nothing_without_deadlines_or_year() -> None:
    late = report(BODY, signed="杨树镇人民政府\n2025年4月2日")
    assert find(late, checklist({"kind": "deadline"})) == []
    assert find("修渠3公里。\n2025年4月2日\n", RULE) == []


@pytest.mark.parametrize(("kinds", "finds"), [(["镇"], 1), (["部门", "县"], 0), ([], 1)])
def test_a_deadline_for_some_kinds_of_issuers(kinds: list[str], finds: int) -> None:
    late = report(BODY, signed="杨树镇人民政府\n2025年4月2日")
    assert len(find(late, checklist({"kind": "deadline", "date": "03-01", "kinds": kinds}))) == finds

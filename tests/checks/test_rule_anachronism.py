"""What came after the report was written."""

import pytest
from rule_bench import checklist, find, report, shipped, words

EVENT = {"name": "《堤防法》", "pattern": ["《堤防法》"], "since": "2025-01-15", "unless": ["草案"]}
RULE = checklist({"kind": "anachronism", "event": [EVENT]})
BODY = "一、举措\n（一）学习。全年学习《堤防法》2次，宣传《堤防法》3次。"


def test_a_law_that_came_later() -> None:
    text = report(BODY, signed="杨树镇人民政府\n2025年1月10日")
    (found,) = find(text, RULE)
    assert words(text, [found]) == ["《堤防法》", "《堤防法》"]
    assert found.severity == "error"
    assert "自2025年1月15日起才有" in found.message
    assert "成文于2025年1月10日" in found.message


@pytest.mark.parametrize(
    "text",
    [
        report(BODY, signed="杨树镇人民政府\n2025年1月15日"),
        report(BODY),  # without a date: by March of the next year it was there
        report(BODY, year=2025),
        report("一、举措\n（一）学习。对《堤防法》草案提出意见3条。", signed="杨树镇人民政府\n2025年1月10日"),
        BODY,  # no year is known
    ],
)
def test_what_could_be_known(text: str) -> None:
    assert find(text, RULE) == []


def test_without_a_date_the_next_march_is_the_last_day() -> None:
    text = report(BODY, year=2023)
    (found,) = find(text, RULE)
    assert "2023年度" in found.message


def test_a_publication_after_march_is_the_last_day() -> None:
    text = "发布时间：2024-05-06\n" + report(BODY.replace("《堤防法》", "《渠道法》"), year=2023)
    rule = checklist(
        {"kind": "anachronism", "event": [{"name": "渠", "pattern": ["《渠道法》"], "since": "2024-04-20"}]}
    )
    assert find(text, rule) == []
    assert find(text.replace("2024-05-06", "2024-03-06"), rule)


@pytest.mark.parametrize("number", range(3))
def test_examples_of_the_shipped_events(number: int) -> None:
    names = shipped("names")
    rule = next(rule for rule in names.file.rule if rule.id == "anachronism")
    example = rule.example[number]
    found = find(example.text, names, only="anachronism")
    assert sorted(words(example.text, found)) == sorted(example.finds)

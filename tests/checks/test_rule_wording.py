"""Words that do not belong: the rule itself, and the shipped lists with their own examples."""

import pytest
from rule_bench import checklist, context, find, report, shipped, words

from lint import resources
from lint.checklist.model import DeadlineRule, IssuerRule, SumsRule, WordingRule, YearRule
from lint.checks.kinds import RULES

MINE = (WordingRule, SumsRule, YearRule, IssuerRule, DeadlineRule)
FRAGMENT = (resources.folder("checklists") / "_township_rules.toml").is_file()
TOWNSHIP = shipped("names", "common", "_township_rules" if FRAGMENT else "township")
EXAMPLES = [(rule, example) for rule in TOWNSHIP.file.rule if isinstance(rule, MINE) for example in rule.example]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda part: getattr(part, "id", "")[:24])
def test_examples_of_the_shipped_rules(rule: WordingRule, example: object) -> None:
    given = context(example.text, TOWNSHIP, example.year)  # type: ignore[attr-defined]
    found = [example.text[a:b] for one in RULES[type(rule)](given, rule) for a, b in one.places]  # type: ignore[attr-defined]
    assert found == list(example.finds)  # type: ignore[attr-defined]


def rule(**more: object):
    return checklist({"kind": "wording", "patterns": ["恳请…拨款"], **more})


def test_one_finding_with_all_places() -> None:
    text = "恳请县里拨款。\n再次恳请尽快拨款。\n"
    (found,) = find(text, rule(message="夹带请示：{…}。"))
    assert words(text, [found]) == ["恳请县里拨款", "恳请尽快拨款"]
    assert found.message == "夹带请示：“恳请县里拨款”“恳请尽快拨款”。"


def test_a_gap_ends_at_the_comma() -> None:
    assert find("恳请指正，县里已经拨款。", rule()) == []


def test_cited_titles_are_no_words_of_the_report() -> None:
    assert find("收到《关于恳请拨款的请示》。", rule()) == []


@pytest.mark.parametrize(
    ("more", "finds"),
    [
        ({"unless": ["村民"]}, 0),
        ({"where": ["plan"]}, 0),
        ({"where": ["measures"]}, 1),
        ({"standing": ["done"]}, 1),
        ({"standing": ["planned"]}, 0),
        ({"kinds": ["镇"]}, 1),
        ({"kinds": ["街道"]}, 0),
    ],
)
def test_conditions(more: dict[str, object], finds: int) -> None:
    text = report("一、举措\n村民恳请拨款。")
    assert len(find(text, rule(**more))) == finds


def test_an_unknown_kind_of_issuer_is_left_alone() -> None:
    assert find("恳请拨款。", rule(kinds=["街道"])) == []

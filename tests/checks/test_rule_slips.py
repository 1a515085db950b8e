"""Slips of the hand: verbs that broke off, 的 for 地."""

import pytest
from rule_bench import checklist, find, words

VERBS = {"leads": ["充分", "依法"], "begun": ["发挥布", "维护权"]}
PARTICLE = {"adverbs": ["有效"], "only-adverbs": ["为了更好"], "verbs": ["减少", "指导"]}


def rule(**more: object):
    return checklist({"kind": "slips", **more})


def test_a_verb_that_lost_its_second_character() -> None:
    text = "各村充分发党员作用。\n司法所依法维村民权益。\n"
    first, second = find(text, rule(**VERBS))
    assert words(text, [first, second]) == ["充分发党员", "依法维村民"]
    assert first.message == "“充分发党员”疑漏了字（常写作“充分发挥”），请核对补上。"
    assert first.suggestion is None, "what was lost is for a person to say"


@pytest.mark.parametrize(
    "text",
    [
        "充分发挥党员作用。",
        "充分发布信息。",
        "依法维权12件。",
        "各村发党员徽章。",
        "充分发，",
        "依法维\n护权益。",
        "要充分发“言”。",
        "有效的减少了解不到的情形。",
    ],
)
def test_whole_words_are_left_alone(text: str) -> None:
    assert find(text, rule(**VERBS)) == []


def test_one_finding_for_all_particles_with_its_corrections() -> None:
    text = "有效的减少了纠纷。为了更好的指导各村，有效的减少了信访。\n"
    (found,) = find(text, rule(**PARTICLE))
    assert words(text, [found]) == ["有效的减少", "为了更好的指导", "有效的减少"]
    assert found.message == "“有效的减少”“为了更好的指导”的“的”应为“地”（修饰动词用“地”）。"
    assert found.fixes == ("有效地减少", "为了更好地指导", "有效地减少")


@pytest.mark.parametrize(
    "text", ["有效的办法减少了纠纷。", "有效地减少了纠纷。", "现行有效的减少负担文件。", "得到更好的指导。"]
)
def test_attributes_keep_their_particle(text: str) -> None:
    assert find(text, rule(**PARTICLE)) == []


def test_what_the_web_page_prints_around_the_report_is_not_judged() -> None:
    text = "发布时间：2025年1月1日 来源：充分发党员网 字体：大 中 小\n青禾镇2024年工作报告\n一、做法\n学习12次。\n"
    assert find(text, rule(**VERBS)) == []

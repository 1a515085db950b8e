"""Nothing private is shown in full, in any output."""

import pytest

from lint.checks.results import CheckResult, Finding, Outcome
from lint.record import record, report_record
from lint.record.privacy import Masked, mask, mask_numbers
from lint.render.explain import explain_text
from lint.render.index import Entry, index_page
from lint.render.json_text import json_text
from lint.render.outline import outline_text
from lint.render.page import page
from tests.render.build import PERSON, PHONE, TEXT, at, build
from tests.render.screen import terminal


@pytest.mark.parametrize(
    ("private", "shown"),
    [
        ("张小明", "张××"),
        ("王五", "王×"),
        ("欧阳建国", "欧阳××"),
        ("13812345678", "138******78"),
        ("11010119900307123X", "110*************3X"),
        ("138 1234 5678", "138 **** **78"),
        ("12345", "*****"),
        ("王", "×"),
        ("", ""),
    ],
)
def test_mask_keeps_surname_length_and_the_ends_of_numbers(private: str, shown: str) -> None:
    assert mask(private) == shown


def test_the_masked_text_has_the_length_of_the_source() -> None:
    masked = Masked("甲张小明乙张小明丙", [(1, 4), (2, 4)])
    assert masked.text == "甲张××乙张××丙"


def test_sentences_made_from_the_text_are_masked_whatever_their_width() -> None:
    masked = Masked("电话１３８１２３４５６７８。", [(2, 13)])
    assert masked.clean("电话13812345678，又作 1381234567") == "电话138******78，又作 138******7"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("“联系139-1234-56…”", "“联系139-****-**…”"),
        ("“联系139-1…”", "“联系139-*…”"),
        ("“号码13812345…”", "“号码138*****…”"),
        ("“号码1381…”", "“号码138*…”"),
        ("“反映人张小…”", "“反映人张×…”"),
        ("“反映人张小明…”", "“反映人张××…”"),
        ("“开展张…”", "“开展张…”"),
        ("全年139件，比上年多13…", "全年139件，比上年多13…"),
    ],
)
def test_a_private_word_that_a_quotation_cuts_short_is_masked_as_the_whole_word_is(said: str, shown: str) -> None:
    words = ("139-1234-5678", "13812345678", "张小明")
    text = "，".join(words)
    masked = Masked(text, [at(text, word) for word in words])
    assert masked.clean(said) == shown


def test_of_private_words_that_begin_alike_the_longest_is_masked() -> None:
    masked = Masked("甲张小明乙张小明远丙张小", [(1, 4), (5, 9)])
    assert masked.text == "甲张××乙张×××丙张小"
    assert masked.clean("张小明远、张小明") == "张×××、张××"


def test_no_output_shows_what_a_privacy_rule_found() -> None:
    run = build()
    whole = record([run])
    outputs = {
        "json": json_text(whole),
        "terminal": terminal(whole),
        "page": page(run),
        "outline": outline_text(run, verbose=True),
        "explain": explain_text(run, "T4") or "",
        "index": index_page([Entry(whole["reports"][0], "a.html")], [], whole["checklist"]),
    }
    for name, text in outputs.items():
        assert PHONE not in text, name
        assert PERSON not in text, name
    assert "138******78" in outputs["json"] and "张××因占道经营" in outputs["page"]


def test_evidence_that_overlaps_is_masked_too() -> None:
    span = at(TEXT, "当事人张小明因占道经营")
    private = Finding("privacy", "error", "m", (at(TEXT, PERSON),), private=True)
    run = build(checked=CheckResult((Outcome("T4", "met", (span,)),), (private,)))
    assert report_record(run)["elements"][0]["evidence"][0]["quote"] == "当事人张××因占道经营"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("电话13912345678可核实", "电话139******78可核实"),
        ("身份证330102199003071234。", "身份证330*************34。"),
        ("第24段写了2025年听取汇报12次，公开1215条", "第24段写了2025年听取汇报12次，公开1215条"),
    ],
)
def test_what_a_reviewer_wrote_has_no_number_of_a_person(said: str, shown: str) -> None:
    assert mask_numbers(said) == shown

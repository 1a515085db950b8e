"""A text that was recognised in a picture: doubts become questions, and rules about single characters are silent."""

from dataclasses import replace
from datetime import date

import pytest

from lint.checks.results import ABSENT, MET, REVIEW, THIN, CheckResult
from lint.document.document import Document
from lint.document.understand import understand
from lint.engine import run_checks
from lint.record import report_record
from lint.run import Run
from tests.element_cases import TODAY, document
from tests.engine_cases import flagship
from tests.flagship_reports import EMPTY_WORDS, GOOD

SLIPS = "我镇我镇认真学习,认真布署了各项制度。[bookmark: _GoBack]完成《条例规定的任务。\n五、甲\n七、乙\n"


def judged(found: Document) -> CheckResult:
    checklist, words = flagship()
    return run_checks(understand(found, words), checklist, TODAY)


@pytest.mark.parametrize("text", [GOOD, EMPTY_WORDS, EMPTY_WORDS[: len(EMPTY_WORDS) // 3]])
def test_what_is_absent_becomes_a_question_and_nothing_else_changes(text: str) -> None:
    typed, seen = judged(document(text)), judged(replace(document(text), by_ocr=True))
    titles = (e.title.replace("“", "‘").replace("”", "’") for e in flagship()[0].file.element)
    questions = {f"文字由扫描件识别而来，没有找到“{title}”，请对照原件人工核对。" for title in titles}
    for before, after in zip(typed.outcomes, seen.outcomes, strict=True):
        if before.status == ABSENT:
            assert after.status == REVIEW
            assert after.question in questions
            assert (after.searched, after.nearest) == (before.searched, before.nearest)
        else:
            assert after == before
    assert seen.shortcomings == typed.shortcomings


def test_the_samples_hold_every_status() -> None:
    assert {o.status for o in judged(document(EMPTY_WORDS)).outcomes} >= {THIN, ABSENT}
    assert MET in {o.status for o in judged(document(GOOD)).outcomes}


def test_rules_about_single_characters_are_silent() -> None:
    text = GOOD.replace("一是充实", SLIPS + "一是充实")
    typed, seen = judged(document(text)), judged(replace(document(text), by_ocr=True))
    silent = {"punctuation", "repeated", "residue", "numbering", "typos", "names"}
    assert silent - {"names"} <= {finding.rule for finding in typed.findings}
    assert [f for f in typed.findings if f.rule not in silent] == list(seen.findings)


def test_the_record_tells_the_question() -> None:
    checklist, words = flagship()
    report = understand(replace(document(EMPTY_WORDS), by_ocr=True), words)
    result = run_checks(report, checklist, date(2026, 1, 1))
    record = report_record(
        Run("扫描.pdf", report.document, report, checklist, True, report.front.report_year, date(2026, 1, 1), result)
    )
    assert record["score"] is not None
    assert record["score"]["absent"] == 0
    assert record["score"]["review"] > 0
    asked = [element for element in record["elements"] if element["status"] == "review"]
    assert all(element["question"] and element["remedy"] for element in asked)
    assert not [finding for finding in record["findings"] if finding["element"] in {e["id"] for e in asked}]

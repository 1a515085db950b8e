"""A verdict holds in the next draft as long as it is about the same thing, and is told when it is not."""

from dataclasses import replace
from datetime import date

import pytest
from msgspec.structs import replace as with_changes

from lint.checklist.checklist import Checklist
from lint.checks.results import CheckResult, Finding, Outcome
from lint.cli.codes import Tally
from lint.policy.identity import Identity
from lint.policy.overlay import lay_over
from lint.policy.verdicts import SideFile
from lint.record import record, report_record
from lint.record.terms import STATUS_WORD
from lint.render.excuse import excuse
from lint.render.page import page
from lint.render.verdict import advice, tallied
from tests.policy.verdict_makers import drafted, element, finding, given, laid, side_of
from tests.render.build import PERSON, PHONE, TEXT, at, build, every, result
from tests.render.html_reading import read
from tests.render.screen import terminal

RUN = build()


def test_moved_text_a_renamed_file_and_another_number_reopen_nothing() -> None:
    side = side_of(RUN, given(RUN, "sums.1", "waived"), given(RUN, "S8", "disagree"), given(RUN, "term.1", "agree"))
    moved = TEXT.replace("县委、县政府：", "县委、县政府：\n\n新加的一段。").replace("（三）规范执法", "（五）规范执法")
    assert moved != TEXT
    report = laid(drafted(moved, result(moved), "别处/定稿（3）.txt"), side)
    assert report["lapsed"] == []
    assert finding(report, "sums")["waived"] == {
        "verdict": "可以保留",
        "reason": "见会议纪要",
        "authority": "县司法局",
        "by": None,
        "date": "2025-02-01",
        "until": None,
    }
    assert finding(report, "S8")["waived"] is not None
    assert finding(report, "term")["waived"] is None
    assert report["reviewed"] == {
        "files": ["报告/复核.toml"],
        **{"agree": 1, "disagree": 1, "waived": 1, "met": 0, "unmet": 0, "refuted": 0, "lapsed": 0},
    }


def test_what_was_mended_is_told_as_such() -> None:
    side = side_of(RUN, given(RUN, "term.1", "waived"))
    mended = TEXT.replace("督查", "督察")
    report = laid(drafted(mended, CheckResult(result().outcomes)), side)
    assert [(one["rule"], one["about"], one["why"]) for one in report["lapsed"]] == [
        ("term", "法治政府建设与责任落实督查工作规定", "这一处已改好或原文已改")
    ]
    assert report["reviewed"] is not None
    assert report["reviewed"]["lapsed"] == 1


@pytest.mark.parametrize(
    ("today", "holds"), [("2025-06-29", True), ("2025-06-30", True), ("2025-07-01", False), ("2026-01-01", False)]
)
def test_the_last_day_is_a_day_on_which_it_holds(today: str, holds: bool) -> None:
    side = side_of(RUN, given(RUN, "S8", "waived", until="2025-06-30"))
    report = laid(drafted(TEXT, today=date.fromisoformat(today)), side)
    assert (finding(report, "S8")["waived"] is not None) == holds
    assert [one["why"] for one in report["lapsed"]] == ([] if holds else ["已过有效期"])


def test_a_conclusion_that_changed_is_to_be_looked_at_anew() -> None:
    side = side_of(RUN, given(RUN, "S8", "disagree"))
    outcomes = tuple(
        Outcome("S8", "thin", (at(TEXT, "领导小组"),)) if o.element == "S8" else o for o in result().outcomes
    )
    report = laid(drafted(TEXT, CheckResult(outcomes)), side)
    assert finding(report, "S8")["waived"] is None
    assert [(one["about"], one["why"]) for one in report["lapsed"]] == [
        ("缺失：第一责任人履职情况", "当时的结论是“缺失”，这次是“不充分”")
    ]


def test_an_element_that_the_checklist_no_longer_has() -> None:
    side = side_of(RUN, replace(given(RUN, "S8", "disagree"), fingerprint="0" * 32))
    assert laid(RUN, side)["lapsed"][0]["why"] == "这次所用的清单不查这一项"


def test_a_verdict_on_one_township_excuses_no_other() -> None:
    side = side_of(RUN, given(RUN, "S8", "disagree"), given(RUN, "term.1", "waived"))
    text = TEXT.replace("柳河镇", "安岭镇")
    report = laid(drafted(text, result()), side)
    assert not any(one["waived"] or one["verdict"] for one in report["findings"])
    assert report["reviewed"] is None
    assert report["lapsed"] == []
    assert report["remarks"] == [
        "复核.toml 里这个文件名下有 2 条复核意见，记的是“柳河镇人民政府”2024，与这份报告的单位或年度不同，没有套用"
    ]


def test_a_verdict_on_one_year_excuses_no_other() -> None:
    side = side_of(RUN, given(RUN, "S8", "disagree"))
    assert laid(replace(RUN, year=2025, path="x.txt"), side)["reviewed"] is None


def test_another_checklist_is_another_matter_and_is_told() -> None:
    known = side_of(RUN, given(RUN, "S8", "disagree")).reviews[0]
    side = SideFile("复核.toml", (replace(known, document=replace(known.document, checklist="other", path="a.txt")),))
    report = laid(RUN, side)
    assert report["reviewed"] is None
    name = report["checklist"]["id"]
    assert report["remarks"] == [f"复核.toml 里有 1 条复核意见是按清单“other”给的，这次用的是“{name}”，没有套用"]


def test_without_issuer_or_year_the_path_decides_and_this_is_told() -> None:
    verdicts = side_of(RUN, given(RUN, "S8", "disagree")).reviews[0].verdicts
    known = side_of(RUN).reviews[0].document
    bare = replace(known, issuer=None)
    side = SideFile("报告/复核.toml", (replace(side_of(RUN).reviews[0], document=bare, verdicts=verdicts),))
    report = laid(RUN, side)
    assert finding(report, "S8")["waived"] is not None
    assert report["remarks"] == [
        "复核.toml 里的复核意见是按文件名“柳河镇 2024.txt”对上的"
        "（单位或年度没有认出，或者写法不同），请核对是不是同一份报告"
    ]
    assert laid(drafted(TEXT, path="报告/另一份.txt"), side)["reviewed"] is None


def test_an_answer_is_asked_for_no_more() -> None:
    report = laid(RUN, side_of(RUN, given(RUN, "F9", "met", reason="述职报告第2页")))
    assert element(report, "F9")["verdict"] is not None
    text = terminal({**record([RUN]), "reports": [report]})
    assert "待核 是否已经述法" not in text
    assert "已套用 复核.toml 的 1 条意见：已写明 1" in text
    tree = read(page(RUN, report))
    card = tree.all("article", id="e-F9")[0]
    assert "复核：已写明" in card.text
    assert "已写明：述职报告第2页（县司法局，2025-02-01）" in card.text
    assert not tree.all("section", id="review") or card.text not in tree.all("section", id="review")[0].text
    assert card.text in tree.all("section", id="judged")[0].text


def test_a_question_answered_with_no_is_something_to_mend() -> None:
    outcomes = (Outcome("F9", "review", question="是否已经述法？"),)
    run = build(checked=CheckResult(outcomes))
    tally = Tally("error")
    tally.report(report_record(run))
    assert not tally.found
    report = laid(run, side_of(run, given(run, "F9", "unmet", reason="述职报告里没有")))
    raised = finding(report, "F9")
    assert raised["element"] == "F9"
    assert raised["severity"] == element(report, "F9")["severity"]
    assert raised["fingerprint"] == element(report, "F9")["fingerprint"]
    title = element(report, "F9")["title"]
    assert raised["message"] == f"复核认为“{title}”没有写明：述职报告里没有"
    assert "1 项经复核没有写明" in advice(report, "清单")
    assert "e-F9" in [
        card.attributes["id"] for card in read(page(run, report)).all("section", id="todo")[0].all("article")
    ]


def test_who_disagrees_that_something_is_met_is_heard() -> None:
    run = build(checked=CheckResult((Outcome("F5", "met", (at(TEXT, "聘请县正法律师事务所律师2名"),)),)))
    assert advice(report_record(run), "清单") == "可以报送：本清单应查的 1 项都已写明。"
    report = laid(run, side_of(run, given(run, "F5", "disagree", reason="合同已到期")))
    assert advice(report, "清单") == "可以报送，改好下面几处更完整：复核不同意 1 项“满足”或“不适用”的结论。"
    text = terminal({**record([run]), "reports": [report]})
    assert "不同意 1（其中 1 项不同意“满足”或“不适用”）" in text
    assert "复核 法律顾问和公职律师（满足）不同意：合同已到期（县司法局，2025-02-01） [F5]" in text
    assert "合同已到期" in read(page(run, report)).all("section", id="judged")[0].text


def test_what_is_excused_counts_for_nothing() -> None:
    run = build(checked=CheckResult((Outcome("S8", "absent"),)))
    tally = Tally("error")
    tally.report(laid(run, side_of(run, given(run, "S8", "disagree"))))
    assert not tally.found
    report = laid(run, side_of(run, given(run, "S8", "disagree")))
    assert advice(report, "清单") == "可以报送：除已说明理由的 1 项外，本清单应查的项目都已写明。"


def test_who_agrees_changes_nothing_but_is_shown() -> None:
    report = laid(RUN, side_of(RUN, given(RUN, "S8", "agree", reason="")))
    assert advice(report, "清单") == advice(report_record(RUN), "清单")
    assert "复核同意（县司法局，2025-02-01） [S8]" in terminal({**record([RUN]), "reports": [report]})


def test_nothing_private_goes_into_the_side_file_or_out_of_it() -> None:
    verdicts = [given(RUN, f"privacy.{n}", "waived", reason=f"{PERSON}的电话{PHONE}可以公开") for n in (1, 2)]
    side = side_of(RUN, *verdicts)
    assert [one.about for one in verdicts] == ["张××", "138******78"]
    report = laid(RUN, side)
    shown = terminal({**record([RUN]), "reports": [report]}) + page(RUN, report) + str(report["findings"])
    assert PHONE not in shown
    assert PERSON not in shown


def test_hostile_words_of_a_side_file_do_no_harm() -> None:
    evil = "::error::x\n</script><script>alert(1)</script>\x1b[31m\u202e"
    side = side_of(RUN, given(RUN, "S8", "agree", reason=evil, office=evil, by=evil))
    report = laid(RUN, side)
    text = terminal({**record([RUN]), "reports": [report]})
    assert "\x1b" not in text
    assert "\n::" not in text
    assert "<script>alert" not in page(RUN, report)


def test_a_report_that_is_not_recognised_any_more() -> None:
    side = side_of(RUN, given(RUN, "S8", "disagree"))
    report = laid(build(recognised=False), side)
    assert [one["why"] for one in report["lapsed"]] == ["这次没有认作本清单所查的报告，没有核对"]


def test_the_page_lists_what_holds_no_longer() -> None:
    side = side_of(RUN, given(RUN, "S8", "waived", until="2025-01-01"), given(RUN, "F1", "agree"))
    tree = read(page(RUN, laid(RUN, side)))
    judged = tree.all("section", id="judged")[0].text
    assert "不再适用的意见1 条" in judged
    assert "不再适用：已过有效期" in judged
    tile = next(a for a in tree.all("a") if a.attributes.get("href") == "#e-F1" and a.all("b"))
    assert "满足，有复核意见" in tile.text


def test_a_habit_keeps_its_verdict_while_a_place_of_it_is_left() -> None:
    side = side_of(RUN, given(RUN, "punctuation.1", "waived"))
    fewer = CheckResult(findings=(Finding("punctuation", "hint", "m", every(TEXT, ",")[:2]),))
    assert finding(laid(drafted(TEXT, fewer), side), "punctuation")["waived"] is not None


def test_two_side_files_add_up() -> None:
    one = side_of(RUN, given(RUN, "S8", "agree"), name="报告/a.toml")
    two = side_of(RUN, given(RUN, "term.1", "waived"), name="报告/b.toml")
    report = lay_over(RUN, laid(RUN, one), two)
    assert report["reviewed"] is not None
    assert report["reviewed"]["files"] == ["报告/a.toml", "报告/b.toml"]
    assert (report["reviewed"]["agree"], report["reviewed"]["waived"]) == (1, 1)


def test_a_document_is_none_of_unknown_identity() -> None:
    side = SideFile("报告/复核.toml", (replace(side_of(RUN).reviews[0], document=Identity(None, None, "x", "y")),))
    assert laid(RUN, side) == report_record(RUN)


def test_a_rule_that_was_not_looked_at_says_nothing_of_its_verdicts() -> None:
    side = side_of(RUN, given(RUN, "sums.1", "waived"))
    file = RUN.checklist.file
    off = tuple(with_changes(rule, off=rule.off or rule.id == "sums") for rule in file.rule)
    run = replace(build(checked=CheckResult()), checklist=Checklist(with_changes(file, rule=off)))
    report = laid(run, side)
    assert report["lapsed"] == []
    assert report["reviewed"] is not None
    assert report["reviewed"]["waived"] == 0


def test_a_rule_that_failed_is_not_taken_for_mended_text() -> None:
    side = side_of(RUN, given(RUN, "sums.1", "waived"))
    run = build(checked=CheckResult((Outcome("sums", "error", reason="匹配超时"),)))
    assert [one["why"] for one in laid(run, side)["lapsed"]] == ["这条规则这次没有检查成"]


def test_what_a_review_leaves_out_is_explained_beside_the_numbers() -> None:
    report = laid(RUN, side_of(RUN, given(RUN, "S8", "disagree")))
    status = STATUS_WORD[element(report, "S8")["status"]]
    assert tallied(report).endswith(f"（其中 1 项{status}复核不同意，不计入结论）")
    said = excuse(finding(report, "S8"))
    assert "复核单位：县司法局" in said and "同意的机关或人" not in said

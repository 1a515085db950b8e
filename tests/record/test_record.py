"""The record: keys, places, findings that restate elements, the score."""

import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest

from lint.checks.results import CheckResult, Finding, Outcome
from lint.record import failure_line, record, report_line, report_record
from lint.record.schema import FILE, schema, schema_text
from lint.render.json_text import json_line, json_text
from lint.resources import folder
from lint.run import Failure
from tests.render.build import TEXT, at, build, result


def finding(report: dict, rule: str) -> dict:
    return next(f for f in report["findings"] if f["rule"] == rule)


def element(report: dict, ident: str) -> dict:
    return next(e for e in report["elements"] if e["id"] == ident)


def test_published_schema_is_the_one_of_the_types() -> None:
    assert (folder("checklists") / FILE).read_text(encoding="utf-8") == schema_text()


def test_record_and_lines_hold_to_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    whole = record([build(), build(path="b.txt", recognised=False)], [Failure("c.doc", "打不开，请另存为 .docx。")])
    jsonschema.validate(json.loads(json_text(whole)), schema())
    lines = ((report_line(report_record(build())), "ReportLine"), (failure_line(Failure("c", "d")), "FailureLine"))
    for line, name in lines:
        text = json_line(line)
        assert text.count("\n") == 1
        jsonschema.validate(json.loads(text), {**schema(), "$ref": f"#/$defs/{name}"})


def test_places_count_code_points_and_lines_from_one() -> None:
    place = element(report_record(build()), "F5")["evidence"][0]
    assert TEXT[place["start"] : place["end"]] == place["quote"] == "聘请县正法律师事务所律师2名担任法律顾问"
    line = TEXT.split("\n")[place["line"] - 1]
    assert line[place["column"] - 1 : place["end_column"] - 1] == place["quote"]
    assert (place["line"], place["end_line"], place["section"]) == (12, 12, "一（二）")
    assert place["paragraph"] is None and place["page"] is None


def test_a_place_at_the_end_of_a_line_ends_there() -> None:
    text = "甲乙\n丙丁\n"
    run = build(
        text, checked=CheckResult(findings=(Finding("x", "hint", "m", ((0, 2),)), Finding("y", "hint", "m", ((3, 6),))))
    )
    first, second = report_record(run)["findings"]
    assert (first["end_line"], first["end_column"]) == (1, 3)
    assert (second["end_line"], second["end_column"]) == (3, 1)


def test_absent_is_a_finding_at_its_severity_and_thin_one_step_lower() -> None:
    report = report_record(build())
    absent, thin, hint = finding(report, "S8"), finding(report, "S6"), finding(report, "C1")
    assert (absent["element"], absent["severity"], absent["message"]) == ("S8", "error", "没有写明第一责任人履职情况")
    assert (thin["element"], thin["severity"]) == ("S6", "warning")
    assert hint["severity"] == "hint"
    assert {f["element"] for f in report["findings"] if f["element"]} == {"S8", "F3", "S6", "T0", "C1", "C3"}


def test_an_absent_element_stands_at_its_anchor_else_its_section_else_the_title_else_the_first_words() -> None:
    anchored = build(checked=CheckResult((Outcome("S8", "absent", anchor=at(TEXT, "特此报告")),)))
    assert report_record(anchored)["findings"][0]["quote"] == "特此报告"
    assert finding(report_record(build()), "F3")["quote"].startswith("一、2024年法治政府建设")
    assert finding(report_record(build()), "S8")["quote"].startswith("柳河镇人民政府")
    bare = build("只有一段没有标题的话。" * 9, checked=CheckResult((Outcome("S8", "absent"),)))
    assert report_record(bare)["findings"][0]["quote"].startswith("只有一段没有标题的话")
    assert len(report_record(bare)["findings"][0]["quote"]) <= 40
    empty = report_record(build("", checked=CheckResult((Outcome("S8", "absent"),))))["findings"][0]
    assert (empty["start"], empty["end"], empty["line"], empty["column"]) == (0, 0, 1, 1)


def test_score_leaves_review_na_and_error_out_of_the_denominator() -> None:
    score = report_record(build())["score"]
    assert score == {"met": 11, "thin": 4, "absent": 2, "applicable": 17, "na": 1, "review": 1, "error": 1}


def test_an_unrecognised_file_is_not_accused() -> None:
    report = report_record(build(recognised=False))
    assert (report["recognised"], report["score"], report["elements"], report["findings"]) == (False, None, [], [])


def test_reason_question_and_remedy_stand_where_they_belong() -> None:
    report = report_record(build())
    assert element(report, "F10")["reason"] == "报告写明本年度未发生行政诉讼案件"
    assert element(report, "F9")["question"] == "是否已经述法？请对照述职报告。"
    assert element(report, "S8")["remedy"]["sample"].startswith("一年来，镇党政主要负责人")
    assert element(report, "S1")["remedy"] is None


def test_a_rule_that_failed_is_an_error_nobody_overlooks() -> None:
    checked = replace(result(), outcomes=(*result().outcomes, Outcome("sums", "error", reason="匹配超时")))
    report = report_record(build(checked=checked))
    failed = element(report, "sums")
    assert (failed["status"], failed["title"], failed["reason"]) == ("error", "数据合计", "匹配超时")
    assert report["score"]["error"] == 2


def test_a_habit_is_one_finding_with_all_its_places() -> None:
    habit = finding(report_record(build()), "punctuation")
    assert habit["count"] == len(habit["places"]) == TEXT.count(",")
    assert habit["start"] == habit["places"][0]["start"]


def test_sources_not_in_force_are_left_out() -> None:
    assert element(report_record(build()), "T0")["basis"] == []
    old = replace(build(), year=2019)
    assert len(element(report_record(old), "T0")["basis"]) == 1
    before = replace(build(), year=2017, report=replace(build().report, front=replace(build().report.front, date=None)))
    assert element(report_record(before), "S8")["basis"] == []


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            "县",
            "《党政主要负责人履行推进法治建设第一责任人职责规定》第六条：政府主要负责人定期听取法治政府建设情况汇报。",
        ),
        (
            "镇",
            "参照《党政主要负责人履行推进法治建设第一责任人职责规定》第六条：政府主要负责人定期听取法治政府建设情况汇报"
            "（直接适用于县、市、区，对本机关供参照）。",
        ),
        (
            "街道",
            "参照《党政主要负责人履行推进法治建设第一责任人职责规定》第六条：政府主要负责人定期听取法治政府建设情况汇报"
            "（街道办事处是派出机关，供参照）。",
        ),
    ],
)
def test_what_does_not_apply_directly_is_cited_by_reference(kind: str, expected: str) -> None:
    basis = element(report_record(build(kind=kind)), "F3")["basis"][0]
    assert basis["cite"] == expected
    assert basis["by_reference"] is (kind != "县")


def test_wording_is_quoted_and_paraphrase_is_not() -> None:
    wording = element(report_record(build()), "S8")["basis"][0]
    assert wording["cite"] == (
        "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第二十五条："
        "“上一年度推进法治政府建设存在的不足和原因”。"
    )
    assert wording["paraphrase"] is None


def test_the_same_run_gives_the_same_bytes_in_whatever_order() -> None:
    runs = [build(path=name) for name in ("b.txt", "a.txt", "c.txt")]
    failures = [Failure("z", "一"), Failure("y", "二")]
    assert json_text(record(runs, failures)) == json_text(record(runs[::-1], failures[::-1]))
    places = [(f["start"], f["end"], f["rule"]) for f in report_record(build())["findings"]]
    assert places == sorted(places)


def test_one_checklist_is_named_once_and_different_ones_at_each_report() -> None:
    other = replace(build().checklist, sha256="e" * 64)
    whole = record([build(path="a"), replace(build(path="b"), checklist=other)])
    assert whole["checklist"] is None
    assert [report["checklist"]["sha256"] for report in whole["reports"]] == ["c" * 64, "e" * 64]
    assert (record([build()])["checklist"] or {})["version"] == "1.0"


def test_the_day_is_named() -> None:
    assert report_record(replace(build(), today=date(2025, 3, 2)))["today"] == "2025-03-02"


def test_a_file_name_that_is_no_text_is_still_written_as_utf8() -> None:
    text = json_text(record([build(path="坏\udcff.txt")]))
    assert text.encode("utf-8") and json.loads(text)["reports"][0]["path"] == "坏\udcff.txt"

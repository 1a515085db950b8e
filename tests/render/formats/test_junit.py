"""JUnit: by a strict schema, by an independent reader; each check a testcase, passes included."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from lint.record import report_record
from tests.render.formats.reports import build, drawn, everything


def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).with_name("junit.xsd")))


def document(**given: Any) -> etree._Element:
    return etree.fromstring(drawn("junit", **(given or everything())).encode())


def case(suite: etree._Element, ident: str) -> etree._Element:
    (found,) = [one for one in suite.findall("testcase") if one.get("name", "").split(" ")[0] == ident]
    return found


def test_the_strict_schema_takes_it() -> None:
    strict = schema()
    for given in (everything(), {"runs": []}):
        whole = document(**given)
        strict.validate(whole)
        assert [entry.message for entry in strict.error_log] == []


def test_an_independent_reader_finds_the_counts_it_was_told() -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    suites = list(junitparser.JUnitXml.fromstring(drawn("junit", **everything()).encode()))
    assert [suite.name.split("/")[-1] for suite in suites][:2] == ["柳河镇 2024.txt", "别.txt"]
    for suite in suites:
        told = suite.tests, suite.failures, suite.errors, suite.skipped
        suite.update_statistics()
        assert told == (suite.tests, suite.failures, suite.errors, suite.skipped)
    assert (suites[0].tests, suites[0].errors) == (20 + 5 + 1, 1)


def test_each_outcome_is_told_in_its_own_way() -> None:
    (suite,) = document(runs=[build()])
    assert len(case(suite, "S1")) == 0
    assert case(suite, "S8").find("failure").get("type") == "error"
    assert case(suite, "S6").find("failure").get("type") == "warning"
    assert "怎样写：写明做了什么" in case(suite, "S6").findtext("failure")
    assert case(suite, "F10").find("skipped").get("message") == "报告写明本年度未发生行政诉讼案件。"
    assert case(suite, "F9").find("skipped").get("message") == "请人工核对：是否已经述法？请对照述职报告。"
    assert case(suite, "N2").find("error").get("message").endswith("原因：一个模式没有在时限内匹配完。")
    assert suite.get("timestamp") == "2025-02-01T00:00:00"


def test_a_hint_does_not_fail_but_is_told() -> None:
    (suite,) = document(runs=[build()])
    assert len(case(suite, "punctuation")) == 0
    notes = suite.findtext("system-out").splitlines()
    assert any(line.startswith("提示 punctuation 标点符号 第12行（一（二））：正文里的逗号是半角。") for line in notes)
    assert any(line.startswith("待核 F9 ") for line in notes)


def test_what_is_excused_or_ignored_is_skipped_with_the_reason() -> None:
    report = report_record(build())
    report["findings"] = [
        {**f, "waived": {"reason": "已另行报告", "by": "李某"}} if f["rule"] == "S8" else f  # type: ignore[typeddict-item]
        for f in report["findings"]
        if f["rule"] != "F3"
    ]
    (suite,) = document(runs=[build()], records=[report])
    assert case(suite, "S8").find("skipped").get("message") == "已说明理由，不计入：已另行报告（复核人：李某）"
    assert case(suite, "F3").find("skipped").get("message") == "没有写明带头学法。配置里写明不提示。"


def test_a_question_that_was_answered_passes() -> None:
    report = report_record(build())
    met = {"verdict": "met", "reason": None, "office": "县司法局", "by": None, "date": None, "until": None}
    report["elements"] = [
        {**one, "verdict": met} if one["id"] == "F9" else one
        for one in report["elements"]  # type: ignore[typeddict-item]
    ]
    (suite,) = document(runs=[build()], records=[report])
    assert len(case(suite, "F9")) == 0


def test_a_file_that_is_no_such_report_is_not_accused() -> None:
    (suite,) = document(runs=[build(recognised=False)])
    (only,) = suite.findall("testcase")
    assert "看起来不是" in only.find("skipped").get("message")


def test_a_rule_that_is_off_is_no_testcase() -> None:
    run = build()
    from msgspec.structs import replace as change  # noqa: PLC0415

    rules = tuple(change(rule, off=rule.id == "sums") for rule in run.checklist.file.rule)
    used = replace(run.checklist, file=change(run.checklist.file, rule=rules))
    report = report_record(run)
    report["findings"] = []
    (suite,) = document(runs=[replace(run, checklist=used)], records=[report])
    assert not any(one.get("name", "").startswith("sums") for one in suite.findall("testcase"))

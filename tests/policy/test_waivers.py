"""Waivers: what they excuse, what is said of those that have expired or are of no use."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lint.policy.config_model import Waiver
from lint.policy.waivers import Placed, Watch, overlay
from lint.record import shape

Record = Callable[..., shape.Report]
TODAY = date(2025, 3, 1)
OF = {"reason": "县政府已同意", "authority": "县司法局", "issuer": "柳河镇人民政府"}


def placed(**said: Any) -> Placed:
    return Placed(Waiver(**{"rule": "sums", **OF, **said}), "qingdan.toml", 7, Path())


def excused(report: shape.Report, *waivers: Placed) -> dict[str, Any]:
    after = overlay(waivers, TODAY)(None, report)
    return {finding["rule"]: finding["waived"] for finding in after["findings"] if finding["waived"]}


def told(report: shape.Report, *waivers: Placed, complete: bool = True) -> list[tuple[str, str, str]]:
    watch = Watch(waivers, TODAY, complete=complete)
    watch.report(report)
    return [(found["rule"], found["severity"], found["message"]) for found in watch.findings()]


def test_what_is_excused_carries_who_and_why(record: Record) -> None:
    waiver = placed(date="2025-01-10", until="2025-03-01")  # the last day counts
    waived = {"reason": "县政府已同意", "authority": "县司法局", "date": "2025-01-10", "until": "2025-03-01"}
    assert excused(record(), waiver) == {"sums": waived}
    assert told(record(), waiver) == []


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({"year": 2024}, {"sums"}),
        ({"year": 2023}, set()),
        ({"issuer": "禾阳县柳河镇人民政府"}, {"sums"}),
        ({"issuer": "东柳河镇人民政府"}, set()),
        ({"issuer": "梨溪镇人民政府"}, set()),
        ({"issuer": None, "path": "报告/**"}, {"sums"}),
        ({"issuer": None, "path": "旧报告/**"}, set()),
        ({"path": "报告/**", "issuer": "梨溪镇人民政府"}, set()),
        ({"rule": "wording"}, {"wording.case"}),
        ({"rule": "S8"}, {"S8"}),
        ({"fingerprint": "0b682b13"}, {"sums"}),
        ({"fingerprint": "0b682b14"}, set()),
        ({"until": "2025-02-28"}, set()),
    ],
)
def test_what_a_waiver_speaks_of(record: Record, said: dict[str, Any], rules: set[str]) -> None:
    assert set(excused(record(), placed(**said))) == rules


def test_a_verdict_keeps_its_reason(record: Record) -> None:
    report = record()
    judged: shape.Report = {**report, "findings": [{**f, "waived": {"reason": "复核"}} for f in report["findings"]]}
    assert excused(judged, placed())["sums"] == {"reason": "复核"}
    assert told(judged, placed()) == []


def test_of_two_waivers_the_one_in_force_counts(record: Record) -> None:
    assert excused(record(), placed(until="2024-12-31", reason="旧"), placed(reason="新"))["sums"]["reason"] == "新"


def test_expired_ones_are_errors(record: Record) -> None:
    message = "柳河镇人民政府“sums”的例外已于2024-12-31到期，不再算数；请改好报告，或者经“县司法局”同意后延期"
    assert told(record(), placed(until="2024-12-31"), complete=False) == [("waiver-expired", "error", message)]


def test_an_expired_one_whose_defect_is_gone_is_merely_of_no_use(record: Record) -> None:
    message = "柳河镇人民政府2024年度“year”的例外没有用上：报告里已经没有这个问题，请删去这一条"
    expected = [("waiver-unused", "warning", message)]
    assert told(record(), placed(rule="year", year=2024, until="2024-12-31")) == expected
    assert told(record(), placed(rule="year", year=2024), complete=False) == expected


def test_a_report_that_was_not_met_is_told_only_of_whole_folders(record: Record) -> None:
    other = placed(issuer="梨溪镇人民政府")
    message = "梨溪镇人民政府“sums”的例外没有用上：这次没有查到它所说的报告，请核对机关（要写全称）、年度和路径"
    assert told(record(), other) == [("waiver-unused", "hint", message)]
    assert told(record(), other, complete=False) == []
    watch = Watch([other], TODAY, complete=True)
    watch.failure()  # it may be the report that could not be read
    assert watch.findings() == []

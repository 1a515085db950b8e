"""Severities and ignored rules laid over a record."""

from collections.abc import Callable

from lint.policy.config_overrides import overridden, unknown_names, wanted_for
from lint.record import shape

Record = Callable[..., shape.Report]


def severities(report: shape.Report) -> dict[str, str]:
    return {finding["rule"]: finding["severity"] for finding in report["findings"]}


def test_findings_and_elements_get_the_wanted_severity(record: Record) -> None:
    before = record()
    after = overridden(before, {"F3": "error", "S6": "warning", "sums": "hint", "term": "warning"})
    found = severities(after)
    assert (found["F3"], found["S6"], found["sums"]) == ("error", "hint", "hint")  # S6 is thin: one lower
    elements = {element["id"]: element["severity"] for element in after["elements"]}
    assert (elements["F3"], elements["S6"]) == ("error", "warning")
    lower = "（写得不充分，比所配置的“警告”低一级）"
    assert after["remarks"] == [*before["remarks"], f"按配置调整了级别：F3 为错误、sums 为提示、S6 为提示{lower}。"]
    assert [f["fingerprint"] for f in after["findings"]] == [f["fingerprint"] for f in before["findings"]]


def test_ignored_rules_are_left_out_and_counted_once(record: Record) -> None:
    before = record()
    after = overridden(before, {"privacy": "off", "wording": "off"})
    assert set(severities(before)) - set(severities(after)) == {"privacy", "wording.case"}
    assert after["remarks"][-1] == "另有 3 条按配置不提示（privacy、wording.case）。"


def test_nothing_wanted_changes_nothing(record: Record) -> None:
    before = record()
    assert overridden(before, {}) is before
    assert overridden(before, {"F1": "hint"})["findings"] == before["findings"]


def test_a_part_of_a_rule_goes_before_the_rule() -> None:
    wanted = {"wording": "off", "wording.case": "error"}
    assert [wanted_for(rule, wanted) for rule in ("wording.case", "wording.name", "words")] == ["error", "off", None]  # type: ignore[arg-type]
    assert unknown_names(["wording.case", "wordings", "F1"], ["wording", "F1"]) == ["wordings"]

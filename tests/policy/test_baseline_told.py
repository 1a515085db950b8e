"""What stands in the baseline is told as to be mended yet: nobody gave a reason for it."""

from collections.abc import Callable
from pathlib import Path

from lint.checks.results import CheckResult, Outcome
from lint.policy import baseline_file
from lint.policy.baseline import REASON, overlay, written
from lint.record import record as record_of
from lint.record import report_record, shape
from lint.render.page import page
from lint.render.verdict import advice, excused_said
from lint.render.word.said import notes
from lint.run import Run
from tests.render.build import build
from tests.render.formats.reports import drawn
from tests.render.html_reading import read
from tests.render.screen import terminal

OWED = "没有新的问题。已列入基线的仍待改：1 项没有写到，1 项写得不充分。"


def owing() -> tuple[Run, shape.Report]:
    """A report with an absent and a thin element, both in the baseline."""
    run = build(checked=CheckResult((Outcome("S8", "absent"), Outcome("F3", "thin"), Outcome("F5", "met"))))
    plain = report_record(run)
    known, _ = written(baseline_file.empty(Path("基线.toml")), [plain])
    return run, overlay(known)(None, plain)


def test_nobody_is_told_that_debts_have_a_reason() -> None:
    run, report = owing()
    assert advice(report, "清单") == OWED
    assert f"  {OWED}\n" in terminal({**record_of([run]), "reports": [report]})
    summary = notes(run, report, frozenset(), suggest=False)[0]
    assert summary.lines[0] == f"【总评】{OWED}"
    assert summary.lines[2].endswith("；另有 2 条已列入基线，不再批注。")
    html = page(run, report)
    assert OWED in html and "已说明理由" not in html
    owed = read(html).all("section", id="owed")[0].text
    assert "已列入基线，仍待改" in owed and "理由" not in owed
    assert "可以这样写" in owed  # what to write is still told
    markdown = drawn("markdown", [run], records=[report])
    assert "已列入基线，仍待改，不计入：" in markdown and "已说明理由" not in markdown
    assert "已说明理由" not in drawn("junit", [run], records=[report])


def test_a_reason_and_a_debt_are_counted_apart() -> None:
    _, report = owing()
    first, second = report["findings"]
    one = {**first, "waived": {"reason": REASON, "authority": "县司法局", "date": None, "until": None}}
    mixed: shape.Report = {**report, "findings": [one, second]}  # type: ignore[list-item]
    assert excused_said(mixed) == "1 条已说明理由、1 条已列入基线"
    assert advice(mixed, "清单").startswith("没有新的问题。已列入基线的仍待改：1 项")


def test_beside_a_new_defect_the_debts_are_not_forgotten(record: Callable[..., shape.Report]) -> None:
    report = record()
    owed = [finding for finding in report["findings"] if finding["rule"] != "sums"]
    known, _ = written(baseline_file.empty(Path("基线.toml")), [{**report, "findings": owed}])
    said = advice(overlay(known)(None, report), "清单")
    assert "可以报送" not in said and "已列入基线的仍待改：" in said

"""The baseline: what it excuses, what is written, what is pruned, and its file."""

from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from lint.checklist.problems import ChecklistError, render
from lint.policy import baseline_file
from lint.policy.baseline import REASON, Baseline, Watch, overlay, pruned, written
from lint.record import shape

Record = Callable[..., shape.Report]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Baseline:
    monkeypatch.chdir(tmp_path)
    return baseline_file.empty(Path("qingdan-baseline.toml"))


def without(report: shape.Report, rule: str) -> shape.Report:
    return {**report, "findings": [finding for finding in report["findings"] if finding["rule"] != rule]}


def open_rules(report: shape.Report) -> set[str]:
    return {finding["rule"] for finding in report["findings"] if not finding["waived"]}


def read_back(baseline: Baseline) -> Baseline:
    path = Path("qingdan-baseline.toml")
    path.write_text(baseline_file.text(baseline), encoding="utf-8")
    return baseline_file.load(path)


def test_what_was_written_counts_no_longer(empty: Baseline, record: Record) -> None:
    report = record()
    after, change = written(empty, [report])
    assert (change.added, change.removed) == (sum(finding["count"] for finding in report["findings"]), 0)
    laid = overlay(read_back(after))(None, report)
    assert open_rules(laid) == set()
    assert {str(finding["waived"]) for finding in laid["findings"]} == {str({"reason": REASON})}


def test_what_is_new_counts(empty: Baseline, record: Record) -> None:
    after, _ = written(empty, [without(record(), "sums")])
    assert open_rules(overlay(after)(None, record())) == {"sums"}


def test_a_renamed_file_is_the_same_and_a_neighbour_is_not(empty: Baseline, record: Record) -> None:
    after, _ = written(empty, [record()])
    assert open_rules(overlay(after)(None, record(path="旧/改名.docx"))) == set()
    neighbour = record(issuer="梨溪镇人民政府")
    assert open_rules(overlay(after)(None, neighbour)) == open_rules(neighbour)
    next_year = record(report_year=2025)
    assert open_rules(overlay(after)(None, next_year)) == open_rules(next_year)


def test_what_was_thin_and_is_now_missing_is_new(empty: Baseline, record: Record) -> None:
    report = record()
    after, _ = written(empty, [report])

    def with_status(status: shape.Status) -> shape.Report:
        elements: list[shape.Element] = [{**e, "status": status} if e["id"] == "S6" else e for e in report["elements"]]
        return {**report, "elements": elements}

    assert open_rules(overlay(after)(None, with_status("absent"))) == {"S6"}
    worse, _ = written(empty, [with_status("absent")])
    assert open_rules(overlay(worse)(None, with_status("thin"))) == set()


def test_what_is_excused_otherwise_is_not_written(empty: Baseline, record: Record) -> None:
    report = record()
    judged: shape.Report = {
        **report,
        "findings": [
            {**f, "waived": {"reason": "已同意"} if f["rule"] == "sums" else None} for f in report["findings"]
        ],
    }
    after, _ = written(empty, [judged])
    assert {debt.rule for debts in after.debts.values() for debt in debts.values()} == open_rules(judged)
    laid = overlay(after)(None, judged)
    assert [f["waived"] for f in laid["findings"] if f["rule"] == "sums"] == [{"reason": "已同意"}]


def with_places(report: shape.Report, rule: str, *quotes: str) -> shape.Report:
    """The record with the finding of a rule at places of these quotes."""
    (old,) = (finding for finding in report["findings"] if finding["rule"] == rule)
    places: list[shape.Place] = [{**old["places"][0], "quote": quote} for quote in quotes]
    new: shape.Finding = {**old, **places[0], "places": places, "count": len(places)}  # type: ignore[typeddict-item]
    return {**report, "findings": [new if finding is old else finding for finding in report["findings"]]}


def test_a_habit_may_be_paid_off_bit_by_bit_and_not_grow(empty: Baseline, record: Record) -> None:
    report = record()
    before, _ = written(empty, [with_places(report, "term", "督查", "稽查", "督查")])
    (words,) = before.debts.values()
    assert sorted((d.says, d.count) for d in words.values() if d.rule == "term") == [("督查", 2), ("稽查", 1)]
    before = read_back(before)

    def still(*quotes: str) -> set[str]:
        return open_rules(overlay(before)(None, with_places(report, "term", *quotes)))

    assert still("督查", "稽查", "督查") == still("稽查", "督查") == still("督查", "督查") == still("稽查") == set()
    assert still("督查", "稽查", "稽查") == still("督查", "督查", "督查") == still("巡查") == {"term"}
    after, change = pruned(before, [with_places(report, "term", "督查")], lambda path: False)
    assert change.removed == 2
    assert open_rules(overlay(after)(None, with_places(report, "term", "稽查"))) == {"term"}


def test_writing_again_replaces_what_was_checked_and_keeps_the_rest(empty: Baseline, record: Record) -> None:
    neighbour = record(issuer="梨溪镇人民政府", path="报告/梨溪.txt")
    both, _ = written(empty, [record(), neighbour])
    again, change = written(both, [without(record(path="新/柳河.txt"), "sums")])
    assert (change.added, change.removed) == (0, 1)
    assert sorted((one.issuer, one.path) for one in again.debts) == [
        ("柳河镇人民政府", "新/柳河.txt"),
        ("梨溪镇人民政府", "报告/梨溪.txt"),
    ]
    gone, _ = written(both, [{**record(), "findings": []}])
    assert [one.issuer for one in gone.debts] == ["梨溪镇人民政府"]


def test_two_files_of_one_report_have_their_debts_together(empty: Baseline, record: Record) -> None:
    copy = without(record(path="报告/副本.docx"), "sums")
    after, _ = written(empty, [record(), copy])
    assert len(after.debts) == 1
    assert open_rules(overlay(after)(None, record(path="报告/副本.docx"))) == set()
    _, change = pruned(after, [copy, record()], lambda path: False)
    assert change.removed == 0


def test_pruning_takes_out_and_never_adds(empty: Baseline, record: Record) -> None:
    neighbour = record(issuer="梨溪镇人民政府", path="报告/梨溪.txt")
    before, _ = written(empty, [without(record(), "term"), neighbour])
    watch = Watch(before)
    watch.report(without(record(), "sums"))
    (stale,) = watch.findings()
    message = "基线里有 1 处在报告里已经不再出现，可以运行 qingdan baseline prune 删去"
    assert (stale["rule"], stale["severity"], stale["message"]) == ("baseline-stale", "hint", message)
    after, change = pruned(before, [without(record(), "sums")], lambda path: False)
    assert (change.added, change.removed, len(after.debts)) == (0, 1, 2)
    assert open_rules(overlay(after)(None, record())) == {"sums", "term"}
    left, _ = pruned(before, [record()], lambda path: path == "报告/梨溪.txt")
    assert [one.issuer for one in left.debts] == ["柳河镇人民政府"]


def test_the_file_is_sorted_short_and_masked(empty: Baseline, record: Record) -> None:
    neighbour = record(issuer="梨溪镇人民政府", path="报告/梨溪.txt")
    text = baseline_file.text(written(empty, [neighbour, record()])[0])
    assert text == baseline_file.text(written(empty, [record(), neighbour])[0])
    assert "张小明" not in text and "13812345678" not in text and "138******78" in text
    assert all(len(line) < 160 for line in text.split("\n"))
    rows = tomli.loads(text)["document"][0]["finding"]
    assert [row["rule"] for row in rows] == sorted(row["rule"] for row in rows)
    (absent,) = (row for row in rows if row["rule"] == "F3")
    assert (absent["status"], absent["says"]) == ("absent", "没有写明带头学法")


def test_hostile_words_stay_words(empty: Baseline, record: Record) -> None:
    report = record(path='报告/"]\n[[x]]\u202e.txt', issuer=None)
    after, _ = written(empty, [report])
    assert "[[x]]" not in baseline_file.text(after).split("\n") and "\u202e" not in baseline_file.text(after)
    assert open_rules(overlay(read_back(after))(None, report)) == set()


def test_a_broken_file_is_told_with_its_line(empty: Baseline) -> None:
    path = Path("qingdan-baseline.toml")
    path.write_text('format = 1\n[[document]]\nchecklist = "x"\npath = "y"\nfindings = []\n', encoding="utf-8")
    with pytest.raises(ChecklistError) as caught:
        baseline_file.load(path)
    (problem,) = caught.value.problems
    assert render(problem).startswith(
        "qingdan-baseline.toml:5:1: 错误：[[document]] 没有“findings”这个键；是否想写“finding”？"
    )
    assert caught.value.upshot == "基线有错误，没有检查。"
    path.write_text("format = 2\n", encoding="utf-8")
    with pytest.raises(ChecklistError, match="“format”只能是 1"):
        baseline_file.load(path)

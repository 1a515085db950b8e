"""The index page of several reports."""

from lint.checks.results import CheckResult, Outcome
from lint.record import record
from lint.render.index import Entry, index_page
from lint.run import Failure
from tests.render.build import build
from tests.render.html_reading import read


def test_the_worst_report_comes_first_and_failures_are_listed() -> None:
    good = build(path="好.txt", checked=CheckResult((Outcome("S1", "met"),)))
    thin = build(path="中.txt", checked=CheckResult((Outcome("S1", "thin"),)))
    foreign = build(path="别的.txt", recognised=False)
    whole = record([good, build(path="差.txt"), thin, foreign], [Failure("坏.doc", "打不开。")])
    entries = [Entry(report, f"{report['path'][:-4]} 页#1?.html") for report in whole["reports"]]
    tree = read(index_page(entries, whole["errors"], whole["checklist"]))
    rows = tree.all("tbody")[0].all("tr")
    assert [row.all("th")[0].text for row in rows] == ["差.txt", "中.txt", "好.txt", "别的.txt"]
    assert [cell.text for cell in rows[0].all("td")][2:8] == ["2024", "17", "11", "4", "2", "1"]
    assert "不是这类报告，没有逐项核对" in rows[3].text
    assert rows[0].all("a")[0].attributes["href"] == "./%E5%B7%AE%20%E9%A1%B5%231%3F.html"
    assert tree.all("p", class_="advice")[0].text == (
        "读到 4 份、核对 3 份、不是这类报告 1 份、没有读成 1 份；应查项目全部满足的 1 份。"
    )
    assert "坏.doc" in tree.text and "打不开。" in tree.text


def test_the_order_of_the_entries_does_not_matter() -> None:
    whole = record([build(path=name) for name in ("b.txt", "a.txt")])
    entries = [Entry(report, report["path"]) for report in whole["reports"]]
    assert index_page(entries, [], whole["checklist"]) == index_page(entries[::-1], [], whole["checklist"])


def test_no_report_at_all() -> None:
    page = index_page([], [], None)
    assert "没有核对成的报告。" in page and "各份报告的体检结果" in page

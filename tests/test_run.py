"""path → Run or Failure; the checklist that fits a report."""

from datetime import date
from pathlib import Path

import pytest

import lint.run
from lint.checklist.problems import ChecklistError
from lint.fitting import Library
from lint.run import Choices, Failure, Run, check_bytes, check_file

DAY = Choices(date(2025, 3, 1))
TOWN = "青禾镇人民政府关于2024年法治政府建设情况的报告\n一、主要举措\n镇党委会议听取法治建设工作汇报2次。\n"


def _checklist(name: str, title: str, more: str = "") -> str:
    return (
        f'[checklist]\nid = "{name}"\ntitle = "{title}"\nversion = "1"\n{more}\n'
        f'[checklist.recognise]\ntitle = ["{title}"]\n\n[roles.measures]\ntitle = "举措"\nfallback = true\n'
    )


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of shipped checklists of our own."""
    monkeypatch.setattr("lint.resources.folder", lambda name: tmp_path)
    return tmp_path


def test_a_report_chooses_the_shipped_checklist() -> None:
    run = check_bytes(TOWN.encode(), "甲.txt", Library(), DAY)
    assert isinstance(run, Run)
    assert (run.checklist.identity.id, run.recognised, run.year, run.path) == ("township", True, 2024, "甲.txt")
    assert run.result.outcomes


def test_what_no_checklist_is_for_has_an_empty_result() -> None:
    run = check_bytes("运动会秩序册\n各村代表队入场。\n".encode(), "甲.txt", Library(), DAY)
    assert isinstance(run, Run)
    assert (run.recognised, run.result.outcomes, run.result.findings) == (False, (), ())


def test_the_title_decides_between_checklists(shelf: Path) -> None:
    (shelf / "a.toml").write_text(_checklist("a", "安全工作"), encoding="utf-8")
    (shelf / "b.toml").write_text(_checklist("b", "法治政府"), encoding="utf-8")
    run = check_bytes(TOWN.encode(), "甲.txt", Library(), DAY)
    assert isinstance(run, Run)
    assert (run.checklist.identity.id, run.recognised) == ("b", True)


def test_the_narrower_checklist_is_taken_and_a_bare_layer_is_not(shelf: Path) -> None:
    (shelf / "a.toml").write_text(_checklist("a", "法治政府"), encoding="utf-8")
    (shelf / "b.toml").write_text(
        '[checklist]\nid = "b"\ntitle = "层"\nversion = "1"\nextends = "a"\n', encoding="utf-8"
    )
    chosen = check_bytes(TOWN.encode(), "甲.txt", Library(), DAY)
    named = check_bytes(TOWN.encode(), "甲.txt", Library("b"), DAY)
    (shelf / "c.toml").write_text(
        '[checklist]\nid = "c"\ntitle = "镇"\nversion = "1"\nextends = "a"\nkinds = ["镇"]\n', encoding="utf-8"
    )
    narrower = check_bytes(TOWN.encode(), "甲.txt", Library(), DAY)
    other = check_bytes(TOWN.replace("镇", "乡").encode(), "甲.txt", Library(), DAY)
    runs = [run for run in (chosen, named, narrower, other) if isinstance(run, Run)]
    assert [run.checklist.identity.id for run in runs] == ["a", "b", "c", "a"]


def test_a_given_year_counts(shelf: Path) -> None:
    (shelf / "a.toml").write_text(_checklist("a", "法治政府", "years-to = 2023"), encoding="utf-8")
    late = check_bytes(TOWN.encode(), "甲.txt", Library(), DAY)
    given = check_bytes(TOWN.encode(), "甲.txt", Library(), Choices(date(2025, 3, 1), year=2022))
    assert isinstance(late, Run) and isinstance(given, Run)
    assert (late.recognised, late.year, given.recognised, given.year) == (False, 2024, True, 2022)
    assert late.document.remarks[-1] == "报告年度是2024，清单“法治政府”到2023年度止适用。"


def test_checklists_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    first = check_bytes(TOWN.encode(), "甲.txt", library, DAY)
    monkeypatch.setattr("lint.fitting.load", None)
    second = check_bytes(TOWN.encode(), "乙.txt", library, DAY)
    assert isinstance(first, Run) and isinstance(second, Run)
    assert first.checklist is second.checklist


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    failure = check_file(tmp_path / "没有.docx", Library(), DAY)
    assert failure == Failure(str(tmp_path / "没有.docx"), "找不到这个文件；请检查路径和文件名。")
    assert isinstance(check_file(tmp_path, Library(), DAY), Failure)


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), MemoryError(), ZeroDivisionError()])
def test_an_unforeseen_exception_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def run_checks(*_: object) -> None:
        raise error

    monkeypatch.setattr(lint.run, "run_checks", run_checks)
    (tmp_path / "甲 报告.txt").write_text(TOWN, encoding="utf-8")
    failure = check_file(tmp_path / "甲 报告.txt", Library(), DAY)
    assert isinstance(failure, Failure)
    assert failure.message.startswith(f"检查“甲 报告.txt”时程序内部出错（{type(error).__name__}），这份报告没有查成")
    assert failure.cause is error


def test_a_broken_checklist_is_raised(tmp_path: Path) -> None:
    (tmp_path / "坏.toml").write_text(_checklist("a", "（法治政府"), encoding="utf-8")
    with pytest.raises(ChecklistError) as caught:
        check_bytes(TOWN.encode(), "甲.txt", Library(tmp_path / "坏.toml"), DAY)
    assert caught.value.problems[0].line == 7


def test_a_slow_pattern_is_an_error_outcome_and_not_a_broken_checklist(tmp_path: Path) -> None:
    element = (
        '\n[[element]]\nid = "F1"\nkind = "phrase"\ntitle = "慢"\ngroup = "总体"\nseverity = "error"\nmet = "有"\n'
        'thin = "少"\nabsent = "无"\nremedy = { text = "写。" }\n'
        "done-regex = ['(?:啊|啊啊)+(?:啊|啊啊)+(?:啊|啊啊)+$甲']\n"
    )
    (tmp_path / "慢.toml").write_text(_checklist("a", "法治政府") + element, encoding="utf-8")
    run = check_bytes((TOWN + "啊" * 400 + "。\n").encode(), "甲.txt", Library(tmp_path / "慢.toml"), DAY)
    assert isinstance(run, Run)
    assert [(o.element, o.status) for o in run.result.outcomes] == [("F1", "error")]


def test_a_notice_that_sends_a_report_around_is_no_report() -> None:
    text = "关于印发青石镇2024年法治政府建设年度报告的通知\n各村：\n2024年，法治政府建设情况如下。\n"
    run = check_bytes(text.encode(), "甲.txt", Library(), DAY)
    assert isinstance(run, Run)
    assert not run.recognised

"""The formats for other programs from the command line: several in one run, `-`, drive letters, pieces as they come."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result
from small_reports import BAD, GOOD

from lint.cli.formatted import Formatted
from lint.cli.values import Target, target
from lint.fitting import Library
from lint.record import report_record
from lint.render.formats import NAMES
from lint.run import Choices, Run, check_bytes

Check = Callable[..., Result]


def test_several_formats_in_one_run(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(BAD, encoding="utf-8")
    Path("乙.txt").write_text(GOOD, encoding="utf-8")
    Path("坏.docx").write_bytes(b"\xd0\xcf")
    wishes = [word for kind in NAMES for word in ("--output", f"{kind}:出/{kind}")]
    result = check(".", *wishes)
    assert result.exit_code == 2  # a file could not be read, whatever is written
    assert sorted(path.name for path in Path("出").iterdir()) == sorted(NAMES)
    told = {r["ruleId"] for r in json.loads(Path("出/sarif").read_text(encoding="utf-8"))["runs"][0]["results"]}
    assert told == {"F1", "qingdan.unreadable"}
    suites = ElementTree.parse("出/junit").getroot()
    assert [suite.get("name") for suite in suites] == ["乙.txt", "甲.txt", "坏.docx"]
    assert Path("出/csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "| 甲.txt | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 |" in Path("出/github-summary").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", NAMES)
def test_every_format_on_the_screen_is_the_one_in_the_file(kind: str, folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(BAD, encoding="utf-8")
    result = check("甲.txt", "--format", kind, "--output", f"{kind}:出")
    assert result.stdout_bytes == Path("出").read_bytes()
    assert (result.stderr, result.exit_code) == ("", 1)
    assert check("甲.txt", "--format", kind).stdout_bytes == result.stdout_bytes


def test_a_drive_letter_is_part_of_the_file() -> None:
    assert target("sarif:C:\\结果\\x.sarif") == Target("sarif", "C:\\结果\\x.sarif")
    assert target("sarif-full:x:y") == Target("sarif-full", "x:y")


def test_annotations_beside_data_go_to_standard_error(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(BAD, encoding="utf-8")
    result = check("甲.txt", "--format", "json", "--output", "github:-")
    assert json.loads(result.stdout)["reports"]
    assert result.stderr.startswith(
        "::error file=甲.txt,line=2,endLine=2,col=1,endColumn=7,title=听取汇报（F1）::没有写"
    )
    assert not Path("-").exists()


def test_the_summary_is_added_to_that_of_the_job(
    folder: Path, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("甲.txt").write_text(BAD, encoding="utf-8")
    job = tmp_path / "summary.md"
    job.write_text("前一步\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(job))
    assert check("甲.txt", "--output", "github-summary:-").exit_code == 1
    assert job.read_text(encoding="utf-8").startswith("前一步\n# 清单体检结果\n\n读到 1 份、核对 1 份。\n")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    result = check("甲.txt", "--output", "github-summary:-")
    assert (result.exit_code, result.stderr) == (
        2,
        "qingdan：没有设置 GITHUB_STEP_SUMMARY，不知道作业摘要写到哪里；请写明文件，例如 github-summary:摘要.md。\n",
    )
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "没有" / "summary.md"))
    result = check("甲.txt", "--output", "github-summary:-")
    assert result.exit_code == 2 and result.stderr.startswith("写不了 ")


@pytest.mark.parametrize("kind", [name for name in NAMES if not name.startswith("github")])
def test_each_report_is_written_as_it_comes_and_not_kept(kind: str, folder: Path) -> None:
    run = check_bytes(BAD.encode(), "甲.txt", Library("../small.toml"), Choices(date(2025, 1, 20)))
    assert isinstance(run, Run)
    record = report_record(run)
    written: list[str] = []
    output = Formatted(kind, written.append)
    for number in range(1, 6):
        output.report(run, record)
        assert "甲.txt" in written[-1] or "%E7%94%B2.txt" in written[-1]
        assert len(written) == number + 1
    output.finish()
    # What is kept to the end is a line for each file at most.
    assert len(written[-1]) < 9_000 and "没有写听取汇报。怎样写" not in written[-1]


def test_without_any_report_each_is_an_empty_document(folder: Path) -> None:
    for kind in NAMES:
        written: list[str] = []
        Formatted(kind, written.append).finish()
        text = "".join(written)
        if kind.startswith("sarif"):
            assert json.loads(text)["runs"][0]["results"] == []
        elif kind == "gitlab":
            assert json.loads(text) == []
        elif kind in ("junit", "checkstyle"):
            assert len(ElementTree.fromstring(text)) == 0

"""Several processes say what one says, in the same order."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import BAD, GOOD

Check = Callable[..., Result]

WAIVER = """\
[[waiver]]
rule = "F1"
path = "报告/*.txt"
reason = "全县统一另行报告"
authority = "县司法局"
"""


@pytest.fixture
def reports(folder: Path) -> Path:
    """Twelve reports, good and bad, one of them damaged, one no report."""
    inside = folder / "报告"
    inside.mkdir()
    for number in range(10):
        (inside / f"{number}.txt").write_text(GOOD if number % 3 else BAD, encoding="utf-8")
    (inside / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (inside / "信.txt").write_text("今天下午开会。\n", encoding="utf-8")
    return inside


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif-full", "junit", "csv"])
def test_the_screen_is_the_same(check: Check, reports: Path, form: str) -> None:
    one, two = (check("报告", "--format", form, "--jobs", jobs) for jobs in ("1", "2"))
    assert (one.output, one.exit_code) == (two.output, two.exit_code)
    assert "7.txt" in one.output


def test_the_files_are_the_same(check: Check, reports: Path) -> None:
    for jobs in ("1", "2"):
        outputs = ("--html", f"页{jobs}", "--annotate", f"注{jobs}", "--sheet", f"单{jobs}")
        check("报告", *outputs, "--output", f"json:{jobs}.json", "--jobs", jobs, "--quiet")
    for kind in ("页", "注", "单"):
        first, second = (sorted(Path(f"{kind}{jobs}").iterdir()) for jobs in "12")
        assert [path.name for path in first] == [path.name for path in second]
        assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert Path("1.json").read_bytes() == Path("2.json").read_bytes()


def test_what_people_decided_holds_in_every_process(check: Check, reports: Path) -> None:
    Path("qingdan.toml").write_text(WAIVER, encoding="utf-8")
    found = check("报告", "--format", "jsonl", "--jobs", "2")
    waived = [f["waived"] for line in found.output.splitlines() for f in json.loads(line).get("findings", [])]
    assert {"全县统一另行报告"} == {one["reason"] for one in waived if one}


def test_a_broken_checklist_is_told_once(check: Check, reports: Path) -> None:
    path = Path("../small.toml")
    path.write_text(path.read_text(encoding="utf-8").replace('["汇报制度"]', '["汇报制度("]'), encoding="utf-8")
    found = check("报告", "--jobs", "2")
    assert found.exit_code == 2
    assert found.output.count("“(”没有对应的“)”") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script in place of LibreOffice")
@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")])
def test_a_file_that_takes_too_long_costs_itself(
    check: Check, reports: Path, monkeypatch: pytest.MonkeyPatch, jobs: tuple[str, ...]
) -> None:
    office, begun = Path("office").absolute(), Path("begun").absolute()
    office.write_text(f"#!/bin/sh\necho $$ > '{begun}'\nexec sleep 3600\n", encoding="utf-8")
    office.chmod(0o755)
    monkeypatch.setenv("QINGDAN_SOFFICE", str(office))
    (reports / "0慢.rtf").write_bytes(b"{\\rtf1 slow}")
    found = check("报告", "--format", "json", "--time-limit", "5", *jobs)
    value = json.loads(found.stdout)
    late = next(error for error in value["errors"] if error["path"].endswith("0慢.rtf"))
    assert late["message"] == (
        "这份文件查了 5 秒还没有完成，已经停止，别的文件不受影响；请用 Word 或 WPS 打开后另存为新的 .docx 再检，"
        "文件确实大就用 --time-limit 放宽（0 为不限）。"
    )
    assert (found.exit_code, len(value["reports"])) == (2, 11)
    with pytest.raises(ProcessLookupError):  # the program that the file waited for has gone, too
        os.kill(int(begun.read_text(encoding="utf-8")), 0)


def test_seconds_that_are_none(check: Check, reports: Path) -> None:
    found = check("报告", "--time-limit", "1分钟")
    assert found.exit_code == 2
    assert "“1分钟”不是秒数，请写一个整数，例如 300；0 为不限。" in found.output


def test_a_number_that_is_none(check: Check, reports: Path) -> None:
    found = check("报告", "--jobs", "0")
    assert (found.exit_code, "不是进程数，请写一个正整数" in found.output) == (2, True)

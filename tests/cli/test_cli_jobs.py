"""Several processes say what one says, in the same order."""

import json
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


def test_a_number_that_is_none(check: Check, reports: Path) -> None:
    found = check("报告", "--jobs", "0")
    assert (found.exit_code, "不是进程数，请写一个正整数" in found.output) == (2, True)

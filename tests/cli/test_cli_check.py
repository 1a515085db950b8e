"""`qingdan check`: what it says and with which code it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import ASKING, BAD, GOOD, OTHER

Check = Callable[..., Result]


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (GOOD, (), 0),
        (BAD, (), 1),
        (BAD, ("--fail-on", "never"), 0),
        (ASKING, (), 0),
        (ASKING, ("--fail-on", "warning"), 1),
        (OTHER, (), 2),
        (BAD, ("--quiet",), 1),
        (BAD, ("--format", "json"), 1),
        (BAD, ("--output", "json:结果.json"), 1),
        (BAD, ("--html", "页.html"), 1),
    ],
)
def test_codes(folder: Path, check: Check, text: str, options: tuple[str, ...], code: int) -> None:
    Path("甲 报告.txt").write_text(text, encoding="utf-8")
    assert check("甲 报告.txt", *options).exit_code == code


def test_the_text_of_one_report(folder: Path, check: Check) -> None:
    Path("甲 报告.txt").write_text(BAD, encoding="utf-8")
    result = check("甲 报告.txt")
    assert result.stdout.startswith("■ 甲 报告.txt\n  题 青禾镇人民政府关于2024年安全工作情况的报告\n")
    assert " 错误 没有写听取汇报 [F1]\n" in result.stdout
    assert result.stdout.endswith("\n读到 1 份、核对 1 份：错误 1、警告 0、提示 0。\n")
    assert result.stderr == ""


def test_what_is_no_such_report_is_not_accused(folder: Path, check: Check) -> None:
    Path("别的.txt").write_text(OTHER, encoding="utf-8")
    result = check("别的.txt")
    assert "看起来不是“安全工作年度报告”所查的报告" in result.stdout
    assert result.stderr == "没有一份文件像是“安全工作年度报告”，等于什么也没有检查。\n"


@pytest.mark.parametrize(
    ("title", "remark"),
    [
        ("青禾县人民政府关于2024年", "发文机关像是县一级的，清单“安全工作年度报告”用于乡、镇。"),
        ("青禾镇人民政府关于2019年", "报告年度是2019，清单“安全工作年度报告”从2020年度起适用。"),
    ],
)
def test_why_a_fitting_title_is_not_enough(folder: Path, check: Check, title: str, remark: str) -> None:
    Path("甲.txt").write_text(BAD.replace("青禾镇人民政府关于2024年", title), encoding="utf-8")
    result = check("甲.txt", "--format", "json")
    (report,) = json.loads(result.stdout)["reports"]
    assert (report["recognised"], report["score"], report["findings"]) == (False, None, [])
    assert remark in report["remarks"]
    assert result.exit_code == 2


def test_broken_files_do_not_stop_the_others(folder: Path, check: Check) -> None:
    Path("1.txt").write_text(GOOD, encoding="utf-8")
    Path("2.docx").write_bytes(b"PK\x03\x04 no package")
    Path("3.txt").write_bytes(b"")
    Path("4.txt").write_text(GOOD, encoding="utf-8")
    result = check(".", "--format", "json")
    whole = json.loads(result.stdout)
    assert [report["path"] for report in whole["reports"]] == ["1.txt", "4.txt"]
    assert [error["path"] for error in whole["errors"]] == ["2.docx", "3.txt"]
    assert whole["errors"][1]["message"] == "文件是空的（0 字节），没有可以核对的文字；请确认是否保存成功。"
    assert result.exit_code == 2


def test_a_missing_file_and_an_empty_folder(folder: Path, check: Check) -> None:
    missing = check("没有.docx")
    assert "■ 没有.docx\n  未检查：找不到这个文件；请检查路径和文件名。\n" in missing.stdout
    Path("空").mkdir()
    empty = check("空")
    assert empty.stderr == (
        "没有可以检查的文件：空。能检查 .docx、.doc、.wps、.txt、.md、.html、.pdf、.rtf、.odt 文件。\n"
    )
    assert (missing.exit_code, empty.exit_code, empty.stdout) == (2, 2, "")


def test_quiet_still_tells_what_could_not_be_read(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    result = check("甲.txt", "没有.docx", "-q")
    assert (result.stdout, result.stderr) == ("", "没有.docx：找不到这个文件；请检查路径和文件名。\n")
    assert result.exit_code == 2


def test_standard_input(folder: Path, check: Check) -> None:
    plain = check("-", stdin=GOOD.encode("gb18030"))
    assert plain.stdout.startswith("■ -\n")
    named = check("-", "--stdin-filename", "乙.txt", "--format", "jsonl", stdin=BAD.encode())
    assert json.loads(named.stdout)["path"] == "乙.txt"
    wrong = check("-", "--stdin-filename", "乙.ofd", stdin=GOOD.encode())
    assert "不能读取 .ofd 文件" in wrong.stdout
    assert (plain.exit_code, named.exit_code, wrong.exit_code) == (0, 1, 2)


def test_json_lines_come_in_natural_order(folder: Path, check: Check) -> None:
    for number in (10, 2, 1):
        Path(f"{number}.txt").write_text(GOOD, encoding="utf-8")
    result = check("10.txt", "1.txt", "2.txt", "--format", "jsonl")
    assert [json.loads(line)["path"] for line in result.stdout.splitlines()] == ["1.txt", "2.txt", "10.txt"]


def test_the_same_input_gives_the_same_bytes(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(ASKING, encoding="utf-8")
    Path("乙.txt").write_text(BAD, encoding="utf-8")
    for form in ("text", "json", "jsonl"):
        assert check("甲.txt", "乙.txt", "--format", form).stdout_bytes == check(".", "--format", form).stdout_bytes


def test_explain(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    told = check("--explain", "f1", "甲.txt")
    assert "F1 听取汇报：满足" in told.stdout
    assert "模式：会议…听取…汇报" in told.stdout
    unknown = check("--explain", "F2", "甲.txt")
    assert (unknown.stderr, unknown.exit_code) == ("qingdan：没有“F2”这个要素。是否想写“F1”？\n", 2)
    rule = check("--explain", "W1", "甲.txt")
    assert rule.stderr.startswith("qingdan：“W1”是文字规则")
    both = check("--explain", "F1", "--format", "json", "甲.txt")
    assert both.exit_code == 2


def test_a_given_year_and_day_are_used(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    (report,) = json.loads(check("甲.txt", "--format", "json", "--year", "2023").stdout)["reports"]
    assert (report["report_year"], report["today"]) == (2023, "2025-01-20")

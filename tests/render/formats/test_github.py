"""Workflow commands as GitHub's own toolkit writes them; the job summary within what GitHub takes."""

import json
from pathlib import Path

import pytest

from lint.record import report_record, shape
from lint.render import github, github_summary
from lint.render.formats import drawing
from tests.render.formats.reports import BROKEN, EXPIRED, HOSTILE, build, drawn, everything
from tests.render.formats.tools import module, node

WORDS = ("100%", "a%3Ab", "第一行\r\n第二行", "冒号:逗号,等号=", "::error::坏", "𠮷林", "", "%25%0A")


def test_every_command_is_what_the_toolkit_of_github_writes(tmp_path: Path) -> None:
    encoder = module("@actions", "core", "lib", "command.js")
    asked = [
        (level, {"file": word, "line": "3", "title": other}, word + other)
        for level in ("error", "warning", "notice")
        for word, other in zip(WORDS, reversed(WORDS), strict=True)
    ]
    script = tmp_path / "encode.mjs"
    script.write_text(
        f"import {{ issueCommand }} from {json.dumps(encoder.as_uri())};\n"
        f"for (const [level, properties, message] of {json.dumps(asked)}) issueCommand(level, properties, message);\n",
        encoding="utf-8",
    )
    theirs = node(str(script))
    assert theirs.stderr == ""
    ours = "".join(github.command(level, properties, message) for level, properties, message in asked)  # type: ignore[arg-type]
    assert ours.splitlines() == theirs.stdout.splitlines()


def test_nothing_in_a_report_begins_a_command_of_its_own() -> None:
    lines = drawn("github", **everything()).splitlines()
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=", "清单体检：")) for line in lines)
    assert not any("##vso" in line or "\x1b" in line for line in lines)
    assert (
        "::error file=各乡镇/坏%2C的%3A一份 100%25.docx,title=文件没有读成（qingdan.unreadable）::没有检查："
        in lines[0]
    )
    for kind in ("markdown", "github-summary", "csv", "junit", "checkstyle", "gitlab", "rdjson", "sarif", "sarif-full"):
        assert not any(line.lstrip().startswith("::") for line in drawn(kind, **everything()).splitlines())


def test_ten_of_each_level_the_first_of_each_report_first() -> None:
    runs = [build(path=f"{number}.txt") for number in range(1, 5)]
    lines = drawn("github", runs, failures=[BROKEN], policy=[EXPIRED]).splitlines()
    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == github.SHOWN
    files = [line.split("file=")[1].split(",")[0] for line in errors]
    assert sorted(set(files)) == [
        "1.txt",
        "2.txt",
        "3.txt",
        "4.txt",
        "qingdan.toml",
        "各乡镇/坏%2C的%3A一份 100%25.docx",
    ]
    assert "::error file=qingdan.toml,line=12,endLine=12,col=1,endColumn=1,title=配置（" in "".join(errors)
    total = {level: 4 * count for level, count in (("错误", 5), ("警告", 4), ("提示", 5))}
    assert lines[-1] == (
        f"清单体检：GitHub 每步每级只显示 10 条，另有错误 {total['错误'] + 2 - 10} 条、警告 {total['警告'] - 10} 条、"
        f"提示 {total['提示'] - 10} 条没有标注，请看作业摘要或完整结果。"
    )


def test_the_summary_has_a_table_and_fits() -> None:
    text = drawn("github-summary", **everything())
    assert "| 各乡镇/柳河镇 2024.txt | 17 | 11 | 4 | 2 | 1 | 4 | 4 | 5 |" in text
    assert "| 各乡镇/坏,的:一份 100%.docx | 没有读成 |" in text
    assert "读到 4 份、核对 3 份、不是这类报告 1 份、没有读成 1 份。" in text
    assert text.index("| 文件 |") < text.index("## 配置") < text.index("## 各乡镇/柳河镇 2024.txt")


def test_what_does_not_fit_is_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(github_summary, "_ROWS", 700)
    monkeypatch.setattr(github_summary, "_DETAILS", 12_000)
    run = build(path="甲.txt")
    report: shape.Report = report_record(run)
    drawer = drawing("github-summary")
    pieces = [drawer.begin(), *(drawer.report(run, report) for _ in range(50)), drawer.finish()]
    text = "".join(pieces)
    assert len(text.encode()) < 14_000
    assert "放不下，没有列在表里。" in text and "（GitHub 的摘要不能超过 1 MB）" in text
    assert HOSTILE not in text

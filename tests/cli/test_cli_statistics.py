"""`--statistics`, `--quiet`, colour, the stream of `--format jsonl`, and the exit codes of every command."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
import pytest
from click.testing import Result
from small_reports import ASKING, BAD, GOOD, OTHER

from lint.cli.main import cli

Check = Callable[..., Result]
COMMAND = [sys.executable, "-m", "lint", "check", "--checklist", "../small.toml", "--today", "2025-01-20"]
TABLE = (
    "■ 统计：读到 4 份、核对 3 份、不是这类报告 1 份、没有读成 1 份\n"
    "  要素（各几份）\n"
    "    F1 听取汇报：缺失 1、满足 2\n"
    "  文字规则\n"
    "    W1 夹带请示（警告）：1 条，见于 1 份\n"
)


@pytest.fixture
def reports(folder: Path) -> Path:
    """Three reports, a file that is none, and one that cannot be read."""
    for name, text in (("甲", GOOD), ("乙", BAD), ("丙", ASKING), ("丁", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"\xd0\xcf")
    return folder


def test_statistics_follow_the_text(reports: Path, check: Check) -> None:
    plain, counted = check("."), check(".", "--statistics")
    assert counted.stdout == plain.stdout + TABLE
    assert (counted.stderr, counted.exit_code) == (plain.stderr, plain.exit_code)


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "csv"])
def test_statistics_do_not_disturb_data(reports: Path, check: Check, form: str) -> None:
    plain, counted = check(".", "--format", form), check(".", "--format", form, "--statistics")
    assert counted.stdout_bytes == plain.stdout_bytes
    assert counted.stderr == plain.stderr + TABLE


def test_quiet_leaves_the_statistics_alone(reports: Path, check: Check) -> None:
    assert check(".", "--quiet", "--statistics").stdout == TABLE
    silent = check(".", "--quiet")
    assert (silent.stdout, silent.exit_code) == ("", 2)
    assert silent.stderr.startswith("坏.docx：")


def test_what_is_excused_is_counted_apart(reports: Path, check: Check) -> None:
    (reports / "坏.docx").unlink()
    assert check(".", "--ignore", "W1", "--statistics", "-q").stdout == (
        "■ 统计：读到 4 份、核对 3 份、不是这类报告 1 份\n  要素（各几份）\n    F1 听取汇报：缺失 1、满足 2\n"
    )
    config = '[[waiver]]\npath = "丙.txt"\nrule = "W1"\nreason = "已获准"\nauthority = "县安委会"\n'
    (reports / "qingdan.toml").write_text(config, encoding="utf-8")
    assert "W1 夹带请示（警告）：0 条；已说明理由 1 条\n" in check(".", "--statistics", "-q").stdout


def _on_a_terminal(arguments: list[str], environment: dict[str, str]) -> bytes:
    ours, theirs = os.openpty()
    base = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    subprocess.run([*COMMAND, *arguments], stdout=theirs, env={**base, "TERM": "xterm", **environment}, check=False)
    os.close(theirs)
    pieces = []
    try:
        while piece := os.read(ours, 65536):
            pieces.append(piece)
    except OSError:  # nothing is left, and nobody holds the other end
        pass
    os.close(ours)
    return b"".join(pieces)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": ""}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--no-color"], {}, False),
        (["--format", "json"], {}, False),
    ],
)
def test_colour(folder: Path, options: list[str], environment: dict[str, str], coloured: bool) -> None:
    Path("乙.txt").write_text(BAD, encoding="utf-8")
    said = _on_a_terminal(["乙.txt", *options], environment)
    assert "听取汇报" in said.decode() and (b"\x1b[" in said) == coloured


def test_each_line_of_jsonl_is_there_before_the_next_report_is_read(folder: Path) -> None:
    first_one = "(甲).txt"  # comes before "-"
    Path(first_one).write_text(GOOD, encoding="utf-8")
    command = [*COMMAND, first_one, "-", "--stdin-filename", "乙.txt", "--format", "jsonl"]
    with subprocess.Popen(command, stdin=-1, stdout=-1) as running, ThreadPoolExecutor(1) as reader:
        assert running.stdin is not None and running.stdout is not None
        order = reader.submit(running.stdout.readline)
        try:
            first = order.result(timeout=60)  # would wait for ever: standard input is still open
        finally:
            running.stdin.write(BAD.encode())
            running.stdin.close()
        second = running.stdout.readline()
    assert [json.loads(line)["path"] for line in (first, second)] == [first_one, "乙.txt"]


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for one in command.list_commands(context):
            found = command.get_command(context, one)
            assert found is not None
            yield from _commands(found, f"{name} {one}".strip())
    else:
        yield name, command


def test_every_command_tells_its_exit_codes() -> None:
    silent = [name for name, command in _commands(cli, "") if "退出码" not in (command.epilog or "")]
    assert not silent
    assert "退出码" in (cli.epilog or "")


CODES = [
    (0, ("--version",)),
    (0, ("--help",)),
    (2, ()),
    (2, ("chek",)),
    (2, ("--nothing",)),
    (0, ("check", "--checklist", "../small.toml", "甲.txt")),
    (0, ("check", "--checklist", "../small.toml", "丙.txt")),
    (1, ("check", "--checklist", "../small.toml", "丙.txt", "--fail-on", "warning")),
    (1, ("check", "--checklist", "../small.toml", "乙.txt")),
    (1, ("check", "--checklist", "../small.toml", "乙.txt", "--quiet")),
    (0, ("check", "--checklist", "../small.toml", "乙.txt", "--fail-on", "never")),
    (2, ("check", "--checklist", "../small.toml", "丁.txt")),
    (0, ("check", "--checklist", "../small.toml", "丁.txt", "--allow-none")),
    (1, ("check", "--checklist", "../small.toml", "丁.txt", "乙.txt", "--allow-none")),
    (2, ("check", "--checklist", "../small.toml", "没有.txt", "--allow-none")),
    (2, ("check", "--checklist", "../small.toml", ".")),
    (2, ("check", "--checklist", "../small.toml", "没有.txt", "--fail-on", "never")),
    (2, ("check", "--checklist", "没有.toml", "甲.txt")),
    (2, ("check",)),
    (0, ("outline", "--checklist", "../small.toml", "甲.txt")),
    (2, ("outline", "--checklist", "../small.toml", "没有.txt")),
    (0, ("explain", "--checklist", "../small.toml", "F1")),
    (2, ("explain", "--checklist", "../small.toml", "F1", "F9")),
    (0, ("checklists",)),
    (2, ("checklists", "--format", "yaml")),
    (2, ("checklists", "多余")),
    (0, ("checklist", "schema")),
    (0, ("checklist", "validate", "../small.toml")),
    (2, ("checklist", "validate", "没有.toml")),
    (0, ("checklist", "test", "../small.toml")),
    (2, ("checklist", "test", "没有.toml")),
    (0, ("config", "show")),
    (2, ("config", "show", "--config", "没有.toml")),
    (0, ("baseline", "write", "--checklist", "../small.toml", "甲.txt")),
    (2, ("baseline", "write", "--checklist", "../small.toml", "没有.txt")),
    (2, ("baseline", "prune", "--checklist", "../small.toml", "没有.txt")),
    (0, ("review", "--checklist", "../small.toml", "甲.txt")),
    (2, ("review", "--checklist", "../small.toml", "没有.txt")),
]


@pytest.mark.parametrize(("code", "arguments"), CODES, ids=[" ".join(row[1]) or "(nothing)" for row in CODES])
def test_exit_codes(reports: Path, run: Callable[..., Result], code: int, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output

"""Wrong use: one Chinese sentence, exit code 2."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from small_reports import CHECKLIST, GOOD

from lint.cli.help import columns
from lint.cli.main import cli

_MORE = "sarif、sarif-full、junit、github、github-summary、gitlab、rdjson、checkstyle、markdown、csv"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check",), "请写明文件或文件夹。看 qingdan --help 或 qingdan 命令 --help。"),
        (("chekc", "甲.txt"), "没有“chekc”这个命令。是否想写“check”？"),
        (("甲.txt",), "没有“甲.txt”这个命令。要检查文件，请写：qingdan check 甲.txt"),
        (("check", "--formt", "json", "甲.txt"), "没有 --formt 这个选项。是否想写 --format？"),
        (
            ("check", "--format", "jsno", "甲.txt"),
            f"--format 的值不对：没有“jsno”，可以写 text、json、jsonl、{_MORE}。是否想写“json”？",
        ),
        (
            ("check", "--output", "sarfi:结果.sarif", "甲.txt"),
            f"--output 的值不对：没有“sarfi”这个种类，可以写 json、jsonl、html、text、{_MORE}。是否想写“sarif”？",
        ),
        (
            ("check", "--output", "sarif:-", "甲.txt"),
            "“sarif:-”没有写明文件；要显示在屏幕上，请用 --format sarif。",
        ),
        (("check", "--fail-on", "all", "甲.txt"), "--fail-on 的值不对：没有“all”，可以写 error、warning、never。"),
        (("check", "--year", "24", "甲.txt"), "--year 的值不对：“24”不是年份，请写四位数字，例如 2024。"),
        (
            ("check", "--today", "2025-02-30", "甲.txt"),
            "--today 的值不对：“2025-02-30”不是日期，请写作 2025-03-01 的样子。",
        ),
        (
            ("check", "--output", "C:\\结果.json", "甲.txt"),
            "--output 的值不对：“C:\\结果.json”要写作“种类:文件”，"
            f"种类有 json、jsonl、html、text、{_MORE}，例如 json:结果.json。",
        ),
        (("check", "甲.txt", "--year"), "选项 --year 用法不对：后面要有一个值，而开关（如 --quiet）不带值。"),
    ],
)
def test_sentences(run: Callable[..., Result], arguments: tuple[str, ...], sentence: str) -> None:
    result = run(*arguments)
    assert (result.stdout, result.stderr, result.exit_code) == ("", f"qingdan：{sentence}\n", 2)


def test_a_broken_checklist_is_told_with_its_line(folder: Path, run: Callable[..., Result]) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    Path("坏.toml").write_text(CHECKLIST.replace('kind = "phrase"', 'kind = "phrse"'), encoding="utf-8")
    result = run("check", "--checklist", "坏.toml", "甲.txt")
    assert result.stderr.startswith("坏.toml:")
    assert result.stderr.endswith("清单有错误，没有检查。\n")
    assert (result.stdout, result.exit_code) == ("", 2)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("会议…听取…汇报", "会议…（听取…汇报"),  # an element's: met while it is judged
        ("(主要)?举措", "（举措"),  # a role's: met before
        ("安全工作…报告", "（安全工作…报告"),  # what recognises a report
    ],
)
def test_a_broken_pattern_is_told_with_its_line(folder: Path, run: Callable[..., Result], good: str, bad: str) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    text = CHECKLIST.replace(good, bad)
    line = next(number for number, row in enumerate(text.split("\n"), 1) if bad in row)
    Path("坏.toml").write_text(text, encoding="utf-8")
    result = run("check", "--checklist", "坏.toml", "甲.txt")
    assert f"坏.toml:{line}:" in result.stderr
    assert "^" in result.stderr
    assert result.exit_code == 2


def test_an_abstract_checklist_is_not_for_use(folder: Path, run: Callable[..., Result]) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    result = run("check", "--checklist", "common", "甲.txt")
    assert "这份清单只供别的清单继承（abstract = true），不单独用来检查" in result.stderr
    assert result.exit_code == 2


def test_an_unknown_checklist(folder: Path, run: Callable[..., Result]) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    result = run("check", "--checklist", "townshp", "甲.txt")
    assert "没有叫这个名字的清单" in result.stderr
    assert "是否想写“township”？" in result.stderr
    assert result.exit_code == 2


def test_help_is_chinese_and_narrow(run: Callable[..., Result]) -> None:
    for command in ((), ("check",), ("outline",), ("checklists",), ("checklist",), ("checklist", "test")):
        text = run(*command, "--help").stdout
        assert text.startswith("用法：qingdan")
        assert not any(word in text for word in ("Usage", "Options", "Commands", "Show this", "Error"))
        columns = max(sum(1 if char.isascii() else 2 for char in line) for line in text.split("\n"))
        assert columns <= 84, command


def _commands(command: click.Command, *name: str) -> Iterator[tuple[str, ...]]:
    yield name
    if isinstance(command, click.Group):
        context = click.Context(command)
        for one in command.list_commands(context):
            found = command.get_command(context, one)
            assert found is not None
            yield from _commands(found, *name, one)


@pytest.mark.parametrize("command", tuple(_commands(cli)), ids=" ".join)
def test_the_help_of_every_command_fits_into_a_window(command: tuple[str, ...]) -> None:
    text = CliRunner().invoke(cli, [*command, "--help"], prog_name="qingdan").stdout
    wide = [line for line in text.splitlines() if columns(line) > 78]
    assert not wide
    assert text.startswith("用法：qingdan") and "选项：\n" in text
    assert not re.search(r"\[required\]|Usage|Options|Commands|Show this", text)


def test_help_breaks_no_word_and_says_what_must_be_written() -> None:
    text = CliRunner().invoke(cli, ["bundle", "--help"], prog_name="qingdan").stdout
    assert "、manylinux_aarch64、" in text
    assert "  --python 3.X     那台电脑上 Python 的版本，例如 3.12（必须写）\n" in text


def test_no_command_shows_the_help(run: Callable[..., Result]) -> None:
    for command in ((), ("checklist",)):
        result = run(*command)
        assert (result.stderr.startswith("用法：qingdan"), result.stdout, result.exit_code) == (True, "", 2)


def test_version(run: Callable[..., Result]) -> None:
    assert run("--version").stdout.startswith("qingdan 0.")


def test_a_file_name_gives_no_command_to_a_ci_runner(run: Callable[..., Result], folder: Path) -> None:
    (folder / "::error::甲.txt").write_text(GOOD, encoding="utf-8")
    (folder / "::warning::坏.docx").write_bytes(b"PK")
    (folder / "::error::清单.toml").write_text("x = 1", encoding="utf-8")
    hostile = ("::error::甲.txt", "::warning::坏.docx")
    for arguments in (
        ("check", *hostile),
        ("check", "--explain", *hostile),
        ("outline", *hostile),
        ("check", "--checklist", "::error::清单.toml", hostile[0]),
        ("checklist", "validate", "::error::清单.toml"),
    ):
        result = run(*arguments)
        lines = result.output.split("\n")
        assert not [line for line in lines if line.lstrip().startswith("::")], arguments

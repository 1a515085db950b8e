"""The tutorial is walked as a reader walks it: files are written as shown, commands run, what they say compared."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli.main import cli

TUTORIAL = Path(__file__).resolve().parents[1] / "docs" / "教程.md"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = "……\n"


def blocks() -> Iterator[tuple[str, str, str]]:
    """Language, file name and text of each code block."""
    for match in _BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")):
        yield match[1], match[2] or "", match[3]


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what it should say."""
    for piece in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, told = piece.partition("\n")
        yield command, told


def as_shown(told: str) -> "re.Pattern[str]":
    """What is shown: {数} stands for any number, …… on a line of its own for any lines."""
    pieces = [re.escape(piece).replace(re.escape("{数}"), r"\d+") for piece in told.split(_LEFT_OUT)]
    return re.compile(r"(?:.*\n)*?".join(pieces))


def test_every_block_of_the_tutorial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = 0
    for language, name, text in blocks():
        if language == "console":
            for command, told in commands(text):
                words = shlex.split(command)
                assert words[0] == "qingdan"
                done = CliRunner().invoke(cli, words[1:], standalone_mode=False)
                assert not isinstance(done.exception, Exception), command
                assert as_shown(told).fullmatch(done.output), f"{command}\n{done.output}"
                ran += 1
        else:
            path = Path(name)
            path.parent.mkdir(exist_ok=True)
            before = path.read_text(encoding="utf-8") + "\n" if path.exists() else ""
            path.write_text(before + text, encoding="utf-8")
    assert ran == 9

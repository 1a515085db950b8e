"""The tutorial is walked as a reader walks it: files are written as shown, commands run, what they say compared."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli.main import cli
from tests.terminal import converse

TUTORIAL = Path(__file__).resolve().parents[1] / "docs" / "教程.md"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = "……\n"
_COUNTED = re.compile(r"例子 \d+ 个（自己的 (\d+) 个，继承来的 \d+ 个），相符 \d+")


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
    """What is shown: …… on a line of its own stands for any lines."""
    return re.compile(r"(?:.*\n)*?".join(re.escape(piece) for piece in _own(told).split(_LEFT_OUT)))


def _own(told: str) -> str:
    """Without the number of inherited examples, which grows with every version."""
    return _COUNTED.sub(r"自己的例子 \1 个，相符", told)


def run(command: str, told: str) -> None:
    """Runs a command and compares what it says."""
    words = shlex.split(command)
    assert words[0] == "qingdan"
    done = CliRunner().invoke(cli, words[1:], standalone_mode=False)
    assert not isinstance(done.exception, Exception), command
    assert as_shown(told).fullmatch(_own(done.output)), f"{command}\n{done.output}"


def answer(text: str, folder: Path) -> None:
    """Answers the questions as shown, on a terminal."""
    ((command, told),) = commands(text)
    questions = told.partition("\n已写 ")[0].split("\n")[1:]
    done = converse(shlex.split(command)[1:], [line.partition("：")[2] for line in questions], folder)
    assert done.shown == told


def change(text: str, path: Path) -> None:
    """Changes a file as a diff shows: one place, which must be there."""
    lines = text.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1, old
    path.write_text(before.replace(old, new), encoding="utf-8")


def test_every_block_of_the_tutorial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kinds = []
    for language, name, text in blocks():
        kinds.append(language)
        if language == "console":
            for command, told in commands(text):
                run(command, told)
        elif language == "问答":
            answer(text, tmp_path)
        elif language == "diff":
            change(text, Path(name))
        else:
            path = Path(name)
            path.parent.mkdir(exist_ok=True)
            before = path.read_text(encoding="utf-8") + "\n" if path.exists() else ""
            path.write_text(before + text, encoding="utf-8")
    assert [kinds.count(kind) for kind in ("console", "问答", "diff", "toml")] == [10, 1, 2, 5]


def test_what_is_drawn_from_the_regulation_passes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {name: text for language, name, text in blocks() if language == "text"}
    Path("规定.txt").write_text(texts["规定.txt"], encoding="utf-8")
    run("qingdan checklist new anquan.toml --from 规定.txt --yes", _LEFT_OUT)
    run("qingdan checklist validate anquan.toml", "anquan.toml：错误 0 处，提示 0 处。\n")
    run(
        "qingdan checklist test anquan.toml --strict",
        "anquan：例子 1 个（自己的 25 个，继承来的 1 个），相符 1，不符 0。\n",
    )

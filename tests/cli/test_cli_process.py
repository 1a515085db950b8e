"""The program as a process of its own: consoles, pipes, signals."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from small_reports import BAD, GOOD

Process = Callable[..., "subprocess.CompletedProcess[bytes]"]
CHECK = ("check", "--checklist", "../small.toml", "--today", "2025-01-20")
GBK = {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}


def test_a_gbk_console(folder: Path, process: Process) -> None:
    Path("甲 报告.txt").write_text(BAD.replace("青禾", "𬒗禾"), encoding="utf-8")
    done = process(*CHECK, "甲 报告.txt", environment=GBK)
    assert "没有写听取汇报" in done.stdout.decode("gbk")
    assert "〓禾镇人民政府" in done.stdout.decode("gbk")
    assert (done.stderr, done.returncode) == (b"", 1)
    assert "用法：" in process("check", "--help", environment=GBK).stdout.decode("gbk")


def test_json_is_utf8_on_any_console(folder: Path, process: Process) -> None:
    Path("甲.txt").write_text(BAD, encoding="utf-8")
    here = process(*CHECK, "甲.txt", "--format", "json")
    there = process(*CHECK, "甲.txt", "--format", "json", environment={**GBK, "PYTHONHASHSEED": "7"})
    assert here.stdout == there.stdout
    assert json.loads(here.stdout.decode("utf-8"))["reports"][0]["path"] == "甲.txt"


def test_wrong_use_on_a_gbk_console(process: Process) -> None:
    done = process("check", environment=GBK)
    assert done.stderr.decode("gbk").startswith("qingdan：请写明文件或文件夹。")
    assert done.returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_closed_pipe_is_no_drama(folder: Path) -> None:
    for number in range(40):
        Path(f"{number}.txt").write_text(BAD, encoding="utf-8")
    command = [sys.executable, "-m", "lint.cli.main", *CHECK, ".", "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        complaints = running.stderr.read()
    assert (complaints, running.returncode) == (b"", 141)


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_an_interrupt_is_quiet(folder: Path) -> None:
    hear = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # else not in the background
    program = f"{hear}; from lint.cli.main import main; main()"
    command = [sys.executable, "-c", program, *CHECK, "-"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1) as running:
        assert running.stdin is not None and running.stderr is not None
        running.stdin.write(b"x" * 1_000_000)  # more than a pipe holds: when this returns, it is reading
        running.send_signal(signal.SIGINT)
        with suppress(BrokenPipeError):
            running.stdin.close()  # a signal between two reads is heard when the next one returns
        complaints = running.stderr.read()
    assert (complaints.strip(), running.returncode) == (b"", 130)


def test_an_unforeseen_exception_is_one_sentence(folder: Path, process: Process) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    program = (
        "import sys, lint.fitting\n"
        "def understand(*_): raise KeyError('x')\n"
        "lint.fitting.understand = understand\n"
        "from lint.cli.main import main\n"
        "main()\n"
    )

    def run(*options: str) -> "subprocess.CompletedProcess[bytes]":
        command = [sys.executable, "-c", program, *CHECK, "甲.txt", *options]
        return subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"}, check=False)

    plain, traced = run(), run("--debug")
    assert "检查“甲.txt”时程序内部出错（KeyError），这份报告没有查成" in plain.stdout.decode()
    assert (plain.stderr, plain.returncode) == (b"", 2)
    assert b"Traceback" in traced.stderr and b"KeyError: 'x'" in traced.stderr


def test_module_and_script_are_the_same(process: Process) -> None:
    whole = subprocess.run([sys.executable, "-m", "lint", "--version"], capture_output=True, check=True)
    assert whole.stdout == process("--version").stdout


def test_nothing_heavy_is_imported_without_need(folder: Path) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    program = (
        "import sys\nfrom lint.cli.main import cli\n"
        "try: cli.main(sys.argv[1:], prog_name='qingdan')\n"
        "except SystemExit: pass\n"
        "sys.stderr.write(' '.join(m for m in ('lint.run', 'jinja2', 'lxml', 'jsonschema', 'pypdfium2', 'selectolax', "
        "'webbrowser') if m in sys.modules))"
    )

    def imported(*arguments: str) -> str:
        command = [sys.executable, "-c", program, *arguments]
        return subprocess.run(command, capture_output=True, check=True).stderr.decode()

    assert imported("check", "--help") == ""
    assert imported(*CHECK, "甲.txt", "--format", "json") == "lint.run"
    assert imported(*CHECK, "甲.txt", "--html", "页.html") == "lint.run jinja2"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(("files", "shown"), [(20, True), (19, False)])
def test_a_bar_is_shown_for_many_files_on_a_terminal(folder: Path, files: int, shown: bool) -> None:
    for number in range(files):
        Path(f"{number}.txt").write_text(GOOD, encoding="utf-8")
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "lint.cli.main", *CHECK, ".", "--quiet"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    os.set_blocking(ours, False)
    try:
        said = os.read(ours, 100_000).decode()
    except OSError:  # nothing was written, and nobody holds the other end
        said = ""
    os.close(ours)
    assert ("正在检查" in said, done.stdout, done.returncode) == (shown, b"", 0)


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be there")
def test_hostile_names_are_harmless(folder: Path, process: Process) -> None:
    for name in (
        "::error::x.txt",
        "a\n::set-env::.txt",
        "\x1b[31m红.txt",
        "<script>alert(1)<∕script>.txt",
    ):
        Path(name).write_text(BAD, encoding="utf-8")
    Path(os.fsdecode(b"\xff.txt")).write_text(BAD, encoding="utf-8")
    done = process(*CHECK, ".", "--html", "页/", "--output", "json:页/结果.json")
    assert (done.stderr, done.returncode) == (b"", 1)
    assert not any(line.startswith(b"::") for line in done.stdout.splitlines())
    assert b"\x1b" not in done.stdout
    assert "<script>alert" not in Path("页/index.html").read_text(encoding="utf-8")
    assert len(json.loads(Path("页/结果.json").read_text(encoding="utf-8"))["reports"]) == 5
    assert len(list(Path("页").iterdir())) == 7

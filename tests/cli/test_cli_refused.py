"""What the system refuses (a full disk, a name too long, a place without permission) is said in Chinese."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import GOOD

from lint.os_errors import told
from lint.readers import ReadError, read

Check = Callable[..., Result]
LONG = "长" * 300
FULL = Path("/dev/full")


def into_full(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """The program with its standard output on a full disk."""
    if not FULL.is_char_device():
        pytest.skip("this system has no /dev/full")
    with FULL.open("wb") as full:
        return subprocess.run(
            [sys.executable, "-m", "lint.cli.main", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
        )


@pytest.mark.parametrize(
    "arguments", [("check", "甲.txt"), ("check", "甲.txt", "--format", "json"), ("checklists",), ("--help",)]
)
def test_a_full_disk_behind_standard_output(folder: Path, arguments: tuple[str, ...]) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    done = into_full(*arguments)
    assert done.stderr.decode() == "qingdan：没有做完。磁盘满了。请腾出空间，或者换一个磁盘。\n"
    assert done.returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (f"{LONG}.txt",),
        ("甲.txt", "--html", f"{LONG}.html"),
        ("甲.txt", "--annotate", f"{LONG}.docx"),
        ("甲.txt", "--output", f"json:{LONG}"),
        ("甲.txt", "--config", LONG),
        ("甲.txt", "--review", LONG),
    ],
)
def test_a_name_that_is_too_long(folder: Path, check: Check, arguments: tuple[str, ...]) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    done = check(*arguments)
    assert "文件名太长" in done.output and "请把文件名写短一些" in done.output
    assert not re.search("程序内部出错|too long", done.output)
    assert done.exit_code == 2


def test_a_path_through_a_file(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    Path("堵").write_text("", encoding="utf-8")
    done = check("甲.txt", "--output", "json:堵/结果.json", "-q")
    assert done.stderr == "写不了 堵/结果.json：路径中间有一段是文件，不是文件夹。请换一个路径。\n"


def test_a_reader_says_it_too(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"^文件不能读取：文件名太长。请把文件名写短一些。$"):
        read(tmp_path / f"{LONG}.txt")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "磁盘满了。请腾出空间，或者换一个磁盘。"),
        (errno.EACCES, "没有权限。请检查文件夹权限，或者关掉正打开它的程序。"),
        (errno.EROFS, "那里只能读，不能写。请换一个能写的文件夹。"),
        (errno.EFBIG, "文件太大，那里放不下。请换一个磁盘，或者分几次做。"),
        (errno.ESPIPE, f"系统错误 {errno.ESPIPE}。请检查磁盘和路径，再运行一次。"),
    ],
)
def test_each_reason_has_its_own_advice(number: int, sentence: str) -> None:
    assert told(OSError(number, os.strerror(number))) == sentence


def test_a_folder_that_does_not_open(folder: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    Path("锁").mkdir()
    scandir = os.scandir

    def locked(path: str) -> object:  # root, who may run the tests, opens every folder
        if Path(path).name == "锁":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", locked)
    done = check(".")
    assert "文件夹打不开（没有权限），里面的文件没有检查；请检查文件夹权限，或者关掉正打开它的程序。" in done.stdout
    assert "Permission" not in done.output and done.exit_code == 2

"""The scripts as the target reads them: bytes for cmd.exe, syntax for sh, the desktop entry for its validator."""

import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lint.bundle.scripts import scripts_for
from lint.bundle.target import Target, target_of

WINDOWS = target_of("win_amd64", "3.12")
LINUX = target_of("manylinux", "3.11")
MACOS = target_of("macosx_arm64", "3.13")
BATCHES = ("安装.bat", "启动.bat")


def lines(name: str) -> list[str]:
    """A script for Windows as cmd.exe reads it with code page 936."""
    return scripts_for(WINDOWS, "1.2")[name].decode("gbk").split("\r\n")


@pytest.mark.parametrize("name", BATCHES)
def test_a_batch_file_has_dos_lines_and_no_bom(name: str) -> None:
    data = scripts_for(WINDOWS, "1.2")[name]
    assert data.startswith(b"@echo off\r\n") and data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")


@pytest.mark.parametrize("name", BATCHES)
def test_no_byte_of_a_chinese_character_looks_like_ascii(name: str) -> None:
    """So the script is read alike whatever the code page: no half of a character is a pipe, a caret or a backslash."""
    data = scripts_for(WINDOWS, "1.2")[name]
    text = data.decode("gb2312")
    assert sum(byte >= 0xA1 for byte in data) == 2 * sum(not char.isascii() for char in text)
    assert not any(0x80 <= byte < 0xA1 for byte in data)


@pytest.mark.parametrize("name", BATCHES)
def test_chinese_is_shown_only_after_the_code_page_is_set(name: str) -> None:
    said = lines(name)
    page = said.index("chcp 936 >nul")
    commands = [(number, line) for number, line in enumerate(said) if not line.isascii()]
    assert commands
    for number, line in commands:
        assert number > page and line.startswith(("echo ", "title "))
        assert not set("&|<>^%!") & set(line)  # nothing in it that cmd.exe acts on


@pytest.mark.parametrize("name", BATCHES)
def test_labels_paths_and_expansion(name: str) -> None:
    said = lines(name)
    labels = {line[1:] for line in said if line.startswith(":")}
    jumps = {found for line in said for found in re.findall(r"goto (\w+)", line)}
    assert jumps == labels
    assert "setlocal DisableDelayedExpansion" in said  # a path may hold an exclamation mark
    for line in said:
        assert re.sub(r'"[^"]*"', "", line).count("%") == 0, line  # a path is expanded only between quotes
        assert line.count('"') % 2 == 0, line
        assert not line.endswith("(")  # a bracket in a path would end a block


def test_the_batch_file_looks_for_the_right_python() -> None:
    said = "\n".join(lines("安装.bat"))
    assert 'py -3.12 -c "import sys; sys.exit(sys.version_info[:2] != (3, 12))" >nul 2>nul' in said
    assert 'python -c "import sys; sys.exit(sys.version_info[:2] != (3, 12))" >nul 2>nul' in said
    assert said.count('-I "%HERE%program\\install.py"') == 2
    assert "没有找到 Python 3.12，没有安装" in said and "https://www.python.org/downloads/windows/" in said
    assert "Windows installer (64-bit)" in said
    assert lines("安装.bat")[-2] == "pause"  # a message stays to be read


def test_the_page_starts_without_a_console() -> None:
    assert 'start "" "%~dp0venv\\Scripts\\pythonw.exe" -I -m lint.cli.gui' in lines("启动.bat")


def test_the_manual_is_for_notepad() -> None:
    data = scripts_for(WINDOWS, "1.2")["说明.txt"]
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")
    text = data.decode("utf-8-sig")
    assert "清单体检 1.2　离线安装包（Windows，win_amd64，Python 3.12）" in text
    assert "双击“安装.bat”" in text and "双击“启动.bat”" in text and "文件不离开这台电脑" in text


@pytest.mark.parametrize("target", [WINDOWS, LINUX, MACOS], ids=lambda target: target.system)
def test_no_blank_is_left(target: Target) -> None:
    for name, data in scripts_for(target, "1.2").items():
        text = data.decode("gb2312" if name.endswith(".bat") else "utf-8")
        assert not re.search(r"@[A-Z_]+@", text), name


@pytest.mark.parametrize("target", [LINUX, MACOS], ids=lambda target: target.system)
def test_shell_scripts_are_sound(target: Target, tmp_path: Path) -> None:
    suffix = "sh" if target.system == "linux" else "command"
    for name in (f"安装.{suffix}", f"启动.{suffix}"):
        script = tmp_path / name
        script.write_bytes(scripts_for(target, "1.2")[name])
        assert script.read_bytes().startswith(b"#!/bin/sh\n") and b"\r" not in script.read_bytes()
        subprocess.run(["sh", "-n", str(script)], check=True)
    done = subprocess.run(["sh", f"./启动.{suffix}"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert f"还没有安装，或者没有装完。请先运行“安装.{suffix}”。" in done.stdout + done.stderr


def test_without_python_the_script_says_where_to_get_it(tmp_path: Path) -> None:
    for name in ("dirname", "sh"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    script = tmp_path / "安装.sh"
    script.write_bytes(scripts_for(target_of("manylinux", "3.99"), "1.2")["安装.sh"])
    done = subprocess.run(
        ["sh", str(script)], env={"PATH": str(tmp_path)}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "没有找到 Python 3.99，没有安装" in done.stdout and "软件商店" in done.stdout


def install_module() -> dict[str, Any]:
    """The installing script's functions."""
    return runpy.run_path(str(Path(__file__).resolve().parents[2] / "templates" / "bundle" / "install.py"))


@pytest.mark.parametrize("argument", ["/a b/清单", "$HOME/`id`", 'a"b\\c', "50%off", "it's"])
def test_an_argument_of_the_desktop_entry_stays_one(argument: str) -> None:
    """Inside double quotes the specification escapes as the shell does; a percent sign is doubled besides."""
    quoted = install_module()["quoted"](argument).replace("%%", "%")
    done = subprocess.run(["sh", "-c", f"printf %s {quoted}"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == argument


def validated(path: Path) -> None:
    """Passes a desktop entry to freedesktop's own validator."""
    program = shutil.which("desktop-file-validate")
    if program is None:
        pytest.skip("desktop-file-validate (desktop-file-utils) is not installed")
    done = subprocess.run([program, str(path)], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_desktop_entries_are_valid(tmp_path: Path, root: Path) -> None:
    shipped = root / "templates" / "bundle" / "qingdan.desktop"
    validated(shipped)
    made = tmp_path / "qingdan.desktop"
    made.write_text(install_module()["entry"](shipped.read_text(encoding="utf-8")), encoding="utf-8")
    validated(made)
    assert "Exec=qingdan-gui" not in made.read_text(encoding="utf-8")

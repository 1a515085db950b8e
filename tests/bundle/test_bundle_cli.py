"""`qingdan bundle` when it cannot be made: one sentence, exit code 2, nothing left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NOWHERE = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_NO_CACHE_DIR": "1",
}


def bundle(output: Path, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "lint", "bundle", *arguments, "--output", str(output)],
        capture_output=True, encoding="utf-8", env={**os.environ, **settings}, check=False, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--platform", "windows", "--python", "3.12"), "没有做成离线安装包。不认识的系统“windows”。可以写 win_amd64"),
        (("--platform", "win_amd64", "--python", "3"), "请写两段版本号，例如 3.12。"),
        (("--platform", "win_amd64"), "请写明--python。"),
        (("--python", "3.12"), "请写明--platform。"),
    ],
)
def test_wrong_use(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = bundle(tmp_path, *arguments)
    assert done.returncode == 2 and message in done.stderr and "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_without_an_index_it_says_that_the_network_is_needed(tmp_path: Path) -> None:
    done = bundle(tmp_path, "--platform", "win_amd64", "--python", "3.12", **NOWHERE)
    assert done.returncode == 2
    assert "没有做成离线安装包。连不上软件包索引。制作离线安装包的这台电脑要能上网" in done.stderr
    assert not list(tmp_path.iterdir())


def test_what_is_there_is_not_overwritten(windows_bundle: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in windows_bundle.parent.rglob("*")}
    done = bundle(windows_bundle.parent, "--platform", "win_amd64", "--python", "3.12")
    assert done.returncode == 2
    assert f"已经有 {windows_bundle}，没有覆盖。请把它移走，或者用 --output 换一个文件夹。" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in windows_bundle.parent.rglob("*")} == before


def test_an_unknown_part_and_a_python_that_is_too_old(windows_bundle: Path, tmp_path: Path) -> None:
    done = bundle(tmp_path, "--platform", "win_amd64", "--python", "3.12", "--with", "ocr,nonsense")
    assert (done.returncode, "没有“nonsense”这个附加部分；--with 可以写 ocr" in done.stderr) == (2, True), done.stderr
    done = bundle(tmp_path, "--platform", "win_amd64", "--python", "3.9")
    assert (done.returncode, "要求 Python >=3.10，请换一个 --python。" in done.stderr) == (2, True), done.stderr
    assert not list(tmp_path.iterdir())

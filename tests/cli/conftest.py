"""The program run in-process or as a process of its own, in a folder with a small checklist."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_reports import CHECKLIST

from lint.cli.main import cli


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one, with the small checklist beside it."""
    (tmp_path / "small.toml").write_text(CHECKLIST, encoding="utf-8")
    inside = tmp_path / "报告 文件夹"
    inside.mkdir()
    monkeypatch.chdir(inside)
    monkeypatch.delenv("QINGDAN_DEBUG", raising=False)
    return inside


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """`qingdan` in this process."""

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(cli, arguments, prog_name="qingdan", input=stdin)

    return run


@pytest.fixture
def check(run: Callable[..., Result]) -> Callable[..., Result]:
    """`qingdan check` with the small checklist on a fixed day."""

    def check(*arguments: str, stdin: bytes = b"") -> Result:
        return run("check", "--checklist", "../small.toml", "--today", "2025-01-20", *arguments, stdin=stdin)

    return check


@pytest.fixture
def process(folder: Path) -> Callable[..., "subprocess.CompletedProcess[bytes]"]:
    """`python -m lint.cli.main` as a process of its own."""

    def process(
        *arguments: str, stdin: bytes = b"", environment: dict[str, str] | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "lint.cli.main", *arguments],
            input=stdin,
            capture_output=True,
            env={**os.environ, **(environment or {})},
            check=False,
            timeout=60,
        )

    return process

"""What the tests of hooks and CI files share: reading YAML with a real parser, running a script as a runner would, and
a small county with a git repository."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.small_reports import ASKING, BAD, CHECKLIST, GOOD, OTHER

BIN = Path(sys.executable).parent
TODAY = "--today=2025-01-20"
_WHO = ("-c", "user.name=县司法局", "-c", "user.email=sfj@example.invalid", "-c", "commit.gpgsign=false")
_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
_OFFLINE = ("No matching distribution", "Could not find a version", "NewConnectionError", "ensurepip")

__all__ = [
    "ASKING",
    "BAD",
    "BIN",
    "GOOD",
    "OTHER",
    "TODAY",
    "County",
    "Done",
    "expressions",
    "filled",
    "program",
    "run",
]


def read_yaml(path: Path) -> Any:
    """The file as YAML 1.1, which all these services read."""
    return pytest.importorskip("yaml", reason="PyYAML is not installed").safe_load(path.read_text(encoding="utf-8"))


def program(name: str) -> str:
    """A program beside the Python that runs the tests, or on the path."""
    beside = BIN / name
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed (pip install {name})")
    return found


def expressions(script: str) -> list[str]:
    """What a service would paste into a script before the shell reads it."""
    return re.findall(r"\$\{\{.*?\}\}", script)


def filled(values: Mapping[str, str], inputs: Mapping[str, str]) -> dict[str, str]:
    """The environment of a step with the inputs filled in; anything but one whole input is refused."""
    environment = {}
    for name, value in values.items():
        if "${{" not in value:
            environment[name] = value
            continue
        named = _INPUT.fullmatch(value)
        assert named is not None, value
        environment[name] = inputs[named.group(1)]
    return environment


@dataclass(frozen=True)
class Done:
    """A script that has run: its exit code and its log, as a runner shows it."""

    code: int
    log: str


def run(script: str, folder: Path, environment: Mapping[str, str], *, shell: Sequence[str]) -> Done:
    """Runs a script in a folder. Only what a fresh runner has is in the environment, and what is given."""
    if shutil.which(shell[0]) is None:
        pytest.skip(f"no {shell[0]} here")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI_", "PYTEST_"))}
    kept = {name: value for name, value in kept.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")}
    path = os.pathsep.join((str(BIN), os.environ.get("PATH", "")))
    done = subprocess.run(
        [*shell, script],
        cwd=folder,
        env={**kept, "PATH": path, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=900,
    )
    return Done(done.returncode, done.stdout)


def needs_index(done: Done) -> Done:
    """The same, if it could fetch what it installs; else the test is skipped."""
    if done.code != 0 and any(sign in done.log for sign in _OFFLINE):
        pytest.skip(f"nothing can be installed here: {done.log.strip().splitlines()[-1]}")
    return done


@dataclass(frozen=True)
class County:
    """A repository of reports with a checklist of its own."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def git(self, *arguments: str, environment: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["git", *_WHO, *arguments],
            cwd=self.folder,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def commit(self, message: str) -> str:
        """The new commit."""
        self.git("add", "--all")
        done = self.git("commit", "--quiet", "--no-verify", "--message", message)
        assert done.returncode == 0, done.stderr
        return self.git("rev-parse", "HEAD").stdout.strip()


def county(folder: Path) -> County:
    """One good report and the configuration, committed."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    made = County(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    made.write("清单/small.toml", CHECKLIST)
    made.write("qingdan.toml", 'checklist = "清单/small.toml"\n')
    made.write("reports/青禾镇 2024.txt", GOOD)
    made.write(".gitignore", ".qingdan-venv\n.cache\n")
    made.commit("收齐报告")
    return made

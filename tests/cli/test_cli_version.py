"""`qingdan --version`: one line for people, one object for programs."""

import json
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import tomli
from click.testing import Result

from lint import __version__
from lint.cli.version import EXTRAS

Run = Callable[..., Result]


def test_one_line_for_people(run: Run) -> None:
    result = run("--version")
    assert (result.stdout, result.exit_code) == (f"qingdan {__version__}\n", 0)


@pytest.mark.parametrize("order", [("--version", "--json"), ("--json", "--version")])
def test_one_object_for_programs(run: Run, order: tuple[str, str]) -> None:
    result = run(*order)
    said = json.loads(result.stdout_bytes.decode("utf-8"))
    assert (said["schema"], said["name"], said["version"], result.exit_code) == (1, "qingdan", __version__, 0)
    assert said["python"]["version"] == ".".join(map(str, sys.version_info[:3]))
    assert said["platform"]["id"] == sys.platform
    assert set(said["extras"]) == set(EXTRAS) and all(isinstance(there, bool) for there in said["extras"].values())
    assert said["kinds"] == sorted(entry.name for entry in entry_points(group="qingdan.checks"))
    assert set(said["programs"]) == {"libreoffice", "git"}
    assert ".docx" in said["suffixes"]


def test_the_checklists_are_those_of_qingdan_checklists(run: Run) -> None:
    listed = json.loads(run("checklists", "--format", "json").stdout)
    said = json.loads(run("--version", "--json").stdout)["checklists"]
    assert said == [{key: row[key] for key in ("id", "title", "version", "sha256")} for row in listed]


def test_an_office_that_is_not_to_be_used_is_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QINGDAN_SOFFICE", "")
    assert json.loads(run("--version", "--json").stdout)["programs"]["libreoffice"] is False
    monkeypatch.setenv("QINGDAN_SOFFICE", "/没有/soffice")
    assert json.loads(run("--version", "--json").stdout)["programs"]["libreoffice"] is False


def test_every_extra_for_users_is_told(root: Path) -> None:
    project = tomli.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(EXTRAS) == set(project["optional-dependencies"]) - {"dev", "bundle"}  # for authors and packagers


def test_json_alone_says_nothing(run: Run) -> None:
    result = run("--json", "check", "甲.txt")
    assert result.stderr == "qingdan：--json 与 --version 同用；检查结果要 JSON，请写 qingdan check --format json。\n"
    assert (result.stdout, result.exit_code) == ("", 2)
    assert run("--json").stderr == "qingdan：请写明命令。看 qingdan --help 或 qingdan 命令 --help。\n"

"""The checkout installed once, by the action's own step, for all tests here."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ci_files import County, Done, county, filled, needs_index, read_yaml, run

BASH = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")
"""As GitHub's runner starts `shell: bash`."""


@pytest.fixture(scope="session")
def action(root: Path) -> Any:
    """action.yml."""
    return read_yaml(root / "action.yml")


@pytest.fixture(scope="session")
def installed(action: Any, root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the action's step of installation leaves in the environment of the later steps."""
    temp = tmp_path_factory.mktemp("runner temp")
    (step,) = [step for step in action["runs"]["steps"] if step.get("name") == "安装 qingdan"]
    places = {"RUNNER_TEMP": str(temp), "GITHUB_ACTION_PATH": str(root), "GITHUB_ENV": str(temp / "env")}
    done = needs_index(run(step["run"], temp, places, shell=BASH))
    assert done.code == 0, done.log
    lines = (temp / "env").read_text(encoding="utf-8").splitlines()
    return {"RUNNER_TEMP": str(temp), **dict(line.split("=", 1) for line in lines)}


@pytest.fixture
def reports(tmp_path: Path) -> County:
    """A county with one good report."""
    folder = tmp_path / "禾阳县 报告"
    folder.mkdir()
    return county(folder)


@pytest.fixture
def use(action: Any, installed: dict[str, str], reports: County, tmp_path: Path) -> Callable[..., tuple[Done, Any]]:
    """`uses: …` with these inputs: what the step of checking did, its outputs and the job summary."""

    def use(**given: str) -> tuple[Done, Any]:
        named = {name.replace("_", "-"): value for name, value in given.items()}
        assert set(named) <= set(action["inputs"])
        inputs = {name: said["default"] for name, said in action["inputs"].items()} | named
        (step,) = [step for step in action["runs"]["steps"] if step.get("id") == "check"]
        files = {name: tmp_path / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.write_text("", encoding="utf-8")
        environment = installed | {name: str(path) for name, path in files.items()} | filled(step["env"], inputs)
        done = run(step["run"], reports.folder, environment, shell=BASH)
        return done, {name: path.read_text(encoding="utf-8") for name, path in files.items()}

    return use

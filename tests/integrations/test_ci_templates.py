"""The examples for other services: their scripts run as they stand, and each file read by its service's own schema."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from ci_files import BAD, County, Done, expressions, needs_index, program, read_yaml, run

Script = Callable[..., Done]
SH = ("sh", "-e", "-c")
INSTALLATION = (
    "python3 -m venv .qingdan-venv",
    '.qingdan-venv/bin/python -m pip install --quiet "$QINGDAN_SOURCE"',
)


@pytest.fixture(scope="session")
def venv(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment that the lines of installation make, which are the same in every template."""
    folder = tmp_path_factory.mktemp("venv")
    done = needs_index(run("\n".join(INSTALLATION), folder, {"QINGDAN_SOURCE": str(root)}, shell=SH))
    assert done.code == 0, done.log
    return folder / ".qingdan-venv"


@pytest.fixture
def script(venv: Path, reports: County) -> Script:
    """Runs the lines of a template with its variables; those of installation have been run once for all."""

    def script(lines: list[str], variables: dict[str, Any]) -> Done:
        lines = [line for text in lines for line in text.splitlines()]
        assert all(line in lines for line in INSTALLATION)
        if not (reports.folder / ".qingdan-venv").exists():
            (reports.folder / ".qingdan-venv").symlink_to(venv, target_is_directory=True)
        environment = {name: str(value) for name, value in variables.items() if "$CI_" not in str(value)}
        left = [line for line in lines if line not in INSTALLATION]
        return run("\n".join(left), reports.folder, environment, shell=SH)

    return script


@pytest.fixture(scope="session")
def templates(root: Path) -> Path:
    """The folder of the examples."""
    return root / "examples" / "ci"


def test_gitlab(script: Script, reports: County, templates: Path) -> None:
    job = read_yaml(templates / "gitlab-ci.yml")["qingdan"]
    reports.write("reports/栗坡乡.txt", BAD)
    done = script(job["script"], job["variables"])
    assert done.code == 1, done.log
    kept = job["artifacts"]["reports"]
    assert job["artifacts"]["when"] == "always" and set(job["artifacts"]["paths"]) == set(kept.values())
    (issue,) = json.loads((reports.folder / kept["codequality"]).read_text(encoding="utf-8"))
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
    assert issue["location"]["path"] == "reports/栗坡乡.txt" and issue["location"]["lines"]["begin"] >= 1
    suites = ElementTree.parse(reports.folder / kept["junit"]).getroot()
    assert [(suite.get("name"), suite.get("failures")) for suite in suites] == [
        ("reports/栗坡乡.txt", "1"),
        ("reports/青禾镇 2024.txt", "0"),
    ]


def test_gitlab_checks_what_a_merge_request_changes(script: Script, reports: County, templates: Path) -> None:
    job = read_yaml(templates / "gitlab-ci.yml")["qingdan"]
    reports.write("reports/栗坡乡.txt", BAD)
    base = reports.commit("栗坡乡交来报告")
    done = script(job["script"], {**job["variables"], "CI_MERGE_REQUEST_DIFF_BASE_SHA": base})
    assert done.code == 0, done.log
    assert json.loads((reports.folder / "gl-code-quality-report.json").read_text(encoding="utf-8")) == []
    reports.write("reports/麦桥镇.txt", BAD.replace("青禾镇", "麦桥镇"))
    done = script(job["script"], {**job["variables"], "CI_MERGE_REQUEST_DIFF_BASE_SHA": base})
    assert done.code == 1 and "麦桥镇.txt" in done.log and "栗坡乡.txt" not in done.log


def test_gitea(script: Script, reports: County, templates: Path) -> None:
    job = read_yaml(templates / "gitea.yml")["jobs"]["qingdan"]
    reports.write("reports/栗坡乡.txt", BAD)
    lines = [step["run"] for step in job["steps"] if "run" in step]
    assert not any(map(expressions, lines))
    done = script(lines, job["env"])
    assert done.code == 1, done.log
    (kept,) = [step["with"]["path"] for step in job["steps"] if "upload-artifact" in step.get("uses", "")]
    _has_pages_and_table(reports.folder / kept)


def test_gitee(script: Script, reports: County, templates: Path) -> None:
    (stage,) = read_yaml(templates / "gitee.yml")["stages"]
    (step,) = stage["steps"]
    reports.write("reports/栗坡乡.txt", BAD)
    done = script(step["commands"], {})
    assert done.code == 1, done.log
    (artifact,) = step["artifacts"]
    _has_pages_and_table(reports.folder / artifact["path"][0])


def _has_pages_and_table(folder: Path) -> None:
    assert (folder / "index.html").is_file() and len([*folder.glob("*.html")]) == 3
    assert "reports/栗坡乡.txt" in (folder / "结果.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("schema", "name", "options"),
    [
        ("vendor.github-actions", "action.yml", ()),
        ("vendor.github-workflows", "examples/ci/github.yml", ()),
        ("vendor.github-workflows", "examples/ci/gitea.yml", ()),
        ("vendor.gitlab-ci", "examples/ci/gitlab-ci.yml", ("--data-transform", "gitlab-ci")),
    ],
)
def test_the_published_schema(root: Path, schema: str, name: str, options: tuple[str, ...]) -> None:
    command = [program("check-jsonschema"), "--builtin-schema", schema, *options, name]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflow_uses_inputs_and_outputs_of_the_action(action: Any, templates: Path) -> None:
    steps = read_yaml(templates / "github.yml")["jobs"]["qingdan"]["steps"]
    (ours,) = [step for step in steps if step.get("id") == "qingdan"]
    assert set(ours["with"]) <= set(action["inputs"])
    said = json.dumps(steps)
    assert "steps.qingdan.outputs.sarif" in said and "sarif" in action["outputs"]


@pytest.mark.skipif(os.name == "nt", reason="line ends there are those of git's settings")
def test_every_file_is_explained(templates: Path) -> None:
    text = (templates / "README.md").read_text(encoding="utf-8")
    assert not [path.name for path in templates.glob("*.yml") if path.name not in text]

"""The pre-commit hook: which files it takes, and the real program with this checkout as the repository of the hook."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ci_files import BAD, OTHER, TODAY, County, county, needs_index, program, read_yaml, run

from lint.readers import READABLE_SUFFIXES
from tests.test_project import tracked

_NEEDED = ("lint/", "checklists/", "templates/", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".pre-")


@pytest.fixture(scope="session")
def hook(root: Path) -> Any:
    """The one hook of .pre-commit-hooks.yaml."""
    (hook,) = read_yaml(root / ".pre-commit-hooks.yaml")
    return hook


def _takes(hook: Any, name: str) -> bool:
    """As pre-commit chooses files."""
    return bool(re.search(hook["files"], name)) and not re.search(hook["exclude"], name)


def test_every_format_that_can_be_read(hook: Any) -> None:
    assert all(_takes(hook, f"各乡镇/梨溪镇{suffix}") for suffix in READABLE_SUFFIXES)
    assert all(_takes(hook, f"梨溪镇{suffix.upper()}") for suffix in READABLE_SUFFIXES)


@pytest.mark.parametrize(
    "name",
    [
        "~$报告.docx", "各乡镇/~$报告.docx", ".~报告.wps", "梨溪镇.批注.docx", "梨溪镇.批注-2.docx",
        "梨溪镇反馈单.docx", "梨溪镇反馈单-3.html", "qingdan.toml", "报告.docx.bak", "报告.xlsx", "报告docx", "a.py",
    ],
)  # fmt: skip
def test_what_is_no_report(hook: Any, name: str) -> None:
    assert not _takes(hook, name)


def test_the_manifest_is_valid(root: Path) -> None:
    done = subprocess.run(
        [program("pre-commit"), "validate-manifest", str(root / ".pre-commit-hooks.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory, root: Path) -> tuple[Path, str]:
    """This checkout, uncommitted changes included, as a git repository, and its commit."""
    folder = tmp_path_factory.mktemp("hook") / "qingdan"
    for path in {*tracked(), root / ".pre-commit-hooks.yaml"}:
        name = path.relative_to(root).as_posix()
        if name.startswith(_NEEDED):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / name)
    made = County(folder)
    made.git("init", "--quiet")
    return folder, made.commit("挂钩")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory, source: tuple[Path, str]) -> dict[str, str]:
    """The environment of pre-commit, in whose folder the hook has been installed."""
    environment = {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit"))}
    folder = tmp_path_factory.mktemp("first")
    _configure(county(folder), source)
    done = run(f"'{program('pre-commit')}' install-hooks", folder, environment, shell=("sh", "-c"))
    assert needs_index(done).code == 0, done.log
    return environment


def _configure(made: County, source: tuple[Path, str], *arguments: str) -> None:
    folder, commit = source
    made.write(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {folder}\n    rev: {commit}\n    hooks:\n      - id: qingdan\n"
        f"        args: [{', '.join(arguments)}]\n",
    )


def test_a_commit_with_a_defect_is_refused(reports: County, source: tuple[Path, str], cache: dict[str, str]) -> None:
    _configure(reports, source, TODAY)
    reports.commit("装上挂钩")
    assert run(f"'{program('pre-commit')}' install", reports.folder, cache, shell=("sh", "-c")).code == 0

    def commit(message: str) -> "subprocess.CompletedProcess[str]":
        reports.git("add", "--all")
        return reports.git("commit", "--message", message, environment=cache)

    reports.write("reports/栗坡乡 2024.txt", BAD)
    refused = commit("栗坡乡交来报告")
    assert refused.returncode == 1
    assert "qingdan（清单体检）" in refused.stderr and "没有写听取汇报" in refused.stderr
    assert "青禾镇" not in re.sub(r"题 .*", "", refused.stderr)  # only what is committed is checked
    reports.write("reports/栗坡乡 2024.txt", BAD.replace("全年排查", "专题会议听取安全工作汇报2次，全年排查"))
    mended = commit("栗坡乡改好报告")
    assert mended.returncode == 0, mended.stderr
    reports.write("README.md", OTHER)  # a file of a format that can be read, but no report
    assert commit("说明").returncode == 0


def test_the_users_options_and_configuration(reports: County, source: tuple[Path, str], cache: dict[str, str]) -> None:
    asking = reports.folder / "reports" / "青禾镇 2024.txt"
    asking.write_text(asking.read_text(encoding="utf-8") + "请县政府拨款10万元。\n", encoding="utf-8")
    every = f"'{program('pre-commit')}' run --all-files --verbose"
    _configure(reports, source, TODAY)
    reports.commit("装上挂钩")
    lenient = run(every, reports.folder, cache, shell=("sh", "-c"))
    assert lenient.code == 0 and "请县政府拨款" in lenient.log, lenient.log
    _configure(reports, source, TODAY, "--fail-on=warning")
    strict = run(every, reports.folder, cache, shell=("sh", "-c"))
    assert strict.code == 1 and "exit code: 1" in strict.log, strict.log
    reports.write("qingdan.toml", 'checklist = "清单/small.toml"\nignore = ["W1"]\n')
    assert run(every, reports.folder, cache, shell=("sh", "-c")).code == 0

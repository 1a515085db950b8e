"""action.yml, its steps taken out and run as GitHub's runner would."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ci_files import BAD, GOOD, OTHER, TODAY, County, Done, expressions

Use = Callable[..., tuple[Done, Any]]


def test_a_defect_fails_with_annotation_sarif_and_summary(use: Use, reports: County) -> None:
    reports.write("reports/栗坡乡.txt", BAD)
    done, files = use(paths="reports", args=TODAY)
    assert done.code == 1, done.log
    assert "没有写听取汇报" in done.log  # the text for those who read the log
    (annotation,) = [line for line in done.log.splitlines() if line.startswith("::error ")]
    assert annotation.startswith("::error file=reports/栗坡乡.txt,line=") and "听取汇报" in annotation
    assert files["GITHUB_OUTPUT"] == "exit-code=1\nsarif=qingdan.sarif\n"
    log = json.loads((reports.folder / "qingdan.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["F1"]
    assert files["GITHUB_STEP_SUMMARY"].startswith("# 清单体检结果\n\n读到 2 份、核对 2 份。\n")
    assert "栗坡乡.txt" in files["GITHUB_STEP_SUMMARY"]


def test_nothing_to_mend_passes(use: Use) -> None:
    done, files = use(paths="reports", args=TODAY)
    assert (done.code, files["GITHUB_OUTPUT"]) == (0, "exit-code=0\nsarif=qingdan.sarif\n"), done.log
    assert "::error" not in done.log


def test_without_inputs_the_whole_repository_is_checked(use: Use, reports: County) -> None:
    reports.write("别处/栗坡乡.txt", BAD)
    done, _ = use()
    assert done.code == 1 and "别处/栗坡乡.txt" in done.log


def test_every_input_arrives(use: Use, reports: County) -> None:
    reports.write("reports/栗坡乡.txt", BAD)
    assert use(paths="reports", fail_on="never", args=TODAY)[0].code == 0
    assert "没有叫这个名字的清单" in use(paths="reports", checklist="没有的")[0].log
    assert "别的.toml" in use(paths="reports", config="别的.toml")[0].log
    assert "债.toml" in use(paths="reports", baseline="债.toml")[0].log
    done, files = use(paths="reports", changed_since="HEAD", args=f"{TODAY}\n--quiet", sarif="结 果.sarif")
    assert (done.code, files["GITHUB_OUTPUT"]) == (1, "exit-code=1\nsarif=结 果.sarif\n")
    assert "核对 1 份" not in done.log and "核对 1 份" in files["GITHUB_STEP_SUMMARY"]


def test_several_paths_and_odd_names(use: Use, reports: County) -> None:
    for name in ("-quiet.txt", "$HOME.txt", "a b/c'd.txt"):
        reports.write(name, GOOD)
    done, _ = use(paths="reports\n\n-quiet.txt\n$HOME.txt\na b\n", args=TODAY)
    assert done.code == 0 and "读到 4 份" in done.log, done.log


def test_a_file_that_is_no_report_is_not_a_success(use: Use, reports: County) -> None:
    reports.write("秩序册.txt", OTHER)
    assert use(paths="秩序册.txt")[0].code == 2
    assert use(paths="秩序册.txt", args="--allow-none")[0].code == 0


@pytest.mark.parametrize(
    "text", ["$(touch owned)", "`touch owned`", '"; touch owned; "', "'; touch owned #", "a\ntouch owned"]
)
@pytest.mark.parametrize(
    "name", ["paths", "fail_on", "checklist", "config", "baseline", "changed_since", "args", "sarif"]
)
def test_no_input_is_executed(use: Use, reports: County, name: str, text: str) -> None:
    done, files = use(**{"paths": "reports", name: text})
    assert not [*reports.folder.rglob("owned")], done.log
    assert "syntax error" not in done.log and "command not found" not in done.log
    assert {line.partition("=")[0] for line in files["GITHUB_OUTPUT"].splitlines()} <= {"exit-code", "sarif"}


def test_nothing_is_pasted_into_a_script(action: Any) -> None:
    steps = action["runs"]["steps"]
    assert action["runs"]["using"] == "composite"
    assert not [expressions(step["run"]) for step in steps if expressions(step.get("run", ""))]
    assert all(step["shell"] == "bash" for step in steps if "run" in step)


def test_every_input_is_used_and_every_output_is_made(action: Any) -> None:
    used = {text for step in action["runs"]["steps"] for text in _texts(step)}
    for name in action["inputs"]:
        assert any(f"inputs.{name}" in text for text in used), name
    (check,) = [step for step in action["runs"]["steps"] if step.get("id") == "check"]
    for name, output in action["outputs"].items():
        assert output["value"] == f"${{{{ steps.check.outputs.{name} }}}}"
        assert f"'{name}=%s" in check["run"]


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    return [str(value)]


def test_the_action_leaves_the_checkout_alone(installed: dict[str, str], root: Path) -> None:
    assert not (root / "build").exists() and not [*root.glob("*.egg-info")]
    assert Path(installed["QINGDAN_BIN"]).is_dir()

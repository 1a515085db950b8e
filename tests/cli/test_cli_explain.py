"""`qingdan explain`: what a rule asks, why, and how it reads right and wrong."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import CHECKLIST

from lint.checklist.load import load

Run = Callable[..., Result]


def test_an_element_of_ones_own_checklist(run: Run) -> None:
    result = run("explain", "F1", "--checklist", "../small.toml")
    assert result.stdout == (
        "■ F1 听取汇报\n"
        "  要素（总体）；缺失时为错误；清单：安全工作年度报告（small 1）\n"
        "  要求\n"
        "    满足：写明了听取汇报。\n"
        "    不充分：只点到听取汇报。\n"
        "    缺失：没有写听取汇报。\n"
        "  这样写算满足\n"
        "    · 专题会议听取安全工作汇报3次。\n"
        "  这样写不充分\n"
        "    · 明年拟召开会议听取汇报。\n"
        "      （写在“下一年安排”部分）\n"
        "  怎样补\n"
        "    写明会议和次数。\n"
    )
    assert (result.stderr, result.exit_code) == ("", 0)


def test_a_text_rule(run: Run) -> None:
    result = run("explain", "w1", "--checklist", "../small.toml")
    assert result.stdout == (
        "■ W1 夹带请示\n"
        "  文字规则；警告；清单：安全工作年度报告（small 1）\n"
        "  要求\n"
        "    没有不宜写在这类报告里的话。\n"
        "  这样写没有问题\n"
        "    · 全年拨款10万元。\n"
        "  这样写会提示\n"
        "    · 请县政府拨款10万元。\n"
        "      （提示的是“请县政府拨款”）\n"
    )


def test_markdown(run: Run) -> None:
    result = run("explain", "W1", "--checklist", "../small.toml", "--format", "markdown")
    assert result.stdout == (
        "## W1 夹带请示\n\n文字规则；警告；清单：安全工作年度报告（small 1）\n\n"
        "### 要求\n\n- 没有不宜写在这类报告里的话。\n\n"
        "### 这样写没有问题\n\n- 全年拨款10万元。\n\n"
        "### 这样写会提示\n\n- 请县政府拨款10万元。  \n  （提示的是“请县政府拨款”）\n"
    )


def test_json_has_the_basis_and_every_example(run: Run) -> None:
    result = run("explain", "township/F1", "township/request", "--format", "json")
    said = json.loads(result.stdout_bytes.decode("utf-8"))
    element, rule = said["rules"]
    assert (said["schema"], said["tool"]["name"]) == (1, "qingdan")
    assert (element["id"], element["type"], element["kind"], element["severity"]) == (
        "F1",
        "element",
        "phrase",
        "error",
    )
    assert element["basis"] and all(source["cite"].endswith("。") for source in element["basis"])
    assert {"met", "thin", "absent"} <= {example["shows"] for example in element["examples"]}
    assert all(example["good"] == (example["shows"] in ("met", "clean")) for example in element["examples"])
    assert "〔　〕" in element["remedy"]["sample"]
    assert (rule["type"], rule["remedy"]) == ("rule", None)
    assert all(example["finds"] for example in rule["examples"] if example["shows"] == "finds")
    (owner,) = element["checklists"]
    assert (owner["id"], len(owner["sha256"])) == ("township", 64)


@pytest.mark.parametrize("name", ["numbering", "township/numbering", "common/numbering", "NUMBERING.1", "names"])
def test_a_rule_that_a_shipped_checklist_inherits(run: Run, name: str) -> None:
    result = run("explain", name)
    assert result.exit_code == 0
    owner = name.partition("/")[0] if "/" in name else "township、"
    assert owner in result.stdout.splitlines()[1].partition("清单：")[2]


def test_what_checklists_say_differently_is_told_apart(run: Run) -> None:
    for name in ("S7", "F1", "numbering"):
        said = json.loads(run("explain", name, "--format", "json").stdout)["rules"]
        owners = [[owner["id"] for owner in entry["checklists"]] for entry in said]
        assert len({ident for group in owners for ident in group}) == sum(map(len, owners))
        (group,) = [group for group in owners if "township" in group]
        assert ("township-rectification" in group) == (name != "S7")  # an error there, a warning here


def test_many_examples_are_cut_unless_all_are_wanted(run: Run) -> None:
    few, every = run("explain", "township/F1").stdout, run("explain", "township/F1", "--all").stdout
    assert "个例子，加 --all 全部列出）" in few
    assert "--all" not in every and every.count("    · ") > few.count("    · ")
    assert "条，加 --all 全部列出）" in run("explain", "names").stdout


def test_an_unknown_name_is_answered_with_the_nearest(run: Run) -> None:
    result = run("explain", "numberring", "F1")
    assert result.stdout.startswith("■ F1 ")  # what is known is told all the same
    assert result.stderr == "没有“numberring”这个要素或规则。是否想写“numbering”（层次序号）？\n"
    assert result.exit_code == 2
    asked_by_name = run("explain", "夹带请示", "--checklist", "../small.toml")
    assert asked_by_name.stderr == "没有“夹带请示”这个要素或规则。是否想写“W1”（夹带请示）？\n"
    assert run("explain", "？", "--checklist", "../small.toml").stderr == "没有“？”这个要素或规则。有 W1、F1。\n"


def test_the_checklist_of_the_configuration(run: Run, folder: Path) -> None:
    (folder / "qingdan.toml").write_text('checklist = "../small.toml"\n', encoding="utf-8")
    assert "（small 1）" in run("explain", "F1").stdout
    assert "（small 1）" not in run("explain", "F1", "--no-config").stdout


def test_a_checklist_with_hostile_words(run: Run, folder: Path) -> None:
    words = CHECKLIST.replace("夹带请示", "::error::夹带\\u202e请示 | <b>").replace("10万元", "\\u001b[31m10万元")
    (folder / "hostile.toml").write_text(words, encoding="utf-8")
    for form in ("text", "markdown"):
        said = run("explain", "W1", "--checklist", "hostile.toml", "--format", form).stdout
        assert "\x1b" not in said and "\u202e" not in said and "<b> " not in said.replace("| <b>\n", "")
        assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_a_broken_checklist_is_told_at_its_line(run: Run, folder: Path) -> None:
    (folder / "broken.toml").write_text(CHECKLIST.replace('severity = "error"', 'severity = "bad"'), encoding="utf-8")
    result = run("explain", "F1", "--checklist", "broken.toml")
    assert result.exit_code == 2
    assert "broken.toml:" in result.stderr and "Traceback" not in result.stderr


def test_what_every_shipped_checklist_has_can_be_explained(run: Run) -> None:
    rows = json.loads(run("checklists", "--format", "json").stdout)
    for row in rows:
        checklist = load(row["id"])
        ids = [spec.id for spec in (*checklist.file.element, *checklist.file.rule)]
        for form in ("text", "markdown", "json"):
            result = run("explain", "--checklist", row["id"], "--all", "--format", form, *ids) if ids else None
            assert result is None or (result.exit_code, result.stderr) == (0, "")


def test_what_the_tool_says_of_its_own_accord(run: Run) -> None:
    result = run("explain", "waiver-expired", "qingdan.unreadable", "--no-config")
    assert result.exit_code == 0
    assert result.stdout.startswith("■ waiver-expired 例外到期\n  本工具自己的提示，不属于哪份清单；错误\n  意思\n")
    assert "■ qingdan.unreadable 文件没有读成\n" in result.stdout and "  怎样办\n" in result.stdout
    assert "是否想写“baseline-stale”（基线里有已经改好的）？" in run("explain", "baseline-stales").stderr

"""`checklists`, `checklist test`, `checklist validate`, `outline`; the trial of examples."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import CHECKLIST, GOOD

from lint.checklist.examples import run_examples
from lint.checklist.load import load
from lint.shelf import shipped
from lint.trial import Trial

Run = Callable[..., Result]


def test_checklists(run: Run) -> None:
    text, rows = run("checklists").stdout, json.loads(run("checklists", "--format", "json").stdout)
    assert [row["id"] for row in rows] == shipped()
    assert "■ township  乡镇（街道）法治政府建设年度报告（" in text
    assert "；适用于乡、镇、街道，2019年度起\n" in text
    assert "；只供别的清单继承，不单独使用\n" in text


def test_examples_that_are_right(run: Run) -> None:
    result = run("checklist", "test", "../small.toml")
    assert result.stdout == "small：例子 4 个，相符 4，不符 0；没有例子试过的模式 1 个（加 --strict 列出）。\n"
    assert result.exit_code == 0


def test_untried_patterns_fail_when_strict(run: Run) -> None:
    result = run("checklist", "test", "--strict", "../small.toml")
    assert "提示：自己的例子里没有一个能匹配“汇报制度”" in result.stdout
    assert result.exit_code == 1


def test_examples_that_are_wrong(folder: Path, run: Run) -> None:
    text = CHECKLIST.replace('expect = "met"', 'expect = "absent"').replace(
        "clean = true", "clean = true\nknown-gap = true"
    )
    text = text.replace('finds = ["请县政府拨款"]', 'finds = ["拨款20万元"]')
    Path("坏.toml").write_text(text, encoding="utf-8")
    result = run("checklist", "test", "坏.toml")
    line = 1 + text[: text.index("[[element.example]]")].count("\n")
    assert result.stdout.startswith(
        f"坏.toml:{line}: 不符：F1 听取汇报\n  应为 缺失，实为 满足\n  例：专题会议听取安全工作汇报3次。\n"
    )
    assert "应为 “拨款20万元”，实为 “请县政府拨款”" in result.stdout
    assert "已能做到，请删去 known-gap：W1 夹带请示" in result.stdout
    assert result.exit_code == 1


def test_a_broken_checklist_cannot_be_tested(folder: Path, run: Run) -> None:
    Path("坏.toml").write_text(CHECKLIST.replace("(主要)?举措", "（举措"), encoding="utf-8")
    assert run("checklist", "test", "坏.toml").exit_code == 2
    assert run("checklist", "validate", "坏.toml").exit_code == 2


def test_validate(run: Run) -> None:
    result = run("checklist", "validate", "../small.toml")
    assert result.stdout.endswith("../small.toml：错误 0 处，提示 2 处。\n")
    assert result.exit_code == 0


@pytest.mark.parametrize("name", shipped())
def test_every_role_of_the_shipped_checklists_has_a_heading(name: str) -> None:
    """An example that names a role is tried under a heading of that role."""
    checklist = load(name)
    trial = Trial(checklist)
    for role, spec in checklist.file.roles.items():
        words = trial.lexicon.role(role)
        assert words is not None
        if spec.heading:
            assert words.heading(trial.heading(role)), (name, role)


FRONT = """
[[element]]
id = "B1"
kind = "front"
title = "标题"
group = "总体"
severity = "error"
met = "齐"
thin = "缺"
absent = "无"
part = "title"
subject = ["安全工作"]
genre = ["报告$"]
remedy = { text = "写全。" }
example = [
  { text = "青禾乡人民政府关于2023年安全工作情况的报告", expect = "met" },
  { text = "关于安全工作情况的报告", expect = "thin" },
]

[[element]]
id = "B2"
kind = "front"
title = "日期"
group = "总体"
severity = "error"
met = "有"
thin = "缺"
absent = "无"
part = "date"
remedy = { text = "写上。" }
example = [
  { text = "青禾镇人民政府\\n2025年1月10日", expect = "absent", known-gap = true },
  { text = "2025年1月10日", expect = "met" },
]
"""


def test_parts_of_the_form_are_tried_in_their_place(folder: Path) -> None:
    Path("形.toml").write_text(CHECKLIST + FRONT, encoding="utf-8")
    checklist = load(Path("形.toml"))
    results = [result for result in run_examples(checklist, Trial(checklist).judge) if result.owner.name[0] == "B"]
    assert [result.state for result in results] in (["pass", "pass", "gap", "pass"], ["pass", "pass", "closed", "pass"])


def test_outline(folder: Path, run: Run) -> None:
    Path("甲 乙.txt").write_text(GOOD, encoding="utf-8")
    result = run("outline", "--checklist", "../small.toml", "甲 乙.txt")
    assert "机关：青禾镇人民政府（镇）" in result.stdout
    assert "· 二、下一步安排 [下一年安排] 第4行" in result.stdout
    verbose = run("outline", "-v", "--checklist", "../small.toml", "甲 乙.txt")
    assert len(verbose.stdout) > len(result.stdout)
    missing = run("outline", "没有.txt", "甲 乙.txt")
    assert missing.stderr == "没有.txt：找不到这个文件；请检查路径和文件名。\n"
    assert (result.exit_code, missing.exit_code) == (0, 2)

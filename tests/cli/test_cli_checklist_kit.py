"""The kit of an author: new, test --mutate and --reports, docs, diff."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli.main import cli


def run(*words: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["checklist", *map(str, words)], input=typed)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


HARBOUR = ("--title", "乡镇渡口管理年度报告", "--subject", "渡口管理", "--kind", "乡", "--recipient", "县政府")
DUTIES = ("--duty", "开展渡口检查", "--duty", "组织救生演练（#|…）")


def test_new_passes_as_it_stands() -> None:
    made = run("new", "dukou.toml", *HARBOUR, *DUTIES, "--basis", '渡口"办法"')
    assert made.exit_code == 0, made.output
    assert made.output.startswith("已写 dukou.toml。接着：\n")
    assert run("validate", "dukou.toml").output == "dukou.toml：错误 0 处，提示 0 处。\n"
    tried = run("test", "dukou.toml", "--strict")
    assert tried.exit_code == 0
    assert "不符 0。" in tried.output


def test_new_with_nothing_said_passes_too() -> None:
    assert run("new", "a.toml", "--yes").exit_code == 0
    assert run("test", "a.toml", "--strict").exit_code == 0


def test_new_never_overwrites() -> None:
    Path("a.toml").write_text("mine", encoding="utf-8")
    refused = run("new", "a.toml", "--yes")
    assert refused.exit_code != 0
    assert "a.toml 已经有了，没有覆盖" in refused.output
    assert Path("a.toml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a.txt",), "清单的文件名要以 .toml 结尾"),
        (("a.toml", "--kind", "村"), "没有“村”这种机关"),
        (("a.toml", "--id", "中文"), "标识“中文”只能用字母"),
        (("a.toml", "--from", "空.txt"), "里没有找到带编号的条、项"),
    ],
)
def test_new_says_what_is_wrong(words: tuple[str, ...], told: str) -> None:
    Path("空.txt").write_text("没有编号的一段话。", encoding="utf-8")
    refused = run("new", *words)
    assert refused.exit_code != 0
    assert told in refused.output


def test_new_from_a_regulation_takes_one_duty_a_numbered_line() -> None:
    text = "渡口办法\n第三条 乡人民政府应当建立渡口巡查制度，明确人员。\n"
    text += "（一）开展渡口检查（每月一次）；\n2.必须组织救生演练。\n"
    Path("办法.txt").write_text(text, encoding="utf-8")
    assert run("new", "a.toml", "--from", "办法.txt", "--subject", "渡口管理").exit_code == 0
    written = Path("a.toml").read_text(encoding="utf-8")
    for duty in ("建立渡口巡查制度", "开展渡口检查", "组织救生演练"):
        assert f'title = "{duty}"\n' in written
    assert run("test", "a.toml", "--strict").exit_code == 0


def test_mutate_lists_what_no_example_holds() -> None:
    run("new", "a.toml", *HARBOUR, "--duty", "开展渡口检查")
    text = Path("a.toml").read_text(encoding="utf-8")
    Path("a.toml").write_text(text.replace('"开展渡口检查…#"', '"开展渡口检查…#", "检查渡船#艘"'), encoding="utf-8")
    told = run("test", "a.toml", "--mutate").output
    assert "删去“检查渡船#艘”，没有一个例子会发觉" in told
    assert "删去“开展渡口检查…#”" not in told
    assert "names.toml" not in told.replace("checklist test common names", "")
    assert "继承来的模式没有算在内" in told


REPORT = "白河乡人民政府关于2024年渡口管理情况的报告\n县政府：\n一、主要做法\n全年开展渡口检查12次。\n"


def test_marked_reports_are_compared() -> None:
    run("new", "a.toml", *HARBOUR, "--duty", "开展渡口检查")
    Path("r").mkdir()
    Path("r/白河.txt").write_text(REPORT, encoding="utf-8")
    Path("r/白河.json").write_text('{"elements": {"E1": {"status": ["thin"]}, "S1": "met", "X": "met"}}', "utf-8")
    told = run("test", "a.toml", "--reports", "r")
    assert told.exit_code == 1
    assert f"{Path('r/白河.txt')}: E1 标注为 不充分，实为 满足\n" in told.output
    assert "X 清单里没有这个要素，或者它不用于这样的报告" in told.output
    assert told.output.endswith("标注过的报告 1 份：相符 1，不符 2，待核 0（相符 33.3%）。\n")
    assert run("test", "a.toml", "--reports", "r", "--at-least", "0.3").exit_code == 0


def test_marks_that_cannot_be_read_say_what_to_do() -> None:
    run("new", "a.toml", "--yes")
    Path("r").mkdir()
    assert "里没有标注" in run("test", "a.toml", "--reports", "r").output
    Path("r/甲.json").write_text('{"elements": {"E1": {"status": ["ok"]}}}', "utf-8")
    assert "没有同名的报告" in run("test", "a.toml", "--reports", "r").output
    Path("r/甲.txt").write_text(REPORT, "utf-8")
    assert "的 status 只能是 met、thin" in run("test", "a.toml", "--reports", "r").output


def test_docs_are_a_page_and_markdown_without_a_report() -> None:
    run("new", "a.toml", *HARBOUR, "--duty", "开展<b>渡口</b>检查")
    assert run("docs", "a.toml", "--html", "a.html", "--markdown", "a.md").exit_code == 0
    page, text = Path("a.html").read_text("utf-8"), Path("a.md").read_text("utf-8")
    assert "<h1>乡镇渡口管理年度报告</h1>" in page
    assert "开展&lt;b&gt;渡口&lt;/b&gt;检查" in page
    assert "<b>" not in page
    assert "src=" not in page
    assert "# 乡镇渡口管理年度报告" in text
    assert "开展\\<b\\>渡口" in text
    assert run("docs", "a.toml").output == text


def test_diff_tells_what_changes_for_which_report() -> None:
    run("new", "旧.toml", *HARBOUR, "--duty", "开展渡口检查", "--id", "x")
    text = Path("旧.toml").read_text("utf-8")
    changed = text.replace('done = ["开展渡口检查…#"]', 'done = ["开展渡口检查…#艘"]').replace('id = "S3"', 'id = "S9"')
    Path("新.toml").write_text(changed, "utf-8")
    Path("r").mkdir()
    Path("r/白河.txt").write_text(REPORT, "utf-8")
    told = run("diff", "旧.toml", "新.toml", "r", "--today", "2025-03-01")
    assert told.exit_code == 1
    assert "  变差：E1 开展渡口检查（满足 → 不充分）\n" in told.output
    assert "  新增：S9 下一年的安排（不查 → 缺失）\n" in told.output
    assert "  不再查：S3 下一年的安排（缺失 → 不查）\n" in told.output
    made = run("diff", "旧.toml", "新.toml", "r", "--today", "2025-03-01", "--format", "json")
    data = json.loads(made.output)
    assert data["worse"] == {"E1": 1, "S9": 1}
    assert run("diff", "旧.toml", "旧.toml", "r").exit_code == 0

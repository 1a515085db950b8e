"""The kit of an author: new, test --mutate and --reports, docs, diff."""

import json
from pathlib import Path

import pytest
import tomli
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
    assert made.output == (
        "已写 dukou.toml，标识是 dukou。\n"
        "事项 2 件：E1 开展渡口检查；E2 组织救生演练。\n"
        "标题里有“渡口管理…报告（总结）”的，才当作这份清单要查的报告。\n"
        "打开它，写着“待填”的地方要由您来写。接着：\n"
        "  qingdan checklist validate dukou.toml    校验写法\n"
        "  qingdan checklist test dukou.toml        运行例子\n"
        "  qingdan check 报告.docx --checklist dukou.toml\n"
    )
    told = run("validate", "dukou.toml").output
    assert "提示：依据“basis-1”的 paraphrase 还没有填，指南和结果里会照印" in told
    assert told.endswith("dukou.toml：错误 0 处，提示 1 处。\n")
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
        (("a.toml", "--from", "空.txt"), "空.txt 里没有找到报告要写的内容"),
        (("a.toml", "--from", "没有.txt"), "没有.txt：找不到这个文件"),
        (("a.docx",), "清单的文件名要以 .toml 结尾：a.toml"),
        (("a.toml", "--id", "township"), "标识“township”是随工具发布的清单的，请换一个。"),
        (("a.toml", "--subject", "？"), "主题“？”要是报告标题里的一个词"),
        (("a.toml", "--subject", "渡口，水库"), "不带标点"),
        (("a.toml", "--subject", '"渡口"管理'), "不带标点"),
        (("a.toml", "--duty", "一"), "事项“一”要写成一件事"),
        (("a.toml", "—title", "防震"), "“—title”前面是破折号，不是两个减号；请改成 --title。"),
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


REGULATION = """\
青禾县渡口管理年度报告办法
第一条 乡人民政府应当于每年1月31日前向县人民政府报送上一年度渡口管理报告。
第二条 报告应当写明下列内容：
（一）建立应急预案的情况；
（二）发生渡运事故的情况；没有发生的，如实写明。
第三条 报告应当写明存在的不足。
第四条 本办法自2024年1月1日起施行。
"""


def test_new_from_a_regulation_cites_each_article() -> None:
    Path("办法.txt").write_text(REGULATION, encoding="utf-8")
    made = run("new", "渡口.toml", "--from", "办法.txt", "--yes")
    assert made.exit_code == 0, made.output
    assert "从《青禾县渡口管理年度报告办法》取了报告要写的 2 项。\n另有规定要写的存在的不足（S2）。\n" in made.output
    assert "没有取：第四条（施行）。\n事项 2 件：E1 建立应急预案；E2 发生渡运事故。\n" in made.output
    written = Path("渡口.toml").read_text(encoding="utf-8")
    data = tomli.loads(written)
    assert [(row["title"], row["article"]) for row in data["basis"]] == [
        ("青禾县渡口管理年度报告办法", "第一条"),
        ("青禾县渡口管理年度报告办法", "第二条"),
        ("青禾县渡口管理年度报告办法", "第三条"),
    ]
    elements = {row["id"]: row for row in data["element"]}
    assert elements["S0"]["recipients"] == ["县人民政府"]
    assert [elements[name]["basis"] for name in ("S1", "S2", "S3", "E1")] == [
        ["basis-1"],
        ["basis-3"],
        ["basis-1"],
        ["basis-2"],
    ]
    assert elements["E1"]["met"] == "写明了建立应急预案的情况"
    assert elements["E2"]["none"] == ["(未|没有)发生渡运事故"]
    assert data["rule"][0]["date"] == "01-31"
    assert '# 待填：规定没有写到这一项；不要求的，删去这个要素。\n[[element]]\nid = "S3"' in written
    assert run("validate", "渡口.toml").output == "渡口.toml：错误 0 处，提示 0 处。\n"
    assert run("test", "渡口.toml", "--strict").exit_code == 0
    Path("报告.txt").write_text(
        "青禾镇人民政府关于2024年渡口管理情况的报告\n县政府：\n一、主要做法\n全年未发生渡运事故。\n", encoding="utf-8"
    )
    checked = CliRunner().invoke(cli, ["check", "报告.txt", "--checklist", "渡口.toml", "--today", "2025-03-01"])
    assert "[E1]" in checked.output
    assert "[E2]" not in checked.output
    assert "[S0]" not in checked.output


@pytest.mark.parametrize(
    ("path", "ident"),
    [
        ("anquan.toml", "anquan"),
        ("安全anquan2.toml", "anquan2"),
        ("township.toml", "qingdan-"),
        ("安全2.toml", "qingdan-"),
    ],
)
def test_every_draft_has_an_id_of_its_own(path: str, ident: str) -> None:
    made = run("new", path, "--yes")
    written = tomli.loads(Path(path).read_text("utf-8"))["checklist"]["id"]
    assert written.startswith(ident)
    assert made.output.startswith(f"已写 {path}，标识是 {written}。\n")


def test_two_chinese_names_are_two_ids() -> None:
    assert (
        run("new", "安全.toml", "--yes").output.partition("标识是")[2]
        != (run("new", "防震.toml", "--yes").output.partition("标识是")[2])
    )


def test_commands_to_copy_are_quoted() -> None:
    assert "  qingdan checklist test '我的 清单.toml'  " in run("new", "我的 清单.toml", "--yes").output


@pytest.mark.parametrize("kind", ["县", "街道", "部门"])
def test_the_examples_are_by_such_an_issuer(kind: str) -> None:
    run("new", "a.toml", "--yes", "--kind", kind)
    written = Path("a.toml").read_text("utf-8")
    assert "青禾镇人民政府" not in written
    assert "关于2024年" in written
    assert run("test", "a.toml", "--strict").exit_code == 0


@pytest.mark.parametrize(
    "duty",
    [
        *(
            "#次培训",
            "一、组织演练",
            "（三）发生地震的情况。",
            "3项制度",
            "**加粗**检查",
            "A\\B 检查",
            "“引号”检查",
            "是否(甲|乙)",
        ),
        *(
            "二〇二四年会议",
            "不足整改",
            "拟建项目",
            "应急预案",
            "{词表}检查",
            "检查^起",
            "10月检查",
            "- 减号检查",
            "| 竖线 |",
        ),
        *(
            "::error::检查",
            "下一步工作打算",
            "存在的问题",
            "开展检查，并整改",
            "组织演练、开展检查",
            "事故情况",
        ),
    ],
)
def test_any_duty_makes_a_draft_that_passes(duty: str) -> None:
    made = run("new", "a.toml", "--yes", "--duty", duty)
    assert made.exit_code == 0, made.output
    assert "错误 0 处" in run("validate", "a.toml").output
    tried = run("test", "a.toml")
    assert tried.exit_code == 0, tried.output


def test_unfilled_unused_and_marked_sources_are_told() -> None:
    run("new", "a.toml", "--yes")
    text = Path("a.toml").read_text("utf-8").replace("（请写上依据的文件名称）", "《渡口办法》")
    text = text.replace('paraphrase = "（请写上这一条的大意）"', 'wording = "乡人民政府管理渡口。"')
    text += '\n[[basis]]\nid = "spare"\ntitle = "某法"\nrank = "法律法规"\nparaphrase = "待填"\n'
    Path("a.toml").write_text(text, "utf-8")
    told = run("validate", "a.toml").output
    assert "提示：依据的名称不加书名号（显示时会加上），请写“渡口办法”" in told
    assert "提示：没有要素、规则用到依据“spare”：请写进要用它的要素的 basis，或者删去它" in told
    assert "提示：依据“spare”的 paraphrase 还没有填" in told
    assert told.endswith("错误 0 处，提示 3 处。\n")


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
    assert "的 status 只能是 met（满足）、thin（不充分）" in run("test", "a.toml", "--reports", "r").output


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
    assert run("docs", "a.toml", "--html", "a.html", "--markdown", "a.md").exit_code == 0


@pytest.mark.parametrize(
    ("option", "path", "told"),
    [
        ("--html", "重要.html", "重要.html 已经有了，不是本工具写的，没有覆盖。"),
        ("--markdown", "重要.md", "重要.md 已经有了，不是本工具写的，没有覆盖。"),
        ("--html", "重要.txt", "--html 的文件名要以 .html 或 .htm 结尾，例如 重要.html；没有写入。"),
        ("--html", "重要.docx", "--html 的文件名要以 .html 或 .htm 结尾，例如 重要.html；没有写入。"),
        ("--markdown", "重要.html", "--markdown 的文件名要以 .md 或 .markdown 结尾，例如 重要.md；没有写入。"),
        ("--html", "", "--html 后面是空的"),
    ],
)
def test_docs_never_overwrite_a_file_of_others(option: str, path: str, told: str) -> None:
    run("new", "a.toml", *HARBOUR)
    if path:
        Path(path).write_text("mine", "utf-8")
    refused = run("docs", "a.toml", option, path)
    assert refused.exit_code != 0
    assert told in refused.output
    assert not path or Path(path).read_text("utf-8") == "mine"


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

"""What guards the patterns of a checklist, what `checklist test` refuses, and what marks and options say when wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli.main import cli


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["checklist", *map(str, words)])


HEAD = """
[checklist]
id = "a"
title = "乡镇渡口管理年度报告"
version = "1"
subject = "渡口管理"

[checklist.recognise]
title = ["渡口管理…(报告|总结)"]
not-title = ["通知$"]
@例子@

[[basis]]
id = "basis-1"
title = "渡口管理办法"
rank = "政策文件"
paraphrase = "每年报告渡口管理情况。"

[cues]
lacking = ["不够"]

[roles.measures]
title = "做法"
heading = ["做法"]
fallback = true

[[element]]
id = "S0"
kind = "front"
part = "recipient"
recipients = ["县政府"]
title = "主送机关"
group = "基本"
severity = "warning"
basis = ["basis-1"]
met = "写明了主送机关"
thin = "主送机关不是应报送的机关"
absent = "没有写主送机关"
remedy = { text = "写主送机关。" }

[[element.example]]
text = "@主送@"
expect = "thin"

[[element]]
id = "E1"
kind = "phrase"
title = "检查渡口"
group = "基本"
severity = "warning"
basis = ["basis-1"]
done = ["检查渡口…#"]
named = ["检查渡口"]
met = "写明了检查"
thin = "只提到检查"
absent = "没有写检查"
remedy = { text = "写明检查次数。" }

[[element.example]]
text = "全年检查渡口12次。"
expect = "met"
"""
REPORT = "白河乡人民政府关于2024年渡口管理情况的报告\n县政府：\n一、主要做法\n全年检查渡口12次，检查渡口3次不够。\n"
MARKS = {"elements": {"E1": {"status": ["met"]}, "S0": {"status": ["met"]}}}


def draft(titles: str = "", recipient: str = "乙市政府：", more: str = "") -> Path:
    path = Path("a.toml")
    path.write_text(HEAD.replace("@例子@", titles).replace("@主送@", recipient) + more, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("r").mkdir()
    Path("r/白河.txt").write_text(REPORT, encoding="utf-8")
    Path("r/白河.json").write_text(json.dumps(MARKS), encoding="utf-8")
    return tmp_path


def free(*options: str) -> list[str]:
    lines = run("test", "a.toml", "--mutate", *options).output.splitlines()
    return [line.split("删去“")[1].split("”")[0] for line in lines if "提示：删去“" in line]


def test_the_only_recipient_is_held_by_an_example_that_it_does_not_match() -> None:
    draft()
    assert "县政府" not in free()
    draft(recipient="县政府：")
    assert run("test", "a.toml").exit_code == 1  # the example expects thin
    assert "县政府" in free()


def test_titles_hold_the_patterns_of_recognition() -> None:
    draft()
    assert {"渡口管理…(报告|总结)", "通知$"} <= set(free())
    draft('example = ["白河乡2024年渡口管理情况的报告"]\nnot-example = ["关于报送渡口管理情况报告的通知"]')
    assert not {"渡口管理…(报告|总结)", "通知$"} & set(free())


def test_a_whole_report_holds_the_title_by_which_it_is_recognised() -> None:
    draft(more=f'\n[[element.example]]\ntext = """\n{REPORT}"""\nexpect = "met"\n')
    assert "渡口管理…(报告|总结)" not in free()


def test_a_title_taken_for_another_fails_the_test() -> None:
    draft('example = ["白河乡2024年林业情况的报告"]')
    told = run("test", "a.toml")
    assert told.exit_code == 1
    assert "a.toml:11:12: 错误：没有认出是这份清单所查的报告，请看 [checklist.recognise] 的 title" in told.output
    assert "；认错的标题、报告 1 个" in told.output
    draft('not-example = ["白河乡2024年渡口管理情况的报告"]')
    assert "错误：认成了这份清单所查的报告" in run("test", "a.toml").output


def test_marked_reports_hold_patterns_as_well() -> None:
    draft()
    assert "渡口管理…(报告|总结)" in free()
    assert "渡口管理…(报告|总结)" not in free("--reports", "r")
    assert "个靠标注过的报告" in run("test", "a.toml", "--mutate", "--reports", "r").output


def test_what_a_draft_brought_is_said() -> None:
    run("new", "b.toml", "--yes", "--title", "乡镇渡口管理年度报告", "--subject", "渡口管理", "--duty", "检查渡口")
    told = run("test", "b.toml", "--mutate").output
    assert "删去“薄弱”（初稿自带的），没有一个例子会发觉" in told
    assert "个是初稿自带的。\n要守住它们，各添一个删去后会不符的例子：\n" in told


def test_what_validate_refuses_cannot_be_tested() -> None:
    draft(more='\n[roles.plan]\ntitle = "安排"\nheading = ["听取^汇报"]\n')
    assert run("validate", "a.toml").exit_code == 2
    told = run("test", "a.toml")
    assert told.exit_code == 2
    assert "永远匹配不到" in told.output
    assert "清单有错误，没有运行例子。" in told.output


def test_inherited_examples_are_counted_apart() -> None:
    draft()
    text = Path("a.toml").read_text("utf-8").replace('version = "1"\n', 'version = "1"\nextends = "common"\n')
    Path("a.toml").write_text(text, encoding="utf-8")
    assert "个（自己的 2 个，继承来的 " in run("test", "a.toml").output


def test_an_example_without_expectation_is_told_so() -> None:
    draft(more='\n[[element.example]]\ntext = "全年检查渡口2次。"\n')
    assert "\n  没有写应得的结果（expect）；实为 满足\n" in run("test", "a.toml").output


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ("{“elements”: {}}", '第 1 行第 2 列写法不对：这里用了全角的 “ ，请改用半角的 "。'),
        (
            '{"elements": {"E1": "met"\n "S0": "met"}}',
            "第 1 行第 26 列写法不对：这里缺逗号（两项之间），或者缺右括号。",
        ),
        ('{"elements": {"E1": "met",}}', "写法不对：最后一项后面多了逗号，请删去。"),
        ('{"elements"： {}}', "写法不对：这里用了全角的 ： ，请改用半角的 :。"),
        ('{"elements": {"E1": 满足}}', '写法不对：文字要加半角双引号，如 "met"。'),
        ('{"elements": {"E1": "满足"}}', "，这里写的是“满足”，是否想写“met”？"),
        ("{", '写法不对：名称要加半角双引号，写作 "E1"。'),
    ],
)
def test_marks_are_complained_of_in_chinese(marks: str, told: str) -> None:
    draft()
    Path("r/白河.json").write_text(marks, encoding="utf-8")
    assert told in run("test", "a.toml", "--reports", "r").output


def test_marks_under_another_name_and_reports_without_marks_are_told() -> None:
    draft()
    Path("r/青石.txt").write_text(REPORT, encoding="utf-8")
    assert (
        f"{Path('r/青石.txt')}: 没有标注（同名的 .json 文件），没有核对\n"
        in run("test", "a.toml", "--reports", "r").output
    )
    Path("r/青石.json.txt").write_text("{}", encoding="utf-8")
    assert "像是标注，扩展名却不是 .json；请改名为 青石.json" in run("test", "a.toml", "--reports", "r").output


def test_a_wrong_value_names_its_option() -> None:
    draft()
    assert "--at-least 的值不对：“95”不是比例" in run("test", "a.toml", "--at-least", "95").output
    assert run("test", "a.toml", "--at-least", "95%").exit_code == 0
    assert "--today 的值不对" in run("diff", "a.toml", "a.toml", "r", "--today", "二月").output


def test_nothing_compared_is_said() -> None:
    draft()
    told = run("diff", "a.toml", "a.toml", "没有.txt")
    assert told.output.endswith("一份也没有比成，什么也没有比较。\n")
    assert told.exit_code == 2


def test_a_word_file_is_no_checklist() -> None:
    Path("a.toml").write_bytes(b"PK\x03\x04......word/document.xml")
    assert "这是 Word 文件，不是清单文件；清单文件是纯文本" in run("validate", "a.toml").output
    Path("清单.docx").write_bytes(b"PK\x03\x04")
    assert "清单文件的名称要以 .toml 结尾" in run("validate", "清单.docx").output

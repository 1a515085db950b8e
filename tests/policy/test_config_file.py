"""The configuration file: where it is found, and what is said of every mistake in it."""

from pathlib import Path

import pytest

from lint.checklist.problems import ChecklistError, render
from lint.policy.config_file import load
from lint.policy.config_find import find


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(text: str, name: str = "qingdan.toml") -> str:
    Path(name).write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistError) as caught:
        load(Path(name))
    assert caught.value.upshot == "配置有错误，没有检查。"
    return "\n".join(map(render, caught.value.problems))


def test_it_is_found_upward_as_far_as_the_repository(folder: Path) -> None:
    inside = folder / "仓库" / "各镇" / "2024"
    inside.mkdir(parents=True)
    (folder / "qingdan.toml").write_text("")
    report = inside / "梨溪.txt"
    report.write_text("")
    assert find(report) == Path("qingdan.toml")
    assert find("仓库/各镇/*.docx") == Path("qingdan.toml")
    (folder / "仓库" / ".git").mkdir()
    assert find(report) is None
    (folder / "仓库" / "qingdan.toml").write_text("")
    assert find(report) == find("仓库") == Path("仓库/qingdan.toml")


def test_a_pyproject_counts_when_it_has_our_table(folder: Path) -> None:
    inside = folder / "各镇"
    inside.mkdir()
    Path("各镇/pyproject.toml").write_text('[project]\nname = "qingdan-reports"\n')
    Path("pyproject.toml").write_text('[project]\nname = "x"\n[tool.qingdan]\nyear = 2024\n')
    found = find(inside)
    assert found == Path("pyproject.toml")
    config = load(found)
    assert (config.said.year, config.where("year")) == (2024, "pyproject.toml:4")
    Path("qingdan.toml").write_text("")
    assert find(inside) == Path("qingdan.toml")


def test_another_tools_broken_pyproject_is_not_ours_to_tell(folder: Path) -> None:
    Path("pyproject.toml").write_text('[project\nname = "qingdan-reports"\n')
    assert find(".") is None
    Path("pyproject.toml").write_text('[tool.qingdan]\nyear = "\n')
    assert find(".") == Path("pyproject.toml")


def test_everything_wrong_is_told_in_one_go(folder: Path) -> None:
    said = refused(
        'checklst = "township"\n'
        'fail-on = "warnings"\n'
        'ignore = "names"\n'
        "year = 24\n"
        "layout = 1\n"
        "[severity]\n"
        'F7 = "warn"\n'
        "[[path]]\n"
        'match = ""\n'
        "yaer = 2024\n"
        "[waiver]\n"
        'rule = "W1"\n'
    )
    assert said == (
        "qingdan.toml:1:1: 错误：配置最外层没有“checklst”这个键；是否想写“checklist”？\n"
        '    1 | checklst = "township"\n'
        "      | ^\n"
        "qingdan.toml:2:11: 错误：“fail-on”只能是 error、warning、never 之一，这里写的是“warnings”；"
        "是否想写“warning”？\n"
        '    2 | fail-on = "warnings"\n'
        "      |           ^\n"
        'qingdan.toml:3:10: 错误：“ignore”应是列表，即使只有一项也要写作 ["names"]\n'
        '    3 | ignore = "names"\n'
        "      |          ^\n"
        "qingdan.toml:4:8: 错误：“year”应在 1900 到 2099 之间，这里写的是 24\n"
        "    4 | year = 24\n"
        "      |        ^\n"
        "qingdan.toml:5:10: 错误：“layout”应是true 或 false（不加引号），这里写的是 1\n"
        "    5 | layout = 1\n"
        "      |          ^\n"
        "qingdan.toml:7:6: 错误：“F7”只能是 error、warning、hint、off 之一，这里写的是“warn”；是否想写“warning”？\n"
        '    7 | F7 = "warn"\n'
        "      |      ^\n"
        "qingdan.toml:9:9: 错误：“match”不能是空的\n"
        '    9 | match = ""\n'
        "      |         ^\n"
        "qingdan.toml:10:1: 错误：[[path]] 没有“yaer”这个键；是否想写“year”？\n"
        "   10 | yaer = 2024\n"
        "      | ^\n"
        "qingdan.toml:11:2: 错误：“waiver”可以有几个，表头要用双方括号：[[waiver]]\n"
        "   11 | [waiver]\n"
        "      |  ^"
    )


def test_a_waiver_needs_reason_authority_and_a_document(folder: Path) -> None:
    assert "1:3: 错误：[[waiver]] 缺少“reason”“authority”\n" in refused('[[waiver]]\nrule = "W1"\npath = "a.txt"\n')
    said = refused('[[waiver]]\nrule = "W1"\nreason = "已同意"\nauthority = "县司法局"\n')
    assert "错误：[[waiver]] 要写明是哪份报告的：path 或者 issuer；一条例外不能管所有的报告\n" in said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ('"2026-02-30"', "“until”没有“2026-02-30”这一天"),
        ('"2026年6月"', "“until”要写作 2026-06-30 的样子，这里写的是“2026年6月”"),
        ("20260630", "“until”应是文字（加引号），这里写的是 20260630"),
    ],
)
def test_a_day_that_is_none(folder: Path, day: str, said: str) -> None:
    waiver = '[[waiver]]\nrule = "W1"\npath = "a"\nreason = "x"\nauthority = "y"\n'
    assert f"错误：{said}\n" in refused(f"{waiver}until = {day}\n")


def test_a_day_may_be_written_without_quotation_marks(folder: Path) -> None:
    waiver = '[[waiver]]\nrule = "W1"\npath = "a"\nreason = "x"\nauthority = "y"\n'
    Path("qingdan.toml").write_text(f"{waiver}until = 2026-06-30\n")
    assert load(Path("qingdan.toml")).said.waiver[0].until == "2026-06-30"


@pytest.mark.parametrize(
    "target", ["/etc/x.json", "../x.json", "C:\\x.json", "~/x.json", ".git/hooks/pre-commit", "外/x.json"]
)
def test_outputs_of_a_configuration_stay_in_its_folder(folder: Path, target: str) -> None:
    (folder / "外").symlink_to(folder.parent)
    said = refused(f"outputs = ['json:{target}']\n")
    assert "配置里的输出只能写到配置文件所在的文件夹里面；写到别处请用命令行的 --output" in said


@pytest.mark.parametrize("blank", ["", " ", "　\t", "\u200b"])
@pytest.mark.parametrize("key", ["reason", "authority"])
def test_a_reason_or_authority_that_nobody_can_see_is_none(folder: Path, key: str, blank: str) -> None:
    said = {"rule": "F7", "path": "甲.txt", "reason": "已另行报告", "authority": "县司法局", key: blank}
    told = refused("[[waiver]]\n" + "".join(f'{name} = "{value}"\n' for name, value in said.items()))
    assert f"错误：“{key}”不能是空的\n" in told


@pytest.mark.parametrize("key", ["checklist", "baseline", "review"])
def test_no_name_holds_a_nul(folder: Path, key: str) -> None:
    assert f"1:{len(key) + 4}: 错误：“{key}”里有写不进文件名的字符（\\u0000），请删去\n" in refused(
        f'{key} = "a\\u0000b"\n'
    )
    assert "“outputs”里的这一项里有写不进文件名的字符" in refused('outputs = ["json:a\\u0000b"]\n')


def test_broken_toml_and_missing_files(folder: Path) -> None:
    assert refused('year = "\n').startswith("qingdan.toml:1:9: 错误：文字没有收尾")
    with pytest.raises(ChecklistError, match="找不到这个配置文件"):
        load(Path("没有.toml"))
    assert "里面没有 [tool.qingdan] 这个表" in refused('[project]\nname = "x"\n', "pyproject.toml")
    assert "tool.qingdan 应是表" in refused("[tool]\nqingdan = 1\n", "pyproject.toml")

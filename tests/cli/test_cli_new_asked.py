"""The questions of `checklist new`, answered on a real terminal."""

import re
from pathlib import Path

import pytest
import tomli

from tests.terminal import CTRL_C, CTRL_D, converse

NEW = ("checklist", "new")


def test_a_wrong_answer_is_asked_again_at_once(tmp_path: Path) -> None:
    answers = ["", "防震，减灾", "防震减灾", "防震", "fangzhen", "县、应急管理局", "县区", "县政府：", "《防震办法》"]
    done = converse((*NEW, "防震减灾.toml"), [*answers, "一、组织演练；二、开展检查 编制预案"], tmp_path)
    asked = done.shown.split("\n")
    assert asked[:13] == [
        "逐项回答，回车用方括号里的；Ctrl-C 取消。",
        "清单的名称 [防震减灾年度报告]：",
        "报告说的是什么事（也是标题里认出它的词） [防震减灾]：防震，减灾",
        "  主题“防震，减灾”要是报告标题里的一个词，至少两个字，不带标点，例如 水利、渡口管理。",
        "报告说的是什么事（也是标题里认出它的词） [防震减灾]：防震减灾",
        "清单的标识（字母、数字；各份清单不能相同） [qingdan-56066d]：防震",
        "  标识“防震”只能用字母、数字、-、_、.，并以字母或数字开头，例如 shuili。",
        "清单的标识（字母、数字；各份清单不能相同） [qingdan-56066d]：fangzhen",
        "适用于哪些机关（乡、镇、街道、县、市、区、部门；不填为全部）：县、应急管理局",
        "  没有“应急管理局”这种机关，可以写 乡、镇、街道、县、市、区、部门，或者 全部；局、委、办都写 部门。",
        "适用于哪些机关（乡、镇、街道、县、市、区、部门；不填为全部）：县区",
        "报送给谁（不填则不查）：县政府：",
        "依据的文件名称（可以以后填）：《防震办法》",
    ]
    assert "事项 3 件：E1 组织演练；E2 开展检查；E3 编制预案。" in asked
    data = tomli.loads((tmp_path / "防震减灾.toml").read_text("utf-8"))
    assert (data["checklist"]["id"], data["checklist"]["kinds"]) == ("fangzhen", ["县", "区"])
    assert data["basis"][0]["title"] == "防震办法"
    assert {row["id"]: row for row in data["element"]}["S0"]["recipients"] == ["县政府"]


def test_all_kinds_and_nothing_filled_in(tmp_path: Path) -> None:
    done = converse((*NEW, "水利.toml"), ("", "", "", "全部", "", "", ""), tmp_path)
    assert done.code == 0, done.shown
    assert "[]" not in done.shown
    data = tomli.loads((tmp_path / "水利.toml").read_text("utf-8"))
    assert re.fullmatch(r"qingdan-[0-9a-f]{6}", data["checklist"]["id"])
    assert "kinds" not in data["checklist"]
    assert data["checklist"]["subject"] == "水利"


def test_a_regulation_answers_for_itself(tmp_path: Path) -> None:
    (tmp_path / "办法.txt").write_text(
        "青禾县渡口管理年度报告办法\n第一条 乡人民政府应当每年向县政府报告。\n第二条 报告应当写明检查渡口的情况。\n",
        "utf-8",
    )
    done = converse((*NEW, "a.toml", "--from", "办法.txt"), ("",) * 6, tmp_path)
    assert done.code == 0, done.shown
    assert "清单的名称 [渡口管理年度报告]：\n" in done.shown
    assert "报送给谁（不填则不查） [县政府]：\n" in done.shown
    assert "依据的文件名称（可以以后填） [青禾县渡口管理年度报告办法]：\n" in done.shown
    assert "事项 1 件：E1 检查渡口。" in done.shown


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_giving_up_writes_nothing_and_says_so(key: str, tmp_path: Path) -> None:
    done = converse((*NEW, "a.toml"), ("渡口年度报告", key), tmp_path)
    assert done.code == 130
    assert done.shown.endswith("\n已取消，没有写文件。\n")
    assert not (tmp_path / "a.toml").exists()


def test_arrow_keys_leave_no_control_characters(tmp_path: Path) -> None:
    done = converse((*NEW, "a.toml"), ("渡口年度报告\x1b[D\x1b[D", "", "", "", "", "", ""), tmp_path)
    written = (tmp_path / "a.toml").read_text("utf-8")
    assert done.code == 0
    assert tomli.loads(written)["checklist"]["title"] == "渡口年度报告"
    assert "\\u001b" not in written

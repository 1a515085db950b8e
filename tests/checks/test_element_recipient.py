"""The body to which a report goes: short and full names of one body are the same, another body is told."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli.main import cli

CHECKLIST = """\
[checklist]
id = "to"
title = "主送"
version = "1"

[[element]]
id = "S0"
kind = "front"
part = "recipient"
recipients = [{recipients}]
title = "主送机关"
group = "形式"
severity = "error"
met = "有"
thin = "主送机关不是应报送的机关"
absent = "没有主送机关"
remedy = {{ text = "写上。" }}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(recipients: str, told: str) -> str:
    Path("to.toml").write_text(CHECKLIST.format(recipients=recipients), "utf-8")
    report = f"青禾镇人民政府关于2024年渡口管理情况的报告\n\n{told}\n\n一、主要做法\n全年检查渡口4次。\n"
    Path("报告.txt").write_text(report, "utf-8")
    return CliRunner().invoke(cli, ["check", "报告.txt", "--checklist", "to.toml", "--today", "2025-03-01"]).output


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("县政府", "县人民政府："),
        ("县人民政府", "县政府："),
        ("市人民政府", "云州市政府："),
        ("市政府", "云州市人民政府："),
        ("青禾县人民政府", "县政府："),
        ("县委县政府", "县委、县政府："),
        ("县委、县人民政府", "中共青禾县委员会、青禾县人民政府："),
        ("县委、县政府", "县委县政府："),
        ("县政府", "县委、县人民政府："),
        ("县人大常委会", "青禾县人民代表大会常务委员会："),
        ("(县|市)政府", "市人民政府："),
        ("县司法局", "县司法局："),
        ("省水利厅", "云州省水利厅："),
        ("县委宣传部", "县委宣传部："),
    ],
)
def test_short_and_full_names_are_one_body(wanted: str, told: str) -> None:
    assert "[S0]" not in checked(f'"{wanted}"', told)


@pytest.mark.parametrize(
    ("wanted", "told", "message"),
    [
        (
            '"县政府"',
            "云州市人民政府：",
            "主送机关不是应报送的机关：报告写的是“云州市人民政府”，清单写的是“县政府”；请核对改正 [S0]",
        ),
        ('"青禾县人民政府"', "柳溪县政府：", "报告写的是“柳溪县政府”，清单写的是“青禾县人民政府”"),
        ('"县委县政府"', "县政府：", "报告写的是“县政府”，清单写的是“县委县政府”"),
        ('"县委", "县政府"', "市司法局：", "清单写的是“县委”或“县政府”；请核对改正"),
        ('"(县|市)政府"', "区政府：", "主送机关不是应报送的机关：报告写的是“区政府” [S0]"),
    ],
)
def test_another_body_is_told_with_what_was_expected(wanted: str, told: str, message: str) -> None:
    assert message in checked(wanted, told)

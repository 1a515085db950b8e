"""What a checklist says of tables: equations of rows that are there, tables that can be recognised."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sound_checklist import SOUND

from lint.checklist.equations import Equation, parse_equation
from lint.checklist.faults.validate import validate
from lint.checklist.problems import render

TABLE = """
[[rule]]
id = "money"
kind = "table"
title = "收支表"
severity = "error"
called = "收支表"
has = ["收入", "结余"]
each-column = ["收入 = 支出 + 结余"]
each-row = ["本级＋下属＝总计"]
[rule.rows]
"收入" = ["收入"]
"支出" = ["支出"]
"结余" = ["结余"]
[rule.columns]
"本级" = ["本级"]
"下属" = ["下属"]
"总计" = ["总计"]
[[rule.example]]
text = "收支见附表。"
clean = true

[[element]]
id = "T1"
kind = "table"
table = "money"
title = "收支表"
group = "总体"
severity = "error"
basis = ["law"]
met = "有收支表"
thin = "收支表没有填"
absent = "没有收支表"
remedy = { text = "补收支表。" }
[[element.example]]
text = "收支见附表。"
expect = "absent"
"""


def told(write: Callable[..., Path], text: str) -> list[str]:
    return [render(problem).split("\n")[0] for problem in validate(write(SOUND + text)) if problem.level == "错误"]


def line_of(text: str, words: str) -> str:
    before = (SOUND + text).split(words)[0]
    return f"甲.toml:{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}: 错误："


def test_a_sound_table_rule(write: Callable[..., Path]) -> None:
    assert told(write, TABLE) == []


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("= 支出 + 结余", "= 支处 + 结余", "支处", "rows 里没有“支处”；是否想写“支出”？"),
        ("本级＋下属＝总计", "本级＋下属", "本级＋", "算式“本级＋下属”要有一个等号，如 甲 + 乙 = 丙"),
        ("= 支出 + 结余", "= 支出 + + 结余", "收入 = 支出 + +", "算式“收入 = 支出 + + 结余”里有一处缺了名称"),
        ("= 支出 + 结余", "= 支出 + 收入", "收入 = 支出 + 收", "算式“收入 = 支出 + 收入”里“收入”出现两次"),
        ('has = ["收入", "结余"]', "has = []", "has =", "has 是空的：什么表都合，认不出是哪一张"),
        ('"下属" = ["下属"]', '"下属" = []', '"下属" = []', "“下属”没有写怎样找到它"),
        ('"下属" = ["下属"]', '"下属" = ["下属"]\n"a+b" = ["乙"]', '"a+b"',
         "名称“a+b”不能是空的，也不能有加号、等号：算式里要用它"),
        ('"下属" = ["下属"]', '"下属" = ["下属"]\n"结余" = ["结余"]', '"结余" = ["结余"]\n"总计"',
         "“结余”既是行又是列，请改一个名称"),
        ('called = "收支表"', 'called = "收支表"\noptional = ["支除"]', "支除",
         "rows 和 columns 里都没有“支除”；是否想写“支出”？"),
        ('table = "money"', 'table = "monye"', "monye",
         '[[rule]] 里没有 id 为“monye”、kind = "table" 的规则；是否想写“money”？'),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_place(
    write: Callable[..., Path], old: str, new: str, at: str, message: str
) -> None:
    assert old in TABLE
    text = TABLE.replace(old, new, 1)
    assert told(write, text) == [line_of(text, at) + message]


def test_equations() -> None:
    assert parse_equation("甲 + 乙 = 丙") == Equation(("甲", "乙"), ("丙",))
    assert parse_equation("甲＋乙＝丙") == parse_equation("甲+乙=丙")

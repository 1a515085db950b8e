"""extends: override, add to, remove; identity; places after merging; what is refused."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sound_checklist import SOUND

from lint.checklist.faults.validate import validate
from lint.checklist.layers import layers
from lint.checklist.load import load
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import ChecklistError, render

Write = Callable[..., Path]

REGION = """\
[checklist]
id = "region"
title = "某市清单"
version = "2"
extends = "./base.toml"
"""


@pytest.fixture
def region(write: Write) -> Callable[[str], Path]:
    """A checklist that extends the sound one; given from the line after `extends`."""
    write(SOUND, "base.toml")
    return lambda text: write(REGION + text, "region.toml")


def test_nothing_given_is_all_inherited(region: Callable[[str], Path]) -> None:
    base, own = load(Path("base.toml")) if Path("base.toml").exists() else None, load(region(""))
    assert base
    assert (own.identity.id, own.identity.title, own.identity.version) == ("region", "某市清单", "2")
    assert own.identity.groups == ("总体",)
    for key in ("basis", "vocabulary", "cues", "roles", "chain", "element", "rule"):
        assert getattr(own.file, key) == getattr(base.file, key)
    assert own.sources == ("region.toml", "base.toml")
    assert own.sha256 != base.sha256


def test_keys_given_replace_the_inherited_ones(region: Callable[[str], Path]) -> None:
    own = load(region('[roles.plan]\nlead = ["下一年"]\n[[element]]\nid = "F2"\nseverity = "error"\n'))
    first, second = own.file.element
    assert (first.severity, second.severity, second.title) == ("error", "error", "措施")
    assert (own.file.roles["plan"].heading, own.file.roles["plan"].lead) == (("安排",), ("下一年",))


def test_lists_of_a_table_are_added_to(region: Callable[[str], Path]) -> None:
    own = load(
        region(
            '[roles.plan]\n"heading+" = ["打算"]\n[[element]]\nid = "F1"\n"done+" = ["讲法"]\n'
            '[[element."example+"]]\ntext = "讲法三次。"\nexpect = "met"\n'
        )
    )
    base = load(Path("base.toml"))
    first, before = own.file.element[0], base.file.element[0]
    assert own.file.roles["plan"].heading == (*base.file.roles["plan"].heading, "打算")
    assert first.done == (*before.done, "讲法")  # type: ignore[union-attr]
    assert [example.text for example in first.example] == [*(one.text for one in before.example), "讲法三次。"]


def test_an_added_list_needs_one_to_add_to(region: Callable[[str], Path]) -> None:
    path = region('[[element]]\nid = "F1"\n"dome+" = ["讲法"]\n')
    (problem,) = validate(path)
    assert (problem.line, problem.column) == (8, 1)
    assert problem.message == "没有继承到“dome”可以增补；要新写，请去掉“+”"
    assert problem.suggestion == "done"


def test_an_added_pattern_is_told_at_its_own_place(region: Callable[[str], Path]) -> None:
    (problem,) = [
        one for one in validate(region('[[element]]\nid = "F1"\n"done+" = ["讲(法"]\n')) if one.level == "错误"
    ]
    assert (Path(problem.file).name, problem.line) == ("region.toml", 8)


def test_new_rows_come_after_and_another_kind_replaces_the_whole(region: Callable[[str], Path]) -> None:
    row = (
        '[[element]]\nid = "{}"\nkind = "chain"\nlink = "plan"\ntitle = "链"\ngroup = "总体"\nseverity = "hint"\n'
        'met = "有。"\nthin = "少。"\nabsent = "无。"\nremedy = {{ text = "写。" }}\n'
    )
    own = load(region(row.format("F1") + row.format("F9")))
    assert [(element.id, element.title) for element in own.file.element] == [("F1", "链"), ("F2", "措施"), ("F9", "链")]


def test_lists_replace_and_plus_adds(region: Callable[[str], Path]) -> None:
    own = load(region('[vocabulary]\n"会议" = ["座谈会"]\n"法律顾问+" = ["法务"]\n[cues]\n"planned+" = ["下一步"]\n'))
    assert own.file.vocabulary == {"法律顾问": ("法律顾问", "公职律师", "法务"), "会议": ("座谈会",)}
    assert own.file.cues == {"planned": ("将", "拟", "下一步")}


def test_terms_are_joined_by_their_right_form(region: Callable[[str], Path]) -> None:
    text = (
        '[[rule]]\nid = "R1"\n[[rule.term]]\nright = "新词"\nwrong = ["旧词"]\n'
        '[[rule.term]]\nright = "行政复议"\nwrong = ["复意"]\n'
    )
    (rule,) = load(region(text)).file.rule
    assert [(term.right, term.wrong) for term in rule.term] == [  # type: ignore[union-attr]
        ("行政复议", ("复意",)),
        ("法治建设", ("法制建设",)),
        ("新词", ("旧词",)),
    ]


def test_remove(region: Callable[[str], Path]) -> None:
    own = load(region('remove = ["F2", "R1"]\n'))
    assert [element.id for element in own.file.element] == ["F1"]
    assert own.file.rule == ()


def test_three_levels_keep_the_places(region: Callable[[str], Path], write: Write) -> None:
    region('[vocabulary]\n"会议+" = ["坏(词"]\n[[rule]]\nid = "R1"\n[[rule.term]]\nright = "甲"\nwrong = ["{无}"]\n')
    base = Path("base.toml").read_text(encoding="utf-8").replace('where = ["measures"]', 'where = ["mesures"]')
    write(base, "base.toml")
    town = write(
        REGION.replace("region", "town").replace("base", "region") + '[[element]]\nid="F1"\nsevrity="hint"\n',
        "town.toml",
    )
    told = [(problem.file, problem.line, problem.source_line) for problem in validate(town) if problem.level == "错误"]
    assert told == [
        ("base.toml", 46, 'where = ["mesures"]'),
        ("region.toml", 7, '"会议+" = ["坏(词"]'),
        ("region.toml", 12, 'wrong = ["{无}"]'),
        ("town.toml", 8, 'sevrity="hint"'),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'remove = ["F2", "R11"]\n',
            "region.toml:6:18: 错误：所继承的清单里没有 id 为“R11”的要素、规则或依据，无从去掉；是否想写“R1”？\n"
            '    6 | remove = ["F2", "R11"]\n'
            "      |                  ^",
        ),
        (
            '[vocabulary]\n"法率顾问+" = ["法务"]\n',
            "region.toml:7:1: 错误：没有名为“法率顾问”的词表可以增补；要新立一个，请去掉“+”；是否想写“法律顾问”？\n"
            '    7 | "法率顾问+" = ["法务"]\n'
            "      | ^",
        ),
        (
            '[[element]]\nid = "F11"\nseverity = "hint"\n',
            "region.toml:6:3: 错误：[[element]] 缺少“kind”（没有继承到 id 为“F11”的，所以要写全）；是否想写“F1”？\n"
            "    6 | [[element]]\n"
            "      |   ^",
        ),
        (
            '[[basis]]\nid = "law"\nrank = "法规"\n',
            "region.toml:8:9: 错误：“rank”只能是 法律法规、党内法规、国家标准、政策文件、地方要求、惯例 之一，"
            "这里写的是“法规”；是否想写“法律法规”？\n"
            '    8 | rank = "法规"\n'
            "      |         ^",
        ),
    ],
)
def test_messages(text: str, message: str, region: Callable[[str], Path]) -> None:
    with pytest.raises(ChecklistError) as caught:
        load(region(text))
    assert render(caught.value.problems[0]) == message


def _leaves(data: Any, path: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        if isinstance(value, dict | list):
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), value


@pytest.mark.parametrize(
    "text",
    [
        "",
        'remove = ["F1", "notice"]\n',
        '[vocabulary]\n"会议+" = ["甲会", "乙会"]\n[roles.plan]\nlead = ["下年"]\n[roles.more]\ntitle = "新"\n',
        '[[element]]\nid = "F2"\ntitle = "换"\n[[element]]\nid = "F0"\n[[element]]\nid = "F1"\nexample = []\n',
        '[[rule]]\nid = "R1"\nseverity = "hint"\n[[rule.term]]\nright = "法治建设"\nwrong = ["甲"]\n'
        '[[rule.term]]\nright = "法治建设"\nwrong = ["乙"]\n[[rule.term]]\nright = "新"\nwrong = ["丙"]\n',
        '[[element]]\nid = "F1"\nkind = "chain"\n'
        '[chain]\ncauses = "plan"\n[[chain.topic]]\nname = "甲"\nwords = ["乙"]\n',
    ],
)
def test_every_merged_value_knows_where_it_was_written(text: str, region: Callable[[str], Path], write: Write) -> None:
    region(text)
    top = REGION.replace("region", "town").replace("base", "region")
    town = write(top + '[vocabulary]\n"会议+" = ["丙会"]\n[[element]]\nid = "F2"\ntitle = "又"\n', "town.toml")
    layer = layers(town)
    for path, value in _leaves(layer.data):
        file, there = layer.place(path)
        assert dict(_leaves(file.data))[there] == value
        assert there in file.positions.keys


def test_a_circle_is_refused(write: Write) -> None:
    write(REGION.replace("./base", "./c"), "a.toml")
    write(REGION.replace("./base", "./a"), "b.toml")
    write(REGION.replace("./base", "./b"), "c.toml")
    (problem,) = validate(Path("a.toml"))
    assert render(problem) == (
        "b.toml:5:12: 错误：继承绕成了圈：a.toml → c.toml → b.toml → a.toml\n"
        '    5 | extends = "./a.toml"\n'
        "      |            ^"
    )
    (problem,) = validate(write(REGION.replace("./base", "./self"), "self.toml"))
    assert problem.message == "继承绕成了圈：self.toml → self.toml"


def test_a_base_that_is_not_there(write: Write) -> None:
    write(SOUND, "base.toml")
    (problem,) = validate(write(REGION.replace("./base.toml", "./bass.toml"), "a.toml"))
    assert (problem.line, problem.message, problem.suggestion) == (5, "找不到要继承的清单“./bass.toml”", "base.toml")


def test_a_base_in_the_same_folder_by_name(write: Write) -> None:
    write(SOUND, "base.toml")
    assert load(write(REGION.replace("./base.toml", "base"), "a.toml")).sources == ("a.toml", "base.toml")


def test_problems_of_a_broken_base_are_told_in_the_base(write: Write) -> None:
    write("[checklist\n", "base.toml")
    (problem,) = validate(write(REGION, "a.toml"))
    assert (problem.file, problem.line, problem.message) == (
        "base.toml",
        1,
        "表头缺右方括号；写作 [名称]，可以有几个的写作 [[名称]]",
    )

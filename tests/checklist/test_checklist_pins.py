"""`extends-version` and `extends-sha256`: a checklist says which version of another one it was written for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sound_checklist import SOUND

from lint.checklist.faults.validate import validate
from lint.checklist.load import load
from lint.checklist.problems import ChecklistError, render

OVER = '[checklist]\nid = "over"\ntitle = "地方清单"\nversion = "2"\nextends = "base.toml"\n'


@pytest.fixture
def base(write: Callable[..., Path]) -> Path:
    return write(SOUND, "base.toml")


def test_what_is_pinned_holds(base: Path, write: Callable[..., Path]) -> None:
    pinned = OVER + f'extends-version = "1"\nextends-sha256 = "{load(base).sha256}"\n'
    assert validate(write(pinned)) == ()
    (inherited,) = load(write(pinned)).inherited
    assert (inherited.id, inherited.version, inherited.sha256) == ("base", "1", load(base).sha256)
    assert inherited.pinned
    assert not load(write(OVER)).inherited[0].pinned


def test_another_version_says_what_to_do(base: Path, write: Callable[..., Path]) -> None:
    path = write(OVER + 'extends-version = "0.9"\n')
    assert [render(problem) for problem in validate(path)] == [
        "甲.toml:6:20: 错误：所继承的清单“base.toml”现在是 1 版，这里写定的是 0.9 版；"
        "请先看改了什么（qingdan checklist diff 旧 新 报告），没有妨碍再把这里改成 1\n"
        '    6 | extends-version = "0.9"\n'
        "      |                    ^"
    ]
    with pytest.raises(ChecklistError, match=r"写定的是 0[.]9 版"):
        load(path)


def test_any_change_of_the_content_is_seen(base: Path, write: Callable[..., Path]) -> None:
    before = load(base).sha256
    path = write(OVER + f'extends-sha256 = "{before}"\n')
    load(path)
    write(SOUND + "# 一处改动\n", "base.toml")
    (problem,) = validate(path)
    assert problem.message == (
        "所继承的清单“base.toml”（1 版）有改动，与这里写定的不同；"
        f"请先看改了什么（qingdan checklist diff 旧 新 报告），没有妨碍再把这里改成 {load(base).sha256}"
    )


def test_a_fingerprint_has_a_shape(base: Path, write: Callable[..., Path]) -> None:
    (problem,) = validate(write(OVER + 'extends-sha256 = "ABC"\n'))
    assert problem.message == (
        "“extends-sha256”是 64 位小写十六进制的 SHA-256，见 qingdan checklists --format json，这里写的是“ABC”"
    )


def test_pins_are_not_inherited(base: Path, write: Callable[..., Path]) -> None:
    write(OVER + 'extends-version = "1"\n', "over.toml")
    third = '[checklist]\nid = "third"\ntitle = "县清单"\nversion = "1"\nextends = "over.toml"\n'
    found = load(write(third)).inherited
    assert [(one.id, one.version, one.pinned) for one in found] == [("over", "2", False), ("base", "1", True)]

"""What the values of options are read as, with Chinese complaints."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import click

from lint.render.formats import NAMES

T = TypeVar("T")

FORMATS = ("text", "json", "jsonl", *NAMES)
"""What can be shown on the screen."""

TARGETS = ("json", "jsonl", "html", "text", *NAMES)
"""What can be written to a file."""
TIME_LIMIT = 300
"""Seconds for one file where nobody says how many: more than LibreOffice gets to convert it."""
_WIDTH = 34  # columns


@dataclass(frozen=True)
class Target:
    """Where one more output goes."""

    kind: str
    path: str


def lines(words: tuple[str, ...]) -> str:
    """The words for a help text, which click breaks nowhere but at spaces."""
    rows = [""]
    for word in words:
        if len(rows[-1]) + len(word) > _WIDTH:
            rows.append("")
        rows[-1] += f"{word}、"
    return "\n".join(rows).removesuffix("、")


def among(words: tuple[str, ...]) -> Callable[[str], str]:
    """One of some words."""

    def read(value: str) -> str:
        if value in words:
            return value
        raise click.BadParameter(f"没有“{value}”，可以写 {'、'.join(words)}。{_asked(value, words)}")

    return read


def _asked(value: str, words: tuple[str, ...]) -> str:
    from lint.checklist.problems import nearest  # noqa: PLC0415

    near = nearest(value, words)
    return f"是否想写“{near}”？" if near else ""


def target(value: str) -> Target:
    """KIND:FILE; the file may begin with a drive letter."""
    kind, _, path = value.partition(":")
    if kind in TARGETS and path.strip():
        return Target(kind, path)
    if path.strip() and len(kind) > 1 and (asked := _asked(kind, TARGETS)):  # one letter is a drive
        raise click.BadParameter(f"没有“{kind}”这个种类，可以写 {'、'.join(TARGETS)}。{asked}")
    raise click.BadParameter(f"“{value}”要写作“种类:文件”，种类有 {'、'.join(TARGETS)}，例如 json:结果.json。")


def filled(value: str) -> str:
    """Anything but nothing: a script whose variable is empty must not silently get less than it asked for."""
    if value.strip():
        return value
    raise click.BadParameter("后面是空的，请写明；用不着就不要写这个选项。")


def processes(value: str) -> int:
    """A number of processes."""
    if re.fullmatch(r"[1-9][0-9]{0,2}", value):
        return int(value)
    raise click.BadParameter(f"“{value}”不是进程数，请写一个正整数，例如 4。")


def seconds(value: str) -> int:
    """A number of seconds, 0 for no limit."""
    if re.fullmatch(r"[0-9]{1,6}", value):
        return int(value)
    raise click.BadParameter(f"“{value}”不是秒数，请写一个整数，例如 {TIME_LIMIT}；0 为不限。")


def year(value: str) -> int:
    """A report year."""
    if re.fullmatch(r"(?:19|20)[0-9]{2}", value):
        return int(value)
    raise click.BadParameter(f"“{value}”不是年份，请写四位数字，例如 2024。")


def day(value: str) -> date:
    """A day, written 2025-03-01."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        with suppress(ValueError):  # there is no such day: told below
            return date.fromisoformat(value)
    raise click.BadParameter(f"“{value}”不是日期，请写作 2025-03-01 的样子。")


def share(value: str) -> float:
    """A share, written 0.95 or 95%."""
    if re.fullmatch(r"0(?:\.[0-9]+)?|1(?:\.0+)?", value):
        return float(value)
    if re.fullmatch(r"(?:[0-9]{1,2}(?:\.[0-9]+)?|100)[%％]", value):
        return float(value[:-1]) / 100
    raise click.BadParameter(f"“{value}”不是比例，请写 0 到 1 之间的小数，例如 0.95，或者百分比，例如 95%。")


def value_of(option: str, read: Callable[[str], T], value: str) -> T:
    """The value of an option read after all options were; a complaint names the option."""
    try:
        return read(value)
    except click.BadParameter as error:
        error.param_hint = option
        raise

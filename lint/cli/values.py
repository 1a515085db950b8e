"""The kinds of values that options take, with Chinese complaints."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

TARGETS = ("json", "jsonl", "html", "text")


@dataclass(frozen=True)
class Target:
    """Where one more output goes."""

    kind: str
    path: str


class Among(click.Choice[str]):
    """One of some words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        from lint.checklist.problems import nearest  # noqa: PLC0415

        near = nearest(str(value), self.choices)
        asked = f"是否想写“{near}”？" if near else ""
        self.fail(f"没有“{value}”，可以写 {'、'.join(self.choices)}。{asked}", param, ctx)


class TargetType(click.ParamType):
    """KIND:FILE; the file may begin with a drive letter."""

    name = "KIND:FILE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        if isinstance(value, Target):
            return value
        kind, mark, path = str(value).partition(":")
        if kind in TARGETS and mark and path:
            return Target(kind, path)
        self.fail(f"“{value}”要写作“种类:文件”，种类有 {'、'.join(TARGETS)}，例如 json:结果.json。", param, ctx)


class Year(click.ParamType):
    """A report year."""

    name = "YEAR"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if re.fullmatch(r"(?:19|20)[0-9]{2}", str(value)):
            return int(value)
        self.fail(f"“{value}”不是年份，请写四位数字，例如 2024。", param, ctx)


class Day(click.ParamType):
    """A day, written 2025-03-01."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
                return date.fromisoformat(str(value))
        except ValueError:
            pass  # told below: there is no such day
        self.fail(f"“{value}”不是日期，请写作 2025-03-01 的样子。", param, ctx)

"""The configuration file: read strictly, every mistake told at its place."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from lint.checklist.positions import Path as Keys
from lint.checklist.problems import ChecklistError, Problem
from lint.checklist.source import SourceFile, read
from lint.policy.config_find import PYPROJECT
from lint.policy.config_model import ConfigFile
from lint.policy.config_shape import Misfit, misfits

_TABLE: Keys = ("tool", "qingdan")
_UPSHOT = "配置有错误，没有检查。"


@dataclass(frozen=True, eq=False)
class Configuration:
    """A configuration that was read. `table` is the path of its table in the file: empty, or tool.qingdan."""

    file: SourceFile
    table: Keys
    said: ConfigFile

    @property
    def folder(self) -> Path:
        """What its paths are relative to."""
        return self.file.path.parent

    def has(self, *path: str | int) -> bool:
        """Whether something is written at a path of the table."""
        return (*self.table, *path) in self.file.positions.keys

    def line(self, *path: str | int) -> int:
        """The line of a key, from 1."""
        return self.file.text.count("\n", 0, self.file.positions.key((*self.table, *path))) + 1

    def where(self, *path: str | int) -> str:
        """`qingdan.toml:3`."""
        return f"{self.file.name}:{self.line(*path)}"

    def problem(self, path: Keys, message: str, suggestion: str | None = None) -> Problem:
        """A problem with the value at a path of the table."""
        return self.file.problem(self.file.positions.value((*self.table, *path)), message, suggestion)


def refuse(problems: list[Problem]) -> ChecklistError:
    """The error that tells of a configuration that must not be used."""
    return ChecklistError(problems, _UPSHOT)


def load(path: Path) -> Configuration:
    """The configuration at a path. Raises ChecklistError with everything that is wrong with it."""
    try:
        file = read(path, "配置文件")
    except ChecklistError as error:
        raise refuse(list(error.problems)) from error
    table: Keys = _TABLE if path.name == PYPROJECT else ()
    data = _at(file.data, table)
    if data is None:
        raise refuse([Problem(file.name, 0, 0, "里面没有 [tool.qingdan] 这个表")])
    called = "[tool.qingdan] " if table else "配置最外层"
    if not isinstance(data, dict):
        raise refuse([file.problem(file.positions.key(table), "tool.qingdan 应是表，写作 [tool.qingdan]")])
    data = _days_as_text(data)
    wrong = [_placed(file, table, misfit) for misfit in misfits(data, ConfigFile, called)]
    if not wrong:
        found = Configuration(file, table, msgspec.convert(data, ConfigFile))
        wrong = list(_nonsense(found))
        if not wrong:
            return found
    raise refuse(wrong)


def _nonsense(config: Configuration) -> Iterator[Problem]:
    for number, waiver in enumerate(config.said.waiver):
        if not waiver.path and not waiver.issuer:
            message = "[[waiver]] 要写明是哪份报告的：path 或者 issuer；一条例外不能管所有的报告"
            yield config.file.problem(config.file.positions.key((*config.table, "waiver", number)), message)
    for number, output in enumerate(config.said.outputs):
        target = output.partition(":")[2]
        if target and not _stays_inside(config.folder, target):
            message = "配置里的输出只能写到配置文件所在的文件夹里面；写到别处请用命令行的 --output"
            yield config.problem(("outputs", number), message)


def _stays_inside(folder: Path, target: str) -> bool:
    """Whoever hands over a folder with a configuration in it must not choose where else files are written."""
    parts = target.replace("\\", "/").split("/")
    if target.startswith(("/", "\\", "~")) or ":" in target or ".." in parts or ".git" in map(str.lower, parts):
        return False
    return Path(os.path.realpath(folder / target)).is_relative_to(os.path.realpath(folder))  # a link may lead out


def _placed(file: SourceFile, table: Keys, misfit: Misfit) -> Problem:
    path = (*table, *misfit.path)
    at = file.positions.value(path) if misfit.at_value else file.positions.key(path)
    return file.problem(at, misfit.message, misfit.suggestion)


def _at(data: Any, path: Keys) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _days_as_text(value: Any) -> Any:
    """A day may be written with quotation marks or, as TOML has it, without."""
    if isinstance(value, dict):
        return {key: _days_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_days_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else value

"""What does not fit the model of a configuration, every mistake of it: unknown, missing, wrong type, not one of."""

import re
import typing
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal

import msgspec

from lint.checklist.positions import Path as Keys
from lint.checklist.problems import nearest

_TYPES: dict[Any, str] = {
    str: "文字（加引号）",
    int: "整数（不加引号）",
    bool: "true 或 false（不加引号）",
    tuple: "列表 […]",
    dict: "表",
}
_WRITTEN_AS = {
    r"^\d{4}-\d{2}-\d{2}$": "要写作 2026-06-30 的样子",
    r"^[0-9a-f]{8,32}$": "应是 JSON 输出里的指纹（至少写前 8 位）",
}


@dataclass(frozen=True)
class Misfit:
    """Something wrong at a path of the data; the caret goes to the key, or, with `at_value`, to the value."""

    path: Keys
    message: str
    suggestion: str | None = None
    at_value: bool = False


def misfits(data: Any, model: type[msgspec.Struct], called: str) -> Iterator[Misfit]:
    """Everything in the data that does not fit the model; `called` is how the outermost table is called."""
    return _table(data, model, (), called)


def _table(data: Any, model: type[msgspec.Struct], path: Keys, called: str) -> Iterator[Misfit]:
    hints = _hints(model)
    absent = [field.encode_name for field in msgspec.structs.fields(model) if field.required]
    absent = [name for name in absent if name not in data]
    meant = set()
    for key, value in data.items():
        if key in hints:
            yield from _value(value, hints[key], (*path, key))
            continue
        near = nearest(key, hints)
        meant.add(near)
        listed = "" if near else f"；有 {'、'.join(hints)}"
        yield Misfit((*path, key), f"{called}没有“{key}”这个键{listed}", near)
    if left := [name for name in absent if name not in meant]:
        yield Misfit(path, f"{called}缺少{''.join(f'“{name}”' for name in left)}")


def _value(value: Any, hint: Any, path: Keys) -> Iterator[Misfit]:
    if typing.get_origin(hint) is Annotated:
        hint, *marks = typing.get_args(hint)
        found = list(_value(value, hint, path))
        yield from found or (said for mark in marks for said in _limits(value, mark, path))
    elif typing.get_origin(hint) in (UnionType, typing.Union):  # only ever "or absent"
        yield from _value(value, next(one for one in typing.get_args(hint) if one is not type(None)), path)
    elif typing.get_origin(hint) is Literal:
        words = typing.get_args(hint)
        if not any(type(value) is type(word) and value == word for word in words):
            near = nearest(value, words) if isinstance(value, str) else None
            among = "、".join(map(str, words)) + (" 之一" if len(words) > 1 else "")
            yield Misfit(path, f"{_name(path)}只能是 {among}，这里写的是{_shown(value)}", near, True)
    elif not _is(value, kind := _kind(hint)):
        yield Misfit(path, _wrong_type(value, kind, path), at_value=True)
    elif kind is str and "\0" in value:
        yield Misfit(path, f"{_name(path)}里有写不进文件名的字符（\\u0000），请删去", at_value=True)
    elif kind is tuple:
        for number, item in enumerate(value):
            yield from _value(item, typing.get_args(hint)[0], (*path, number))
    elif isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield from _table(value, hint, path, f"[[{path[0]}]] ")
    elif kind is dict:
        for key, item in value.items():
            yield from _value(item, typing.get_args(hint)[1], (*path, key))


def _limits(value: Any, mark: Any, path: Keys) -> Iterator[Misfit]:
    if not isinstance(mark, msgspec.Meta):
        return
    if mark.min_length is not None and is_blank(value):
        yield Misfit(path, f"{_name(path)}不能是空的", at_value=True)
    if mark.pattern is not None and value is not None and not re.search(mark.pattern, value):
        yield Misfit(path, f"{_name(path)}{_WRITTEN_AS[mark.pattern]}，这里写的是{_shown(value)}", at_value=True)
    elif mark.pattern is not None and mark.pattern.startswith(r"^\d{4}-") and not _is_day(value):
        yield Misfit(path, f"{_name(path)}没有{_shown(value)}这一天", at_value=True)
    if mark.ge is not None and mark.le is not None and not mark.ge <= value <= mark.le:
        yield Misfit(path, f"{_name(path)}应在 {mark.ge} 到 {mark.le} 之间，这里写的是{_shown(value)}", at_value=True)


def is_blank(text: str) -> bool:
    """Whether nothing in a text can be seen."""
    return all(char.isspace() or unicodedata.category(char) in ("Cf", "Cc") for char in text)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@cache
def _hints(model: type[msgspec.Struct]) -> dict[str, Any]:
    hints = typing.get_type_hints(model, include_extras=True)
    return {field.encode_name: hints[field.name] for field in msgspec.structs.fields(model)}


def _kind(hint: Any) -> type:
    origin = typing.get_origin(hint)
    if isinstance(origin, type):
        return origin
    return dict if isinstance(hint, type) and issubclass(hint, msgspec.Struct) else hint


def _is(value: Any, kind: type) -> bool:
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, list if kind is tuple else kind)


def _wrong_type(value: Any, kind: type, path: Keys) -> str:
    if kind is tuple and isinstance(value, str):
        return f'{_name(path)}应是列表，即使只有一项也要写作 ["{value}"]'
    if kind is tuple and isinstance(value, dict):
        return f"{_name(path)}可以有几个，表头要用双方括号：[[{path[-1]}]]"
    return f"{_name(path)}应是{_TYPES[kind]}，这里写的是{_shown(value)}"


def _name(path: Keys) -> str:
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return f"“{key}”" if isinstance(path[-1], str) else f"“{key}”里的这一项"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return f" {str(value).lower()}"
    if isinstance(value, str):
        return f"“{value if len(value) <= 30 else value[:29] + '…'}”"
    if isinstance(value, list):
        return "列表"
    return "表" if isinstance(value, dict) else f" {value}"

"""What does not fit the schema, every mistake of it, in words for authors: unknown, missing, wrong type, not one of.

jsonschema is imported only here, and this only when something is wrong or everything is to be told.
"""

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, Any

from lint.checklist.complaints import Complaint, table_name
from lint.checklist.extend import Layer
from lint.checklist.plugins import broken, specs
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import nearest
from lint.checklist.schema import strict_schema
from lint.checklist.strings import keys_at

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_TYPES = {
    "string": "文字（加引号）",
    "integer": "整数（不加引号）",
    "number": "数（不加引号）",
    "boolean": "true 或 false（不加引号）",
    "array": "列表 […]",
    "object": "表",
}
_WRITTEN_AS = {
    r"^[A-Za-z0-9][A-Za-z0-9_.-]*$": "只能用字母、数字、-、_、.，并以字母或数字开头",
    r"^[0-9a-f]{64}$": "是 64 位小写十六进制的 SHA-256，见 qingdan checklists --format json",
    r"^\d{4}-\d{2}-\d{2}$": '要写作 "2019-04-15" 这样的日期',
}


def misfits(layer: Layer) -> Iterator[Complaint]:
    """Everything in the merged data that does not fit the schema."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # 60 ms that a sound checklist need not pay

    missing: dict[Keys, list[str]] = {}
    misspelt: set[tuple[Keys, str | None]] = set()
    for error in Draft202012Validator(strict_schema(specs(layer.data), _unusable(layer.data))).iter_errors(layer.data):
        path = tuple(error.absolute_path)
        if error.validator == "required":
            absent = [name for name in _wanted(error) if name not in error.instance]
            missing.setdefault(path, []).extend(name for name in absent if name not in missing.get(path, ()))
        elif error.validator == "additionalProperties":
            for key in error.instance:
                if key not in error.schema["properties"]:
                    unknown = _unknown(layer.data, path, key)
                    misspelt.add((path, unknown.suggestion))
                    yield unknown
        else:
            yield Complaint(path, _value(path, error), _near(error), 0)
    for path, names in missing.items():
        if left := [name for name in names if (path, name) not in misspelt]:
            yield _missing(layer, path, left)


def _unusable(data: Any) -> set[str]:
    """The kinds whose plug-in is broken, which is told elsewhere."""
    return {_at(data, complaint.path) for complaint in broken(data)}


def _unknown(data: Any, path: Keys, key: str) -> Complaint:
    table = table_name(path)
    value = _at(data, path)
    kinds = keys_at(data, path)
    kind = str(value.get("kind", ""))
    known = kinds.get(kind) or kinds.get("", frozenset())
    others = [f'kind = "{name}"' for name, keys in kinds.items() if key in keys]
    if others:
        return Complaint((*path, key), f'{table} kind = "{kind}" 没有“{key}”这个键；它属于 {"、".join(others)}')
    if outer := _outer(data, path, key):
        return Complaint((*path, key), f"“{key}”是 {outer} 的键，写在 {table} 后面就归了 {table}；请移到 {table} 前面")
    return Complaint((*path, key), f"{table} 没有“{key}”这个键", nearest(key, sorted(known)))


def _at(data: Any, path: Keys) -> Any:
    for step in path:
        data = data[step]
    return data


def _outer(data: Any, path: Keys, key: str) -> str | None:
    """The table around the path that knows the key; the usual slip of a key written below a sub-table's header."""
    for length in range(len(path) - 1, 0, -1):
        table = path[:length]
        value = _at(data, table)
        if isinstance(value, dict):
            kinds = keys_at(data, table)
            if key in (kinds.get(str(value.get("kind", ""))) or kinds.get("", frozenset())):
                return table_name(table)
    return None


def _missing(layer: Layer, path: Keys, names: list[str]) -> Complaint:
    message = f"{table_name(path)} 缺少{''.join(f'“{name}”' for name in names)}"
    row = _at(layer.data, path)
    if len(layer.files) > 1 and len(path) == 2 and "id" in row and layer.place(path)[0] is layer.files[0]:
        others = [
            one["id"] for one in _at(layer.data, path[:1]) if isinstance(one, dict) and one is not row and "id" in one
        ]
        message += f"（没有继承到 id 为“{row['id']}”的，所以要写全）"
        return Complaint(path, message, nearest(str(row["id"]), [name for name in others if isinstance(name, str)]))
    return Complaint(path, message)


def _value(path: Keys, error: "ValidationError") -> str:
    name = f"“{path[-1]}”" if path and isinstance(path[-1], str) else f"{_key(path)}里的这一项"
    shown, wanted = _shown(error.instance), _wanted(error)
    if error.validator == "type":
        if wanted == "string" and isinstance(error.instance, date | time):
            return f'{name}要加引号："{error.instance.isoformat()}"'
        if wanted == "array" and isinstance(error.instance, str):
            return f"{name}应是列表，即使只有一项也要写作 [{shown.replace('“', chr(34)).replace('”', chr(34))}]"
        if wanted == "array" and isinstance(error.instance, dict) and path:
            return f"{name}可以有几个，表头要用双方括号：[{table_name(path)}]"
        return f"{name}应是{_TYPES.get(str(wanted), str(wanted))}，这里写的是{shown}"
    if error.validator == "enum":
        return f"{name}只能是 {'、'.join(wanted)} 之一，这里写的是{shown}"
    if error.validator == "pattern":
        return f"{name}{_WRITTEN_AS.get(str(wanted), '写法不对')}，这里写的是{shown}"
    if error.validator == "minLength":
        return f"{name}不能是空的"
    return f"{name}写法不对（{error.message}）"


def _key(path: Keys) -> str:
    return next((f"“{step}”" for step in reversed(path) if isinstance(step, str)), "")


def _near(error: "ValidationError") -> str | None:
    if error.validator == "enum" and isinstance(error.instance, str):
        return nearest(error.instance, _wanted(error))
    return None


def _wanted(error: "ValidationError") -> Any:
    """What the schema asks for at the error: names, a type, a pattern."""
    return error.validator_value


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"“{value if len(value) <= 30 else value[:29] + '…'}”"
    if isinstance(value, list):
        return "列表"
    if isinstance(value, dict):
        return "表"
    return f" {value}"

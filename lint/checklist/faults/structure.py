"""What does not fit the schema, every mistake of it, in words for authors: unknown, missing, wrong type, not one of.

jsonschema is imported only here, and this only when something is wrong or everything is to be told.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, Any

from lint.checklist.extend import Layer
from lint.checklist.faults.chinese_keys import known_key, truth
from lint.checklist.faults.complaints import Complaint, table_name
from lint.checklist.faults.meanings import guessed, key_list, listed
from lint.checklist.model import Identity
from lint.checklist.plugins import ElementSpec, RuleSpec, broken, specs
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import nearest
from lint.checklist.schema import strict_schema
from lint.checklist.schema_examples import EXAMPLES
from lint.checklist.strings import keys_at

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_TYPES = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": " true（是）或 false（否）",
    "array": "列表，写作 […]",
    "object": "一组键和值，写作 { … }",
}
_COMMON = {"element": ElementSpec.__struct_encode_fields__, "rule": RuleSpec.__struct_encode_fields__}
_MANY = 3  # a row that lacks so many keys was to change an inherited one
_WRITTEN_AS = {
    r"^[A-Za-z0-9][A-Za-z0-9_.-]*$": "只能用字母、数字、-、_、.，并以字母或数字开头",
    r"^[0-9a-f]{64}$": "是 64 位小写十六进制的 SHA-256，见 qingdan checklists --format json",
    r"^\d{4}-\d{2}-\d{2}$": '要写作 "2019-04-15" 这样的日期',
}


def misfits(layer: Layer) -> Iterator[Complaint]:
    """Everything in the merged data that does not fit the schema."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # 60 ms that a sound checklist need not pay

    headless = _headless(layer.data)
    yield from headless
    missing: dict[Keys, dict[str, Any]] = {}
    misspelt: set[tuple[Keys, str | None]] = set()
    for error in Draft202012Validator(strict_schema(specs(layer.data), _unusable(layer.data))).iter_errors(layer.data):
        path = tuple(error.absolute_path)
        if error.validator == "required":
            absent = {name: error.schema.get("properties", {}) for name in _wanted(error) if name not in error.instance}
            missing[path] = {**absent, **missing.get(path, {})}
        elif error.validator == "additionalProperties":
            for key in error.instance:
                if key not in error.schema["properties"] and not (headless and path == () and key in _IDENTITY):
                    unknown = _unknown(layer.data, path, key, error.schema)
                    misspelt.add((path, unknown.suggestion))
                    yield unknown
        else:
            yield Complaint(path, _value(layer, path, error), _near(path, error), 0)
    for path, names in missing.items():
        if headless and (path == ("checklist",) or (path == () and "checklist" in names)):
            continue
        if left := {name: keys for name, keys in names.items() if (path, name) not in misspelt}:
            yield _missing(layer, path, left)


def _headless(data: Any) -> list[Complaint]:
    """The keys of [checklist] at the very beginning of a file, without their header."""
    identity = data.get("checklist")
    stray = [key for key in data if key in _IDENTITY and not (isinstance(identity, dict) and key in identity)]
    if len(stray) < 2 or (isinstance(identity, dict) and "id" in identity):
        return []
    return [Complaint((stray[0],), f"这里缺表头 [checklist]：{'、'.join(stray)} 要写在它下面")]


_IDENTITY = frozenset(Identity.__struct_encode_fields__)


def _unusable(data: Any) -> set[str]:
    """The kinds whose plug-in is broken, which is told elsewhere."""
    return {_at(data, complaint.path) for complaint in broken(data)}


def _unknown(data: Any, path: Keys, key: str, definition: Any) -> Complaint:
    table = table_name(path)
    value = _at(data, path)
    kinds = keys_at(data, path)
    kind = str(value.get("kind", ""))
    known = kinds.get(kind) or kinds.get("", frozenset())
    near = known_key(key, known) or nearest(key, sorted(known))
    here = f'{table} kind = "{kind}"' if kind and "" not in kinds else table
    have = f"；可以写：{key_list(definition, _COMMON.get(str(path[0]), ()) if path else ())}"
    others = [f'kind = "{name}"' for name, keys in kinds.items() if key in keys]
    if others:
        return Complaint((*path, key), f"{here} 没有“{key}”这个键；它属于 {'、'.join(others)}")
    if outer := _outer(data, path, key):
        return Complaint((*path, key), f"“{key}”是 {outer} 的键，写在 {table} 后面就归了 {table}；请移到 {table} 前面")
    return Complaint((*path, key), f"{table if near else here} 没有“{key}”这个键{'' if near else have}", near)


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


def _missing(layer: Layer, path: Keys, names: dict[str, Any]) -> Complaint:
    if path == () and "checklist" in names:
        return Complaint(path, '清单开头缺少 [checklist]：请写上这个表头，下面写 id = "…"、title = "…"、version = "1"')
    table, row = table_name(path), _at(layer.data, path)
    said = "、".join(f"“{name}”{_meaning_of(name, keys)}" for name, keys in names.items())
    note = ""
    if ("kind" in names or len(names) >= _MANY) and _overrides(layer, path):
        note = f"（没有继承到 id 为“{row['id']}”的，所以要写全）"
        if near := nearest(str(row["id"]), _inherited(layer, path)):
            return Complaint(path, f"{table} 缺少{''.join(f'“{name}”' for name in names)}{note}", near)
    if "kind" in names and path and path[0] in _COMMON:
        kinds = names["kind"]["kind"]["enum"]
        return Complaint(path, f"{table} 缺少“kind”（种类）{note}；可以写：{listed(kinds, str(path[0]))}")
    how = _how(path, *next(iter(names.items()))) if len(names) == 1 else ""
    return Complaint(path, f"{table} 缺少{said}{note}{how}")


def _overrides(layer: Layer, path: Keys) -> bool:
    """Whether a row of the own file may have been meant to change an inherited one."""
    inner = len(layer.files) > 1 and len(path) == 2
    return inner and "id" in _at(layer.data, path) and layer.place(path)[0] is layer.files[0]


def _inherited(layer: Layer, path: Keys) -> list[str]:
    """The ids of the inherited rows beside a row."""
    rows = enumerate(_at(layer.data, path[:1]))
    foreign = [row for number, row in rows if layer.place((path[0], number))[0] is not layer.files[0]]
    return [str(row["id"]) for row in foreign if isinstance(row, dict) and "id" in row]


def _how(path: Keys, name: str, keys: Any) -> str:
    """How a missing key is written."""
    if "enum" in keys.get(name, {}):
        return f"；可以写：{listed(keys[name]['enum'])}"
    example = EXAMPLES.get(name) if _table_key(path, name) is None else _table_key(path, name)
    return f"，例如 {name} = {_toml(example)}" if example is not None else ""


def _table_key(path: Keys, name: str) -> Any:
    """The example of a key that means something else in this table."""
    tables = {"basis": "Basis", "roles": "Role", "checklist": "Identity"}
    inner = next((step for step in reversed(path) if isinstance(step, str)), "")
    return EXAMPLES.get(f"{tables.get(str(path[0] if path else ''), inner.capitalize())}.{name}")


def _meaning_of(name: str, keys: Any) -> str:
    return key_list({"properties": {name: keys.get(name, {})}}).removeprefix(name)


def _toml(value: Any) -> str:
    """A value as an author writes it on one line."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_toml(one)}' for key, one in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _value(layer: Layer, path: Keys, error: "ValidationError") -> str:
    key = path[-1] if path and isinstance(path[-1], str) else None
    name = f"“{key}”" if key else f"{_key(path)}里的这一项"
    if error.validator == "type":
        return _wrong_type(layer, path, name, error)
    shown, wanted = _shown(error.instance), _wanted(error)
    if error.validator == "enum":
        return f"{name}只能是 {listed(wanted, _kinds_of(path))} 之一，这里写的是{shown}"
    if error.validator == "pattern":
        return f"{name}{_WRITTEN_AS.get(str(wanted), '写法不对')}，这里写的是{shown}"
    if error.validator == "minLength":
        return f"{name}不能是空的" if wanted == 1 else f"{name}至少要 {wanted} 个字，这里写的是{shown}"
    return f"{name}写法不对（{error.message}）"


def _wrong_type(layer: Layer, path: Keys, name: str, error: "ValidationError") -> str:
    """Says how a value of the wrong type is to be written."""
    value, wanted = error.instance, str(_wanted(error))
    assign = f"{path[-1]} = " if path and isinstance(path[-1], str) else ""
    scalar = not isinstance(value, dict | list)
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    items = schema.get("items", {})
    if wanted == "string" and isinstance(value, date | time):
        return f'{name}要加引号："{value.isoformat()}"'
    if wanted == "string" and scalar:
        return f'{name}应是文字，要加引号：{assign}"{_written(layer, path, value)}"'
    if wanted == "string" and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return f"{name}只能有一项，不写方括号：{assign}{_toml(value[0])}"
    if wanted in ("integer", "number", "boolean") and isinstance(value, str):
        plain = truth(value) if wanted == "boolean" else value if value.strip().isdecimal() else None
        if plain:
            return f"{name}应是{_TYPES[wanted]}，不加引号：{assign}{plain}"
    if wanted == "array":
        if isinstance(value, dict) and path:
            return f"{name}可以有几个，表头要用双方括号：[{table_name(path)}]"
        if "$ref" in items or items.get("type") == "object":
            return f"{name}要另起一行写表头 [{table_name(path)}]，它的键写在下面"
        if isinstance(value, str):
            return f"{name}应是列表，即使只有一项也要写作 [{_toml(value)}]"
    if wanted == "object" and scalar:
        keys = schema.get("required", [])
        inner = {keys[0]: value} if len(keys) == 1 and isinstance(value, str) else EXAMPLES.get(str(path[-1]))
        if isinstance(inner, dict):
            return f"{name}要写成一组键和值：{assign}{_toml(inner)}"
    return f"{name}应是{_TYPES.get(wanted, wanted)}，这里写的是{_shown(value)}"


def _written(layer: Layer, path: Keys, value: Any) -> str:
    """A scalar as it stands in the file: 2026.10 and not 2026.1."""
    file, there = layer.place(path)
    found = _LITERAL.match(file.text, file.positions.value(there))
    return found[0].strip() if found and there in file.positions.values else str(value)


_LITERAL = re.compile(r"[^,\]}#\n]+")


def _kinds_of(path: Keys) -> str:
    """Of what a `kind` at the path is one: "element", "rule", or "" for another key."""
    return str(path[0]) if path and path[-1] == "kind" and path[0] in _COMMON and len(path) == 3 else ""


def _key(path: Keys) -> str:
    return next((f"“{step}”" for step in reversed(path) if isinstance(step, str)), "")


def _near(path: Keys, error: "ValidationError") -> str | None:
    if error.validator == "enum" and isinstance(error.instance, str):
        return guessed(error.instance, _wanted(error), _kinds_of(path))
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

"""A checklist without one of its patterns."""

import copy
from dataclasses import replace
from typing import Any

import msgspec

from lint.checklist.checklist import Checklist
from lint.checklist.model import Chain, Identity, Phrases, Role
from lint.checklist.positions import Path as Keys

_NOTHING = "\ue000"  # a pattern that no text holds
_TYPES: dict[str, Any] = {
    "checklist": Identity,
    "roles": dict[str, Role],
    "cues": dict[str, Phrases],
    "vocabulary": dict[str, Phrases],
    "chain": Chain,
}


def lacking(checklist: Checklist, data: dict[str, Any], path: Keys) -> Checklist:
    """The checklist without the pattern at the path of its merged data."""
    key = str(path[0])
    if key in ("element", "rule"):
        number = int(path[1])
        rows = list(getattr(checklist.file, key))
        rows[number] = msgspec.convert(_without(data[key][number], path[2:]), type(rows[number]))
        made: Any = tuple(rows)
    elif path[:2] == ("checklist", "recognise"):  # without any title, all reports would be recognised
        made = msgspec.convert(_without(data[key], path[1:], _NOTHING), _TYPES[key])
    else:
        made = msgspec.convert(_without(data[key], path[1:]), _TYPES[key])
    file = msgspec.structs.replace(checklist.file, **{key: made})
    return replace(checklist, file=file) if key == "vocabulary" else checklist.having(file)


def item_at(value: Any, path: Keys) -> Any:
    """What stands at a path of the data."""
    for step in path:
        value = value[step]
    return value


def _without(value: Any, path: Keys, instead: str | None = None) -> Any:
    """The value without the list item at the path, or with another one; only what lies on the path is copied."""
    step, rest = path[0], path[1:]
    changed = copy.copy(value)
    if rest:
        changed[step] = _without(value[step], rest, instead)
    elif instead is not None:
        changed[step] = instead
    else:
        del changed[step]
    return changed

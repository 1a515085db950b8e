"""What each string of a checklist stands for, read off the model: a pattern, a regular expression, a name."""

import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from lint.checklist.model import ChecklistFile
from lint.checklist.plugins import specs
from lint.checklist.positions import Path as Keys

Stands = Literal["phrase", "regex", "role", "basis"]


@dataclass
class _Shape:
    """What can stand below a key: strings that stand for something, rows or named tables of a shape, keys."""

    stands: Stands | None = None
    inside: "_Shape | None" = None
    keys: "dict[str, _Shape]" = field(default_factory=dict)
    kinds: "dict[str, _Shape]" = field(default_factory=dict)


def strings(data: Any) -> Iterator[tuple[Keys, str, Stands]]:
    """Every string of a checklist's data that stands for something, with its path, in the order of the model.

    Data of the wrong shape is passed over: that is the schema's business.
    """
    return _walk(data, _whole(data), ())


def keys_at(data: Any, path: Keys) -> dict[str, frozenset[str]]:
    """The keys that a table at a path may have, by its kind; one entry called "" where there are no kinds."""
    shape, value = _whole(data), data
    for step in path:
        if shape.kinds:
            shape = shape.kinds[value["kind"]]
        shape, value = shape.inside or shape.keys[str(step)], value[step]
    return {kind: frozenset(one.keys) for kind, one in (shape.kinds or {"": shape}).items()}


def table_keys(header: Sequence[str]) -> frozenset[str]:
    """The keys that the tables under a header (its names, without the numbers of rows) may have, of whatever kind."""
    shape: _Shape | None = _shape(ChecklistFile)
    for name in header:
        below = _below(shape) if shape else {}
        shape = below.get(name) or (shape.inside if shape else None)
    return frozenset(_below(shape)) if shape else frozenset()


def _below(shape: _Shape) -> dict[str, _Shape]:
    """The keys of a table, or of the rows of a list, of all kinds."""
    row = shape.inside if shape.inside and not shape.keys and not shape.kinds else shape
    return {key: one for table in (*row.kinds.values(), row) for key, one in table.keys.items()}


def _whole(data: Any) -> _Shape:
    """The shape of a checklist, with the kinds that plug-ins add and the data uses."""
    shape = _shape(ChecklistFile)
    for key, kinds in specs(data).items():
        own = shape.keys[key].inside
        wider = _Shape(inside=_Shape(kinds={**(own.kinds if own else {}), **{k: _shape(s) for k, s in kinds.items()}}))
        shape = replace(shape, keys={**shape.keys, key: wider})
    return shape


def _walk(value: Any, shape: _Shape, path: Keys) -> Iterator[tuple[Keys, str, Stands]]:
    if isinstance(value, str):
        if shape.stands:
            yield path, value, shape.stands
    elif shape.inside:
        inside = shape.inside
        if isinstance(value, dict):
            for key, item in value.items():
                yield from _walk(item, inside, (*path, key))
        elif isinstance(value, list):
            for number, item in enumerate(value):
                yield from _walk(item, inside, (*path, number))
    elif isinstance(value, dict):
        kind = value.get("kind")
        keys = shape.kinds[kind].keys if isinstance(kind, str) and kind in shape.kinds else shape.keys
        for key, item in value.items():
            if key in keys:
                yield from _walk(item, keys[key], (*path, key))


@cache
def _shape(hint: Any) -> _Shape:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        stands = [mark.extra["names"] for mark in args[1:] if isinstance(mark, Meta) and mark.extra]
        return _Shape(stands[0]) if stands else _shape(args[0])
    if origin is tuple:
        return _Shape(inside=_shape(args[0]))
    if origin is dict:
        return _Shape(inside=_shape(args[1]))
    if isinstance(hint, type) and issubclass(hint, Struct):
        hints = typing.get_type_hints(hint, include_extras=True)
        names = zip(hint.__struct_fields__, hint.__struct_encode_fields__, strict=True)
        return _Shape(keys={key: _shape(hints[name]) for name, key in names})
    shapes = [_shape(arg) for arg in args if arg is not type(None)] if origin is not Literal else []
    if len(shapes) == 1:
        return shapes[0]
    tags = [str(arg.__struct_config__.tag) for arg, shape in zip(args, shapes, strict=False) if shape.keys]
    return _Shape(kinds=dict(zip(tags, shapes, strict=False)))

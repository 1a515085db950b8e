"""Kinds of elements and rules that other packages add, as entry points of the group `qingdan.checks`.

For a checklist file the set of kinds is closed: those of the model and those installed. An entry point is named after
the kind and gives a `Check`. Its code is loaded only when a checklist uses the kind; names are looked up only when a
checklist uses a kind that the model does not have.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from lint.checklist.elements import Element
from lint.checklist.elements import _Element as ElementSpec
from lint.checklist.faults.complaints import Complaint
from lint.checklist.model import ChecklistFile
from lint.checklist.positions import Path as Keys
from lint.checklist.rules import Rule
from lint.checklist.rules import _Rule as RuleSpec

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "Check", "ElementSpec", "PluginError", "RuleSpec", "converted", "installed", "plugged", "specs"]

GROUP = "qingdan.checks"
_BASES: Mapping[str, type] = {"element": ElementSpec, "rule": RuleSpec}
_OWN: Mapping[str, frozenset[str]] = {
    "element": frozenset(str(kind.__struct_config__.tag) for kind in get_args(Element)),
    "rule": frozenset(str(kind.__struct_config__.tag) for kind in get_args(Rule)),
}


class PluginError(Exception):
    """A plug-in cannot be used; the message is a Chinese sentence that says what to do."""


@dataclass(frozen=True)
class Check:
    """A kind of rule or element: the keys it has in a checklist, and what it does.

    `spec` is a frozen Struct below RuleSpec or ElementSpec, with tag_field="kind" and the kind as its tag. For a rule
    `run(context, spec)` gives a list of Finding; for an element an Outcome.
    """

    spec: type[msgspec.Struct]
    run: Callable[[Any, Any], Any]


def installed() -> "dict[str, EntryPoint]":
    """The entry points of all installed kinds, by kind; nothing is loaded."""
    from importlib.metadata import entry_points  # noqa: PLC0415  30 ms that a checklist without plug-ins need not pay

    return {entry.name: entry for entry in entry_points(group=GROUP)}


def plugged(kind: str) -> Check | None:
    """The installed check of a kind, loaded; None when there is none. Raises PluginError."""
    return _loaded(entry) if (entry := installed().get(kind)) else None


@cache
def _loaded(entry: "EntryPoint") -> Check:
    whose = f"检查种类“{entry.name}”由插件 {_package(entry)} 提供，但它"
    try:
        check = entry.load()
    except Exception as error:  # whatever a stranger's module does when it is imported
        raise PluginError(
            f"{whose}装不上（{type(error).__name__}：{error}）；请更新或卸载这个插件，或者改用别的种类"
        ) from error
    if not isinstance(check, Check) or not issubclass(check.spec, ElementSpec | RuleSpec):
        raise PluginError(f"{whose}给出的 {entry.value} 不是 lint.plugin.Check；请告诉插件的作者")
    if check.spec.__struct_config__.tag != entry.name or check.spec.__struct_config__.tag_field != "kind":
        raise PluginError(f'{whose}的规格没有写 tag_field="kind", tag="{entry.name}"；请告诉插件的作者')
    return check


def _package(entry: "EntryPoint") -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value


def foreign(data: Any) -> Iterator[tuple[Keys, str]]:
    """The rows of a checklist's data whose kind the model does not have, with the kind."""
    for key, own in _OWN.items():
        rows = data.get(key)
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            kind = row.get("kind") if isinstance(row, dict) else None
            if isinstance(kind, str) and kind not in own:
                yield (key, number), kind


def specs(data: Any) -> dict[str, dict[str, type[msgspec.Struct]]]:
    """The installed kinds that the data uses, by "element" and "rule"; broken plug-ins are passed over."""
    found: dict[str, dict[str, type[msgspec.Struct]]] = {}
    for (key, _), kind in foreign(data):
        try:
            check = plugged(kind)
        except PluginError:
            continue
        if check is not None and issubclass(check.spec, _BASES[str(key)]):
            found.setdefault(str(key), {})[kind] = check.spec
    return found


def available() -> dict[str, dict[str, type[msgspec.Struct]]]:
    """All installed kinds, by "element" and "rule". Raises PluginError."""
    found: dict[str, dict[str, type[msgspec.Struct]]] = {}
    for kind in sorted(installed()):
        check = plugged(kind)
        assert check is not None
        found.setdefault("rule" if issubclass(check.spec, RuleSpec) else "element", {})[kind] = check.spec
    return found


def broken(data: Any) -> Iterator[Complaint]:
    """Plug-ins that the data uses and that cannot be loaded, at each `kind`."""
    for path, kind in foreign(data):
        try:
            plugged(kind)
        except PluginError as error:
            yield Complaint((*path, "kind"), str(error), None, 0)


def converted(data: Any) -> ChecklistFile:
    """The typed checklist; rows of installed kinds become their specs. Raises msgspec.ValidationError."""
    found = specs(data)
    if not found:
        return msgspec.convert(data, ChecklistFile)
    own = dict(data)
    rows: dict[str, list[Any]] = {}
    for key, kinds in found.items():
        own[key] = [row for row in data[key] if row.get("kind") not in kinds]
        rows[key] = [
            msgspec.convert(row, kinds[kind]) if (kind := row.get("kind")) in kinds else None for row in data[key]
        ]
    file = msgspec.convert(own, ChecklistFile)
    for key, made in rows.items():
        left = iter(getattr(file, key))
        file = msgspec.structs.replace(file, **{key: tuple(row or next(left) for row in made)})
    return file

"""Names that lead nowhere, and ids that are given twice."""

from collections.abc import Iterator
from typing import Any

from lint.checklist.complaints import Complaint, table_name
from lint.checklist.extend import Layer
from lint.checklist.lexicon import CUES
from lint.checklist.model import Chain
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import Problem, nearest
from lint.checklist.source import SourceFile
from lint.checklist.strings import strings

_CHAIN_ROLES = ("shortcomings", "causes", "rectification", "plan")


def dangling(data: Any) -> Iterator[Complaint]:
    """Roles, legal sources and cue lists that are named but not there."""
    roles, basis = table(data, "roles"), {row["id"] for row in rows(data, "basis") if isinstance(row.get("id"), str)}
    for path, name, stands in strings(data):
        if stands == "role" and name and name not in roles:
            yield Complaint(path, f"[roles] 里没有名为“{name}”的作用", nearest(name, roles), 0)
        elif stands == "basis" and name not in basis:
            yield Complaint(path, f"[[basis]] 里没有 id 为“{name}”的依据", nearest(name, sorted(basis)), 0)
    if isinstance(chain := data.get("chain"), dict):
        defaults = {key: getattr(Chain(), key) for key in _CHAIN_ROLES if key not in chain}
        for key, name in defaults.items():
            if name not in roles:
                message = f"问题链要用名为“{name}”的作用，[roles] 里没有；请在 [chain] 里写明 {key}"
                yield Complaint(("chain",), message)
    for key in table(data, "cues"):
        if (name := key.rstrip("+")) not in CUES:
            near = nearest(name, CUES)
            listed = "" if near else f"；有 {'、'.join(CUES)}"
            yield Complaint(("cues", key), f"没有“{name}”这种提示词{listed}", near)


def repeated_ids(layer: Layer) -> Iterator[Problem]:
    """Ids that one file gives twice. Elements and rules share their ids: findings are named by them."""
    for file in layer.files:
        yield from _repeated(file, ("element", "rule"))
        yield from _repeated(file, ("basis",))


def _repeated(file: SourceFile, keys: tuple[str, ...]) -> Iterator[Problem]:
    seen: dict[str, Keys] = {}
    for key in keys:
        for number, row in enumerate(rows(file.data, key)):
            name = row.get("id")
            if not isinstance(name, str):
                continue
            if name in seen:
                at, first = file.positions.inside((key, number, "id"), 0), file.positions.key(seen[name])
                line = file.text.count("\n", 0, first) + 1
                yield file.problem(at, f"{table_name((key, number))} 的 id“{name}”重复：第 {line} 行已经用过")
            else:
                seen[name] = (key, number, "id")


def rows(data: Any, key: str) -> list[dict[str, Any]]:
    """The rows of an array of tables; for one of the wrong shape a stand-in keeps the number."""
    value = data.get(key)
    return [row if isinstance(row, dict) else {} for row in value] if isinstance(value, list) else []


def table(data: Any, key: str) -> dict[str, Any]:
    """The table at a key; empty when there is none."""
    value = data.get(key)
    return value if isinstance(value, dict) else {}

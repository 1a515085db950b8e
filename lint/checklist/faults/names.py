"""Names that lead nowhere, and ids that are given twice."""

from collections.abc import Iterable, Iterator
from typing import Any

from lint.checklist.extend import Layer
from lint.checklist.faults.complaints import Complaint, table_name
from lint.checklist.lexicon import CUES
from lint.checklist.model import Chain
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import Problem, nearest
from lint.checklist.source import SourceFile
from lint.checklist.strings import strings

_LISTED = 12  # names in one message
_CHAIN_ROLES = ("shortcomings", "causes", "rectification", "plan")


def dangling(data: Any) -> Iterator[Complaint]:
    """Roles, legal sources and cue lists that are named but not there."""
    roles, basis = table(data, "roles"), {row["id"] for row in rows(data, "basis") if isinstance(row.get("id"), str)}
    titles = {"role": _titles(roles.items()), "basis": _titles((row.get("id"), row) for row in rows(data, "basis"))}
    for path, name, stands in strings(data):
        if stands == "role" and name and name not in roles:
            message = f"[roles] 里没有名为“{name}”的作用{_there(titles['role'])}"
            yield Complaint(path, message, _meant(name, titles["role"]), 0)
        elif stands == "basis" and name not in basis:
            message = f"[[basis]] 里没有 id 为“{name}”的依据{_there(titles['basis'])}"
            yield Complaint(path, message, _meant(name, titles["basis"]), 0)
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


def _titles(named: Iterable[tuple[Any, Any]]) -> dict[str, str]:
    """Names with the titles of what they name."""
    return {
        name: str(table.get("title", "")) if isinstance(table, dict) else ""
        for name, table in named
        if isinstance(name, str)
    }


def _there(titles: dict[str, str]) -> str:
    """The names there are, with their titles."""
    shown = [f"{name}（{title}）" if title else name for name, title in titles.items()]
    more = " 等" if len(shown) > _LISTED else ""
    return f"；有 {'、'.join(shown[:_LISTED])}{more}" if shown else ""


def _meant(name: str, titles: dict[str, str]) -> str | None:
    """The name that a misspelt one, or a title in its place, stands for."""
    by_title = {title: known for known, title in reversed(titles.items()) if title}
    return by_title.get(name) or nearest(name, titles) or by_title.get(nearest(name, by_title) or "")


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

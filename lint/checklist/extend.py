"""`extends`: a checklist laid over another, key by key, without forgetting where each key was written.

Tables are merged by key, `[[element]]`, `[[rule]]` and `[[basis]]` by id (with another `kind` the row is replaced as a
whole), the rows of a rule's `term`, `event`, `promise`, `font` and of `[chain].topic` by their naming key. Lists and
other values replace the inherited ones, but a list called `名称+` is added to the inherited one: a vocabulary, cues,
any list of a table (`"done+" = […]`, `[[element."example+"]]`).
"""

from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from lint.checklist.positions import Path as Keys
from lint.checklist.problems import Problem, nearest
from lint.checklist.source import SourceFile

_NAMING = {"term": "right", "event": "name", "promise": "label", "font": "part", "topic": "name"}
# A checklist is always a thing of its own; what it is for and how it is recognised is taken over when not given.
OWN_IDENTITY = ("id", "title", "version", "extends", "extends-version", "extends-sha256", "abstract", "remove")


class Layer(Protocol):
    """A file, or files laid over each other."""

    @property
    def data(self) -> dict[str, Any]: ...
    @property
    def files(self) -> tuple[SourceFile, ...]: ...
    @property
    def problems(self) -> tuple[Problem, ...]: ...
    def place(self, path: Keys) -> tuple[SourceFile, Keys]: ...


@dataclass(eq=False)
class Merged:
    """`files` are the file itself, then what it extends; `problems` came up while merging; `origins` tells of merged
    paths the layer and the path there, and holds for everything below them."""

    data: dict[str, Any]
    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    origins: "dict[Keys, tuple[Layer, Keys]]"

    def place(self, path: Keys) -> tuple[SourceFile, Keys]:
        """The file and path at which a merged path was written."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.origins:
                layer, there = self.origins[path[:length]]
                return layer.place(there + path[length:])
        raise AssertionError(path)


Table: TypeAlias = dict[str, Any]


def extend(own: SourceFile, under: Layer) -> Merged:
    """The own file laid over the layer it extends."""
    merge = _Merge(own, under)
    data = merge.everything()
    return Merged(data, (own, *under.files), (*under.problems, *merge.problems), merge.origins)


def without_base(own: SourceFile) -> Layer:
    """A file that extends nothing: it must not remove or add to anything."""
    problems: list[Problem] = []
    for number, name in enumerate(_rows(_table(own.data.get("checklist")).get("remove"))):
        at = own.positions.inside(("checklist", "remove", number), 0)
        problems.append(own.problem(at, f"本清单没有继承别的清单，无从去掉“{name}”"))
    for key in ("vocabulary", "cues"):
        for name in _table(own.data.get(key)):
            if name.endswith("+"):
                at = own.positions.key((key, name))
                problems.append(own.problem(at, f"本清单没有继承别的清单，“{name}”无可增补", name[:-1]))
    return Merged(own.data, own.files, tuple(problems), {(): (own, ())}) if problems else own


@dataclass
class _Merge:
    own: SourceFile
    under: Layer
    problems: list[Problem] = field(default_factory=list)
    origins: "dict[Keys, tuple[Layer, Keys]]" = field(default_factory=dict)

    def everything(self) -> Table:
        self.origins[()] = (self.own, ())
        below, above = self.under.data, self.own.data
        removed = self.removed()
        out: Table = {}
        for key in {**below, **above}:
            old, new = below.get(key), above.get(key)
            if key in ("element", "rule", "basis") and isinstance(new, list | None) and isinstance(old, list | None):
                out[key] = self.rows(key, old or [], new or [], removed)
            elif key in ("vocabulary", "cues") and isinstance(new, dict | None) and isinstance(old, dict | None):
                out[key] = self.words(key, old or {}, new or {})
            elif key not in above:
                out[key] = self.inherit((key,), (key,), old)
            elif not (isinstance(old, dict) and isinstance(new, dict)):
                out[key] = new
            elif key == "checklist":
                out[key] = self.table((key,), (key,), (key,), _without(old, OWN_IDENTITY), new)
            elif key == "roles":
                out[key] = self.tables(key, old, new)
            else:
                out[key] = self.table((key,), (key,), (key,), old, new)
        return out

    def removed(self) -> set[str]:
        """The ids to remove; those that are not there are problems."""
        known = [
            row["id"]
            for key in ("element", "rule", "basis")
            for row in _rows(self.under.data.get(key))
            if isinstance(row, dict) and isinstance(row.get("id"), str)
        ]
        wanted = _rows(_table(self.own.data.get("checklist")).get("remove"))
        for number, name in enumerate(wanted):
            if isinstance(name, str) and name not in known:
                at = self.own.positions.inside(("checklist", "remove", number), 0)
                message = f"所继承的清单里没有 id 为“{name}”的要素、规则或依据，无从去掉"
                self.problems.append(self.own.problem(at, message, nearest(name, known)))
        return {name for name in wanted if isinstance(name, str)}

    def inherit(self, path: Keys, there: Keys, value: Any) -> Any:
        self.origins[path] = (self.under, there)
        return value

    def words(self, key: str, old: Table, new: Table) -> Table:
        out = {name: self.inherit((key, name), (key, name), words) for name, words in old.items() if name not in new}
        out |= {name: words for name, words in new.items() if not name.endswith("+")}
        for name, words in new.items():
            if name.endswith("+"):
                message = f"没有名为“{_base(name)}”的词表可以增补；要新立一个，请去掉“+”"
                self.added(out, (key,), (key,), name, words, message)
        return out

    def tables(self, key: str, old: Table, new: Table) -> Table:
        out: Table = {}
        for name in {**old, **new}:
            path = (key, name)
            if name not in new:
                out[name] = self.inherit(path, path, old[name])
            elif isinstance(old.get(name), dict) and isinstance(new[name], dict):
                out[name] = self.table(path, path, path, old[name], new[name])
            else:
                out[name] = new[name]
        return out

    def table(self, path: Keys, old_path: Keys, new_path: Keys, old: Table, new: Table) -> Table:
        """One table over another: the keys given replace the inherited ones, rows with a naming key are joined."""
        self.origins[path] = (self.own, new_path)
        out: Table = {}
        for key in {**old, **{key: value for key, value in new.items() if not key.endswith("+")}}:
            here = (*path, key)
            if key not in new:
                out[key] = self.inherit(here, (*old_path, key), old[key])
            elif key in _NAMING and isinstance(old.get(key), list) and isinstance(new[key], list):
                out[key] = self.named(here, (*old_path, key), (*new_path, key), old[key], new[key])
            else:
                out[key] = new[key]
        for key, words in new.items():
            if key.endswith("+"):
                message = f"没有继承到“{_base(key)}”可以增补；要新写，请去掉“+”"
                self.added(out, path, new_path, key, words, message)
        return out

    def added(self, out: Table, path: Keys, new_path: Keys, key: str, words: Any, message: str) -> None:
        """The words of `名称+` after those of 名称."""
        base = _base(key)
        place = (*path, base)
        if base not in out:
            at = self.own.positions.key((*new_path, key))
            known = [name for name, value in out.items() if isinstance(value, list)]
            self.problems.append(self.own.problem(at, message, nearest(base, known)))
        elif isinstance(words, list) and isinstance(out[base], list):
            for number in range(len(words)):
                here = (*place, len(out[base]) + number)
                self.origins[here] = (self.own, (*new_path, key, number))
            out[base] = [*out[base], *words]
        else:
            out[base] = words
            self.origins[place] = (self.own, (*new_path, key))

    def named(self, path: Keys, old_path: Keys, new_path: Keys, old: list[Any], new: list[Any]) -> list[Any]:
        """Rows by their naming key: the own ones take the place of the inherited ones of that name, others follow."""
        naming = _NAMING[str(path[-1])]
        own: dict[Any, list[int]] = {}
        for number, row in enumerate(new):
            own.setdefault(_name(row, naming, number), []).append(number)
        out: list[Any] = []
        for number, row in enumerate(old):
            name = _name(row, naming, -1)
            here = (*path, len(out))
            if name not in own:
                out.append(self.inherit(here, (*old_path, number), row))
                continue
            out += self.given(here, new_path, own[name], new)
            own[name] = []
        return out + self.given(
            (*path, len(out)), new_path, [mine for numbers in own.values() for mine in numbers], new
        )

    def given(self, first: Keys, new_path: Keys, numbers: list[int], new: list[Any]) -> list[Any]:
        """The own rows of these numbers, which come to stand at the path `first` and after it."""
        *path, place = first
        for further, number in enumerate(numbers):
            here = (*path, int(place) + further)
            self.origins[here] = (self.own, (*new_path, number))
        return [new[number] for number in numbers]

    def rows(self, key: str, old: list[Any], new: list[Any], removed: set[str]) -> list[Any]:
        out: list[Any] = []
        places: dict[Any, tuple[int, int]] = {}
        for number, row in enumerate(old):
            name = _name(row, "id", number)
            if name not in removed:
                places[name] = (len(out), number)
                self.origins[(key, len(out))] = (self.under, (key, number))
                out.append(row)
        for number, row in enumerate(new):
            place = places.get(_name(row, "id", None))
            if place is None:
                self.origins[(key, len(out))] = (self.own, (key, number))
                out.append(row)
                continue
            here, there = place
            if row.get("kind", out[here].get("kind")) == out[here].get("kind"):
                out[here] = self.table((key, here), (key, there), (key, number), out[here], row)
            else:
                self.origins[(key, here)] = (self.own, (key, number))
                out[here] = row
        return out


def _name(row: Any, key: str, default: Any) -> Any:
    name = row.get(key) if isinstance(row, dict) else None
    return name if isinstance(name, str) else default


def _base(key: str) -> str:
    """The key that `名称+` adds to."""
    return key.rstrip("+").rstrip()


def _table(value: Any) -> Table:
    return value if isinstance(value, dict) else {}


def _rows(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _without(table: Table, keys: tuple[str, ...]) -> Table:
    return {key: value for key, value in table.items() if key not in keys}

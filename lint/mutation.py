"""Which patterns of a checklist could be deleted without any of its examples noticing.

Each pattern is left out once, and the examples it can influence are judged again, until one goes wrong: those of the
element, rule or term it belongs to (and of elements that lean on that element); for roles, cues, the chain and
vocabularies all. Of these only the examples in which the pattern matched at all: one that did not match cannot have
mattered. So a checklist of two thousand patterns takes a minute and not a day.
"""

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from lint.checklist.checklist import Checklist
from lint.checklist.complaints import Complaint, placed
from lint.checklist.examples import Owner, examples_of, is_right
from lint.checklist.layers import layers
from lint.checklist.load import load
from lint.checklist.model import Chain, Example, Phrases, Role
from lint.checklist.names import table
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import Problem, ordered
from lint.checklist.strings import strings
from lint.checks.context import Context
from lint.document.fold import fold_text
from lint.patterns import Pattern, PatternError
from lint.patterns.index import Budget
from lint.trial import Staged, Trial

_OWNED = ("element", "rule")


@dataclass(frozen=True)
class Mutation:
    """`total` patterns were left out one by one; `free` are those that no example misses, each at its place."""

    total: int
    free: tuple[Problem, ...]

    @property
    def held(self) -> int:
        return self.total - len(self.free)

    @property
    def share(self) -> float:
        """The part of the patterns that an example holds; 1.0 for a checklist without patterns."""
        return self.held / self.total if self.total else 1.0


@dataclass(frozen=True)
class _Tried:
    """An example that comes out right, and the sources of the patterns that matched on the way."""

    path: Keys
    owner: Owner
    example: Example
    staged: Staged
    matched: frozenset[str]


def mutate(source: str | Path) -> Mutation:
    """Leaves out every pattern of a checklist (a shipped name or a path) that is written in its own file; those of what
    it extends are held by the examples there.

    Examples that are wrong already, and known gaps, hold nothing. Raises ChecklistError for a checklist that cannot be
    used and PatternError for a pattern that cannot be compiled.
    """
    layer, checklist = layers(source), load(source)
    patterns = [(path, text) for path, text, stands in strings(layer.data) if stands in ("phrase", "regex")]
    patterns = [(path, text) for path, text in patterns if layer.place(path)[0] is layer.files[0]]
    tried = _tried(checklist)
    wanted: dict[Keys, list[tuple[Keys, str]]] = defaultdict(list)
    for path, text in patterns:
        wanted[path[:2] if path[0] in _OWNED else path[:1]].append((path, text))
    free: list[tuple[Keys, str]] = []
    for owner, some in wanted.items():
        left = (_Owned if owner[0] in _OWNED else _Shared)(checklist, layer.data, tried, owner)
        free += [(path, text) for path, text in some if not left.missed(path, text)]
    found = (Complaint(path, f"删去“{text}”，没有一个例子会发觉", None, 0, "提示") for path, text in free)
    return Mutation(len(patterns), ordered(placed(layer, complaint) for complaint in found))


def _tried(checklist: Checklist) -> list[_Tried]:
    seen: set[str] = set()
    trial = Trial(checklist.watched(seen))
    tried = []
    for path, owner, example in examples_of(checklist):
        staged = trial.stage(owner, example)
        seen.clear()
        actual = trial.verdict(trial.context(staged), owner, staged)
        if is_right(owner, example, actual) and not example.known_gap:
            tried.append(_Tried(path, owner, example, staged, frozenset(seen)))
    return tried


class _Owned:
    """The patterns of one element or rule: its reports are understood once, and only it is judged again."""

    def __init__(self, checklist: Checklist, data: dict[str, Any], tried: Iterable[_Tried], owner: Keys) -> None:
        self._key, self._number = str(owner[0]), int(owner[1])
        self._row = data[self._key][self._number]
        self._spec = getattr(checklist.file, self._key)[self._number]
        self._checklist, self._trial = checklist, Trial(checklist)
        self._own = [one for one in tried if self._concerns(one.owner)]
        self._contexts: dict[Keys, Context] = {}

    def _concerns(self, owner: Owner) -> bool:
        return owner.spec is self._spec or self._spec.id in getattr(owner.spec, "backed_by", ())

    def missed(self, path: Keys, text: str) -> bool:
        """Whether an example goes wrong without the pattern."""
        candidates = [one for one in self._own if text in one.matched]
        if path[2] == "term":  # its own examples are tried with this term alone; those of the rule with all
            candidates = [one for one in candidates if one.path[2] == "example" or one.path[:4] == path[:4]]
        if not candidates:
            return False
        spec = msgspec.convert(_without(self._row, path[2:]), type(self._spec))
        rows = list(getattr(self._checklist.file, self._key))
        rows[self._number] = spec
        file = msgspec.structs.replace(self._checklist.file, **{self._key: tuple(rows)})
        trial = Trial(self._checklist.having(file))
        return any(self._goes_wrong(trial, spec, one) for one in candidates)

    def _goes_wrong(self, trial: Trial, spec: Any, one: _Tried) -> bool:
        context = self._contexts.get(one.path)
        if context is None:
            context = self._contexts[one.path] = self._trial.context(one.staged)
        context.index.budget = Budget()
        owner = one.owner
        if owner.spec is self._spec:
            term = spec.term[one.path[3]] if owner.term is not None else None
            owner = replace(owner, spec=spec, term=term)
        return not is_right(owner, one.example, trial.verdict(replace(context, _found={}), owner, one.staged))


class _Shared:
    """The patterns by which reports are understood: the reports in which they match are understood anew."""

    def __init__(self, checklist: Checklist, data: dict[str, Any], tried: list[_Tried], owner: Keys) -> None:
        self._checklist, self._data, self._tried = checklist, data, tried
        self._key = str(owner[0])
        self._users: dict[str, frozenset[str]] = {}

    def missed(self, path: Keys, text: str) -> bool:
        """Whether an example goes wrong without the pattern, or nothing works any more."""
        if self._key == "checklist":  # no example tells whether its report is recognised
            return False
        made = msgspec.convert(_without(self._data[self._key], path[1:]), _TYPES[self._key])
        file = msgspec.structs.replace(self._checklist.file, **{self._key: made})
        words = self._key == "vocabulary"
        trial = Trial(replace(self._checklist, file=file) if words else self._checklist.having(file))
        try:
            return any(self._goes_wrong(trial, one) for one in self._candidates(path, text))
        except PatternError:  # a vocabulary without a word: what uses it does not compile
            return True

    def _candidates(self, path: Keys, text: str) -> Iterator[_Tried]:
        if self._key != "vocabulary":
            return (one for one in self._tried if text in one.matched)
        name = str(path[1])
        if name not in self._users:
            self._users[name] = _users(self._data, name)
        users = self._users[name]
        word = self._checklist.book.phrase(text)
        return (one for one in self._tried if not users.isdisjoint(one.matched) and _may_match(word, one.staged.text))

    def _goes_wrong(self, trial: Trial, one: _Tried) -> bool:
        return not is_right(one.owner, one.example, trial.verdict(trial.context(one.staged), one.owner, one.staged))


_TYPES: dict[str, Any] = {
    "roles": dict[str, Role],
    "cues": dict[str, Phrases],
    "vocabulary": dict[str, Phrases],
    "chain": Chain,
}


def _without(value: Any, path: Keys) -> Any:
    """The value without the list item at the path; only what lies on the path is copied."""
    step, rest = path[0], path[1:]
    changed = copy.copy(value)
    if rest:
        changed[step] = _without(value[step], rest)
    else:
        del changed[step]
    return changed


def _users(data: dict[str, Any], name: str) -> frozenset[str]:
    """The sources of all patterns that use a vocabulary, also by way of another one."""
    names, more = {name}, {name}
    while more:
        more = {
            other
            for other, words in table(data, "vocabulary").items()
            if other not in names and any(_names(word, names) for word in words)
        }
        names |= more
    return frozenset(text for _, text, stands in strings(data) if stands == "phrase" and _names(text, names))


def _names(source: str, vocabularies: Iterable[str]) -> bool:
    return any(f"{{{name}}}" in source.replace("｛", "{").replace("｝", "}") for name in vocabularies)


def _may_match(word: Pattern, text: str) -> bool:
    """Whether a vocabulary's phrase may be found; a title of several lines is read as one."""
    if "^" in word.source or "$" in word.source:
        return True
    folded = fold_text(text)[0]
    return word.matches(folded) or word.matches(folded.replace("\n", ""))

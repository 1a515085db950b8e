"""Which patterns of a checklist could be deleted without any of its examples noticing.

Each pattern is left out once, and the examples it can influence are judged again, until one goes wrong: those of the
element, rule or term it belongs to (and of elements that lean on that element); for roles, cues, the chain and
vocabularies all. Of these only the examples in which the pattern matched at all: one that did not match cannot have
mattered (unless it is the only one of its list: an empty list may ask nothing at all). So a checklist of two thousand
patterns takes a minute and not a day. What the examples leave free may be held by reports that people have marked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import tomli

from lint.checklist.checklist import Checklist
from lint.checklist.draft.starter import Start, starter
from lint.checklist.examples import Owner, examples_of, is_right
from lint.checklist.extend import Layer
from lint.checklist.faults.complaints import Complaint, placed
from lint.checklist.faults.names import table
from lint.checklist.layers import layers
from lint.checklist.load import load
from lint.checklist.model import Example
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import Problem, ordered
from lint.checklist.strings import strings
from lint.checks.context import Context
from lint.document.document import Document
from lint.document.fold import fold_text
from lint.lacking import item_at, lacking
from lint.marked import Marked, agreeing, opened
from lint.patterns import Pattern, PatternError
from lint.patterns.index import Budget
from lint.recognition import mistaken, told
from lint.trial import Staged, Trial

_OWNED = ("element", "rule")
_DRAFTED = ("checklist", "cues", "roles")
_FROM_DRAFT = 0.6  # so much of the words of a draft tells that a file began as one


@dataclass(frozen=True)
class Mutation:
    """`total` patterns were left out one by one; `free` are those that no example and no marked report misses, each at
    its place. `drafted` of these stand in the first draft of every checklist. `by_reports` of the others only a marked
    report misses."""

    total: int
    free: tuple[Problem, ...]
    drafted: int = 0
    by_reports: int = 0

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


def mutate(source: str | Path, marked: Sequence[Marked] = (), today: date | None = None) -> Mutation:
    """Leaves out every pattern of a checklist (a shipped name or a path) that is written in its own file; those of what
    it extends are held by the examples there. `marked` reports, read on the day `today`, hold patterns as well.

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
        left: _Owned | _Shared | _Recognised
        if owner[0] in _OWNED:
            left = _Owned(checklist, layer.data, tried, owner)
        elif owner[0] == "checklist":
            left = _Recognised(checklist, layer)
        else:
            left = _Shared(checklist, layer.data, tried, owner)
        free += [(path, text) for path, text in some if not left.missed(path, text)]
    before = len(free)
    if free and marked:
        reports = _Marked(checklist, layer.data, marked, today or date.today())
        free = [(path, text) for path, text in free if not reports.missed(path, text)]
    draft = _draft(patterns)
    drafted = sum((path[0], text) in draft for path, text in free)
    found = (Complaint(path, _said(path, text, draft), None, 0, "提示") for path, text in free)
    return Mutation(len(patterns), ordered(placed(layer, one) for one in found), drafted, before - len(free))


def _said(path: Keys, text: str, draft: frozenset[tuple[Any, str]]) -> str:
    whose = "（初稿自带的）" if (path[0], text) in draft else ""
    return f"删去“{text}”{whose}，没有一个例子会发觉"


def _draft(patterns: Sequence[tuple[Keys, str]]) -> frozenset[tuple[Any, str]]:
    """The patterns that `checklist new` writes into every draft, if these patterns come from one; with their tables."""
    data = tomli.loads(starter(Start(id="x", title="x", subject="x")))
    written = {(path[0], text) for path, text, stands in strings(data) if stands == "phrase" and path[0] in _DRAFTED}
    here = {(path[0], text) for path, text in patterns}
    return frozenset(written) if len(written & here) > len(written) * _FROM_DRAFT else frozenset()


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
        alone = len(item_at(self._row, path[2:-1])) == 1
        candidates = [one for one in self._own if alone or text in one.matched]
        if path[2] == "term":  # its own examples are tried with this term alone; those of the rule with all
            candidates = [one for one in candidates if one.path[2] == "example" or one.path[:4] == path[:4]]
        if not candidates:
            return False
        trial = Trial(lacking(self._checklist, {self._key: {self._number: self._row}}, path))
        spec = getattr(trial.checklist.file, self._key)[self._number]
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
        trial = Trial(lacking(self._checklist, self._data, path))
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


class _Recognised:
    """The patterns by which reports are recognised: tried on the titles and whole reports that the file gives."""

    def __init__(self, checklist: Checklist, layer: Layer) -> None:
        self._checklist, self._data = checklist, layer.data
        reports = told(checklist, layer)
        wrong = {one.path for one in mistaken(checklist, reports)}
        self._reports = [one for one in reports if one.path not in wrong]

    def missed(self, path: Keys, text: str) -> bool:
        """Whether a report is taken for another without the pattern."""
        return bool(mistaken(lacking(self._checklist, self._data, path), self._reports))


class _Marked:
    """Reports that people have marked: a pattern is held when fewer marks are met without it."""

    def __init__(self, checklist: Checklist, data: dict[str, Any], marked: Sequence[Marked], today: date) -> None:
        self._checklist, self._data, self._today = checklist, data, today
        self._reports: list[tuple[Marked, Document, frozenset[str], frozenset[str]]] = []
        for one in marked:
            document = opened(one)
            if document is not None:
                seen: set[str] = set()
                right = agreeing(checklist.watched(seen), one, document, today)
                self._reports.append((one, document, right, frozenset(seen)))

    def missed(self, path: Keys, text: str) -> bool:
        """Whether a mark is met no more without the pattern, or nothing works any more."""
        alone = len(item_at(self._data, path[:-1])) == 1
        words = path[0] == "vocabulary"
        some = [one for one in self._reports if alone or words or text in one[3]]
        if not some:
            return False
        without = lacking(self._checklist, self._data, path)
        try:
            return any(right - agreeing(without, one, document, self._today) for one, document, right, _ in some)
        except PatternError:
            return True


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

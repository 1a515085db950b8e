"""The examples that a checklist carries: what each should give and what it gives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from lint.checklist.checklist import Checklist
from lint.checklist.layers import layers
from lint.checklist.model import Element, Example, Rule, Term
from lint.checklist.positions import Path as Keys

NOTHING_EXPECTED = ""
"""What an example expects that does not say so."""


@dataclass(frozen=True)
class Owner:
    """Whose example it is: an element's, a rule's, or that of one term of a rule."""

    spec: Element | Rule
    is_rule: bool
    term: Term | None = None

    @property
    def name(self) -> str:
        """The id, and the term's right form."""
        return f"{self.spec.id}（{self.term.right}）" if self.term else self.spec.id


# The outcome for an element's example ("met"); the quotes found, in order, for a rule's.
Actual: TypeAlias = str | tuple[str, ...]
Judge: TypeAlias = Callable[[Checklist, Owner, Example], Actual]


@dataclass(frozen=True)
class ExampleResult:
    """`gap`: a known gap, still open; `closed`: a known gap that is none any more (its mark should go). `expected` and
    `actual` are for reading. `line` is that of the example in `file`, 0 when the checklist came from no file."""

    owner: Owner
    example: Example
    expected: str
    actual: str
    state: Literal["pass", "fail", "gap", "closed"]
    file: str
    line: int

    @property
    def failed(self) -> bool:
        return self.state == "fail"


def run_examples(checklist: Checklist, judge: Judge) -> list[ExampleResult]:
    """Every example of the checklist and of what it extends, judged, in the order of the merged checklist.

    The files are read once more for the lines; raises ChecklistError when they are gone.
    """
    layer = layers(Path(checklist.sources[0])) if checklist.sources else None
    results: list[ExampleResult] = []
    for path, owner, example in examples_of(checklist):
        name, line = "", 0
        if layer:
            file, there = layer.place(path)
            name, line = file.name, file.text.count("\n", 0, file.positions.key(there)) + 1
        actual = judge(checklist, owner, example)
        right = is_right(owner, example, actual)
        state: Literal["pass", "fail", "gap", "closed"] = "pass" if right else "fail"
        if example.known_gap:
            state = "closed" if right else "gap"
        results.append(ExampleResult(owner, example, _expected(owner, example), _told(actual), state, name, line))
    return results


def examples_of(checklist: Checklist) -> Iterator[tuple[Keys, Owner, Example]]:
    """Every example with its path in the merged data and its owner."""
    for number, element in enumerate(checklist.file.element):
        for place, example in enumerate(element.example):
            yield ("element", number, "example", place), Owner(element, False), example
    for number, rule in enumerate(checklist.file.rule):
        for place, example in enumerate(rule.example):
            yield ("rule", number, "example", place), Owner(rule, True), example
        for row, term in enumerate(getattr(rule, "term", ())):
            for place, example in enumerate(term.example):
                yield ("rule", number, "term", row, "example", place), Owner(rule, True, term), example


def is_right(owner: Owner, example: Example, actual: Actual) -> bool:
    """An element's outcome is the expected one; a rule finds the expected quotes (a found quote may be longer) and
    nothing else."""
    if isinstance(actual, str):
        return not owner.is_rule and actual == example.expect
    if not owner.is_rule or not (example.clean or example.finds):
        return False
    left = list(actual)
    for wanted in example.finds:
        found = next((quote for quote in left if wanted in quote), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _expected(owner: Owner, example: Example) -> str:
    if not owner.is_rule:
        return example.expect or NOTHING_EXPECTED
    if example.finds:
        return _told(example.finds)
    return _told(()) if example.clean else NOTHING_EXPECTED


def _told(actual: Actual) -> str:
    if isinstance(actual, str):
        return actual
    return "、".join(f"“{quote}”" for quote in actual) or "什么也没有找到"

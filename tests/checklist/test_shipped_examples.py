"""The shipped checklists carry their own tests: every example holds, every pattern has an example that it matches."""

import pytest

from lint.checklist.checklist import Checklist
from lint.checklist.examples import ExampleResult, run_examples
from lint.checklist.faults.validate import untried_patterns
from lint.checklist.layers import shipped_names
from lint.checklist.load import load
from lint.checklist.problems import render
from lint.trial import Trial

NAMES = shipped_names()


def _tried(name: str) -> tuple[Checklist, list[ExampleResult]]:
    checklist = load(name)
    return checklist, run_examples(checklist, Trial(checklist).judge)


@pytest.mark.parametrize("name", NAMES)
def test_examples_hold(name: str) -> None:
    _, results = _tried(name)
    told = [
        f"{result.file}:{result.line} {result.owner.name}: {result.expected} ≠ {result.actual}: {result.example.text}"
        for result in results
        if result.failed
    ]
    assert told == []


@pytest.mark.parametrize("name", NAMES)
def test_every_pattern_is_tried(name: str) -> None:
    assert [render(problem) for problem in untried_patterns(name)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_element_has_examples_of_both_sides(name: str) -> None:
    """Each element shows what is met and what is absent, leaving known gaps aside."""
    checklist, results = _tried(name)
    held = {(result.owner.spec.id, result.expected) for result in results if result.state == "pass"}
    wanted = {(element.id, status) for element in checklist.file.element for status in ("met", "absent")}
    assert sorted(wanted - held) == []

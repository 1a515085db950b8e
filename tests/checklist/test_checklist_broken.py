"""The exact messages for broken checklists. QINGDAN_GOLDEN=1 writes them anew, to be read before they are kept."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from broken_by_newcomers import SENSE
from broken_checklists import CASES
from sound_checklist import SOUND

from lint.checklist.faults.validate import validate
from lint.checklist.load import load
from lint.checklist.problems import ChecklistError, render

GOLDEN = Path(__file__).with_name("broken_checklists.golden.txt")
# What only validation looks at; load() leaves it to the moment a pattern is needed.
LATE = {
    *("period", "vocabulary", "patterns", "regex", "in vocabulary", "circle", "duty", "term", "clause edges"),
    *("barred by not", "excused", "not a heading", "folded away", "cue called off", "no way in", "under a dead role"),
    *("expired", "superfluous", "no basis", "group and expectation"),
    *SENSE,
}


def _golden() -> dict[str, str]:
    sections = GOLDEN.read_text(encoding="utf-8").split("## ")[1:] if GOLDEN.exists() else []
    return {name: text.strip("\n") for name, text in (section.split("\n", 1) for section in sections)}


def test_the_sound_one_has_no_problem(write: Callable[..., Path]) -> None:
    assert validate(write(SOUND)) == ()


@pytest.mark.parametrize("name", CASES)
def test_messages(name: str, write: Callable[..., Path]) -> None:
    told = "\n".join(map(render, validate(write(CASES[name]))))
    if os.environ.get("QINGDAN_GOLDEN"):
        sections = {**_golden(), name: told}
        text = "\n".join(f"## {key}\n{sections[key]}\n" for key in CASES if key in sections)
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert told == _golden()[name]


@pytest.mark.parametrize("name", CASES)
def test_load_tells_the_same_errors(name: str, write: Callable[..., Path]) -> None:
    path = write(CASES[name])
    if name in LATE:
        load(path)
        return
    with pytest.raises(ChecklistError) as caught:
        load(path)
    assert caught.value.problems == tuple(problem for problem in validate(path) if problem.level == "错误")


def test_all_problems_of_a_file_in_one_go(write: Callable[..., Path]) -> None:
    text = CASES["wrong types"].replace("planned = ", "planed = ").replace('basis = ["law"]', 'basis = ["lawn"]')
    text = text.replace("听取…汇报", "听取…{无此词表}汇报").replace('group = "总体"', 'grup = "总体"')
    lines = [problem.line for problem in validate(write(text)) if problem.level == "错误"]
    assert lines == [24, 27, 33, 40, 42, 47, 60, 62, 67]


def test_messages_never_fail_on_mutilated_checklists(write: Callable[..., Path]) -> None:
    """Every line of the sound checklist left out, or its value made a number, a list, a table."""
    lines = SOUND.splitlines()
    for number, line in enumerate(lines):
        variants = [""] + [
            f"{line.split(' = ')[0]} = {value}" for value in ("3", '["", 1]', "{ a = 1 }") if " = " in line
        ]
        for variant in variants:
            for problem in validate(write("\n".join([*lines[:number], variant, *lines[number + 1 :]]))):
                assert problem.line > 0 or problem.message
                render(problem)

"""What a checklist's patterns and its marked reports prove, told on the screen."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from lint.checklist.checklist import Checklist
from lint.checklist.load import broken_pattern
from lint.checklist.problems import Problem, render
from lint.cli.streams import show
from lint.patterns import PatternError
from lint.render.console import safe
from lint.render.words import STATUS_WORD, neutral


def show_problems(problems: Iterable[Problem]) -> None:
    """Each with its line and caret."""
    for problem in problems:
        show("\n".join(map(neutral, render(problem).split("\n"))) + "\n")


def show_mutation(source: str, checklist: Checklist) -> None:
    """The patterns that no example holds, and the share of those that one does. Raises ChecklistError."""
    from lint.mutation import mutate  # noqa: PLC0415

    try:
        mutation = mutate(source)
    except PatternError as error:
        raise broken_pattern(checklist, error) from error
    show_problems(mutation.free)
    show(
        f"{safe(checklist.identity.id)}：逐个删去 {mutation.total} 个模式，{mutation.held} 个有例子守着"
        f"（{mutation.share:.1%}），{len(mutation.free)} 个删去也没有例子发觉。\n"
    )
    if checklist.inherited:
        names = " ".join(one.id for one in checklist.inherited)
        show(f"继承来的模式没有算在内，由它们自己的例子守着：qingdan checklist test {safe(names)} --mutate\n")


def show_marked(source: str, folder: Path, at_least: float) -> bool:
    """Where a checklist does not agree with marked reports; whether the share that agrees is enough."""
    from lint.marked import MarksError, compare, marked_reports  # noqa: PLC0415

    try:
        reports = marked_reports(folder)
    except MarksError as error:
        raise click.ClickException(str(error)) from error
    compared = list(compare(source, reports, date.today()))
    for one in compared:
        place = safe(str(one.path))
        if one.actual is None:
            show(
                f"{place}: {safe(one.element)} {safe(one.message)}\n"
                if one.element
                else f"{place}: {safe(one.message)}\n"
            )
        elif not one.agrees:
            wanted = "或".join(STATUS_WORD.get(status, status) for status in one.wanted)
            show(f"{place}: {safe(one.element)} 标注为 {wanted}，实为 {STATUS_WORD.get(one.actual, one.actual)}\n")
    right, asked = sum(one.agrees for one in compared), sum(one.open for one in compared)
    total = len(compared)
    show(
        f"标注过的报告 {len(reports)} 份：相符 {right}，不符 {total - right - asked}，待核 {asked}"
        f"（相符 {right / max(total, 1):.1%}）。\n"
    )
    return right >= at_least * total

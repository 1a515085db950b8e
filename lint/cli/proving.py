"""What a checklist's patterns and its marked reports prove, told on the screen."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.checklist.checklist import Checklist
from lint.checklist.load import broken_pattern
from lint.checklist.problems import Problem, render
from lint.cli.streams import show
from lint.patterns import PatternError
from lint.render.console import safe
from lint.render.words import STATUS_WORD, neutral

if TYPE_CHECKING:
    from lint.marked import Marked


_HOW_TO_HOLD = """\
要守住它们，各添一个删去后会不符的例子：
  要素、规则里的模式   写在那个要素、规则的例子里；只有一条的 recipients 再添一个不该满足的，如 text = "乙市政府："
  cues、roles 里的词   任一要素的例子，或者几行的小报告（标题、主送、各部分的标题和一两句话），少了它结论会变
  title、not-title     在 [checklist.recognise] 里写 example = ["应当认得的标题"]、not-example = ["不该认得的标题"]
  标注过的报告也算     加 --reports 文件夹
"""


def show_problems(problems: Iterable[Problem]) -> None:
    """Each with its line and caret."""
    for problem in problems:
        show("\n".join(map(neutral, render(problem).split("\n"))) + "\n")


def show_mutation(source: str, checklist: Checklist, reports: Path | None = None) -> None:
    """The patterns that no example, nor one of the marked reports, holds, and the share of those that one does. Raises
    ChecklistError."""
    from lint.mutation import mutate  # noqa: PLC0415

    try:
        mutation = mutate(source, _marked(reports) if reports is not None else ())
    except PatternError as error:
        raise broken_pattern(checklist, error) from error
    show_problems(mutation.free)
    also = f"，其中 {mutation.by_reports} 个靠标注过的报告" if mutation.by_reports else ""
    drafted = f"，其中 {mutation.drafted} 个是初稿自带的" if mutation.drafted else ""
    show(
        f"{safe(checklist.identity.id)}：逐个删去 {mutation.total} 个模式，{mutation.held} 个有例子守着"
        f"（{mutation.share:.1%}{also}），{len(mutation.free)} 个删去也没有例子发觉{drafted}。\n"
    )
    if mutation.free:
        show(_HOW_TO_HOLD)
    if checklist.inherited:
        names = " ".join(one.id for one in checklist.inherited)
        show(f"继承来的模式没有算在内，由它们自己的例子守着：qingdan checklist test {safe(names)} --mutate\n")


def _marked(folder: Path) -> "list[Marked]":
    from lint.marked import MarksError, marked_reports  # noqa: PLC0415

    try:
        return marked_reports(folder)
    except MarksError as error:
        raise click.ClickException(str(error)) from error


def show_marked(source: str, folder: Path, at_least: float) -> bool:
    """Where a checklist does not agree with marked reports; whether the share that agrees is enough."""
    from lint.marked import compare, unmarked  # noqa: PLC0415

    reports = _marked(folder)
    for path in unmarked(folder):
        show(f"{safe(str(path))}: 没有标注（同名的 .json 文件），没有核对\n")
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

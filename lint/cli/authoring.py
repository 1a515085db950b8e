"""What `qingdan checklist` says of checklists."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from lint.checklist.checklist import Checklist
from lint.checklist.examples import NOTHING_EXPECTED, ExampleResult, run_examples
from lint.checklist.faults.complaints import Complaint, placed
from lint.checklist.faults.validate import errors, untried_patterns, validate
from lint.checklist.layers import layers
from lint.checklist.load import broken_pattern, load
from lint.checklist.problems import ChecklistError, Problem
from lint.cli.codes import CLEAN, FOUND, WRONG
from lint.cli.proving import show_marked, show_mutation, show_problems
from lint.cli.streams import show
from lint.patterns import PatternError
from lint.recognition import Told, mistaken, told
from lint.render.console import safe
from lint.render.words import STATUS_WORD, shorten
from lint.shelf import shipped
from lint.trial import Trial

_QUOTE = 60


@dataclass(frozen=True)
class Trials:
    """What else is tried besides the examples: whether every pattern has one (`strict`), whether every pattern is held
    by one (`mutate`), reports that people have marked, with the share of their marks that must agree."""

    strict: bool = False
    mutate: bool = False
    reports: Path | None = None
    at_least: float = 1.0


def test_checklists(sources: Iterable[str], trials: Trials) -> int:
    """The exit code. Raises ChecklistError for a checklist that cannot be used."""
    strict = trials.strict
    failed = False
    for source in tuple(sources) or shipped():
        checklist, layer = load(source), layers(source)
        if wrong := errors(layer):
            raise ChecklistError(wrong, "清单有错误，没有运行例子。")
        results = _results(checklist)
        for result in results:
            if result.state != "pass":
                show(_told(result))
        reports = told(checklist, layer)
        unlike = mistaken(checklist, reports)
        show_problems(placed(layer, _unlike(one)) for one in unlike)
        untried = untried_patterns(source)
        if strict:
            show_problems(untried)
        failed |= any(result.failed for result in results) or bool(unlike) or bool(strict and untried)
        show(_summary(checklist, results, untried, len(unlike), strict=strict))
        if trials.mutate:
            show_mutation(source, checklist, trials.reports)
        if trials.reports is not None:
            failed |= not show_marked(source, trials.reports, trials.at_least)
    return FOUND if failed else CLEAN


def validate_checklists(sources: Iterable[str]) -> int:
    """The exit code."""
    broken = False
    for source in tuple(sources) or shipped():
        problems = validate(source)
        show_problems(problems)
        errors = sum(problem.level == "错误" for problem in problems)
        broken |= bool(errors)
        show(f"{safe(source)}：错误 {errors} 处，提示 {len(problems) - errors} 处。\n")
    return WRONG if broken else CLEAN


def _results(checklist: Checklist) -> list[ExampleResult]:
    try:
        return run_examples(checklist, Trial(checklist).judge)
    except PatternError as error:
        raise broken_pattern(checklist, error) from error


def _told(result: ExampleResult) -> str:
    kind = {"fail": "不符", "gap": "已知做不到", "closed": "已能做到，请删去 known-gap"}[result.state]
    place = f"{result.file}:{result.line}" if result.file else "清单"
    lines = [f"{safe(place)}: {kind}：{safe(result.owner.name)} {safe(result.owner.spec.title)}"]
    if result.expected == NOTHING_EXPECTED:
        actual = STATUS_WORD.get(result.actual, result.actual)
        lines.append(
            f"  没有写应得的结果（{'finds 或 clean' if result.owner.is_rule else 'expect'}）；实为 {safe(actual)}"
        )
    elif result.state != "closed":
        expected, actual = (STATUS_WORD.get(word, word) for word in (result.expected, result.actual))
        lines.append(f"  应为 {safe(expected)}，实为 {safe(actual)}")
    lines.append(f"  例：{safe(shorten(result.example.text, _QUOTE))}")
    return "\n".join(lines) + "\n"


def _unlike(one: Told) -> Complaint:
    """What is said of a report that is taken for another."""
    if one.wanted:
        message = "没有认出是这份清单所查的报告，请看 [checklist.recognise] 的 title、text、not-title"
    else:
        message = "认成了这份清单所查的报告，请看 [checklist.recognise] 的 not-title"
    return Complaint(one.path, message, level="错误")


def _summary(
    checklist: Checklist, results: list[ExampleResult], untried: tuple[Problem, ...], unlike: int, *, strict: bool
) -> str:
    states = [result.state for result in results]
    own = sum(result.file == checklist.sources[0] for result in results) if checklist.sources else len(results)
    whose = f"（自己的 {own} 个，继承来的 {len(results) - own} 个）" if own < len(results) else ""
    said = f"{safe(checklist.identity.id)}：例子 {len(results)} 个{whose}，"
    said += f"相符 {states.count('pass')}，不符 {states.count('fail')}"
    if gaps := states.count("gap"):
        said += f"，已知做不到 {gaps}"
    if closed := states.count("closed"):
        said += f"，已能做到 {closed}"
    if unlike:
        said += f"；认错的标题、报告 {unlike} 个"
    if untried:
        said += f"；没有例子试过的模式 {len(untried)} 个" + ("" if strict else "（加 --strict 列出）")
    return said + "。\n"


def show_schema() -> None:
    """The JSON Schema with the kinds of all plug-ins that can be loaded; what is wrong with the others is told."""
    from lint.checklist.plugins import PluginError, available  # noqa: PLC0415
    from lint.checklist.schema import text  # noqa: PLC0415

    try:
        show(text(available()))
    except PluginError as error:
        raise click.ClickException(f"{error}。") from error

"""The explicit list of kinds of elements: which module judges which."""

from collections.abc import Mapping

from lint.checklist.model import (
    ChainElement,
    CountElement,
    Element,
    FrontElement,
    PhraseElement,
    SectionElement,
    TableElement,
    YearElement,
)
from lint.checklist.plugins import PluginError
from lint.checks.context import Context
from lint.checks.elements import chain, count, front, phrase, section, year
from lint.checks.plugged import kind_of, run_plugged
from lint.checks.results import MET, NA, STATUSES, Outcome, Shortcoming


def judge_element(
    context: Context, element: Element, shortcomings: tuple[Shortcoming, ...], judged: Mapping[str, Outcome]
) -> Outcome:
    """The outcome of one element, by its kind. `judged` are the outcomes so far, by id."""
    if element.posts and (other := _other_post(context, element)):
        return other
    if isinstance(element, PhraseElement):
        return phrase.judge(context, element)
    if isinstance(element, SectionElement):
        met = tuple(o for name in element.backed_by if (o := judged.get(name)) and o.status == MET)
        return section.judge(context, element, shortcomings, met)
    if isinstance(element, FrontElement):
        return front.judge(context, element)
    if isinstance(element, YearElement):
        return year.judge(context, element)
    if isinstance(element, CountElement):
        return count.judge(context, element)
    if isinstance(element, TableElement):
        from lint.checks.elements import table  # noqa: PLC0415  most checklists ask for no table

        return table.judge(context, element)
    if isinstance(element, ChainElement):
        return chain.judge(context, element, shortcomings)
    outcome = run_plugged(context, element)
    if not isinstance(outcome, Outcome) or outcome.status not in STATUSES:
        raise PluginError(f"检查种类“{kind_of(element)}”的插件没有给出 Outcome；请告诉插件的作者")
    return outcome


def _other_post(context: Context, element: Element) -> Outcome | None:
    """Not applicable where the person who reports tells a post that the element is not for."""
    report, post = context.report, context.report.front.post
    if not post or any(pattern.matches(post) for pattern in context.phrases(element.posts)):
        return None
    line = front.post_line(report)
    reason = element.posts_reason or f"报告人是{post}，不是这一项所说的职务"
    return Outcome(element.id, NA, evidence=(report.source(line.start, line.end),) if line else (), reason=reason)

"""Headings that name what their text does not hold."""

from lint.checklist.model import Promise, PromiseRule
from lint.checks.context import Context
from lint.checks.promise_leads import leads
from lint.checks.results import Finding
from lint.checks.say import finding
from lint.document.report import Report, Section

SHORT = 20  # a longer heading without text is a sentence of its own
MAX_PLACE = 38


def check(context: Context, rule: PromiseRule) -> list[Finding]:
    """Empty headings, contents promised by a heading of the checklist's kind, leads with nothing about them."""
    report = context.report
    bare = empty(report)
    found = [
        finding(
            rule,
            f"“{section.number}{section.text}”只有标题，没有内容，请补写或者删去标题。",
            [report.source(section.start, section.end)],
            severity="error",
        )
        for section in bare
    ]
    broken, merged = promises(context, rule, {section.index for section in bare})
    return found + broken + leads(report, rule, merged | {section.index for section in bare})


def empty(report: Report) -> list[Section]:
    """Short headings with nothing under them while their neighbours have text."""
    nothing = {s.index for s in report.sections if not report.text[s.body_start : s.body_end].strip()}
    found = []
    for section in report.sections:
        if section.index not in nothing or not section.style or len(section.text) > SHORT:
            continue
        if any(char.isdigit() for char in section.text):
            continue
        siblings = [s for s in report.sections if s.parent == section.parent and s.level == section.level and s.index != section.index]
        filled = [s for s in siblings if s.index not in nothing]
        if filled and 2 * len(filled) > len(siblings):
            found.append(section)
    return found


def promises(context: Context, rule: PromiseRule, skip: set[int]) -> tuple[list[Finding], set[int]]:
    """What a heading names and its text lacks, one finding a heading; and the headings that were looked at."""
    report = context.report
    found = []
    looked = set()
    for section in report.sections:
        if section.index in skip:
            continue
        missing = []
        for promise in rule.promise:
            if context.first(promise.heading, section.start, section.end) is None:
                continue
            looked.add(section.index)
            if not _kept(context, promise, section):
                missing.append(promise)
        if missing:
            named = "”“".join(dict.fromkeys(promise.label for promise in missing))
            found.append(
                finding(
                    rule,
                    f"标题写了“{named}”，这一部分的正文里没有，请补写，或者改标题。",
                    [_place(context, section, missing[0])],
                    severity="warning",
                )
            )
    return found, looked


def _kept(context: Context, promise: Promise, section: Section) -> bool:
    """Whether the text under the heading, or another part whose heading names the same, holds what is promised."""
    if context.first(promise.body, section.body_start, section.body_end) is not None:
        return True
    return any(
        context.first(promise.heading, other.start, other.end) is not None and other.body_end - other.body_start > SHORT
        for other in context.report.sections
        if other.index != section.index and not section.start <= other.start < section.body_end
        and not other.start <= section.start < other.body_end
    )  # fmt: skip


def _place(context: Context, section: Section, promise: Promise) -> tuple[int, int]:
    report = context.report
    if section.end - section.start <= MAX_PLACE:
        return report.source(section.start, section.end)
    named = context.first(promise.heading, section.start, section.end)
    return report.source(*(named or (section.start, section.start + MAX_PLACE)))

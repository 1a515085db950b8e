"""Numbers of headings and of series: order, level, form (GB/T 9704 7.3.3)."""

import re
from itertools import pairwise

from lint.checklist.model import NumberingRule
from lint.checks.context import Context
from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.numbering_form import forms
from lint.checks.rules.numbering_series import chinese, series
from lint.checks.rules.regions import numbers
from lint.checks.rules.say import finding
from lint.document.report import Report, Section

_SKIPPABLE = ("1.", "（1）", "①")


def check(context: Context, rule: NumberingRule) -> list[Finding]:
    """All that is wrong with the numbers of a report."""
    report = context.report
    spans = {section.index: span for section, span in numbers(report)}
    found = restarts(report, rule, spans)
    for group in _groups(report, spans):
        found += order(report, rule, group, spans)
    found += skipped(report, rule, spans)
    found += forms(report, rule)
    found += series(report, rule)
    return found


def _groups(report: Report, spans: dict[int, SourceSpan]) -> list[list[Section]]:
    """Headings of one style under one parent, in order."""
    groups: dict[tuple[int | None, str], list[Section]] = {}
    for section in report.sections:
        if section.index in spans and section.value and not _restarted(report, section):
            groups.setdefault((section.parent, section.style), []).append(section)
    return [group for group in groups.values() if group]


def _restarted(report: Report, section: Section) -> bool:
    """Whether the section stands under one of its own style."""
    parent = section.parent
    while parent is not None:
        if report.sections[parent].style == section.style:
            return True
        parent = report.sections[parent].parent
    return False


def restarts(report: Report, rule: NumberingRule, spans: dict[int, SourceSpan]) -> list[Finding]:
    """三、… with 一、二、三、 again inside it: one finding for each such section."""
    inside: dict[int, list[Section]] = {}
    for section in report.sections:
        if section.index in spans and section.parent is not None and _restarted(report, section):
            inside.setdefault(section.parent, []).append(section)
    found = []
    for parent, members in inside.items():
        outer = report.sections[parent]
        between = report.text[outer.end : members[0].start].strip()
        if members[0].value != 1 or (len(members) == 1 and between):
            continue
        found.append(
            finding(
                rule,
                f"“{outer.number}”之下又用了“{members[0].number}”等同一层次的序号，与全文一级序号相重；"
                f"请改用下一层次的序号（GB/T 9704 的次序为“一、”“（一）”“1.”“（1）”）。",
                [spans[member.index] for member in members],
                severity="warning",
            )
        )
    return found


def order(report: Report, rule: NumberingRule, group: list[Section], spans: dict[int, SourceSpan]) -> list[Finding]:
    """Doubled, missing and disordered numbers in one series of headings."""
    found = []
    place = group[0].value  # the number the last heading has or, where it is a doubled one, should have
    for at, (before, section) in enumerate(pairwise(group), 1):
        label, last = section.number.strip(), before.number.strip()
        words, places = "", [spans[section.index]]
        if section.value == before.value == 1 and not report.text[before.end : section.start].strip():
            words = f"“{last}”之下紧接着又用“{label}”，上下两级用了同一种序号；下一级请用下一层次的序号（GB/T 9704）。"
            return [finding(rule, words, places, severity="warning")]
        if section.value == before.value:
            words = f"序号“{label}”重复，此处应为“{numeral(place + 1, section)}”，其后的序号依次顺延。"
            places = [spans[s.index] for s in _climbing(group[at:])]
        elif section.value > place + 1:
            lost = [numeral(value, section) for value in range(place + 1, section.value)]
            if not any(_stands(report, mark, before.end, section.start) for mark in lost):  # glued to the text before
                missing = "”“".join(lost)
                words = f"“{last}”之后直接是“{label}”，缺“{missing}”；请核对是漏了一部分，还是序号写错。"
        elif section.value < before.value and section.value != 1:
            words = f"“{last}”之后是“{label}”，序号次序颠倒，请核对。"
        if words:
            found.append(finding(rule, words, places, severity="warning"))
        place = place + 1 if section.value == before.value else section.value
    return found


def _climbing(group: list[Section]) -> list[Section]:
    """The beginning of a series as long as its numbers go up by one."""
    kept = group[:1]
    for section in group[1:]:
        if section.value != kept[-1].value + 1:
            break
        kept.append(section)
    return kept


def _stands(report: Report, mark: str, start: int, end: int) -> bool:
    """Whether a number is printed in the text between two headings."""
    bare = mark.strip("（）、.")
    if bare.isdigit():
        pattern = rf"(?<![0-9.]){bare}[.、）](?![0-9])"
    elif mark.endswith("）"):
        pattern = rf"(?<![一二三四五六七八九十]){bare}）"
    else:
        pattern = rf"(?<![一二三四五六七八九十（]){re.escape(bare)}[、，.]"
    return re.compile(pattern).search(report.text, start, end) is not None


def numeral(value: int, like: Section) -> str:
    """A number in the form of the style of another heading."""
    word = chinese(value)
    match like.style:
        case "一、":
            return f"{word}、"
        case "（一）":
            return f"（{word}）"
        case "1.":
            return f"{value}."
        case "（1）":
            return f"（{value}）"
        case "①":
            return chr(0x245F + value) if value <= 20 else f"（{value}）"
        case _:
            return like.number.replace(chinese(like.value), word)


def skipped(report: Report, rule: NumberingRule, spans: dict[int, SourceSpan]) -> list[Finding]:
    """1. directly under 一、 in a report that has （一） elsewhere: only a hint, with two levels it is usual."""
    if not any(s.style == "（一）" for s in report.sections):
        return []
    places = []
    for section in report.sections:
        if (
            section.style not in _SKIPPABLE
            or section.value != 1
            or section.index not in spans
            or section.parent is None
        ):
            continue
        if report.sections[section.parent].style == "一、":
            places.append(spans[section.index])
    if not places:
        return []
    return [
        finding(
            rule,
            "这里从“一、”直接到“1.”，而其他部分用了“（一）”；同一层次的序号全文宜一致。",
            places,
            severity="hint",
        )
    ]

"""How the numbers of headings are written: the mark after them, their brackets, blanks."""

import re
from collections.abc import Callable

from lint.checklist.model import NumberingRule
from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.punctuation_width import half_share
from lint.checks.rules.regions import numbers
from lint.checks.rules.say import finding
from lint.document.lazy import lazy
from lint.document.report import Report, Section

Number = tuple[Section, SourceSpan, str]  # the heading, where its number stands, the number as printed
_BLANK = lazy(r"[ \t\u00a0\u3000]+")


def forms(report: Report, rule: NumberingRule) -> list[Finding]:
    """One finding for each wrong habit in writing numbers."""
    text = report.document.text
    printed: list[Number] = [(section, span, text[span[0] : span[1]]) for section, span in numbers(report)]
    found = []
    if first := _first_level(report, printed):
        places = [span for _, span, _ in first]
        words = f"一级标题的序号请用“一、”，不用“1、”{_times(places)}（GB/T 9704 的第一层次为“一、”）。"
        found.append(finding(rule, words, places, severity="warning"))
        printed = [number for number in printed if number not in first]
    for matches, message in _WRONG:
        places = [span for section, span, raw in printed if matches(section, _BLANK.sub("", raw))]
        if places:
            found.append(finding(rule, message.format(_times(places)), places, severity="warning"))
    found += _brackets(report, rule, printed)
    found += _blanks(report, rule, printed)
    return found


def _first_level(report: Report, printed: list[Number]) -> list[Number]:
    """The numbers 1、 of the headings of the first level, where no heading has 一、."""
    if any(section.style == "一、" for section in report.sections):
        return []
    return [
        (section, span, raw)
        for section, span, raw in printed
        if section.style == "1." and section.parent is None and _BLANK.sub("", raw).endswith(("、", "。"))
    ]


def _times(places: list[SourceSpan]) -> str:
    return f"（共{len(places)}处）" if len(places) > 1 else ""


def _arabic(mark: str) -> Callable[[Section, str], bool]:
    return lambda section, raw: section.style == "1." and raw.endswith(mark)


_WRONG: tuple[tuple[Callable[[Section, str], bool], str], ...] = (
    (_arabic("。"), "阿拉伯数字序号后不用句号，请把“1。”改为“1.”{}（GB/T 9704 的第三层次为“1.”）。"),
    (_arabic("、"), "阿拉伯数字序号后用下脚点不用顿号，请把“1、”改为“1.”{}（GB/T 9704 的第三层次为“1.”）。"),
    (
        lambda section, raw: section.style in ("（一）", "（1）") and raw[-1] in "、.，．",
        "带括号的序号后不再加顿号或点，请删去{}，如“（一）、”写作“（一）”。",
    ),
    (
        lambda section, raw: section.style == "（一）" and raw[0] not in "（(〔[",
        "序号缺左括号，请补全{}，如“一）”写作“（一）”。",
    ),
    (
        lambda section, raw: section.style == "一、" and not raw.endswith("、"),
        "一级序号后用顿号，请改为“一、”的写法{}。",
    ),
    (
        lambda section, raw: section.style == "一、" and raw.endswith("、") and re.search(r"[，,.]", raw) is not None,
        "一级序号后只用一个顿号，请删去多余的标点{}。",
    ),
)


def _brackets(report: Report, rule: NumberingRule, printed: list[Number]) -> list[Finding]:
    """Half-width brackets of numbers, where they are not part of a habit of the whole text."""
    half = [span for section, span, raw in printed if section.style in ("（一）", "（1）") and re.search(r"[()]", raw)]
    if not half or half_share(report) > 0.8:
        return []
    whole = sum(1 for section, _, _ in printed if section.style in ("（一）", "（1）"))
    mixed = "与其他序号不一致，" if len(half) < whole else ""
    return [
        finding(
            rule, f"层次序号的括号是半角“(一)”{_times(half)}，{mixed}请改为全角“（一）”。", half, severity="warning"
        )
    ]


def _blanks(report: Report, rule: NumberingRule, printed: list[Number]) -> list[Finding]:
    """A blank after the number: certain where the other numbers of the style have none."""
    text = report.document.text
    found = []
    for style in ("一、", "（一）", "1.", "（1）"):
        of_style = [(section, span) for section, span, _ in printed if section.style == style]
        blank = []
        for _, span in of_style:
            match = _BLANK.match(text, span[1])
            if match and match.end() < len(text) and text[match.end()] != "\n":
                blank.append((span[0], match.end()))
        if not blank:
            continue
        if 2 * len(blank) < len(of_style):
            found.append(
                finding(
                    rule, f"序号后有多余的空格{_times(blank)}，与其他序号不一致，请删去。", blank, severity="warning"
                )
            )
        elif style != "1.":
            found.append(finding(rule, f"序号后通常不空格{_times(blank)}，建议删去。", blank, severity="hint"))
    return found

"""How paragraphs end: a full stop that is missing, headings of their own line with and without one."""

import re

from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.regions import Stretch, is_han
from lint.checks.rules.say import Speaker, finding
from lint.document.lazy import lazy
from lint.document.report import Report, Section

_OPEN = frozenset("0123456789%）》，、")
_FINISHED_INSIDE = lazy(r"[。！？]）$")
_TOP_HEADING = lazy(r"[一二三四五六七八九十]{1,3}、")
MIN_SENTENCE = 20


def unfinished(report: Report, rule: Speaker, spans: list[Stretch]) -> list[Finding]:
    """Body paragraphs without a final mark, and headings that are not alike in theirs."""
    if report.hard_wrapped:
        return []  # where paragraphs end is not certain
    return [*_paragraphs(report, rule, spans), *_headings(report, rule)]


def _paragraphs(report: Report, rule: Speaker, spans: list[Stretch]) -> list[Finding]:
    front, text = report.front, report.text
    headings = {section.start: section for section in report.sections}
    apart = {span.start for span in (*front.title_lines, front.recipient, front.signature, front.date_span) if span}
    certain: list[SourceSpan] = []
    perhaps: list[SourceSpan] = []
    for stretch in spans:
        start, end = stretch.folded.start, stretch.folded.end
        if (
            not front.body_start <= start < front.body_end
            or start in apart
            or not _is_open(text[max(start, end - 1) : end])
        ):
            continue
        if _FINISHED_INSIDE.search(text, start, end):
            continue
        section = headings.get(start)
        if section is not None and not section.run_in:
            continue
        words = text[section.end if section else start : end]
        if len(words) < MIN_SENTENCE or not re.search(r"[，。；]", words):
            continue
        if "。" not in text[start:end] and _TOP_HEADING.match(text, start, end):
            continue  # a heading too long to be taken for one
        place = report.source(max(start, end - 6), end)
        (certain if "。" in words[:-1] else perhaps).append(place)
    found = []
    for places, severity in ((certain, "warning"), (perhaps, "hint")):
        if places:
            words = "这一段末尾没有句号，请补上；如果话没有说完，请补全。"
            found.append(finding(rule, words, places, severity=severity))
    return found


def _is_open(char: str) -> bool:
    """Whether a sentence goes on behind the character."""
    return is_han(char) or char in _OPEN


def _is_bare(heading: str) -> bool:
    last = heading.removesuffix("\n")[-1:]
    return is_han(last) or last in ("”", "）")


def _headings(report: Report, rule: Speaker) -> list[Finding]:
    """Headings on a line of their own: some with a full stop, most without."""
    found = []
    by_style: dict[str, list[Section]] = {}
    for section in report.sections:
        if section.style in ("一、", "（一）") and not section.run_in:
            by_style.setdefault(section.style, []).append(section)
    for style, sections in by_style.items():
        ended = [
            s
            for s in sections
            if report.text[s.end - 1 : s.end] == "。" and len(s.text) <= 24 and "，" not in s.text[12:]
        ]
        bare = [s for s in sections if _is_bare(report.text[s.start : s.end])]
        if ended and len(bare) > 2 * len(ended):
            places = [report.source(s.end - 1, s.end) for s in ended]
            words = f"独立成行的“{style}”级标题末尾通常不加句号，与其他标题不一致，建议删去。"
            found.append(finding(rule, words, places, severity="hint"))
    return found

"""The members of a list inside a part of the report: shortcomings, causes, measures of a plan, each as one stretch."""

import re
from dataclasses import dataclass

from lint.document.report import Report


@dataclass(frozen=True, slots=True)
class Part:
    """One member in folded offsets; `label` is its first words without number and mark, `end` of its own text."""

    start: int
    end: int
    label: str
    numbered: bool


_LABEL = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、，.是]|（[一二三四五六七八九十0-9]{1,3}）[、]?|[0-9]{1,2}[.、。）]|[①-⑳]|首先，?|其次，?|再次，?|最后，?|一方面，?|另一方面，?)"
)
_STOP = re.compile(r"[。；！？\n]")


def label_of(text: str) -> str:
    """The first words of a member: without its number, up to the first mark, at most 40 code points."""
    words = _LABEL.sub("", text)
    return re.split(r"[。；：，！？\n]", words, maxsplit=1)[0][:40] if words else ""


def parts_of(report: Report, role: str) -> list[Part]:
    """The members of all parts with the role, in order: subsections first, else items, else sentences.

    A member keeps all that stands in its subsection or item, also a sentence there that has another role (the cause
    inside a shortcoming).
    """
    found: list[Part] = []
    for start, end in _stretches(report, role):
        found.extend(_members(report, start, end, role))
    return found


def _stretches(report: Report, role: str) -> list[tuple[int, int]]:
    """The runs of sentences that have the role (headings are left out)."""
    runs: list[list[int]] = []
    last = -2
    for clause in report.clauses:
        if role not in clause.roles:
            continue
        if runs and clause.sentence - last <= 1 and clause.start - runs[-1][1] <= 1:
            runs[-1][1] = clause.end
        else:
            runs.append([clause.start, clause.end])
        last = clause.sentence
    return [(a, b) for a, b in runs]


def _members(report: Report, start: int, end: int, role: str) -> list[Part]:
    inner = [
        s for s in report.sections_in(start, end) if not s.own_role and (s.parent is not None or role not in s.roles)
    ]
    if inner:
        level = min(s.level for s in inner)
        inner = [s for s in inner if s.level == level]
        parts = []
        for section in inner:
            parts.append(Part(section.start, max(section.body_end, section.end), section.text[:40], True))
        return parts
    items = report.items_in(start, end)
    if items:
        # further series nested in an item are part of it
        run = items[0].run
        chosen = [i for i in items if i.run == run]
        later = [i for i in items if i.run != run and i.start >= chosen[-1].end]
        chosen += later
        return [Part(i.start, i.end, label_of(report.text[i.start : i.end]), True) for i in chosen]
    return _sentence_parts(report, start, end)


def _sentence_parts(report: Report, start: int, end: int) -> list[Part]:
    """Without any numbers, each sentence that says more than that there is something to say."""
    found = []
    for sentence in report.sentences_in(start, end):
        words = report.text[sentence.start : sentence.end]
        if report.sections_in(sentence.start, sentence.start + 1) or len(words) < 8:
            continue
        if words.rstrip("。；").endswith(("：", "如下")):
            continue
        found.append(Part(sentence.start, sentence.end, label_of(words), False))
    return found

"""Elements that an act in the text makes: a keyword is not an element.

Candidates are found by pattern; the role of their section and the standing of their clause decide what they are worth.
"""

from collections.abc import Iterator

from lint.checklist.model import PhraseElement
from lint.checks.context import Context
from lint.checks.elements.evidence import passage, section_titles, standing_at
from lint.checks.elements.follow import going_on
from lint.checks.results import ABSENT, MET, NA, REVIEW, THIN, Outcome, Trace
from lint.document import report as r
from lint.document.stretches import Stretches
from lint.patterns import Pattern, TextIndex

_WORTH = {
    r.DONE: 0,
    r.NONE: 1,
    r.PLANNED: 2,
    r.TOPIC: 3,
    r.REQUIRED: 4,
    r.LACKING: 5,
    r.PAST: 6,
    r.ANNOUNCED: 7,
    r.CITED: 8,
    r.FOREIGN: 9,
}
_SAID = {
    r.DONE: "作为本年度已做的事写出",
    r.NONE: "如实写明没有",
    r.PLANNED: "只是计划",
    r.TOPIC: "只是学习、会议的内容",
    r.REQUIRED: "只是规定或上级的要求",
    r.LACKING: "是作为不足写的",
    r.PAST: "是往年的事",
    r.ANNOUNCED: "只在标题或开头提到",
    r.CITED: "只在所引文件名里",
    r.FOREIGN: "是别的机关做的",
}
MAX_EVIDENCE = 3
_MOST_RETRIES = 8  # a sentence of endless excluded words must not be searched once for each of them


def judge(context: Context, element: PhraseElement) -> Outcome:
    """The outcome of a phrase element. Raises BudgetExceeded when a regular expression of it runs too long."""
    clause_only = element.within == "clause"
    done = [
        *context.phrases(element.done, clause_only=clause_only),
        *map(context.checklist.book.regex, element.done_regex),
    ]
    barred = Stretches(
        span for pattern in context.phrases(element.not_, clause_only=True) for span in pattern.finditer(context.index)
    )
    framing = {name for name, role in context.checklist.file.roles.items() if role.frame}
    traces: list[Trace] = []
    met: list[tuple[int, int]] = []
    thin: list[tuple[int, int, int]] = []
    near: list[tuple[int, int]] = []

    def candidates(pattern: Pattern, kind: str) -> Iterator[tuple[int, int]]:
        for start, end in pattern.finditer(context.index):
            yield start, end
            if kind != "named" and barred.touch(start, end):
                yield from _after_barred(context, pattern, barred, start, end)
            elif kind != "named":
                yield from _after_title(context.report, context.index, pattern, start)

    def look(pattern: Pattern, kind: str) -> None:
        for start, end in candidates(pattern, kind):
            found = standing_at(context.report, start, end)
            if found is None:
                continue
            standing, clause = found
            verdict, why = _verdict(element, kind, standing, clause.roles)
            if kind == "named" and framing.issuperset(clause.roles) and standing == r.ANNOUNCED:
                verdict = ""
            if kind != "named" and barred.touch(start, end):
                verdict, why = "", "同处有排除的话"
            traces.append(
                Trace(context.report.source(start, end), pattern.source, clause.roles, standing, verdict or "不算", why)
            )
            if verdict == MET:
                met.append((start, end))
            elif verdict == THIN:
                thin.append((_WORTH[standing] + (10 if kind == "named" else 0), start, end))
            else:
                near.append((start, end))

    for pattern in done:
        look(pattern, "done")
    for pattern in context.phrases(element.none):
        look(pattern, "none")
    # what the report itself says does not apply stands against a mere name, not against a counted act
    if not any(_has_figure(context, span) for span in met) and (reason := _does_not_apply(context, element)):
        return Outcome(
            element.id,
            NA,
            evidence=(passage(context.report, *reason),),
            reason=element.na_reason or "报告写明不适用",
            traces=tuple(traces),
        )
    if len(_sentences(context, met)) >= element.count:
        return _outcome(context, element, MET, met, traces)
    for pattern in context.phrases(element.named):
        look(pattern, "named")
    if element.follows and (told := _going_on(context, element, traces)):
        return _outcome(context, element, MET, [*met, *told], traces)
    asked = [
        span
        for pattern in context.phrases(element.review)
        for span in pattern.finditer(context.index)
        if (s := standing_at(context.report, *span)) and s[0] == r.DONE
    ]
    if asked and element.question:
        places = tuple(passage(context.report, *span) for span in asked[:MAX_EVIDENCE])
        return Outcome(element.id, REVIEW, evidence=places, question=element.question, traces=tuple(traces))
    if thin or met:
        best = [(0, *span) for span in met] + thin
        return _outcome(context, element, THIN, [(a, b) for _, a, b in sorted(best)], traces)
    nearest = passage(context.report, *near[0]) if near else None
    return Outcome(
        element.id,
        ABSENT,
        searched=section_titles(context.report, element.where),
        nearest=nearest,
        traces=tuple(traces),
    )


def _going_on(context: Context, element: PhraseElement, traces: list[Trace]) -> list[tuple[int, int]]:
    """The acts told in the sentence after the one that names the element, with their traces added."""
    named = sorted(span for pattern in context.phrases(element.named) for span in pattern.finditer(context.index))
    told = []
    for start, end, source in going_on(context, element.follows, named):
        found = standing_at(context.report, start, end)
        if found is None or _verdict(element, "done", found[0], found[1].roles)[0] != MET:
            continue
        why = "紧接着点到名目的一句"
        traces.append(Trace(context.report.source(start, end), source, found[1].roles, found[0], MET, why))
        told.append((start, end))
    return told


def _after_barred(
    context: Context, pattern: Pattern, barred: Stretches, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The matches that an excluded one hides: they begin inside it, in a later clause than the excluded words, and do
    not leave its sentence. 落实“甲”责任制，开展甲12场, where the first 甲 is excluded."""
    report = context.report
    sentence = report.sentence_index(start)
    if sentence is None:
        return
    stop = report.sentences[sentence].end
    for _ in range(_MOST_RETRIES):
        clause = report.clause_index(barred.until(start, end) - 1)
        after = report.clauses[clause].end if clause is not None else end
        if after >= end or (found := pattern.search(context.index, after, stop)) is None or found[0] >= end:
            return
        yield found
        if not barred.touch(*found):
            return
        start, end = found


def _after_title(report: r.Report, index: TextIndex, pattern: Pattern, start: int) -> Iterator[tuple[int, int]]:
    """The matches that a cited title hides: they begin behind the title in which the one at `start` begins, in its
    sentence. 落实《履行甲规定》，把履行甲情况写进乙, where 甲…乙 begins inside the title."""
    sentence = report.sentence_index(start)
    if sentence is None:
        return
    for _ in range(_MOST_RETRIES):
        title = _title_end(report, start)
        found = pattern.search(index, title, report.sentences[sentence].end) if title else None
        if found is None:
            return
        yield found
        start = found[0]


def _title_end(report: r.Report, offset: int) -> int | None:
    clause = report.clause_index(offset)
    spans = report.clauses[clause].spans if clause is not None else ()
    return next((end for start, end, standing in spans if standing == r.CITED and start <= offset < end), None)


def _verdict(element: PhraseElement, kind: str, standing: str, roles: tuple[str, ...]) -> tuple[str, str]:
    why = _SAID[standing]
    if element.where and not any(role in element.where for role in roles):
        return (THIN if standing not in (r.FOREIGN,) else ""), "不在应写的部分；" + why
    if kind == "named":
        return ("" if standing == r.FOREIGN else THIN), "只点到名目；" + why
    if standing in (r.DONE, *element.keep) or (kind == "none" and standing == r.NONE):
        return MET, why
    return ("" if standing == r.FOREIGN else THIN), why


def _sentences(context: Context, spans: list[tuple[int, int]]) -> set[int | None]:
    return {context.report.sentence_index(start) for start, _ in spans}


def _outcome(
    context: Context, element: PhraseElement, status: str, spans: list[tuple[int, int]], traces: list[Trace]
) -> Outcome:
    shown: list[tuple[int, int]] = []
    order = sorted(spans, key=lambda span: (not _has_figure(context, span), span)) if status == MET else spans
    for start, end in order:
        place = passage(context.report, start, end)
        if place not in shown and len(shown) < MAX_EVIDENCE:
            shown.append(place)
    return Outcome(
        element.id,
        status,
        evidence=tuple(shown),
        searched=section_titles(context.report, element.where),
        traces=tuple(traces),
    )


def _has_figure(context: Context, span: tuple[int, int]) -> bool:
    return context.report.has_figure(*span)


def _does_not_apply(context: Context, element: PhraseElement) -> tuple[int, int] | None:
    for pattern in context.phrases(element.na):
        for start, end in pattern.finditer(context.index):
            found = standing_at(context.report, start, end)
            if found and found[0] in (r.DONE, r.NONE, r.LACKING, r.ANNOUNCED):
                return start, end  # also where the opening says what the body has no power to do
    return None

"""Elements that are a part of the report with content of its own. A heading alone is never met."""

from bisect import bisect_left

from lint.checklist.model import SectionElement
from lint.checks.context import Context
from lint.checks.elements.evidence import passage, section_titles, standing_at
from lint.checks.elements.parts import Part, parts_of
from lint.checks.results import ABSENT, MET, THIN, Outcome, Shortcoming, SourceSpan, Trace
from lint.document import report as r
from lint.document.stretches import Stretches

_FACT = 10  # code points of the shortest member that can tell a fact, its number included
_FACTS = 3


def judge(
    context: Context, element: SectionElement, shortcomings: tuple[Shortcoming, ...] = (), met: tuple[Outcome, ...] = ()
) -> Outcome:
    """The outcome of a section element: from the clauses of its role, from explicit words elsewhere, from its heading.

    `met` are the met outcomes of the elements named in `backed_by`.
    """
    report = context.report
    clauses = [c for c in report.clauses if element.role in c.roles and c.standing != r.ANNOUNCED]
    content = [
        c
        for c in clauses
        if (not element.standing or c.standing in element.standing) and not is_empty(context, element.empty, c)
    ]
    headings = [s for s in report.sections if element.role in s.roles and s.own_role]
    traces = [
        Trace(report.source(s.start, s.end), f"标题作用 {element.role}", s.roles, "", "", "标题") for s in headings
    ]  # fmt: skip
    titles = Stretches((s.start, s.end) for s in headings)
    content = [c for c in content if not titles.hold(c.start, c.end)]
    size = sum(c.end - c.start for c in content)
    evidence = _evidence(context, headings, content)
    if content and size >= element.chars:
        status = MET if _rich_enough(context, element, content) and _backed(context, element, content, met) else THIN
        return Outcome(
            element.id,
            status,
            evidence=evidence,
            searched=section_titles(report, (element.role,)),
            traces=tuple(traces),
        )
    if found := _passage(context, element, met):
        return Outcome(element.id, found[0], evidence=found[1], traces=tuple(traces))
    links = [getattr(s, element.linked) for s in shortcomings] if element.linked else []
    explicit = tuple(link.span for link in links if link and link.certain) or _explicit(context, element)
    every = [getattr(s, element.linked_all) for s in shortcomings] if element.linked_all else []
    if every and all(link and link.certain for link in every):
        explicit = (*explicit, *(link.span for link in every))
    if explicit:
        return Outcome(element.id, MET, evidence=explicit[:3], traces=tuple(traces))
    inner = [
        report.source(*span)
        for p in context.phrases(element.lacks)
        for span in p.finditer(context.index)
        if _in_part(context, element, span[0])
    ]
    named = [
        passage(report, *span)
        for p in context.phrases(element.named)
        for span in p.finditer(context.index)
        if (s := standing_at(report, *span)) and s[0] != r.FOREIGN
    ]
    if content or headings or inner or named:
        return Outcome(element.id, THIN, evidence=(*evidence, *inner, *named)[:3], traces=tuple(traces))
    return Outcome(element.id, ABSENT, searched=section_titles(report, ()), traces=tuple(traces))


def _evidence(context: Context, headings: list[r.Section], content: list[r.Clause]) -> tuple[SourceSpan, ...]:
    report = context.report
    shown = [report.source(s.start, s.end) for s in headings[:1]]
    inside = Stretches((s.start, s.end) for s in headings)
    first = [c for c in content if not inside.hold(c.start, c.start + 1)]
    shown.extend(passage(report, c.start, c.end) for c in first[:2])
    if figures := [c for c in first if report.has_figure(c.start, c.end)]:
        shown.append(passage(report, figures[0].start, figures[0].end))
    return tuple(dict.fromkeys(shown))


def is_empty(context: Context, slogans: tuple[str, ...], clause: r.Clause) -> bool:
    """Whether a clause only says a set phrase: no figure in it."""
    if not slogans or not context.any_in(slogans, clause.start, clause.end):
        return False
    return not context.report.has_figure(clause.start, clause.end)


def _backed(context: Context, element: SectionElement, content: list[r.Clause], met: tuple[Outcome, ...]) -> bool:
    """Whether some met element has its evidence inside the content."""
    if not element.backed_by:
        return True
    inside = Stretches(context.report.source(c.start, c.end) for c in content)
    return any(inside.touch(*place) for outcome in met for place in outcome.evidence)


def _rich_enough(context: Context, element: SectionElement, content: list[r.Clause]) -> bool:
    """Whether the part has as many and as full members as the element asks for."""
    if not element.items and not element.item_chars:
        return True
    starts = [clause.start for clause in content]
    parts = [part for part in parts_of(context.report, element.role) if _holds(part, starts)]
    full = [p for p in parts if p.end - p.start >= element.item_chars or context.report.has_figure(p.start, p.end)]
    return len(parts) >= element.items and (bool(full) or _plain(context, element, parts))


def _plain(context: Context, element: SectionElement, parts: list[Part]) -> bool:
    """Whether enough members say a plain fact each, however short."""
    if not element.vague:
        return False
    told = [p for p in parts if p.end - p.start >= _FACT and not context.any_in(element.vague, p.start, p.end)]
    return len(told) >= _FACTS


def _holds(part: Part, starts: list[int]) -> bool:
    """Whether one of the clauses with these starts begins in the part."""
    at = bisect_left(starts, part.start)
    return at < len(starts) and starts[at] < part.end


def _passage(
    context: Context, element: SectionElement, met: tuple[Outcome, ...]
) -> tuple[str, tuple[SourceSpan, ...]] | None:
    """A passage inside another part: from the clause of its words to the end of its paragraph or item. Long and backed
    it is met; a long slogan is not."""
    report = context.report
    best: tuple[str, tuple[SourceSpan, ...]] | None = None
    for pattern in context.phrases(element.passage):
        for start, end in pattern.finditer(context.index):
            found = standing_at(report, start, end)
            if found is None or found[0] != r.DONE:
                continue
            where = report.paragraph_index(start)
            stop = report.paragraphs[where].end if where is not None else end
            item = next((i for i in report.items if i.start <= start < i.end), None)
            if item is not None:
                stop = min(stop, item.end)
            stop = _own_end(context, element, found[1].end, stop)
            following = [c for c in report.clauses_in(found[1].start, stop) if c.standing == r.DONE]
            size = sum(c.end - c.start for c in following)
            status = MET if size >= element.passage_chars and _backed(context, element, following, met) else THIN
            if best is None or (best[0] == THIN and status == MET):
                best = (
                    status,
                    tuple(dict.fromkeys(passage(report, c.start, c.end) for c in following[:3]))
                    or (passage(report, start, end),),
                )
    return best


def _own_end(context: Context, element: SectionElement, start: int, stop: int) -> int:
    """Where the stretch begins to tell what others did; its end when it does not."""
    return next(
        (c.start for c in context.report.clauses_in(start, stop) if context.any_in(element.others, c.start, c.end)),
        stop,
    )


def _explicit(context: Context, element: SectionElement) -> tuple[SourceSpan, ...]:
    found = [
        span
        for p in context.phrases(element.explicit)
        for span in p.finditer(context.index)
        if _in_part(context, element, span[0])
    ]
    return tuple(dict.fromkeys(passage(context.report, *span) for span in sorted(found)))


def _in_part(context: Context, element: SectionElement, offset: int) -> bool:
    """Whether the words stand among the shortcomings and what belongs to them, where they mean the element."""
    clause = context.report.clause_index(offset)
    if clause is None:
        return False
    chain = context.checklist.file.chain
    parts = (chain.shortcomings, chain.causes, chain.rectification, element.role) if chain else (element.role,)
    return any(role in parts for role in context.report.clauses[clause].roles)

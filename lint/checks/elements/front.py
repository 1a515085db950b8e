"""Elements that are parts of a document's form: title, recipient, opening, signature, date (GB/T 9704-2012)."""

import re

from lint.checklist.model import FrontElement
from lint.checks.context import Context
from lint.checks.elements.evidence import passage
from lint.checks.results import ABSENT, MET, THIN, Outcome, SourceSpan
from lint.document.report import Span

_PARTIAL_DATE = re.compile(
    r"^(?:[0-9]{4}|[〇零一二三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,3}月$|^[0-9]{4}[.-][0-9]{1,2}[.-][0-9]{1,2}$"
)


def judge(context: Context, element: FrontElement) -> Outcome:
    """The outcome of a front element."""
    return {
        "title": _title,
        "recipient": _recipient,
        "opening": _opening,
        "signature": _signature,
        "date": _date,
    }[element.part](context, element)


def _place(context: Context, span: Span) -> SourceSpan:
    return context.report.source(span.start, span.end)


def _title(context: Context, element: FrontElement) -> Outcome:
    front, text = context.report.front, context.report.text
    if front.title is None:
        told = context.report.document.metadata.get("title", "")
        reason = f"网页标题是“{told}”，正文里没有标题" if told else None
        return Outcome(element.id, ABSENT, message=reason, anchor=_first(context))
    words = text[front.title.start : front.title.end].replace("\n", "")
    lacking = []
    if front.issuer is None or not words.startswith(front.issuer[:2]):
        lacking.append("发文机关")
    if front.title_year is None:
        lacking.append("年度")
    if not any(p.matches(words) for p in context.phrases(element.subject)):
        lacking.append("事由")
    if not any(p.matches(words) for p in context.phrases(element.genre)):
        lacking.append("文种")
    evidence = (
        _place(context, front.title),
        *(_place(context, line) for line in front.title_lines if len(front.title_lines) > 1),
    )
    if lacking:
        return Outcome(element.id, THIN, evidence=evidence, message=f"标题缺{'、'.join(lacking)}，请补全")
    return Outcome(element.id, MET, evidence=evidence)


def _first(context: Context) -> SourceSpan | None:
    paragraphs = context.report.paragraphs
    return (
        context.report.source(paragraphs[0].start, min(paragraphs[0].end, paragraphs[0].start + 30))
        if paragraphs
        else None
    )


def _recipient(context: Context, element: FrontElement) -> Outcome:
    front = context.report.front
    if front.recipient is None:
        return Outcome(element.id, ABSENT, anchor=_place(context, front.title) if front.title else _first(context))
    return Outcome(element.id, MET, evidence=(_place(context, front.recipient),))


def _opening(context: Context, element: FrontElement) -> Outcome:
    front = context.report.front
    if front.opening is None:
        first = context.report.sections[0] if context.report.sections else None
        return Outcome(
            element.id, ABSENT, anchor=context.report.source(first.start, first.end) if first else _first(context)
        )
    for pattern in context.phrases(element.formula):
        if found := pattern.search(context.index, front.opening.start, front.opening.end):
            return Outcome(element.id, MET, evidence=(passage(context.report, *found),))
    end = min(front.opening.end, front.opening.start + 120)
    return Outcome(element.id, THIN, evidence=(context.report.source(front.opening.start, end),))


def _signature(context: Context, element: FrontElement) -> Outcome:
    front = context.report.front
    if front.signature is None:
        return Outcome(element.id, ABSENT, anchor=_last(context))
    return Outcome(element.id, MET, evidence=(_place(context, front.signature),))


def _date(context: Context, element: FrontElement) -> Outcome:
    front = context.report.front
    if front.date_span is not None:
        return Outcome(element.id, MET, evidence=(_place(context, front.date_span),))
    for paragraph in context.report.paragraphs[-4:]:
        if _PARTIAL_DATE.match(context.report.text[paragraph.start : paragraph.end]):
            return Outcome(
                element.id, THIN, evidence=(_place(context, paragraph),), message="成文日期不完整，请写明年、月、日"
            )
    signature = context.report.front.signature  # the date stands below it
    return Outcome(element.id, ABSENT, anchor=_place(context, signature) if signature else _last(context))


def _last(context: Context) -> SourceSpan | None:
    """The last words of the body, where signature and date belong."""
    end = context.report.front.body_end
    return context.report.source(max(0, end - 12), end) if end else _first(context)

"""Elements that are parts of a document's form: title, recipient, opening, signature, date (GB/T 9704-2012)."""

from bisect import bisect_left

from lint.checklist.model import FrontElement
from lint.checks.context import Context
from lint.checks.elements.evidence import passage
from lint.checks.elements.recipient import is_named, mismatch
from lint.checks.results import ABSENT, MET, THIN, Outcome, SourceSpan
from lint.document.dates import PARTIAL_DATE, bare
from lint.document.fold import fold_text
from lint.document.issuer import DIGIT_YEAR
from lint.document.lazy import lazy
from lint.document.report import Report, Span

_DATED = lazy(rf"^{DIGIT_YEAR}年?度?")
_TITLE_PARTS = {"issuer": "发文机关", "year": "年度", "subject": "事由", "genre": "文种"}


def judge(context: Context, element: FrontElement) -> Outcome:
    """The outcome of a front element."""
    return {
        "title": _title,
        "recipient": _recipient,
        "opening": _opening,
        "signature": _signature,
        "date": _date,
        "speaker": _speaker,
    }[element.part](context, element)


def _place(context: Context, span: Span) -> SourceSpan:
    return context.report.source(span.start, span.end)


def _title(context: Context, element: FrontElement) -> Outcome:
    front, text = context.report.front, context.report.text
    told = context.report.document.metadata.get("title", "")
    if front.title is None and not (element.page_title and told):
        reason = f"网页标题是“{told}”，正文里没有标题" if told else None
        return Outcome(element.id, ABSENT, message=reason, anchor=_first(context))
    words = text[front.title.start : front.title.end].replace("\n", "") if front.title else fold_text(told)[0]
    there = {
        "issuer": front.issuer is not None
        and (_DATED.sub("", words).startswith(front.issuer[:2]) if front.title else front.issuer[:2] in words),
        "year": front.title_year is not None or (front.title is None and str(context.year) in words),
        "subject": any(p.matches(words) for p in context.phrases(element.subject)),
        "genre": any(p.matches(words) for p in context.phrases(element.genre)),
    }
    lacking = [name for part, name in _TITLE_PARTS.items() if part in element.parts and not there[part]]
    evidence = (
        *((_place(context, front.title),) if front.title else ()),
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
    told = context.report.text[front.recipient.start : front.recipient.end]
    evidence = (_place(context, front.recipient),)
    if not element.recipients or is_named(context, element, told):
        return Outcome(element.id, MET, evidence=evidence)
    return Outcome(element.id, THIN, evidence=evidence, message=mismatch(element, told))


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
    report = context.report
    after = front.title.end if front.title else front.body_start
    below_title = [p for p in report.paragraphs[:8] if after <= p.start < front.body_start]
    last = bisect_left([p.start for p in report.paragraphs], front.body_end)
    for paragraph in (*below_title, *report.paragraphs[max(0, last - 3) : last + 3]):
        if PARTIAL_DATE.match(bare(report.text[paragraph.start : paragraph.end])):
            return Outcome(
                element.id, THIN, evidence=(_place(context, paragraph),), message="成文日期不完整，请写明年、月、日"
            )
    signature = context.report.front.signature  # the date stands below it
    return Outcome(element.id, ABSENT, anchor=_place(context, signature) if signature else _last(context))


def post_line(report: Report) -> Span | None:
    """Where the post of the person who reports is told: in the title, on a line of its own, in the opening."""
    front = report.front
    lines = [span for span in (front.title, front.speaker, front.opening) if span]
    told = [span for span in lines if front.post in report.text[span.start : span.end].replace("\n", "")]
    return next(iter(told), None) if front.post else None


def _speaker(context: Context, element: FrontElement) -> Outcome:
    """Met where the post of the person is told, thin where only the name is."""
    front = context.report.front
    if line := post_line(context.report):
        return Outcome(element.id, MET, evidence=(_place(context, line),))
    if front.speaker is not None or front.signature is not None:
        named = front.speaker or front.signature
        return Outcome(element.id, THIN, evidence=(_place(context, named),) if named else ())
    return Outcome(element.id, ABSENT, anchor=_place(context, front.title) if front.title else _first(context))


def _last(context: Context) -> SourceSpan | None:
    """The last words of the body, where signature and date belong."""
    report, end = context.report, context.report.front.body_end
    if not end:
        return _first(context)
    index = report.paragraph_index(end)
    return report.source(max(report.paragraphs[index].start if index is not None else 0, end - 12), end)

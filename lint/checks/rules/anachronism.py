"""Laws and meetings that did not yet exist when the report was written."""

from lint.checklist.model import AnachronismRule, Event
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, day, furniture, hits, listed, printed, sentence_around
from lint.document.stretches import Stretches

_LAST = (3, 1)  # without a date of its own a report of a year is taken to be written by this day of the next


def check(context: Context, rule: AnachronismRule) -> list[Finding]:
    """One finding for each thing that came later, with all the places that mention it."""
    written = written_by(context)
    if written is None:
        return []
    outside = Stretches(furniture(context.report))
    found: list[Finding] = []
    last = "{:04}-{:02}-{:02}".format(*written)
    for event in rule.event:
        if event.since <= last:
            continue
        places = _places(context, event, outside)
        if places:
            words = listed(printed(context, *place) for place in places)
            date = context.report.front.date
            when = f"本报告成文于{day(date)}" if date else f"本报告写的是{written[0] - 1}年度"
            since = day(_date(event.since))
            message = f"{words}不合时序：{event.name}自{since}起才有，而{when}，请核对是否误写或套用了后来的材料。"
            found.append(finding(rule, message, [context.report.source(*place) for place in places]))
    return found


def written_by(context: Context) -> tuple[int, int, int] | None:
    """The last day on which the report can have been written: its own date, else a publication soon after, else the
    first of March of the next year; None when no year is known."""
    front = context.report.front
    year = front.title_year or context.year
    if front.date and (year is None or year <= front.date[0] <= year + 2):
        return front.date
    if year is None:
        return None
    if front.published and front.published[0] == year + 1:
        return max(front.published, (year + 1, *_LAST))
    return (year + 1, *_LAST)


def _places(context: Context, event: Event, outside: Stretches) -> Spans:
    places: Spans = []
    for start, end in hits(context, event.pattern):
        if outside.hold(start, end) or (places and start < places[-1][1]):
            continue
        sentence = sentence_around(context.report, start)
        if event.unless and context.first(event.unless, sentence.start, sentence.end):
            continue
        places.append((start, end))
    return places


def _date(text: str) -> tuple[int, int, int]:
    year, month, on = (int(part) for part in text.split("-"))
    return year, month, on

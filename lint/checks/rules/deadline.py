"""The days by which a report must be written and published, counted in the year after the report year."""

from lint.checklist.model import DeadlineRule
from lint.checks.context import Context
from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.say import finding
from lint.checks.rules.support import day
from lint.document.report import Span

_REPOSTED = 2  # years after the report year: a page of that date is a later copy, not the publication


def check(context: Context, rule: DeadlineRule) -> list[Finding]:
    """Findings for a date of writing and a date of publication after their days."""
    front = context.report.front
    year = front.title_year or context.year
    if year is None or (rule.kinds and front.issuer_kind not in rule.kinds):
        return []
    found: list[Finding] = []
    last = _last(rule.date, year)
    if last and front.date and last < front.date and front.date[0] == year + 1:
        message = f"成文日期{day(front.date)}晚于期限{day(last)}，请说明原因或核对日期。"
        found.append(finding(rule, message, [_place(context, front.date_span)]))
    last = _last(rule.published, year)
    if last and front.published and last < front.published and front.published[0] < year + _REPOSTED:
        message = f"公开日期{day(front.published)}晚于期限{day(last)}，请核对；下一年度请按期公开。"
        found.append(finding(rule, message, [_place(context, front.published_span)]))
    return found


def _last(deadline: str, year: int) -> tuple[int, int, int] | None:
    if not deadline:
        return None
    month, on = deadline.split("-")
    return year + 1, int(month), int(on)


def _place(context: Context, span: Span | None) -> SourceSpan:
    """Where the date stands; the title, or the beginning, when it is not in the text."""
    report = context.report
    chosen = span or report.front.title or (report.paragraphs[0] if report.paragraphs else Span(0, 0))
    return report.source(chosen.start, chosen.end)

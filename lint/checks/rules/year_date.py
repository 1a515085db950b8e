"""How the date of writing is written (GB/T 9704 7.3.5): Arabic figures, months and days without a leading zero."""

from lint.checklist.model import YearRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, cited_titles, day, furniture
from lint.document.lazy import lazy
from lint.document.stretches import Stretches

_ZERO = lazy(r"(?<=年)0[1-9](?=月)|(?<=月)0[1-9](?=日)")
_CHINESE = lazy(r"[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日")


def date_form(context: Context, rule: YearRule) -> list[Finding]:
    """A warning for leading zeros in the date of writing, hints for Chinese figures there and for zeros elsewhere."""
    report, front = context.report, context.report.front
    found: list[Finding] = []
    if front.date_span and front.date:
        start, end = front.date_span.start, front.date_span.end
        if zeros := [match.span() for match in _ZERO.finditer(report.text, start, end)]:
            right = day(front.date)
            message = f"成文日期的月、日前不加“0”，应为“{right}”（GB/T 9704）。"
            first = max(start, zeros[0][0] - len("2024年01月"))
            begin = report.text.find(str(front.date[0]), first)
            place = report.source(begin if begin >= 0 else start, end)
            found.append(finding(rule, message, [place], severity="warning", suggestion=right))
        if written := _CHINESE.search(report.text, start, end):
            message = f"成文日期用阿拉伯数字，宜写作“{day(front.date)}”（GB/T 9704）。"
            found.append(finding(rule, message, [report.source(*written.span())], severity="hint"))
    zeros = [match.span() for match in _ZERO.finditer(report.text, front.body_start, front.body_end)]
    if zeros and (inner := _own(context, zeros)):
        message = "月、日前不加“0”，请删去（如“5月8日”）。"
        found.append(finding(rule, message, [report.source(*span) for span in inner], severity="hint"))
    return found


def _own(context: Context, spans: Spans) -> Spans:
    report, signed = context.report, context.report.front.date_span
    date = [(signed.start, signed.end)] if signed else []
    outside = Stretches([*furniture(report), *cited_titles(report.text), *date])
    return [span for span in spans if not outside.hold(*span)]

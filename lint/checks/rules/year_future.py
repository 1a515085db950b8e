"""What is told as done at a time after the day on which the report was signed."""

import re
from collections.abc import Iterator

from lint.checklist.model import YearRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, cited_titles, day, furniture, listed, printed
from lint.document.lazy import lazy
from lint.document.stretches import Stretches

_DATED = lazy(
    r"(?<![0-9〔-])(20[0-9]{2})年(?:(1[0-2]|0?[1-9])月份?(?:([1-3]?[0-9])[日号])?)?"
    r"|(?:(?<=[，。；：\n])|(?<=[，。；：\n）][在于]))()(1[0-2]|[1-9])月份?(?:([1-3]?[0-9])[日号])?"
)
_PART = lazy(r"(?:底|末|初|上旬|中旬|下旬|上半月|下半月|全月)?")
# the date does not say when something was done: it ends a term, begins the force of a law, or modifies a noun
_NO_TIME = lazy(
    r"之?以?前|底前|末前|起|之?以?后|的|[至到-]|将|拟|度|版|期间?|来|到期|届满|施行|实施|生效|换届|期满|计划|工作|安排|目标|任务|要点"
)
_DONE = lazy(
    r"已(?!有|知|列入|纳入|安排|确定|约定|定于|排入|写入)|(?:开展|举办|举行|组织|召开|完成|建成|印发|制定|设立|成立|聘请|培训|办结|修订|通过"
    r"|获得?|进行|建立|实现|出台|配备|解决|化解|调解|审查|接受|启动|启用|投用|新增|编印|发放|签订)了"
)
_ALREADY = lazy(r"已经?[在于]$")
_PLANNED = lazy(r"将|拟|计划|预计|力争|争取|确保|打算|[需须]要?|应当|要(?!求|点|素|件)|下一步|届时|目标")
_OTHER_YEAR = lazy(r"20[0-9]{2}年|去年|上年|上一年|往年|当年|前年|每年|历年|反馈|督察|督查|检查|指出|通报|以来")


def told_too_early(context: Context, rule: YearRule, year: int) -> list[Finding]:
    """An error for a whole date that lies after the report's own, a warning for a month whose year is understood."""
    signed = context.report.front.date
    if signed is None or not (year, 11, 15) <= signed <= (year + 1, 12, 31):
        return []
    whole: Spans = []
    understood: Spans = []
    for start, end, full in _later(context, rule, year, signed):
        (whole if full else understood).append((start, end))
    found = []
    for places, severity in ((whole, "error"), (understood, "warning")):
        if places:
            words = listed(printed(context, *place) for place in places)
            message = (
                f"{words}在成文日期{day(signed)}之后，写在将来的时间，却写成已经完成，"
                f"请核对年月，或者改写为打算做的事。"
            )
            found.append(finding(rule, message, [context.report.source(*place) for place in places], severity=severity))
    return found


def _later(
    context: Context, rule: YearRule, year: int, signed: tuple[int, int, int]
) -> Iterator[tuple[int, int, bool]]:
    report, text = context.report, context.report.text
    outside: Stretches | None = None
    for match in _DATED.finditer(text, report.front.body_start, report.front.body_end):
        full = match[1] is not None
        index = report.clause_index(match.start())
        if index is None:
            continue
        clause = report.clauses[index]
        planned = bool(rule.plan_role) and rule.plan_role in clause.roles
        when = int(match[1]) if full else year + planned
        month, on = (match[2], match[3]) if full else (match[5], match[6])
        if not _after(when, month, on, signed):
            continue
        sentence = report.sentences[clause.sentence]
        before, rest = text[sentence.start : match.start()], text[match.end() : sentence.end]
        if not full and _OTHER_YEAR.search(before + rest):
            continue
        if not _is_told(before, rest):
            continue
        outside = outside or Stretches([*furniture(report), *cited_titles(text)])
        if not outside.hold(*match.span()):
            yield match.start(), match.end(), full


def _after(year: int, month: str | None, on: str | None, signed: tuple[int, int, int]) -> bool:
    """Whether a time lies wholly after a day."""
    if month is None:
        return year > signed[0]
    return (year, int(month), int(on)) > signed if on else (year, int(month)) > signed[:2]


def _is_told(before: str, rest: str) -> bool:
    """Whether the words around a date tell what was done then."""
    part = _PART.match(rest)
    rest = rest[part.end() :] if part else rest
    if _NO_TIME.match(rest):
        return False
    if _ALREADY.search(before):
        return True
    if before and before[-1] not in "，：；）" and not re.search(r"(?:^|[，：；）])(?:在|于|到|截[至止]到?)$", before):
        return False
    if not rest.startswith("，"):
        rest = re.split("[，。；]", rest, maxsplit=1)[0]
    rest = re.split("[；]", rest, maxsplit=1)[0]
    return _DONE.search(rest) is not None and not _PLANNED.search(rest)

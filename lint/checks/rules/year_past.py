"""What is told as still to come at a time that was over when the report was signed: last year's text left standing."""

from lint.checklist.model import YearRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, cited_titles, day, furniture, listed, printed
from lint.document.lazy import lazy
from lint.document.stretches import Stretches

_STILL_TO_COME = lazy(
    r"(?<![0-9〔-])(20[0-9]{2})年(?:年?[底末内]|(?:1[0-2]|[1-9])月[底末]?)(?:之?以?前)?，?"
    r"(?:将(?=(?:全面|全部|基本|陆续|逐步|继续|进一步|再|力争|如期|正式){0,2}"
    r"(?:完成|实现|建成|建立|达到|形成|启动|投入|投产|竣工|完工|开工|通车|新建|覆盖|解决|化解)(?!的|情况|结果|方案|报告))"
    r"|力争(?!上游|先)|有望|预计(?:将|可|能)?(?=完成|实现|建成|投入)|计划(?=完成|建成|实现)(?!完成率|完成情况))"
)
# somebody told of it at the time: a plan, a meeting, a demand
_AT_THE_TIME = lazy(r"提出|要求|承诺|明确|计划|规划|目标|原定|当时|决定|约定|部署|通知|年初")
_NEAR = 120  # characters


def told_too_late(context: Context, rule: YearRule) -> list[Finding]:
    """One warning with all places. Only where the report says on which day it was signed, and not in its plan."""
    report = context.report
    signed = report.front.date
    if signed is None:
        return []
    outside: Stretches | None = None
    places: Spans = []
    for match in _STILL_TO_COME.finditer(report.text, report.front.body_start, report.front.body_end):
        index = report.clause_index(match.start())
        if int(match[1]) >= signed[0] or index is None:
            continue
        clause = report.clauses[index]
        sentence = report.sentences[clause.sentence]
        before = max(sentence.start, match.start() - _NEAR)
        if rule.plan_role in clause.roles or _AT_THE_TIME.search(report.text, before, match.start()):
            continue
        outside = outside or Stretches([*furniture(report), *cited_titles(report.text)])
        if not outside.hold(*match.span()):
            places.append(match.span())
    if not places:
        return []
    words = listed(printed(context, *place) for place in places)
    over = f"报告成文于{day(signed)}，那时已经过去"
    message = f"{words}写的是打算，而{over}；疑为旧稿残留，请改写为已经做到什么，或者核对年份。"
    return [finding(rule, message, [report.source(*place) for place in places], severity="warning")]

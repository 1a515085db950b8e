"""An opening that announces a part (现将…、存在的不足、原因和…情况报告如下) which the report does not have at all."""

from lint.checklist.model import PromiseRule, Role
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.document.lazy import lazy
from lint.document.report import ANNOUNCED, CITED, LACKING, PAST, PLANNED, REQUIRED, TOPIC

_FORMULA = lazy(r"(?:现[将把就]|将)([^。；\n]{4,200}?)(?:报告|汇报|说明)?如下")
_PART = lazy(r"[^、，]+")
_AND = lazy(r"(?:以及|和|及|与)(?=[0-9\u4e00-\u9fff]{3})")
MAX_PLACE = 38


def announced(context: Context, rule: PromiseRule) -> list[Finding]:
    """One finding for each part that is announced and lacks every trace."""
    report = context.report
    opening = report.front.opening
    if opening is None or not report.sections:
        return []
    formula = _FORMULA.search(report.text, opening.start, opening.end)
    if formula is None:
        return []
    found: list[Finding] = []
    named = {name for section in report.sections for name in section.roles}
    named |= {name for clause in report.clauses if clause.start >= opening.end for name in clause.roles}
    for name, role in context.checklist.file.roles.items():
        if name in named or role.fallback or not role.heading:
            continue
        span = _announcement(context, role, formula.start(1), formula.end(1))
        if span and not _told(context, rule, role, span, opening.end):
            words = f"开头说要报告“{role.title}”，正文里没有这一部分，请补写，或者改开头。"
            found.append(finding(rule, words, [report.source(*span)], severity="warning"))
    return found


def _announcement(context: Context, role: Role, start: int, end: int) -> tuple[int, int] | None:
    """The member of the announcement that names the role."""
    text = context.report.text
    for part in _PART.finditer(text, start, end):
        begin, stops = part.start(), [*(m.start() for m in _AND.finditer(text, *part.span())), part.end()]
        for stop in stops:
            words = text[begin:stop]
            no = any(p.matches(words) for p in context.phrases(role.not_heading))
            if not no and any(p.matches(words) for p in context.phrases(role.heading)):
                return begin, min(stop, begin + MAX_PLACE)
            joined = _AND.match(text, stop)
            begin = joined.end() if joined else stop
    return None


def _told(context: Context, rule: PromiseRule, role: Role, span: tuple[int, int], start: int) -> bool:
    """Whether some sentence of the body speaks of the part: in the words of its heading or, for a part of the rule's
    own, in the words that keep its promise, where shortcomings are told."""
    report = context.report
    asked = (TOPIC, REQUIRED, CITED, ANNOUNCED, PAST, *(() if role.standing == PLANNED else (PLANNED,)))
    words = report.text[span[0] : span[1]]
    same = tuple(source for source in role.heading if context.phrases((source,))[0].matches(words))
    for at, _, _ in context.hits(same):
        index = report.clause_index(at)
        if at >= start and (index is None or report.clauses[index].standing not in asked):
            return True
    roles = context.checklist.file.roles
    lamented = [s for s in report.sections if any(roles[n].standing == LACKING for n in s.roles if n in roles)]
    for promise in rule.promise:
        if not promise.several or context.first(promise.heading, *span) is None:
            continue
        for section in lamented:
            if context.first(promise.body, section.start, section.body_end) is not None:
                return True
    return False

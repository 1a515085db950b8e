"""Words that do not belong in such a report: requests in a report, duties of another level."""

from lint.checklist.model import WordingRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, cited_titles, furniture, listed, printed, sentence_around
from lint.document.stretches import Stretches


def check(context: Context, rule: WordingRule) -> list[Finding]:
    """One finding with all places. A rule for some kinds of issuer is silent where the kind is not known."""
    report = context.report
    if rule.kinds and report.front.issuer_kind not in rule.kinds:
        return []
    outside = Stretches([*furniture(report), *cited_titles(report.text)])
    places: Spans = []
    for pattern in context.phrases(rule.patterns, clause_only=True):
        for start, end in pattern.finditer(context.index):
            if not outside.hold(start, end) and _holds(context, rule, start):
                places.append((start, end))
    if not places:
        return []
    kept: Spans = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    words = listed(printed(context, *place) for place in kept)
    message = words if "{…}" in rule.message else f"{words}不宜写在这里，请核对改写。"
    return [finding(rule, message, [report.source(*place) for place in kept], severity=rule.severity)]


def _holds(context: Context, rule: WordingRule, at: int) -> bool:
    report = context.report
    if rule.where or rule.standing:
        index = report.clause_index(at)
        if index is None:
            return False
        clause = report.clauses[index]
        if rule.where and not set(rule.where) & set(clause.roles):
            return False
        if rule.standing and clause.standing not in rule.standing:
            return False
    if not rule.unless:
        return True
    sentence = sentence_around(report, at)
    return context.first(rule.unless, sentence.start, sentence.end) is None

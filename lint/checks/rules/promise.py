"""Headings that name what their text does not hold."""

from bisect import bisect_right
from collections import Counter

from lint.checklist.model import Promise, PromiseRule
from lint.checks.context import Context
from lint.checks.elements.chain import read_chain
from lint.checks.results import Finding
from lint.checks.rules.promise_leads import BODY, Lead, all_leads, roles
from lint.checks.rules.promise_opening import announced
from lint.checks.rules.say import finding
from lint.document.lazy import lazy
from lint.document.report import LACKING, Report, Section

_LAMENT = lazy(
    r"不[强够足高深实严全细广准精快好多]|不到位|不完善|不健全|不规范|不充分|不平衡|薄弱|欠缺|缺乏|缺少|有待|偏[弱少低慢]|差距|滞后|短板|存在|问题"
)
_SEVERAL = lazy(r"[、和及与]")
SHORT = 20  # a longer heading without text is a sentence of its own
MAX_PLACE = 38
MAX_LEAD = 40  # a longer first sentence names more than one thing


def check(context: Context, rule: PromiseRule) -> list[Finding]:
    """Empty headings, contents promised by a heading of the checklist's kind, leads with nothing about them."""
    report = context.report
    bare = empty(report)
    found = [
        finding(
            rule,
            f"“{section.number}{section.text}”只有标题，没有内容，请补写或者删去标题。",
            [report.source(section.start, section.end)],
            severity="error",
        )
        for section in bare
    ]
    broken = promises(context, rule, {section.index for section in bare})
    named = {place for one in broken for place in one.places}
    found += announced(context, rule)
    return found + broken + [one for one in roles(report, rule) if not named & set(one.places)]


def empty(report: Report) -> list[Section]:
    """Short headings with nothing under them while their neighbours have text."""
    nothing = {s.index for s in report.sections if not report.text[s.body_start : s.body_end].strip()}
    nothing -= {s.index for s in report.sections if s.index in nothing and _pictured(report, s)}
    all_under = Counter(s.parent for s in report.sections)
    filled_under = Counter(s.parent for s in report.sections if s.index not in nothing)
    found = []
    for section in report.sections:
        if section.index not in nothing or not section.style or len(section.text) > SHORT:
            continue
        if any(char.isdigit() for char in section.text):
            continue
        siblings, filled = all_under[section.parent] - 1, filled_under[section.parent]
        if filled and 2 * filled > siblings:
            found.append(section)
    return found


def _pictured(report: Report, section: Section) -> bool:
    """Whether a picture stands under a heading; its words are not read."""
    pictures = report.document.pictures
    if not pictures:
        return False
    start, _ = report.source(section.start, section.end)
    following = report.sections[section.index + 1 : section.index + 2]
    end = report.source(following[0].start, following[0].end)[0] if following else len(report.document.text)
    first = bisect_right(pictures, start)
    return first < len(pictures) and pictures[first] < end


def promises(context: Context, rule: PromiseRule, skip: set[int]) -> list[Finding]:
    """What a heading or the first sentence of an item names and its text lacks: one finding for each."""
    leads = sorted(all_leads(context.report, skip), key=lambda lead: lead.start)
    starts = [lead.start for lead in leads]
    broken: dict[int, list[Promise]] = {}
    lamented = [at for at, lead in enumerate(leads) if _laments(context, lead)]
    for promise in rule.promise:
        named = set()
        for start, end, _ in context.hits(promise.heading):
            at = bisect_right(starts, start) - 1
            if at >= 0 and end <= leads[at].end:
                named.add(at)
        for at in named if promise.several else named.difference(lamented):
            if not _is_sentence(context.report.text, promise, leads[at]) and not _kept(context, promise, leads[at]):
                broken.setdefault(at, []).append(promise)
    found = []
    for at, missing in sorted(broken.items()):
        listed = "”“".join(dict.fromkeys(promise.label for promise in missing))
        what = "标题" if leads[at].heading else "段首"
        words = f"{what}写了“{listed}”，之后的正文里没有，请补写，或者改{what}。"
        found.append(finding(rule, words, [_place(context, leads[at], missing[0])], severity="warning"))
    return found


def _laments(context: Context, lead: Lead) -> bool:
    """Whether the lead stands in a part that tells what is lacking: what it names is lamented there, not promised."""
    roles = context.checklist.file.roles
    index = context.report.clause_index(lead.end)
    section = context.report.section_at(lead.start)
    here = context.report.clauses[index].roles if index is not None else ()
    own = section.roles if section else ()
    return any(roles[name].standing == LACKING for name in {*here, *own} if name in roles)


def _is_sentence(text: str, promise: Promise, lead: Lead) -> bool:
    """Whether the lead says all by itself: a measure without further text, a long one, a lament."""
    if lead.body_end - lead.end < BODY:
        return True
    lament = _LAMENT.search(text, lead.start, lead.end)
    return not promise.several and (lament is not None or lead.end - lead.start > MAX_LEAD)


def _kept(context: Context, promise: Promise, lead: Lead) -> bool:
    """Whether the text of a lead, or a part of its own elsewhere, holds what it names. A heading that names nothing
    else keeps such a promise by itself."""
    if context.first(promise.body, lead.end, lead.body_end) is not None:
        return True
    if not promise.several:
        return False
    if _answered(context, promise, lead):
        return True
    if not lead.heading or not _SEVERAL.search(context.report.text, lead.start + len(lead.number), lead.end):
        return True
    return any(
        context.first(promise.heading, other.start, other.end) is not None and other.body_end - other.body_start > SHORT
        for other in context.report.sections
        if not other.start <= lead.start < other.body_end and not lead.start <= other.start < lead.body_end
    )


def _answered(context: Context, promise: Promise, lead: Lead) -> bool:
    """Whether each shortcoming in the text of a lead has what is promised, as the chain finds it."""
    chain = context.checklist.file.chain
    named = context.first(promise.heading, lead.start, lead.end)
    if chain is None or named is None:
        return False
    words = context.report.text[named[0] : named[1]]
    start, end = context.report.source(lead.end, lead.body_end)
    shortcomings = [s for s in read_chain(context) if start <= s.span[0] < end]
    for role, link in ((chain.causes, "cause"), (chain.rectification, "rectification"), (chain.plan, "plan")):
        if any(pattern.matches(words) for pattern in context.phrases(context.checklist.file.roles[role].heading)):
            return bool(shortcomings) and all(getattr(s, link) is not None for s in shortcomings)
    return False


def _place(context: Context, lead: Lead, promise: Promise) -> tuple[int, int]:
    report = context.report
    if lead.end - lead.start <= MAX_PLACE:
        return report.source(lead.start, lead.end)
    named = context.first(promise.heading, lead.start, lead.end)
    return report.source(*(named or (lead.start, lead.start + MAX_PLACE)))

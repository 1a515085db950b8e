"""Official names and set phrases: wrong forms that a checklist lists, and titles that are almost an official one."""

from collections.abc import Iterable

from lint.checklist.model import Term, TermRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, cited_titles, furniture, hits, listed, printed, sentence_around
from lint.checks.rules.term_mended import mended
from lint.checks.rules.term_titles import wrong_titles
from lint.document.stretches import Stretches

_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))
_EDGE = "，。、；：\n"  # a mark that a pattern needed to know the beginning of a word is no part of the word


def check(context: Context, rule: TermRule) -> list[Finding]:
    """One finding for each name written wrongly, with all its places."""
    titles = cited_titles(context.report.text)
    within = Stretches(titles)
    outside = Stretches(furniture(context.report))
    taken: Spans = []
    found: list[Finding] = []
    for term in rule.term:
        if not _applies(term, context.year):
            continue
        found_here = _hits(context, term, within)
        if not found_here:
            continue
        before = Stretches(taken)
        places = _without_overlaps(hit for hit in found_here if not outside.hold(*hit) and not before.touch(*hit))
        if places:
            taken.extend(places)
            found.append(_finding(context, rule, term, places))
    before = Stretches(taken)
    for start, end, right in wrong_titles(context.report.text, titles, rule.titles):
        if not before.touch(start, end) and not outside.hold(start, end):
            message = f"{printed(context, start, end)}与正式名称不一致，正式名称是《{right}》，请改正。"
            found.append(finding(rule, message, [context.report.source(start, end)], suggestion=f"《{right}》"))
    return found


def _applies(term: Term, year: int | None) -> bool:
    if term.years_from is None and term.years_to is None:
        return True
    return year is not None and (term.years_from or 0) <= year <= (term.years_to or 9999)


def _hits(context: Context, term: Term, titles: Stretches) -> Spans:
    kept: Spans = []
    for hit in hits(context, term.wrong):
        start, end = _trimmed(context.report.text, *hit)
        if term.within_title is not None and term.within_title != titles.hold(start, start + 1):
            continue
        if not _excused(context, term, start):
            kept.append((start, end))
    return kept


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _excused(context: Context, term: Term, at: int) -> bool:
    if not term.unless:
        return False
    sentence = sentence_around(context.report, at)
    return context.first(term.unless, sentence.start, sentence.end) is not None


def _without_overlaps(hits: Iterable[tuple[int, int]]) -> Spans:
    kept: Spans = []
    for start, end in sorted(set(hits), key=lambda hit: (hit[0], -hit[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _finding(context: Context, rule: TermRule, term: Term, places: Spans) -> Finding:
    said = [_closed(context, *place) for place in places]
    wrong = listed(said)
    end = "" if term.note.endswith(("。", "！", "？")) or not term.note else "。"
    severity = term.severity or rule.severity
    verb = "宜写作" if severity == "hint" else "应为"
    right = listed(mended(words, term.right) for words in said)
    message = f"{wrong}{verb}{_named(term.right) or right}。{term.note}{end}"
    sources = [context.report.source(*place) for place in places]
    # Quotation marks, which patterns do not see, must not be lost with the wrong form.
    whole = all(len(printed(context, *place)) == place[1] - place[0] for place in places)
    return finding(rule, message, sources, severity=severity, suggestion=term.right if term.fix and whole else None)


def _closed(context: Context, start: int, end: int) -> str:
    """The words as printed, with the bracket or quotation mark around them of which they hold only one half."""
    words = printed(context, start, end)
    text = context.report.document.text
    first, last = context.report.source(start, end)
    for opened, closed in _PAIRS:
        if words.count(opened) > words.count(closed) and text[last : last + 1] == closed:
            words += closed
        elif words.count(opened) < words.count(closed) and text[max(0, first - 1) : first] == opened:
            words = opened + words
    return words


def _named(right: str) -> str:
    """The right form as it is, where it brings marks of its own; "" for a plain one."""
    return right if "“" in right or right.startswith("《") else ""

"""What several text rules need of a report: cited titles, the sentence around a place, words as printed."""

from collections.abc import Iterable
from functools import lru_cache
from weakref import WeakKeyDictionary

from lint.checks.context import Context
from lint.document.lazy import lazy
from lint.document.report import Report, Span
from lint.patterns import Pattern, PatternBook

# A title with titles inside it is one stretch; 〈〉 are folded to 《》.
_TITLE = lazy(r"《[^《》\n]{0,120}(?:《[^《》\n]{1,120}》[^《》\n]{0,120}){0,3}》")
_BREAK = "。！？；\n"
_STOP = lazy(f"[{_BREAK}]")

Spans = list[tuple[int, int]]


@lru_cache(maxsize=2)
def cited_titles(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a folded text that stand in title marks, marks included, in order; several rules ask for those
    of the same report."""
    return tuple(titles_in(text, 0, len(text)))


def titles_in(text: str, start: int, end: int) -> Spans:
    """Those of a part of a folded text."""
    return [match.span() for match in _TITLE.finditer(text, start, end)]


def sentence_around(report: Report, at: int) -> Span:
    """The sentence that holds a folded offset; in headings, front and back matter the stretch between full stops."""
    index = report.sentence_index(at)
    if index is not None:
        return report.sentences[index]
    text = report.text
    start = at
    while start > 0 and text[start - 1] not in _BREAK:
        start -= 1
    stop = _STOP.search(text, at)
    return Span(start, stop.start() if stop else len(text))


def furniture(report: Report) -> Spans:
    """What is no part of the report: lines of the web page around it, and its title printed once more."""
    front = report.front
    return [(span.start, span.end) for span in (*front.furniture, *front.duplicate_titles)]


def printed(context: Context, start: int, end: int) -> str:
    """The folded stretch as the source prints it, without white space."""
    a, b = context.report.source(start, end)
    return "".join(context.report.document.text[a:b].split())


def listed(words: Iterable[str], limit: int = 3) -> str:
    """Different words in order, each quoted, at most `limit` of them."""
    different = list(dict.fromkeys(words))
    more = "等" if len(different) > limit else ""
    return "".join(f"“{word}”" for word in different[:limit]) + more


_lists: "WeakKeyDictionary[PatternBook, dict[tuple[str, ...], tuple[Pattern, ...]]]" = WeakKeyDictionary()


def hits(context: Context, sources: tuple[str, ...]) -> Spans:
    """The places of some phrases of the checklist in the whole text, by place.

    A rule has a hundred lists of which hardly one is in a report: the patterns of a list are kept, and none is searched
    for that lacks its words.
    """
    lists = _lists.setdefault(context.checklist.book, {})
    patterns = lists.get(sources)
    if patterns is None:
        patterns = lists[sources] = context.phrases(sources)
    found: Spans = []
    for pattern in patterns:
        found.extend(pattern.finditer(context.index))
    if len(found) > 1:
        found.sort()
    return found


def day(date: tuple[int, int, int]) -> str:
    """A date as official documents write it."""
    return f"{date[0]}年{date[1]}月{date[2]}日"

"""What several text rules need of a report: cited titles, the sentence around a place, words as printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from lint.checks.context import Context
from lint.document.report import Report, Span
from lint.patterns import Pattern, PatternBook

# A title with titles inside it is one stretch; 〈〉 are folded to 《》.
_TITLE = re.compile(r"《(?:[^《》\n]{1,120}|《[^《》\n]{1,120}》){1,6}》")
_BREAK = "。！？；\n"

Spans = list[tuple[int, int]]


def cited_titles(text: str) -> Spans:
    """The stretches of a folded text that stand in title marks, marks included, outermost first."""
    return [match.span() for match in _TITLE.finditer(text)]


def inside(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans holds [start, end)."""
    return any(a <= start and end <= b for a, b in spans)


def sentence_around(report: Report, at: int) -> Span:
    """The sentence that holds a folded offset; in headings, front and back matter the stretch between full stops."""
    index = report.sentence_index(at)
    if index is not None:
        return report.sentences[index]
    text = report.text
    start = max(text.rfind(mark, 0, at) for mark in _BREAK) + 1
    ends = [found for mark in _BREAK if (found := text.find(mark, at)) >= 0]
    return Span(start, min(ends, default=len(text)))


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


@dataclass(frozen=True)
class _Prepared:
    """A list of phrases: the pairs of characters one of which a text must hold (empty: any text may match), and the
    patterns, each with its words."""

    pairs: frozenset[str]
    patterns: tuple[tuple[Pattern, tuple[str, ...]], ...]


_prepared: "WeakKeyDictionary[PatternBook, dict[tuple[str, ...], _Prepared]]" = WeakKeyDictionary()


def hits(context: Context, sources: tuple[str, ...]) -> Spans:
    """The places of the phrases, by place. A rule has hundreds of lists of which hardly one is in a report: a list
    that cannot match costs no more than looking up a few pairs of characters."""
    prepared = _lists(context).get(sources)
    if prepared is None:
        prepared = _lists(context)[sources] = _prepare(context, sources)
    index = context.index
    if prepared.pairs and index.pairs.isdisjoint(prepared.pairs):
        return []
    found: Spans = []
    for pattern, words in prepared.patterns:
        if not words or any(map(index.may_hold, words)):
            found.extend(pattern.finditer(index))
    return sorted(found) if len(found) > 1 else found


def _lists(context: Context) -> dict[tuple[str, ...], _Prepared]:
    book = context.checklist.book
    lists = _prepared.get(book)
    if lists is None:
        lists = _prepared[book] = {}
    return lists


def _prepare(context: Context, sources: tuple[str, ...]) -> _Prepared:
    patterns = tuple((pattern, pattern.words) for pattern in context.phrases(sources))
    every = [word for _, words in patterns for word in words]
    known = all(words for _, words in patterns) and all(len(word) > 1 for word in every)
    return _Prepared(frozenset(word[:2] for word in every) if known else frozenset(), patterns)


def day(date: tuple[int, int, int]) -> str:
    """A date as official documents write it."""
    return f"{date[0]}年{date[1]}月{date[2]}日"

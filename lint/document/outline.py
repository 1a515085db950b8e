"""The outline: headings of every numbering style that real reports use, and what belongs to them.

Styles are irregular: half-width and lost brackets, 1、 for 1., run-in
headings, restarted first-level numbers inside a section, slogan headings, headings without a number.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from lint.document.lazy import lazy
from lint.document.numerals import parse_numeral
from lint.document.report import Section, Span

_CN = "[一二三四五六七八九十百]{1,4}"
_STYLES: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("第一部分", 0, lazy(rf"^第({_CN})(?:部分|章|篇)[、，：]?")),
    ("一、", 1, lazy(rf"^({_CN})(?:、|[，.]、?)(?!是)")),
    ("（一）", 2, lazy(rf"^[（〔]?({_CN})[）〕][、.，]?")),
    ("1.", 3, lazy(r"^([0-9]{1,2})(?:[.、](?=20[0-9]{2}年|[^0-9]|$)|。(?=\D))")),
    ("（1）", 4, lazy(r"^（?([0-9]{1,2})）[、.]?")),
    ("①", 5, lazy(r"^([①-⑳])[、.]?")),
)
_MARKDOWN = lazy(r"^(#{1,6})(?=[^#])")
_UNNUMBERED_STOP = lazy(r"[。；！？，：]$|^[（《]|[0-9]{4}年[0-9]{1,2}月")
_ITEM_START = lazy(r"^(?:[一二三四五六七八九十]{1,3}是|首先|其次|再次|最后|同时|此外|另外|总之)")
_HEADING_STOP = lazy(r"[。！？]|：(?=[^，。]{12,}|一是|首先|第一|（一）|（?1[.、）]|①)")
MAX_HEADING = 60  # code points; longer "headings" are sentences with a number
MAX_UNNUMBERED = 36


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    style: str
    rank: int
    value: int
    number: str
    text: str
    run_in: bool
    paragraph_end: int


def read_outline(text: str, paragraphs: tuple[Span, ...], body: Span, skip: set[int]) -> tuple[Section, ...]:
    """The sections of a folded text, in order, without roles. `body` bounds where headings are looked for; paragraphs
    that begin at an offset in `skip` (title, furniture, signature) are none."""
    found: list[_Found] = []
    inside = [p for p in paragraphs if body.start <= p.start < body.end and p.start not in skip]
    for at, paragraph in enumerate(inside):
        heading = _heading(text, paragraph)
        if heading is None:
            following = inside[at + 1] if at + 1 < len(inside) else None
            heading = _unnumbered(text, paragraph, following)
        if heading is not None:
            found.append(heading)
    if sum(1 for h in found if not h.style) == len(inside):
        found = []
    return _nest(found, body.end)


def _heading(text: str, paragraph: Span) -> _Found | None:
    words = text[paragraph.start : paragraph.end]
    mark = _MARKDOWN.match(words)
    lead = mark.end() if mark else 0
    for style, rank, pattern in _STYLES:
        match = pattern.match(words[lead:])
        if not match:
            continue
        value = parse_numeral(match[1])
        if not value:
            continue
        rest = words[lead + match.end() :]
        stop = _HEADING_STOP.search(rest)
        heading = rest[: stop.start()] if stop else rest
        tail = rest[stop.end() :] if stop else ""
        if len(heading) > MAX_HEADING and not stop and rank > 1:
            return None  # a long line without a full stop is a sentence with a number
        if len(heading) > MAX_HEADING:
            heading = re.split(r"[，；：]", heading)[0][:MAX_HEADING]
            tail = rest[len(heading) :]
        if not heading and not tail:
            return None
        end = paragraph.start + lead + match.end() + len(heading)
        if (stop and not tail) or (stop and end < paragraph.end and text[end] in "。！？："):
            end += 1
        return _Found(
            paragraph.start, end, style, rank, value, match[0], heading.rstrip("。：；，"), bool(tail), paragraph.end
        )
    if mark:
        return _Found(
            paragraph.start, paragraph.end, "#" * len(mark[1]), len(mark[1]), 0, "", words[lead:], False, paragraph.end
        )
    return None


def _unnumbered(text: str, paragraph: Span, following: Span | None) -> _Found | None:
    """A short paragraph of its own without a final mark, followed by text, reads as a heading."""
    words = text[paragraph.start : paragraph.end]
    if (
        len(words) > MAX_UNNUMBERED
        or len(words) < 3
        or _UNNUMBERED_STOP.search(words)
        or "。" in words
        or _ITEM_START.match(words)
    ):
        return None
    if (
        following is None
        or not re.search(r"[\u4e00-\u9fff]{3}", words)
        or "\t" in words
        or re.search(r"[0-9|]{4,}$", words)
    ):
        return None
    after = text[following.start : following.end]
    told = len(after) >= 8 and after.endswith(("。", "；"))
    if (
        len(after) <= MAX_UNNUMBERED
        and not told
        and not any(p.match(after) for _, _, p in _STYLES)
        and not _ITEM_START.match(after)
    ):
        return None
    return _Found(paragraph.start, paragraph.end, "", 0, 0, "", words.strip("〔〕"), False, paragraph.end)


def _nest(found: list[_Found], body_end: int) -> tuple[Section, ...]:
    """Levels, parents and extents. The level of a style is its rank among the styles in use; a first-level series that
    begins again inside a section (三、… 一、…) is a series of that section."""
    ranks = sorted({h.rank for h in found if h.style})
    bare = any(not h.style for h in found)
    unnumbered_level = 1 if bare and not any(h.rank <= 2 for h in found if h.style) else 0
    stack: list[tuple[int, int, str, int]] = []  # index, level, style, value
    top_style = next((h.style for h in found if h.style and h.rank == ranks[0]), "") if ranks else ""
    top = _Series.of(found, top_style)
    top_value, restarted = 0, 0
    levels: list[int] = []
    parents: list[int | None] = []
    for i, heading in enumerate(found):
        if not heading.style:
            level = unnumbered_level or (stack[-1][1] + 1 if stack and stack[-1][2] else (stack[-1][1] if stack else 1))
            if not unnumbered_level and not any(s[2] for s in stack):
                level = 1
        else:
            level = ranks.index(heading.rank) + 1 + (1 if unnumbered_level else 0)
            if heading.style == top_style:
                if heading.value == 1 and not restarted and _restarts(found, top, i, top_value):
                    restarted = 1
                elif restarted and heading.value == top_value + 1 and heading.value != restarted + 1:
                    restarted = 0
                if restarted:
                    restarted = heading.value
                    level += 1
                else:
                    top_value = heading.value
        while stack and stack[-1][1] >= level:
            stack.pop()
        parents.append(stack[-1][0] if stack else None)
        levels.append(level)
        stack.append((i, level, heading.style, heading.value))
    return _extents(found, levels, parents, body_end)


@dataclass(frozen=True)
class _Series:
    """The headings of one style: their places in the list of all, and the last place of each number."""

    places: list[int]
    last: dict[int, int]

    @classmethod
    def of(cls, found: list[_Found], style: str) -> "_Series":
        places = [i for i, heading in enumerate(found) if heading.style == style]
        return cls(places, {found[i].value: i for i in places})


def _restarts(found: list[_Found], series: _Series, at: int, top_value: int) -> bool:
    """Whether the number 一 at `at` begins a series inside the section `top_value`, not the report anew: no later
    heading of the style continues the outer series, or the new series runs in its paragraphs; under 一、 itself: when
    nothing stands between the two."""
    style = found[at].style
    if top_value < 2:
        before = found[at - 1]
        return (
            top_value == 1
            and before.style == style
            and not before.run_in
            and before.paragraph_end + 1 == found[at].start
        )
    later = len(series.places) - bisect_right(series.places, at)
    return found[at].run_in or series.last.get(top_value + 1, -1) > at or later <= 4


def _extents(found: list[_Found], levels: list[int], parents: list[int | None], body_end: int) -> tuple[Section, ...]:
    sections: list[Section] = []
    for i, heading in enumerate(found):
        end = next((found[j].start for j in range(i + 1, len(found)) if levels[j] <= levels[i]), body_end)
        own_end = found[i + 1].start if i + 1 < len(found) else body_end
        parent = parents[i]
        label = heading.number.rstrip("、.，。：")
        if parent is not None:
            label = sections[parent].label + label
        sections.append(
            Section(
                i,
                levels[i],
                heading.style,
                heading.number,
                heading.value,
                heading.start,
                heading.end,
                heading.text,
                min(heading.end, end),
                end,
                min(own_end, end),
                parent,
                heading.run_in,
                label=label,
            )
        )
    return tuple(sections)

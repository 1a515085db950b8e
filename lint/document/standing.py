"""How each clause holds: done, planned, lamented, demanded, another body's, another year's.

The role of the section decides first. Inside what is told as done, strong markers demote a clause and, where the
grammar carries on, the clauses after it in the same sentence. Nothing in a plan or among shortcomings is promoted.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lint.document import report as r
from lint.document.lazy import lazy
from lint.document.lexicon import Lexicon, Spans
from lint.document.report_year import to_year
from lint.document.segments import Stretch

_TITLE = lazy(r"《[^《》\n]{1,80}》?")
_TIME = lazy(
    r"(?:^|(?<=[，：。；！？\n]))(?:一是|二是|三是|四是|五是)?(?:早在|于|在|自)?((?:20[0-9]{2}|二[〇零][一二三四五六七八九〇零]{2}))年(?!以来|起|至|-|到|版|度计划|(?:和|与|及|、)20[0-9]{2}年)"
)
_SUBJECT = lazy(
    r"(?:[一二三四五]是|同时|随后|之后|会后|为此|对此|其中|目前|此外|并且|而|但|由|经|当年|全年|年内|今年|期间|在|对|使|让|如)?(?:，)?"
)
_PUT_OFF = lazy(r"(?:列入|纳入|定于|安排在|推迟到|延至|留到|放到|将于|拟于)(?:了)?(20[0-9]{2})年")
_COMPARES = lazy(r"以来|相比|同比|较上|比上|起，|同期|至今|历年")
_DAY = lazy(r"截至?$|截止$")


_LEVEL = lazy(r"[^县市区旗州盟]{0,8}[县市区旗州盟](?=.{3,})")
_DEPARTMENT_ENDS = ("局", "委员会", "委", "办公室", "中心", "馆", "大队", "支队")

_NONE: Mapping[str, Spans] = {}


class Cues:
    """The cue words of one text by the clause they stand in."""

    def __init__(self, lexicon: Lexicon, prepared: Any, clauses: Sequence[Stretch]) -> None:
        self._by_clause: dict[int, dict[str, Spans]] = defaultdict(dict)
        starts = [clause.start for clause in clauses]
        for name in lexicon.cues:
            for clause, spans in _by_clause(lexicon.find(name, prepared), clauses, starts).items():
                self._by_clause[clause][name] = spans

    def at(self, clause: int) -> Mapping[str, Spans]:
        """The cues of one clause by their names; those that it has none of are not there."""
        return self._by_clause.get(clause, _NONE)


def _by_clause(spans: Spans, clauses: Sequence[Stretch], starts: list[int]) -> dict[int, Spans]:
    """The spans by the clause in which they begin; what begins between clauses (a date line, a table) is in none."""
    found: dict[int, Spans] = defaultdict(list)
    for span in spans:
        index = bisect_right(starts, span[0]) - 1
        if index >= 0 and span[0] < clauses[index].end:
            found[index].append(span)
    return found


def judge_clauses(
    text: str,
    sentences: Sequence[Stretch],
    clauses: Sequence[Sequence[Stretch]],
    roles: Sequence[tuple[str, ...]],
    sections: tuple[r.Section, ...],
    section_of: Sequence[int | None],
    lexicon: Lexicon,
    prepared: Any,
    year: int | None,
    issuer: str = "",
    level: str = "",
) -> list[r.Clause]:
    """The clauses with role and standing, in order. `clauses[i]` are those of `sentences[i]`. A clause that begins
    with the `issuer`'s own name is no other body's, although other bodies of its kind are told by the same words; nor
    one that begins with the government of the issuer's own `level` (县, 市, 区)."""
    flat = [clause for group in clauses for clause in group]
    starts = [clause.start for clause in flat]
    cues = Cues(lexicon, prepared, flat)
    titles = _by_clause([m.span() for m in _TITLE.finditer(text)], flat, starts)
    times = _by_clause([m.span(1) for m in _TIME.finditer(text)], flat, starts)
    result: list[r.Clause] = []
    own = tuple(_own_names(issuer, level))
    at = 0
    for number, sentence in enumerate(sentences):
        default = _default(roles[number], lexicon)
        bare = sentence.heading is not None and _only_heading(sections[sentence.heading], text)
        carried: str | None = None
        if sentence.heading is None and any("announced" in cues.at(at + i) for i in range(len(clauses[number]))):
            default = r.ANNOUNCED
        for clause in clauses[number]:
            spans = [(start, end, r.CITED) for start, end in titles.get(at, ())]
            standing = default
            if bare:
                standing = r.ANNOUNCED
            elif default == r.DONE:
                said = cues.at(at)
                if "foreign" in said and text.startswith(own, clause.start):
                    said = {name: spans for name, spans in said.items() if name != "foreign"}
                standing, carried, more = _inside_done(text, clause, said, times.get(at, []), carried, year)
                spans.extend(more)
            result.append(
                r.Clause(clause.start, clause.end, number, section_of[number], roles[number], standing, tuple(spans))
            )
            at += 1
    return result


def _own_names(issuer: str, level: str) -> Iterator[str]:
    """The name of a department in full, from its level on (县林业局), and bare (林业局); what a level calls its own."""
    if level:
        yield from (f"{level}{body}" for body in ("政府", "人民政府", "委"))
    found = _LEVEL.match(issuer)
    if found and issuer.endswith(_DEPARTMENT_ENDS):
        yield issuer
        yield issuer[found.end() - 1 :]
        yield issuer[found.end() :]


def _default(roles: tuple[str, ...], lexicon: Lexicon) -> str:
    known = [role.standing for role in map(lexicon.role, roles) if role]
    return known[0] if known else r.DONE


def _only_heading(section: r.Section, text: str) -> bool:
    """A heading followed by a body only announces it; one without a body is the content itself."""
    body = text[section.body_start : section.body_end].strip("\n")
    heading = text[section.start : section.end]
    return bool(body) and not re.search(r"[0-9]+(?:余|多)?(?:次|件|人|名|场|份|期|条|起|个)", heading)


def _inside_done(
    text: str, clause: Stretch, cues: Mapping[str, Spans], times: Spans, carried: str | None, year: int | None
) -> tuple[str, str | None, list[tuple[int, int, str]]]:
    """Standing, what carries on to the next clause, and stretches that stand otherwise."""
    words = text[clause.start : clause.end]
    spans: list[tuple[int, int, str]] = []
    for start, _ in times:
        told = to_year(text[start : start + 4])
        if told is None or year is None or _COMPARES.search(words) or _DAY.search(text[max(0, start - 3) : start]):
            continue
        if told == year + 1:
            return r.PLANNED, r.PLANNED, spans
        carried = r.PAST if told < year else None
    if year is not None and f"{year + 1}年" in words and any(int(m[1]) == year + 1 for m in _PUT_OFF.finditer(words)):
        return r.PLANNED, r.PLANNED, spans
    if "planned" in cues or "planned-sure" in cues:
        return r.PLANNED, r.PLANNED, spans
    if "past" in cues:
        carried = r.PAST
    if carried == r.FOREIGN and any(_SUBJECT.fullmatch(text, clause.start, start) for start, _ in cues.get("own", ())):
        carried = None
    if "foreign" in cues:
        carried = r.FOREIGN
    if "demanded" in cues:
        return r.REQUIRED, carried, spans
    if required := cues.get("required"):
        spans.append((required[0][1], clause.end, r.REQUIRED))
        if carried not in (r.FOREIGN, r.PAST):
            return r.DONE, r.REQUIRED, spans
        return carried, r.REQUIRED, spans
    if carried is not None:
        return carried, carried, spans
    if "lacking" in cues:
        return r.LACKING, None, spans
    spans.extend((end, clause.end, r.TOPIC) for _, end in cues.get("topic", [])[:1])
    spans.extend((start, end, r.TOPIC) for start, end in cues.get("topic-span", ()))
    if "none" in cues:
        return r.NONE, None, spans
    return r.DONE, None, spans

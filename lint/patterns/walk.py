"""Matching a pattern by walking its tree, without compiling it.

Compiling a pattern with its vocabularies costs as much as walking it over a few hundred sentences. One report searches
most patterns in a handful of sentences, so a single run is twice as fast without compiling; a long batch compiles what
it uses often (`Pattern`). Both ways find the same matches: the order of branches, the lazy gaps and what is given back
are those of the regular expression in `compile.py`, and a property test holds them together.
"""

import re
from collections.abc import Iterator

from lint.patterns.compile import GAP, NUMBER, NUMBER_GOING_ON
from lint.patterns.parse import Choice, Edge, Gap, Literal, Node, Number, Sequence

_NUMBER = re.compile(NUMBER)
_GOING_ON = re.compile(NUMBER_GOING_ON)
_NUMERALS = frozenset("0123456789〇一二两三四五六七八九十百千")
_BEFORE_CLAUSE = frozenset("，；：。！？\n、")
_AFTER_CLAUSE = frozenset("，；：。！？\n")
_ITEM_NUMERALS = frozenset("一二三四五六七八九十")
_HEADING_NUMBER = re.compile(r"(?:（[一二三四五六七八九十0-9]{1,3}）|[①-⑳]|(?:\n|\A)[0-9]{1,2}\.)\Z")
_SENTENCE_STOPS = frozenset("。；！？\n")
_CLAUSE_STOPS = _SENTENCE_STOPS | frozenset("，：")


def first_characters(tree: Sequence) -> frozenset[str] | None:
    """The characters a match can begin with; None when that is not known."""
    found: set[str] = set()
    for part in tree.parts:
        if isinstance(part, Edge):
            continue
        if isinstance(part, Literal):
            return frozenset(found | {part.text[0]})
        if isinstance(part, Number):
            return frozenset(found | _NUMERALS)
        if isinstance(part, Sequence):
            inner = first_characters(part)
            return None if inner is None else frozenset(found | inner)
        if not isinstance(part, Choice):
            return None
        for branch in part.branches:
            inner = first_characters(branch)
            if inner is None:
                return None
            found |= inner
        if not part.optional:
            return frozenset(found)
    return None


def walk(
    tree: Sequence, firsts: frozenset[str] | None, text: str, start: int, stop: int, *, clause_only: bool
) -> Iterator[tuple[int, int]]:
    """The matches of a tree in text[start:stop], left to right, not overlapping."""
    stops = _CLAUSE_STOPS if clause_only else _SENTENCE_STOPS
    only = tree.parts[0] if len(tree.parts) == 1 else None
    if isinstance(only, Literal) and not only.alone:
        at = text.find(only.text, start, stop)
        while at >= 0:
            yield at, at + len(only.text)
            at = text.find(only.text, at + len(only.text), stop)
        return
    at = start
    while at < stop:
        if firsts is None or text[at] in firsts:
            end = next(_parts(tree.parts, 0, text, at, stop, stops), -1)
            if end > at:
                yield at, end
                at = end
                continue
        at += 1


def _parts(parts: tuple[Node, ...], k: int, text: str, at: int, stop: int, stops: frozenset[str]) -> Iterator[int]:
    """Where parts[k:] can end when they begin at `at`, in the order in which a regular expression tries them."""
    if k == len(parts):
        yield at
        return
    part = parts[k]
    if isinstance(part, Gap):
        following = next((j for j in range(k + 1, len(parts)) if isinstance(parts[j], Gap)), len(parts))
        end = _after_gap(parts[k + 1 : following], text, at, stop, stops)
        if end >= 0:
            yield from _parts(parts, following, text, end, stop, stops)
        return
    if isinstance(part, Literal):
        end = at + len(part.text)
        if end <= stop and text.startswith(part.text, at) and not (part.alone and _in_number(text, at)):
            yield from _parts(parts, k + 1, text, end, stop, stops)
        return
    for end in _ends(part, text, at, stop, stops):
        yield from _parts(parts, k + 1, text, end, stop, stops)


def _after_gap(block: tuple[Node, ...], text: str, at: int, stop: int, stops: frozenset[str]) -> int:
    """Where the block behind a gap ends: the nearest place is taken and never given back. -1 when there is none."""
    for begin in range(at, min(at + GAP, stop) + 1):
        end = next(_parts(block, 0, text, begin, stop, stops), -1)
        if end >= 0:
            return end
        if begin >= stop or text[begin] in stops:
            return -1
    return -1


def _ends(node: Node, text: str, at: int, stop: int, stops: frozenset[str]) -> Iterator[int]:
    if isinstance(node, Choice):
        for branch in node.branches:
            yield from _parts(branch.parts, 0, text, at, stop, stops)
        if node.optional:
            yield at
    elif isinstance(node, Number):
        number = _GOING_ON if node.goes_on else _NUMBER
        if found := number.match(text, at, stop):
            yield found.end()
            for end in range(found.end() - 1, at, -1):
                if number.fullmatch(text, at, end):
                    yield end
    elif isinstance(node, Edge):
        if _at_edge(node, text, at, stop):
            yield at
    elif isinstance(node, Sequence):
        yield from _parts(node.parts, 0, text, at, stop, stops)
    else:
        raise AssertionError(node)


def _in_number(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] in "0123456789."


def _at_edge(edge: Edge, text: str, at: int, stop: int) -> bool:
    if edge.end:
        return at >= stop or text[at] in _AFTER_CLAUSE
    return (
        at == 0
        or text[at - 1] in _BEFORE_CLAUSE
        or (at > 1 and text[at - 1] == "是" and text[at - 2] in _ITEM_NUMERALS)
        or _HEADING_NUMBER.search(text, max(0, at - 6), at) is not None
    )

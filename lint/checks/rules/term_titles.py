"""Titles in 《》 that differ from an official one by a character or two.

Only the words before the kind of document may differ: 《…职责规定》 and 《…职责清单》 are two documents, and so are a
national and a local one, which are far apart. An exact title, or a part of one, is never compared further.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from lint.document.fold import fold_words
from lint.document.lazy import lazy

_INNERMOST = lazy(r"《([^《》\n]{6,120})》")
_ISSUER = lazy(
    r"^(?:中共中央办公厅、?国务院办公厅|中共中央、?国务院|国务院办公厅|中共中央办公厅|中共中央|国务院)(?=关于|.{8})"
)
_YEARS = lazy(r"（[^（）]*）$")
_YEARS_JOINED = lazy(r"(?<![0-9])(20[0-9]{2})(?=20[0-9]{2}年)")  # the dash between them is missed as punctuation
_SHORTEST = 9  # code points; shorter titles are too near each other (行政处罚法, 行政强制法)
_TAIL = 4  # the kind of document and the word before it: 指导意见 and 实施意见 are different documents
_MOST = 2  # characters

Known = tuple[dict[str, list[tuple[str, str]]], frozenset[str], str]


def wrong_titles(
    text: str, titles: Iterable[tuple[int, int]], official: tuple[str, ...]
) -> Iterator[tuple[int, int, str]]:
    """Folded places of titles written almost like an official one, marks included, with the official title."""
    if not official:
        return
    by_tail, exact, joined = _known(official)
    for start, end in titles:
        for match in _INNERMOST.finditer(text, start, end):
            name = _plain(match[1])
            if len(name) < _SHORTEST or name in exact:
                continue
            near = _nearest(name, by_tail.get(_tail(name), ()))
            if near and name not in joined and not any(name.endswith(known) for known in exact if len(known) > 6):
                yield match.start(), match.end(), near


@lru_cache(maxsize=8)
def _known(official: tuple[str, ...]) -> Known:
    """The official titles by tail (as printed and normalised), all of them normalised, and one text that holds them."""
    by_tail: dict[str, list[tuple[str, str]]] = {}
    exact: set[str] = set()
    for title in official:
        name = _plain(fold_words(title))
        exact.update((name, _YEARS.sub("", name)))
        by_tail.setdefault(_tail(name), []).append((title, name))
    return by_tail, frozenset(exact), "\n".join(exact)


def _plain(title: str) -> str:
    """A folded title without what a citation may leave out or write otherwise."""
    name = title.replace("中华人民共和国", "").replace("、", "").replace("～", "-").replace("--", "-")
    return _ISSUER.sub("", _YEARS_JOINED.sub(r"\1-", name))


def _tail(name: str) -> str:
    return _YEARS.sub("", name)[-_TAIL:]


def _nearest(name: str, known: Iterable[tuple[str, str]]) -> str | None:
    best: tuple[int, str] | None = None
    for title, full in known:
        other = full if _YEARS.search(name) else _YEARS.sub("", full)
        most = min(_MOST, len(other) // 10 + (len(other) < 10))
        away = _distance(name, other, most)
        if away <= most and (best is None or away < best[0]):
            best = away, title
    return best[1] if best else None


def _distance(one: str, other: str, most: int) -> int:
    """The edit distance, or most + 1 when it is greater."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, there in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (char != there))
        if min(row) > most:
            return most + 1
    return row[-1]

"""Patterns that can never count: they contradict themselves, folding makes their text unreachable, or another list of
the same table takes every match away again. Roles that nothing leads to."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lint.checklist.faults.complaints import Complaint
from lint.checklist.faults.names import rows, table
from lint.checklist.lexicon import OPENING
from lint.checklist.positions import Path as Keys
from lint.checklist.strings import strings
from lint.document.fold import DROPPED, fold_words
from lint.patterns import PatternBook, PatternError
from lint.patterns.compile import requirements
from lint.patterns.parse import Choice, Edge, Literal, Node, Sequence

_MOST = 40  # words of a list that are looked at
_CLAUSE_MARKS = "，；：。！？\n"
# key → the key beside it whose match, anywhere within the same match, takes the first one away
_TAKEN_BY = {
    "element": {"done": "not"},
    "term": {"wrong": "unless"},
    "event": {"pattern": "unless"},
    "rule": {"patterns": "unless"},
    "roles": {"heading": "not-heading"},
}


def never(data: Any, book: PatternBook) -> Iterator[Complaint]:
    """Complaints about patterns that can never count and roles that nothing leads to, each at its pattern."""
    yield from _contradictory(data, book)
    for path, row, taken in _tables(data):
        for key, by in taken.items():
            yield from _shadowed((*path, key), row.get(key), by, row.get(by), book)
    cues = table(data, "cues")
    for name, words in cues.items():
        yield from _shadowed(("cues", name), words, f"{name}-not", cues.get(f"{name}-not"), book)
    yield from _unreached(data)


def _tables(data: Any) -> Iterator[tuple[Keys, dict[str, Any], Mapping[str, str]]]:
    for number, row in enumerate(rows(data, "element")):
        yield ("element", number), row, _TAKEN_BY["element"]
    for number, row in enumerate(rows(data, "rule")):
        yield ("rule", number), row, _TAKEN_BY["rule"]
        for key in ("term", "event"):
            for place, inner in enumerate(rows(row, key)):
                yield ("rule", number, key, place), inner, _TAKEN_BY[key]
    for name, role in table(data, "roles").items():
        if isinstance(role, dict):
            yield ("roles", name), role, _TAKEN_BY["roles"]


def _contradictory(data: Any, book: PatternBook) -> Iterator[Complaint]:
    for path, source, stands in strings(data):
        if stands == "regex" and path[0] != "rule" and (at := _unfolded(source)) is not None:
            folded = fold_words(source[at])
            instead = f"请写“{folded}”" if folded else "空白和引号在比较前已经去掉，请删去"
            message = f"正则表达式里的“{source[at]}”永远匹配不到：文字先统一了宽窄和字形才比较，{instead}"
            yield Complaint(path, message, None, at)
        elif stands == "phrase" and source:
            tree = _tree(book, source)
            if tree is not None and (told := _broken_edge(tree.parts)):
                yield Complaint(path, told, None, 0)


def _tree(book: PatternBook, source: str) -> Sequence | None:
    try:
        return book.phrase(source).tree
    except PatternError:  # told elsewhere
        return None


def _broken_edge(parts: tuple[Node, ...]) -> str | None:
    """A clause cannot begin behind a word of its own, nor go on behind its end."""
    for before, after in itertools.pairwise(parts):
        if isinstance(after, Edge) and not after.end and isinstance(before, Literal) and before.text[-1] not in _STARTS:
            return f"“{before.text}”后面写了 ^（分句之首），永远匹配不到；要两段分开，请用“…”"
        if (
            isinstance(before, Edge)
            and before.end
            and isinstance(after, Literal)
            and after.text[0] not in _CLAUSE_MARKS
        ):
            return f"$（分句之末）后面还有“{after.text}”，永远匹配不到；要两段分开，请用“…”"
    for part in parts:
        branches = part.branches if isinstance(part, Choice) else (part,) if isinstance(part, Sequence) else ()
        for branch in branches:
            if told := _broken_edge(branch.parts):
                return told
    return None


_STARTS = _CLAUSE_MARKS + "、是）.①②③④⑤⑥⑦⑧⑨⑩"


def _unfolded(source: str) -> int | None:
    """Where a regular expression asks for a character that no folded text holds; classes may name it to be sure."""
    depth = skip = 0
    for at, sign in enumerate(source):
        if skip:
            skip -= 1
        elif sign == "\\":
            skip = 1
        elif sign == "[":
            depth += 1
        elif sign == "]":
            depth = max(depth - 1, 0)
        elif not depth and not sign.isascii() and (fold_words(sign) != sign or DROPPED.fullmatch(sign)):
            return at if source[at + 1 : at + 2] not in {"?", "*", "|", "{"} and "|" not in source else None
    return None


def _shadowed(path: Keys, words: Any, name: str, taken: Any, book: PatternBook) -> Iterator[Complaint]:
    """Patterns every match of which holds a match of one of the others."""
    plain = [(other, texts) for other in _strings(taken) if (texts := _plain(book, other))]
    for number, source in enumerate(words if plain and isinstance(words, list) else ()):
        tree = _tree(book, source) if isinstance(source, str) and source else None
        if tree is None:
            continue
        for other, texts in plain:
            if _found_by(tree, texts):
                message = f"“{source}”永远不算数：凡匹配它的地方，{name} 里的“{other}”也匹配"
                yield Complaint((*path, number), message, None, 0)
                break


def _strings(value: Any) -> list[str]:
    return [word for word in value if isinstance(word, str) and word] if isinstance(value, list) else []


def _plain(book: PatternBook, source: str) -> tuple[str, ...]:
    """The texts that a pattern without gaps, edges and figures stands for; nothing for others."""
    tree = _tree(book, source)
    texts = _texts(tree) if tree is not None else None
    return tuple(texts or ())


def _texts(tree: Sequence) -> list[str] | None:
    out = [""]
    for part in tree.parts:
        if isinstance(part, Literal) and not part.alone:
            more: list[str] = [part.text]
        elif isinstance(part, Choice):
            each = [_texts(branch) for branch in part.branches]
            if any(one is None for one in each):
                return None
            more = [text for one in each for text in one or ()] + ([""] if part.optional else [])
        elif isinstance(part, Sequence):
            inner = _texts(part)
            if inner is None:
                return None
            more = inner
        else:
            return None
        out = [begin + end for begin in out for end in more]
        if len(out) > _MOST:
            return None
    return out


def _unreached(data: Any) -> Iterator[Complaint]:
    roles = {name: role for name, role in table(data, "roles").items() if isinstance(role, dict)}
    dead: set[str] = set()
    for name, role in roles.items():
        if name != OPENING and not role.get("fallback") and not role.get("heading") and not role.get("lead"):
            dead.add(name)
            message = f"没有什么能认出“{name}”这个作用：请写标题里的话（heading）或句首的话（lead）"
            yield Complaint(("roles", name), message)
    for name, role in roles.items():
        under = _strings(role.get("under"))
        if name not in dead and under and not role.get("lead") and set(under) <= dead:
            message = f"“{name}”只许写在{_listed(under)}之下，而没有什么能认出那些部分"
            yield Complaint(("roles", name, "under"), message)
        if _strings(role.get("begins-in")) and not role.get("lead"):
            message = "begins-in 说的是由 lead 另起的地方，这里没有写 lead，所以不起作用"
            yield Complaint(("roles", name, "begins-in"), message, level="提示")


def _listed(names: Iterable[str]) -> str:
    return "、".join(f"“{name}”" for name in names)


def _found_by(tree: Sequence, texts: Iterable[str]) -> bool:
    """Whether every match of the tree holds one of the texts."""
    return any(all(any(text in word for text in texts) for word in need) for need in requirements(tree))


def overlapping(data: Any, book: PatternBook) -> Iterator[Complaint]:
    """Patterns of one list of which a shorter one finds everything already; all of level 提示."""
    lists: dict[Keys, list[tuple[Keys, str]]] = {}
    for path, source, stands in strings(data):
        if stands == "phrase" and source and isinstance(path[-1], int) and path[0] in ("element", "cues"):
            lists.setdefault(path[:-1], []).append((path, source))
    for some in lists.values():
        plain = [(at, source, texts) for at, (_, source) in enumerate(some) if (texts := _plain(book, source))]
        for number, (path, source) in enumerate(some):
            tree = _tree(book, source)
            for at, other, texts in plain:
                same = source == other and at > number  # a pattern written twice is told once
                if tree is not None and at != number and not same and _found_by(tree, texts):
                    message = f"“{source}”是多余的：凡匹配它的地方，同一列表里的“{other}”也匹配"
                    yield Complaint(path, message, None, 0, "提示")
                    break

"""What a checklist says that cannot be meant: a duty without a source, periods that end before they begin, wrong forms
that are right. What is allowed but should not stay so is told by notes.py."""

from collections.abc import Iterator
from typing import Any, get_args

from lint.checklist.faults.complaints import Complaint
from lint.checklist.faults.names import rows, table
from lint.checklist.model import Rank
from lint.checklist.positions import Path as Keys
from lint.document.fold import fold_words
from lint.patterns import PatternBook, PatternError

_BINDING = ("法律法规", "党内法规")
_RANKS = get_args(Rank)
_DUTY = "应当"
_FULFILLING = ("done", "done-regex", "none", "review")
_SENTENCES = ("met", "thin", "absent")


def nonsense(data: Any, book: PatternBook) -> Iterator[Complaint]:
    """Complaints about duties, periods, terms, and what can never come about."""
    basis = {row["id"]: row for row in rows(data, "basis") if isinstance(row.get("id"), str)}
    yield from _period(("checklist",), table(data, "checklist"), "years-from", "years-to")
    yield from _fallbacks(table(data, "roles"))
    for number, row in enumerate(rows(data, "basis")):
        yield from _period(("basis", number), row, "in-force-from", "in-force-to")
    for number, row in enumerate(rows(data, "element")):
        yield from _period(("element", number), row, "years-from", "years-to")
        yield from _duty(("element", number), row, basis)
        if row.get("kind") == "phrase" and not any(row.get(key) for key in _FULFILLING):
            message = f"要素“{row.get('id', '')}”没有写 done（命中即满足），永远不会满足"
            yield Complaint(("element", number, "done"), message)
    for number, row in enumerate(rows(data, "rule")):
        for place, term in enumerate(rows(row, "term")):
            path = ("rule", number, "term", place)
            yield from _period(path, term, "years-from", "years-to")
            yield from _term(path, term, book)


def _fallbacks(roles: dict[str, Any]) -> Iterator[Complaint]:
    """The sections that no role knows can fall to one role only."""
    some = [name for name, role in roles.items() if isinstance(role, dict) and role.get("fallback") is True]
    for name in some[1:]:
        message = f"只能有一个作用写 fallback = true：“{some[0]}”已经写了，请删去一处"
        yield Complaint(("roles", name, "fallback"), message)


def _period(path: Keys, row: dict[str, Any], first: str, last: str) -> Iterator[Complaint]:
    begin, end = row.get(first), row.get(last)
    late = (isinstance(begin, int) and isinstance(end, int) and begin > end) or (
        isinstance(begin, str) and isinstance(end, str) and begin > end
    )
    if late:
        yield Complaint((*path, last), f"{first}（{begin}）晚于 {last}（{end}）", None, 0)


def _duty(path: Keys, row: dict[str, Any], basis: dict[str, dict[str, Any]]) -> Iterator[Complaint]:
    names = row.get("basis")
    sources = [basis.get(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []
    if any(source is None or source.get("rank") not in _RANKS or _binds(source) for source in sources):
        return  # a source that is not there or has no rank is told elsewhere
    ranks = "、".join(dict.fromkeys(_rank(source) for source in sources if source)) or "没有写依据"
    for key in _SENTENCES:
        sentence = row.get(key)
        if isinstance(sentence, str) and _DUTY in sentence:
            message = f"“{_DUTY}”只能用于直接适用的法律法规或党内法规，这里的依据是：{ranks}"
            yield Complaint((*path, key), message, None, sentence.index(_DUTY))


def _binds(source: dict[str, Any]) -> bool:
    return source.get("rank") in _BINDING and not source.get("by-reference")


def _rank(source: dict[str, Any]) -> str:
    return f"{source.get('rank', '')}（参照）" if source.get("by-reference") else str(source.get("rank", ""))


def _term(path: Keys, term: dict[str, Any], book: PatternBook) -> Iterator[Complaint]:
    right, wrong = term.get("right"), term.get("wrong")
    if not isinstance(right, str) or not isinstance(wrong, list) or not right:
        return
    folded = fold_words(right)
    for number, form in enumerate(wrong):
        if not isinstance(form, str) or not form:
            continue
        try:
            matches = book.phrase(form).matches(folded)
        except PatternError:
            continue
        place = (*path, "wrong", number)
        if matches:
            yield Complaint(place, f"误写“{form}”在规范写法“{right}”里也找得到：写对的也会报错", None, 0)
        elif (at := form.find(right)) >= 0:
            message = f"误写“{form}”里含有规范写法“{right}”，请核对是否写反"
            yield Complaint(place, message, None, at, "提示")

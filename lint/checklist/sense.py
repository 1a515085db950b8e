"""What a checklist says that cannot be meant: a duty without a source, periods that end before they begin, wrong forms
that are right; and notes on what an element still lacks."""

from collections.abc import Iterator
from typing import Any, get_args

from lint.checklist.complaints import Complaint
from lint.checklist.model import Rank
from lint.checklist.names import rows, table
from lint.checklist.positions import Path as Keys
from lint.document.fold import fold_words
from lint.patterns import PatternBook, PatternError

_BINDING = ("法律法规", "党内法规")
_RANKS = get_args(Rank)
_DUTY = "应当"
_SENTENCES = ("met", "thin", "absent")


def nonsense(data: Any, book: PatternBook) -> Iterator[Complaint]:
    """Complaints about duties, periods and terms."""
    basis = {row["id"]: row for row in rows(data, "basis") if isinstance(row.get("id"), str)}
    yield from _period(("checklist",), table(data, "checklist"), "years-from", "years-to")
    for number, row in enumerate(rows(data, "basis")):
        yield from _period(("basis", number), row, "in-force-from", "in-force-to")
    for number, row in enumerate(rows(data, "element")):
        yield from _period(("element", number), row, "years-from", "years-to")
        yield from _duty(("element", number), row, basis)
    for number, row in enumerate(rows(data, "rule")):
        for place, term in enumerate(rows(row, "term")):
            path = ("rule", number, "term", place)
            yield from _period(path, term, "years-from", "years-to")
            yield from _term(path, term, book)


def notes(data: Any) -> Iterator[Complaint]:
    """What is allowed but should not stay so; all of level 提示."""
    groups = table(data, "checklist").get("groups")
    basis = {row["id"]: row for row in rows(data, "basis") if isinstance(row.get("id"), str)}
    for number, row in enumerate(rows(data, "element")):
        path, name = ("element", number), row.get("id", "")
        if not row.get("basis"):
            yield Complaint(path, f"要素“{name}”没有写依据（basis）", level="提示")
        yield from _expired(path, row, basis)
        if not row.get("example"):
            yield Complaint(path, f"要素“{name}”没有例子（[[element.example]]）", level="提示")
        if isinstance(groups, list) and groups and row.get("group") not in groups:
            message = f"要素“{name}”的组“{row.get('group', '')}”不在 groups 里，会排在最后"
            yield Complaint((*path, "group"), message, None, 0, "提示")
        for place, example in enumerate(rows(row, "example")):
            if "expect" not in example:
                yield Complaint((*path, "example", place), "要素的例子没有写应得的结果（expect）", level="提示")
    for number, row in enumerate(rows(data, "rule")):
        yield from _expectations(("rule", number), row)
        for place, term in enumerate(rows(row, "term")):
            yield from _expectations(("rule", number, "term", place), term)


def _expired(path: Keys, row: dict[str, Any], basis: dict[str, dict[str, Any]]) -> Iterator[Complaint]:
    """An element all of whose sources end, and which goes on all the same."""
    names = row.get("basis")
    ends = [basis.get(name, {}).get("in-force-to") for name in names] if isinstance(names, list) else []
    days = [end for end in ends if isinstance(end, str)]
    if not days or len(days) < len(ends):
        return
    last, to = max(days), row.get("years-to")
    if not isinstance(to, int) or str(to) > last[:4]:
        message = f"依据在 {last} 失效，要素“{row.get('id', '')}”却还在用：请换上现行依据，或者写 years-to = {last[:4]}"
        yield Complaint((*path, "basis"), message, None, 0, "提示")


def _expectations(path: Keys, row: dict[str, Any]) -> Iterator[Complaint]:
    for place, example in enumerate(rows(row, "example")):
        if not example.get("finds") and not example.get("clean"):
            yield Complaint(
                (*path, "example", place), "规则的例子没有写应找到什么（finds 或 clean = true）", level="提示"
            )


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

"""What is allowed in a checklist but should not stay so: what an element, a rule or a source still lacks, and what has
no effect. All of level 提示."""

import re
from collections.abc import Iterator
from typing import Any

from lint.checklist.extend import Layer
from lint.checklist.faults.complaints import Complaint
from lint.checklist.faults.names import rows, table
from lint.checklist.positions import Path as Keys

# what a rule of a kind finds things by; without it the rule finds nothing
_FINDS_BY = {
    "wording": ("patterns",),
    "term": ("term", "titles"),
    "heading-promise": ("promise",),
    "anachronism": ("event",),
}
_SIGNS = re.compile(r"[…(（|｜{｛#＃^＾$＄?？\\\\]")
_WHOLE = ("kind", "title", "severity")  # keys of a row that is not just a change of an inherited one


def notes(layer: Layer) -> Iterator[Complaint]:
    """The notes on a merged checklist."""
    data = layer.data
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
            here = (*path, "example", place)
            if "expect" not in example:
                yield Complaint(here, "要素的例子没有写应得的结果（expect）", level="提示")
            for key in ("finds", "clean"):
                if key in example:
                    yield Complaint((*here, key), f"{key} 是规则的例子用的，要素的例子写 expect", level="提示")
    for number, row in enumerate(rows(data, "rule")):
        yield from _rule(("rule", number), row)
        yield from _expectations(("rule", number), row)
        for place, term in enumerate(rows(row, "term")):
            yield from _expectations(("rule", number, "term", place), term)
    for number, row in enumerate(rows(data, "basis")):
        yield from _source(("basis", number), row)
    yield from _silent_changes(layer)


def _rule(path: Keys, row: dict[str, Any]) -> Iterator[Complaint]:
    kind, name = str(row.get("kind", "")), row.get("id", "")
    keys = _FINDS_BY.get(kind, ())
    if not keys:
        return
    if not any(row.get(key) for key in keys):
        yield Complaint(path, f"规则“{name}”没有写 {'、'.join(keys)}，什么也查不到", level="提示")
    elif not row.get("example") and not _plain_terms(row):
        yield Complaint(
            path, f"规则“{name}”没有例子（[[rule.example]]）：各写一个该找到的、一个不该找到的", level="提示"
        )


def _plain_terms(row: dict[str, Any]) -> bool:
    """Whether all that a rule finds are words as they stand, or terms with examples of their own: these show already
    what is found."""
    terms = rows(row, "term")
    wrong = [form for term in terms if not term.get("example") for form in _list(term.get("wrong"))]
    return bool(terms) and not any(isinstance(form, str) and _SIGNS.search(form) for form in wrong)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _source(path: Keys, row: dict[str, Any]) -> Iterator[Complaint]:
    name = row.get("id", "")
    if not row.get("wording") and not row.get("paraphrase") and row.get("rank") != "惯例":  # which no text tells
        message = f"依据“{name}”没有写内容：见过原文的写 wording（原文），没有见过的写 paraphrase（大意）"
        yield Complaint(path, message, level="提示")
    elif row.get("wording") and row.get("paraphrase"):
        message = f"依据“{name}”的 wording（原文）和 paraphrase（大意）只写一个：有原文就不用写大意"
        yield Complaint((*path, "paraphrase"), message, level="提示")


def _silent_changes(layer: Layer) -> Iterator[Complaint]:
    """Whole rows that by their id change an inherited one, which their author may not know."""
    own = layer.files[0]
    for key in ("element", "rule"):
        mine = {row["id"]: row for row in rows(own.data, key) if isinstance(row.get("id"), str)}
        for number, row in enumerate(rows(layer.data, key)):
            written = mine.get(str(row.get("id")), {})
            if all(name in written for name in _WHOLE) and layer.place((key, number))[0] is own:
                kept = [name for name in row if layer.place((key, number, name))[0] is not own]
                if kept:
                    message = f"继承来的清单里也有 id“{row['id']}”：没有写的 {'、'.join(kept)} 沿用继承来的"
                    message += "；要另立一条，请换一个 id"
                    yield Complaint((key, number, "id"), message, None, 0, "提示")


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
        here = (*path, "example", place)
        if example.get("finds") and example.get("clean"):
            yield Complaint((*here, "clean"), "写了 finds，clean = true 就不起作用，请删去一个", level="提示")
        if "expect" in example:
            message = "expect 是要素的例子用的，规则的例子写 finds（应找到的原文）或 clean = true（什么也不该找到）"
            yield Complaint((*here, "expect"), message, level="提示")
        if not example.get("finds") and not example.get("clean"):
            yield Complaint(
                (*path, "example", place), "规则的例子没有写应找到什么（finds 或 clean = true）", level="提示"
            )

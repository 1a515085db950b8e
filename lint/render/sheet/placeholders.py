"""Filling a Word template: {{单位}} for a value, {{#项}} … {{/项}} for what is repeated, {{^项}} … {{/项}} for what
stands there when nothing is.

A section repeats the smallest whole thing that holds both its marks: a paragraph, table rows, paragraphs and tables in
a row; a paragraph that holds nothing but a mark goes. There is no other language in a template, so nothing in one can
be executed, and a value is never looked at for placeholders.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from typing import TypeAlias

from lxml import etree

from lint.render.sheet.runs import TBL, TC, TR, P, R, T, join, split_run, text_runs

Drawn: TypeAlias = Callable[[etree._Element], list[etree._Element]]  # the run it stands in → what stands there instead
Scope: TypeAlias = Mapping[str, "str | Drawn | Sequence[Scope]"]

_MARK = re.compile(r"[{｛]{2}\s*([#^/＃＾／]?)\s*([^{}｛｝]*?)\s*[}｝]{2}")
_BRACES = re.compile(r"[{｛]{2}|[}｝]{2}")
_OPEN, _CLOSE = ("#", "^"), "/"
_WIDE = str.maketrans("＃＾／", "#^/")
_WHERE = "qingdan-where"  # an attribute, only while filling
_MOST = 10_000  # paragraphs of a filled template


class BadTemplate(Exception):
    """A template cannot be filled; the message says where in it and what to do."""


def fill(root: etree._Element, scope: Scope, names: Iterable[str]) -> int:
    """Fill a part of a Word file in place; how many paragraphs had placeholders. `names` are all that a template may
    use. Raises BadTemplate."""
    known = set(names)
    found = 0
    for paragraph in root.iter(P):
        join(paragraph, _MARK)
        if marks := _MARK.findall(_text(paragraph)):
            found += 1
            paragraph.set(_WHERE, _place(paragraph))
            for _, name in marks:
                if name not in known:
                    raise BadTemplate(f"{paragraph.get(_WHERE)}：不认识“{{{{{name}}}}}”。{_nearest(name, known)}")
        if _BRACES.search(_MARK.sub("", _text(paragraph))):
            raise BadTemplate(f"{_place(paragraph)}：“{{{{”和“}}}}”没有成对，请补齐或者删去。")
    _expand(root, [scope], [_MOST])
    for paragraph in root.iter(P):
        paragraph.attrib.pop(_WHERE, "")
    return found


def _expand(container: etree._Element, scopes: list[Scope], left: list[int]) -> None:
    """Fill the children of an element; sections among them are repeated."""
    children = list(container)
    at = 0
    while at < len(children):
        child = children[at]
        opened = _first_section(child)
        if opened is None:
            if child.tag == P:
                left[0] -= 1
                if left[0] < 0:
                    raise BadTemplate("填写后的内容过多，请检查重复的部分是否套得太多。")
                _replace(child, scopes)
            else:
                _expand(child, scopes, left)
            at += 1
            continue
        last = _last_of(children, at, opened)
        _repeat(container, children[at : last + 1], opened, scopes, left)
        at = last + 1


def _repeat(
    container: etree._Element,
    group: list[etree._Element],
    opened: tuple[str, str],
    scopes: list[Scope],
    left: list[int],
) -> None:
    """Put copies of the group, one for each item of its section, in its place."""
    sign, name = opened
    value = _look_up(name, scopes, group[0])
    if isinstance(value, str) or callable(value):
        raise BadTemplate(f"{_said_where(group[0])}：“{name}”只有一个值，请把“{{{{#{name}}}}}”改为“{{{{{name}}}}}”。")
    items: Sequence[Scope] = value if sign == "#" else ([] if value else [{}])
    spot = container.index(group[0])
    for element in group:
        container.remove(element)
    _strip(group, name)
    group = [element for element in group if element.tag != P or element.get(_WHERE) is None or _content(element)]
    for item in items:
        copies = etree.Element(container.tag)
        copies.extend(deepcopy(element) for element in group)
        _expand(copies, [*scopes, item], left)
        for copy in list(copies):
            container.insert(spot, copy)
            spot += 1
    if container.tag == TC and container[-1].tag != P:
        etree.SubElement(container, P)  # a cell ends with a paragraph


def _first_section(child: etree._Element) -> tuple[str, str] | None:
    """The first section that is to be repeated at the level of this child, not inside it: one that does not end in it,
    or that it is the smallest whole thing of."""
    opened: list[tuple[str, str, etree._Element]] = []
    for paragraph in child.iter(P):
        for sign, name in _marks(paragraph):
            if sign in _OPEN:
                opened.append((sign, name, _part(paragraph, child)))
            elif sign == _CLOSE:
                if not opened or opened[-1][1] != name:
                    raise BadTemplate(f"{_said_where(paragraph)}：“{{{{/{name}}}}}”前面没有对应的“{{{{#{name}}}}}”。")
                begun, _, part = opened.pop()
                across = child.tag == TR and part is not _part(paragraph, child)
                if not opened and (child.tag == P or across):
                    return begun, name
    return opened[0][:2] if opened else None


def _part(paragraph: etree._Element, child: etree._Element) -> etree._Element:
    """The part of `child` that the paragraph lies in: of a row its cell."""
    found = paragraph
    while (parent := found.getparent()) is not None and found is not child and parent is not child:
        found = parent
    return found


def _last_of(children: list[etree._Element], at: int, opened: tuple[str, str]) -> int:
    """The index of the child in which the section closes that opens in `children[at]`."""
    depth, begun = 0, False
    for index in range(at, len(children)):
        for paragraph in children[index].iter(P):
            for sign, name in _marks(paragraph):
                if not begun and (sign, name) != opened:
                    continue
                begun = True
                depth += 1 if sign in _OPEN else -1 if sign == _CLOSE else 0
                if depth == 0 and sign == _CLOSE:
                    return index
    raise BadTemplate(
        f"{_said_where(children[at])}：“{{{{{opened[0]}{opened[1]}}}}}”没有结束，请在后面写“{{{{/{opened[1]}}}}}”；"
        "表格里的，开头和结尾都要写在表格里。"
    )


def _strip(group: list[etree._Element], name: str) -> None:
    """Take out the marks of the group's own section: its first opening and its last closing."""
    found = [
        (node, mark)
        for element in group
        for node in element.iter(T)
        for mark in _MARK.finditer(node.text or "")
        if mark[2] == name
    ]
    closing = next(pair for pair in reversed(found) if _sign(pair[1]) == _CLOSE)
    opening = next(pair for pair in found if _sign(pair[1]) in _OPEN)
    for node, mark in (closing, opening):  # the later one first: the earlier may stand in the same text
        text = node.text or ""
        node.text = text[: mark.start()] + text[mark.end() :]
        paragraph = next(node.iterancestors(P))
        cell = paragraph.getparent()
        if cell is not None and cell.tag == TC and not _content(paragraph) and len(cell.findall(P)) > 1:
            cell.remove(paragraph)


def _replace(paragraph: etree._Element, scopes: list[Scope]) -> None:
    """Put values in the place of a paragraph's placeholders."""
    if paragraph.get(_WHERE) is None:
        return
    for node in list(paragraph.iter(T)):
        text = node.text or ""
        run = node.getparent()
        if run is None or run.tag != R or not (marks := list(_MARK.finditer(text))):
            continue
        pieces: list[etree._Element] = []
        at = 0
        for mark in marks:
            pieces += text_runs(run, text[at : mark.start()])
            value = _look_up(mark[2], scopes, paragraph)
            if callable(value):
                pieces += value(run)
            elif isinstance(value, str):
                pieces += text_runs(run, value)
            else:
                many = f"{{{{#{mark[2]}}}}}…{{{{/{mark[2]}}}}}"
                raise BadTemplate(f"{_said_where(paragraph)}：“{mark[2]}”有多项，请写成“{many}”。")
            at = mark.end()
        pieces += text_runs(run, text[at:])
        split_run(run, node, pieces)


def _look_up(name: str, scopes: list[Scope], at: etree._Element) -> "str | Drawn | Sequence[Scope]":
    for scope in reversed(scopes):
        if name in scope:
            return scope[name]
    raise BadTemplate(f"{_said_where(at)}：“{{{{{name}}}}}”写在了它所属的重复部分之外，请移到里面去。")


def _marks(paragraph: etree._Element) -> list[tuple[str, str]]:
    if paragraph.get(_WHERE) is None:
        return []
    return [(_sign(mark), mark[2]) for mark in _MARK.finditer(_text(paragraph))]


def _sign(mark: re.Match[str]) -> str:
    return mark[1].translate(_WIDE)


def _text(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(T))


def _content(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds anything but its format."""
    return bool(_text(paragraph).strip()) or any(
        etree.QName(node).localname in ("drawing", "pict", "object", "br", "sdt", "fldChar")
        for node in paragraph.iter()
    )


def _said_where(element: etree._Element) -> str:
    return next((found.get(_WHERE, "") for found in element.iter(P) if found.get(_WHERE)), "模板里")


def _place(paragraph: etree._Element) -> str:
    """Where a paragraph stands in its part: 第2个表格第3行, 第5段."""
    row = next(paragraph.iterancestors(TR), None)
    top = paragraph.getroottree().getroot()
    if row is not None and (table := row.getparent()) is not None:
        rows = [element for element in table if element.tag == TR]
        tables = list(top.iter(TBL))
        if row in rows and table in tables:
            return f"第{tables.index(table) + 1}个表格第{rows.index(row) + 1}行"
    paragraphs = [found for found in top.iter(P) if next(found.iterancestors(TBL), None) is None]
    return f"第{paragraphs.index(paragraph) + 1}段" if paragraph in paragraphs else "模板里"


def _nearest(name: str, known: set[str]) -> str:
    close = difflib.get_close_matches(name, sorted(known), n=5, cutoff=0.4)
    close.sort(key=lambda other: other[:1] != name[:1])  # 单为 is rather 单位 than 清单
    return f"是不是“{{{{{close[0]}}}}}”？" if close else f"可以写的有：{'、'.join(sorted(known))}。"

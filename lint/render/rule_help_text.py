"""Explanations of elements and rules, as text for the terminal and as Markdown."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from lint.render.console import safe
from lint.render.markdown_text import inline
from lint.render.rule_help import Entry, Shown, Source
from lint.render.words import SEVERITY_WORD

_FEW = 3  # examples of one label
_TERMS = 8


def text(entries: Sequence[Entry], *, whole: bool = False) -> str:
    """All for the terminal; of many examples and terms the first few, unless the whole is wanted."""
    return "\n".join("".join(f"{line}\n" for line in _text(entry, whole)) for entry in entries)


def markdown(entries: Sequence[Entry], *, whole: bool = False) -> str:
    """All as Markdown."""
    return "\n".join("".join(f"{line}\n" for line in _markdown(entry, whole)) for entry in entries)


def _text(entry: Entry, whole: bool) -> Iterator[str]:
    yield f"■ {safe(entry['id'])} {safe(entry['title'])}"
    yield f"  {_kind(entry, safe)}"
    yield f"  {_asks(entry)}"
    yield from (f"    {safe(said)}" for said in (*entry["requires"], *entry["conditions"]))
    if entry["question"]:
        yield f"    判断不了时请人核对：{safe(entry['question'])}"
    if entry["basis"]:
        yield "  依据"
        yield from (f"    {safe(said)}" for source in entry["basis"] for said in _source(source))
    for line in _terms(entry, whole, safe):
        yield f"  {line}" if line == _TERMS_HEAD else f"    {line}"
    for label, shown, left in _groups(entry, whole):
        yield f"  {label}"
        for example in shown:
            first, *others = [safe(line) for line in example["text"].split("\n")]
            yield f"    · {first}"
            yield from (f"      {line}" for line in others)
            if remark := _remark(example):
                yield f"      {safe(remark)}"
        if left:
            yield f"    （另有 {left} 个例子，加 --all 全部列出）"
    if entry["remedy"]:
        yield f"  {_mend(entry)}"
        yield f"    {safe(entry['remedy']['text'])}"
        if entry["remedy"]["sample"]:
            yield f"    参考写法：{_wide(entry['remedy']['sample'])}"


def _markdown(entry: Entry, whole: bool) -> Iterator[str]:
    yield f"## {inline(entry['id'])} {inline(entry['title'])}"
    yield ""
    yield _kind(entry, inline)
    yield from _part(_asks(entry), (*entry["requires"], *entry["conditions"]))
    if entry["question"]:
        yield f"- 判断不了时请人核对：{inline(entry['question'])}"
    yield from _part("依据", [said for source in entry["basis"] for said in _source(source)])
    head, *terms = [*_terms(entry, whole, inline)] or [""]
    if terms:
        yield from ("", f"### {head}", "", *(f"- {line}" for line in terms))
    for label, shown, left in _groups(entry, whole):
        yield from ("", f"### {label}", "")
        for example in shown:
            lines = [inline(line) for line in example["text"].split("\n")]
            if remark := _remark(example):
                lines.append(inline(remark))
            yield f"- {lines[0]}" + "".join(f"  \n  {line}" for line in lines[1:])
        if left:
            yield from ("", f"另有 {left} 个例子。")
    if entry["remedy"]:
        sample = entry["remedy"]["sample"]
        yield from _part(_mend(entry), [entry["remedy"]["text"], *([f"参考写法：{sample}"] if sample else [])])


def _asks(entry: Entry) -> str:
    return "意思" if entry["type"] == "own" else "要求"


def _mend(entry: Entry) -> str:
    return "怎样办" if entry["type"] == "own" else "怎样补"


def _part(title: str, said: Sequence[str]) -> Iterator[str]:
    if said:
        yield from ("", f"### {title}", "", *(f"- {inline(line)}" for line in said))


def _kind(entry: Entry, clean: Callable[[str], str]) -> str:
    severity = SEVERITY_WORD[entry["severity"]]
    if entry["type"] == "own":
        return clean(f"本工具自己的提示，不属于哪份清单；{severity}")
    what = f"要素（{entry['group']}）" if entry["type"] == "element" else "文字规则"
    when = "缺失时为" if entry["type"] == "element" else ""
    off = "；平时不查" if entry["off"] else ""
    first, *others = entry["checklists"]
    where = f"{first['title']}（{first['id']} {first['version']}）"
    if others:
        where = "、".join(owner["id"] for owner in entry["checklists"])
    return clean(f"{what}；{when}{severity}{off}；清单：{where}")


def _source(source: Source) -> Iterator[str]:
    until = f"（{source['in_force_to']} 失效）" if source["in_force_to"] else ""
    rank = "" if source["cite"].startswith(source["rank"]) else f"{source['rank']}："
    yield f"{rank}{source['cite']}{until}"
    if source["street"]:
        yield f"对街道办事处：{source['street']}"


_TERMS_HEAD = "规范的写法"


def _terms(entry: Entry, whole: bool, clean: Callable[[str], str]) -> Iterator[str]:
    """A head and a line each; nothing where there are none."""
    terms = entry["terms"]
    if not terms:
        return
    yield _TERMS_HEAD
    shown = terms if whole else terms[:_TERMS]
    for term in shown:
        yield clean(f"{term['right']}" + (f"：{term['note']}" if term["note"] else ""))
    if left := len(terms) - len(shown):
        yield f"（另有 {left} 条，加 --all 全部列出）"


def _groups(entry: Entry, whole: bool) -> Iterator[tuple[str, list[Shown], int]]:
    """The examples by what they show: a label, those to be shown, how many are left. What the tool cannot judge yet
    comes after what it can."""
    for label, group in groupby(entry["examples"], key=lambda one: one["label"]):
        found = sorted(group, key=lambda one: one["known_gap"])
        shown = found if whole else found[:_FEW]
        yield label, shown, len(found) - len(shown)


def _remark(example: Shown) -> str:
    said = []
    if example["role"]:
        said.append(f"写在“{example['role']}”部分")
    if example["issuer_kind"]:
        said.append(f"发文机关是{example['issuer_kind']}")
    if example["year"]:
        said.append(f"{example['year']}年度的报告")
    if example["finds"]:
        said.append("提示的是" + "、".join(f"“{found}”" for found in example["finds"]))
    if example["known_gap"]:
        said.append("程序目前还做不到")
    return f"（{'；'.join(said)}）" if said else ""


def _wide(sample: str) -> str:
    """A sample on one line, its blanks as wide as they are."""
    return "　".join(safe(piece) for piece in sample.split("　"))

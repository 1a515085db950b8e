"""A checklist as a guide to read, without any report: what is asked, on what basis, what counts, how to write it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from lint.checklist.checklist import Checklist
from lint.checklist.model import Basis, Example, TermRule
from lint.record.basis import cite
from lint.record.build import TOOL
from lint.render.markdown_text import inline, table
from lint.render.security import content_policy, css_string
from lint.render.templates import render, text_of
from lint.render.words import LEGEND, SEVERITY_WORD, STANDING_WORD, STATUS_SIGN, STATUS_WORD, neutral, shorten

MARKDOWN_MARK = "<!-- 由 qingdan checklist docs 生成 -->"
"""Begins every guide in Markdown: by it a file is known as one that may be written anew."""
_MOST = 4  # examples of one status
_LONG = 110  # characters of an example
_SHOWN = ("met", "thin", "absent")


@dataclass(frozen=True)
class Said:
    """Examples of one status of an element."""

    sign: str
    word: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """One element: `bases` are sentences ready to be shown, `counts` what counts and what does not."""

    id: str
    title: str
    severity: str
    met: str
    thin: str
    absent: str
    bases: tuple[str, ...]
    counts: tuple[Said, ...]
    remedy: str
    sample: str
    limits: str
    question: str


@dataclass(frozen=True)
class Group:
    title: str
    elements: tuple[Asked, ...]


@dataclass(frozen=True)
class Text:
    """One text rule; `terms` are right forms with their wrong ones."""

    id: str
    title: str
    severity: str
    bases: tuple[str, ...]
    finds: tuple[str, ...]
    clean: tuple[str, ...]
    terms: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Guide:
    title: str
    version: str
    scope: str
    inherited: tuple[str, ...]
    sha256: str
    parts: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    rules: tuple[Text, ...]
    sources: tuple[str, ...]
    limits: tuple[str, ...]
    legend: tuple[tuple[str, str, str], ...]

    @property
    def elements(self) -> int:
        return sum(len(group.elements) for group in self.groups)


def guide_html(checklist: Checklist) -> str:
    """One HTML file that needs nothing else and prints on A4."""
    style = text_of("guide.css")
    guide = _guide(checklist)
    head = f"@page{{@top-right{{content:{css_string(neutral(guide.title)[:40])}}}}}"
    return render(
        "guide.html.j2",
        guide=guide,
        tool=f"{TOOL['name']} {TOOL['version']}",
        style=Markup(style),
        running_head=Markup(head),
        policy=content_policy((style, head), ()),
    )


def guide_markdown(checklist: Checklist) -> str:
    """The same as Markdown."""
    return "\n".join((MARKDOWN_MARK, *_markdown(_guide(checklist)))) + "\n"


def _guide(checklist: Checklist) -> Guide:
    identity = checklist.identity
    names = list(identity.groups)
    names += [e.group for e in checklist.file.element if e.group not in names]
    groups = [(name, [e for e in checklist.file.element if e.group == name]) for name in dict.fromkeys(names)]
    used = {ident for owner in (*checklist.file.element, *checklist.file.rule) for ident in owner.basis}
    return Guide(
        title=identity.title,
        version=identity.version,
        scope=_scope(checklist),
        inherited=tuple(f"{one.id}（{one.version}，{one.sha256[:12]}）" for one in checklist.inherited),
        sha256=checklist.sha256,
        parts=tuple((role.title, STANDING_WORD[role.standing]) for role in checklist.file.roles.values()),
        groups=tuple(Group(name, tuple(_asked(e, checklist) for e in rows)) for name, rows in groups if rows),
        rules=tuple(_rule(rule, checklist) for rule in checklist.file.rule if not rule.off),
        sources=tuple(_source(one) for one in checklist.file.basis if one.id in used),
        limits=identity.limits,
        legend=tuple((STATUS_SIGN[status], STATUS_WORD[status], LEGEND[status]) for status in LEGEND),
    )


def _scope(checklist: Checklist) -> str:
    identity = checklist.identity
    whom = "、".join(identity.kinds) or "各级机关"
    since = f"，{identity.years_from}年度起" if identity.years_from else ""
    until = f"，到{identity.years_to}年度止" if identity.years_to else ""
    return f"{whom}{since}{until}"


def _asked(element: Any, checklist: Checklist) -> Asked:
    counts = [Said(STATUS_SIGN[s], STATUS_WORD[s], _texts(element.example, s)) for s in _SHOWN]
    whom = [f"只适用于{'、'.join(element.kinds)}"] if element.kinds else []
    if element.years_from or element.years_to:
        since, until = element.years_from, element.years_to
        whom.append(f"{f'{since}年度起' if since else ''}{f'到{until}年度止' if until else ''}适用")
    if element.na_reason:
        whom.append(f"不适用：{element.na_reason}")
    return Asked(
        element.id,
        element.title,
        SEVERITY_WORD[element.severity],
        element.met,
        element.thin,
        element.absent,
        _bases(element.basis, checklist),
        tuple(said for said in counts if said.texts),
        element.remedy.text,
        element.remedy.sample,
        "；".join(whom),
        element.question,
    )


def _rule(rule: Any, checklist: Checklist) -> Text:
    examples = list(rule.example)
    terms: tuple[tuple[str, str, str], ...] = ()
    if isinstance(rule, TermRule):
        terms = tuple((term.right, "、".join(term.wrong), term.note) for term in rule.term)
    found = [_short(one.text) for one in examples if one.finds and not one.known_gap]
    clean = [_short(one.text) for one in examples if one.clean and not one.known_gap]
    return Text(
        rule.id,
        rule.title,
        SEVERITY_WORD[rule.severity],
        _bases(rule.basis, checklist),
        tuple(found[:_MOST]),
        tuple(clean[:_MOST]),
        terms,
    )


def _bases(ids: Iterable[str], checklist: Checklist) -> tuple[str, ...]:
    return tuple(_source(checklist.basis[ident], force=False) for ident in ids)


def _source(basis: Basis, *, force: bool = True) -> str:
    said = cite(basis, basis.by_reference, None)
    if not force:
        return said
    since = f"{basis.in_force_from}起施行" if basis.in_force_from else ""
    until = f"{basis.in_force_to}失效" if basis.in_force_to else ""
    times = "，".join(filter(None, (since, until)))
    return f"〔{basis.rank}〕{said}" + (f"（{times}）" if times else "")


def _texts(examples: Iterable[Example], status: str) -> tuple[str, ...]:
    """The plainest examples first: single sentences, then what a whole report says."""
    fitting = [one for one in examples if one.expect == status and not one.known_gap]
    short = [one.text for one in fitting if "\n" not in one.text.strip()]
    return tuple(_short(text) for text in short[:_MOST])


def _short(text: str) -> str:
    return shorten(" ".join(text.split()), _LONG)


def _markdown(guide: Guide) -> Iterable[str]:
    yield f"# {inline(guide.title)}\n"
    counted = f"要素 {guide.elements} 项，文字规则 {len(guide.rules)} 条"
    yield f"版本 {inline(guide.version)}，适用于{inline(guide.scope)}；{counted}。"
    if guide.inherited:
        yield f"继承 {inline('、'.join(guide.inherited))}。"
    yield "\n## 怎样判断\n"
    yield from (f"- {sign} **{word}** {meaning}" for sign, word, meaning in guide.legend)
    if guide.parts:
        yield "\n报告的各部分：" + "；".join(f"{inline(t)}（本来的立意：{s}）" for t, s in guide.parts) + "。"
    for group in guide.groups:
        yield f"\n## {inline(group.title)}"
        for one in group.elements:
            yield f"\n### {inline(one.id)} {inline(one.title)}（缺失：{one.severity}）\n"
            yield from (f"- 依据：{inline(base)}" for base in one.bases)
            yield f"- 满足：{inline(one.met)}；不充分：{inline(one.thin)}；缺失：{inline(one.absent)}"
            if one.limits:
                yield f"- {inline(one.limits)}"
            if one.question:
                yield f"- 请人核对：{inline(one.question)}"
            for said in one.counts:
                yield f"- {said.sign} {said.word}，例如："
                yield from (f"  - {inline(text)}" for text in said.texts)
            yield f"- 写什么：{inline(one.remedy)}"
            if one.sample:
                yield f"\n> {inline(one.sample)}"
    yield "\n## 文字规则"
    for rule in guide.rules:
        yield f"\n### {inline(rule.title)}（{rule.severity}，{inline(rule.id)}）\n"
        yield from (f"- 依据：{inline(base)}" for base in rule.bases)
        yield from (f"- 会提出：{inline(text)}" for text in rule.finds)
        yield from (f"- 不会提出：{inline(text)}" for text in rule.clean)
        if rule.terms:
            rows = [(inline(right), inline(wrong), inline(note)) for right, wrong, note in rule.terms]
            yield "\n" + table(("规范写法", "误写", "说明"), rows).rstrip("\n")
    yield "\n## 依据\n"
    yield from (f"- {inline(source)}" for source in guide.sources)
    if guide.limits:
        yield "\n## 不检查什么\n"
        yield from (f"- {inline(limit)}" for limit in guide.limits)

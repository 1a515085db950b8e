"""One element or rule of a checklist explained: what it asks, why, how it reads right and wrong."""

from collections.abc import Iterator
from typing import Literal, TypedDict

from lint.checklist.checklist import Checklist
from lint.checklist.model import Basis, Element, Example, Rule, Term
from lint.checklist.plugins import ElementSpec
from lint.record import shape
from lint.record.basis import cite
from lint.record.terms import STATUS_WORD

Shows = Literal["met", "thin", "absent", "na", "review", "finds", "clean"]

ORDER: tuple[Shows, ...] = ("met", "clean", "thin", "absent", "finds", "review", "na")
"""What examples show, the good ones first."""

LABEL: dict[Shows, str] = {
    "met": "这样写算满足",
    "clean": "这样写没有问题",
    "thin": "这样写不充分",
    "absent": "这样写算没有写",
    "finds": "这样写会提示",
    "review": "这样写要请人核对",
    "na": "这样写不适用",
}

_RULES = {
    "numbering": "层次序号前后相接，不重号、不跳号、不错级，同一层的样式和序号后的标点一致。",
    "heading-promise": "标题里写了的内容，这一部分的正文里都有。",
    "sums": "行文里的数据合得上：其中各项相加、百分比、人次与件数。",
    "year": "年度前后一致：标题、正文、下一年安排、落款；没有未改净的上年字样。",
    "issuer": "机关名称前后一致：没有别的乡镇的名字，乡镇与街道不混用，本级不写成上级。",
    "term": "名称和固定说法用规范的写法；书名号里的文件名称与正式名称一字不差。",
    "anachronism": "不提报告年度里还没有的法和会。",
    "residue": "没有文字处理软件、网页和页眉页脚留下的字样。",
    "repeated": "没有重复的词和句子。",
    "slips": "没有漏字的动词；修饰动词用“地”，不用“的”。",
    "punctuation": "标点用全角、成对、不误用。",
    "privacy": "不写不宜公开的个人信息：身份证号、手机号、银行账号、当事人姓名、住址。",
    "deadline": "在规定的期限以前成文和公开。",
    "wording": "没有不宜写在这类报告里的话。",
    "table": "表格里须有的行和列都有，格里是数，行与行、列与列之间合得上；只对能看出表格的格式。",
    "layout": "纸张、页边距、各级标题和正文的字体字号、行距、首行缩进、页码合乎格式；只对 Word 文件。",
}
"""What a rule of each kind asks, for readers; of others what the kind says of itself to authors."""


class Source(TypedDict):
    """A legal source as it holds in general: `cite` is a sentence ready to be shown, `street` what it is for a 街道."""

    id: str
    rank: str
    cite: str
    street: str | None
    in_force_from: str | None
    in_force_to: str | None


class Shown(TypedDict):
    """One example of the checklist. `shows` is what becomes of it, `label` the same for people; `finds` is what a rule
    finds in it; `role` is the part of the report it stands in. A known gap is judged otherwise for the time being."""

    shows: Shows
    label: str
    good: bool
    text: str
    finds: list[str]
    role: str | None
    year: int | None
    issuer_kind: str | None
    known_gap: bool


class Named(TypedDict):
    """One term of a rule on names: the right form, what is taken for a wrong one, and why."""

    right: str
    wrong: list[str]
    note: str | None


class Owner(TypedDict):
    """A checklist that has the entry, of its own or by what it extends."""

    id: str
    title: str
    version: str
    sha256: str


class Entry(TypedDict):
    """One element or rule, or what this tool says of its own accord ("own"). `requires` are sentences on what it asks;
    of an element those of its three conclusions. `off` says that it is not looked at unless a checklist or an option
    turns it on. `checklists` are all that have it just so; the first one names the parts of a report."""

    id: str
    title: str
    type: Literal["element", "rule", "own"]
    kind: str
    group: str | None
    severity: shape.Severity
    off: bool
    requires: list[str]
    conditions: list[str]
    question: str | None
    basis: list[Source]
    remedy: shape.Remedy | None
    terms: list[Named]
    examples: list[Shown]
    checklists: list[Owner]


def entry(checklist: Checklist, spec: Element | Rule) -> Entry:
    """The explanation of an element or rule of the checklist."""
    element = spec if isinstance(spec, ElementSpec) else None
    remedy: shape.Remedy | None = None
    if element is not None:
        remedy = {"text": element.remedy.text, "sample": element.remedy.sample}
    sources = (checklist.basis.get(ident) for ident in spec.basis)
    return {
        "id": spec.id,
        "title": spec.title,
        "type": "element" if element is not None else "rule",
        "kind": _kind(spec),
        "group": element.group if element is not None else None,
        "severity": spec.severity,
        "off": element is None and bool(getattr(spec, "off", False)),
        "requires": list(_asked(spec)),
        "conditions": list(_conditions(spec)),
        "question": (element.question or None) if element is not None else None,
        "basis": [_source(source) for source in sources if source],
        "remedy": remedy,
        "terms": [_named(term) for term in getattr(spec, "term", ())],
        "examples": _examples(checklist, spec),
        "checklists": [owner(checklist)],
    }


def owner(checklist: Checklist) -> Owner:
    """What a checklist is known by."""
    identity = checklist.identity
    return {"id": identity.id, "title": identity.title, "version": identity.version, "sha256": checklist.sha256}


def same(one: tuple[Checklist, Element | Rule], other: tuple[Checklist, Element | Rule]) -> bool:
    """Whether two checklists have an entry just so, its legal sources included."""
    sources = [[checklist.basis.get(ident) for ident in spec.basis] for checklist, spec in (one, other)]
    return one[1] == other[1] and sources[0] == sources[1]


def _kind(spec: Element | Rule) -> str:
    return str(spec.__struct_config__.tag)


def _asked(spec: Element | Rule) -> Iterator[str]:
    if isinstance(spec, ElementSpec):
        for status, said in (("met", spec.met), ("thin", spec.thin), ("absent", spec.absent)):
            yield f"{STATUS_WORD[status]}：{_ended(said)}"
        return
    yield _RULES.get(_kind(spec)) or _ended(
        " ".join((type(spec).__doc__ or spec.title).strip().split("\n\n")[0].split())
    )
    for promise in getattr(spec, "promise", ()):
        yield f"标题写了“{promise.label}”，正文里须有。"


def _conditions(spec: Element | Rule) -> Iterator[str]:
    since, until = getattr(spec, "years_from", None), getattr(spec, "years_to", None)
    if since or until:
        yield f"只查{since or '以往各'}{f'至{until}' if until else ''}年度{'' if until else '起'}的报告。"
    if kinds := getattr(spec, "kinds", ()):
        yield f"只对{'、'.join(kinds)}适用。"
    for reason in ("na_reason", "posts_reason"):
        if said := getattr(spec, reason, ""):
            yield f"不适用的情形：{_ended(said)}"


def _source(source: Basis) -> Source:
    note = f"直接适用于{'、'.join(source.kinds)}" if source.kinds and not source.by_reference else None
    return {
        "id": source.id,
        "rank": source.rank,
        "cite": cite(source, source.by_reference, note),
        "street": source.street_note or None,
        "in_force_from": source.in_force_from,
        "in_force_to": source.in_force_to,
    }


def _named(term: Term) -> Named:
    return {"right": term.right, "wrong": list(term.wrong), "note": term.note or None}


def _examples(checklist: Checklist, spec: Element | Rule) -> list[Shown]:
    """All of them, by what they show; those that show the same in the order of the checklist."""
    own = [*spec.example, *(example for term in getattr(spec, "term", ()) for example in term.example)]
    roles = {name: role.title for name, role in checklist.file.roles.items()}
    shown = [_shown(example, roles) for example in own if _shows(example)]
    return sorted(shown, key=lambda one: ORDER.index(one["shows"]))


def _shows(example: Example) -> Shows | None:
    return example.expect or ("finds" if example.finds else "clean" if example.clean else None)


def _shown(example: Example, roles: dict[str, str]) -> Shown:
    shows = _shows(example) or "clean"
    return {
        "shows": shows,
        "label": LABEL[shows],
        "good": shows in ("met", "clean"),
        "text": example.text.strip("\n"),
        "finds": list(example.finds),
        "role": roles.get(example.role, example.role) if example.role else None,
        "year": example.year,
        "issuer_kind": example.kind,
        "known_gap": example.known_gap,
    }


def _ended(said: str) -> str:
    return said if said.endswith(("。", "！", "？")) else f"{said}。"

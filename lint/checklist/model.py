"""The typed model of a checklist file; the JSON Schema beside the checklists is made from it.

Patterns are strings here (phrase patterns, or regular expressions where the key says so); `lint.patterns` compiles
them. Every docstring and `description` is for authors of checklists and goes into the schema.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

Severity = Literal["error", "warning", "hint"]
Rank = Literal["法律法规", "党内法规", "国家标准", "政策文件", "地方要求", "惯例"]
IssuerKind = Literal["乡", "镇", "街道", "县", "市", "区", "部门"]
Standing = Literal[
    "done", "planned", "lacking", "none", "cited", "announced", "topic", "required", "foreign", "past"
]
Phrase = Annotated[str, Meta(min_length=1, description="短语模式：普通文字；… 同句内间隔；(甲|乙)；{词表}；# 数字；\\ 转义")]
Phrases = tuple[Phrase, ...]
Ident = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", description="标识：字母、数字、-、_、.")]
Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="日期，写作 2019-04-15")]


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    pass


class Recognise(_Table, kw_only=True):
    """怎样认出这类报告：标题或正文开头匹配其一即可。"""

    title: Phrases = ()
    text: Phrases = ()
    not_title: Phrases = ()


class Identity(_Table, kw_only=True):
    """清单的身份。"""

    id: Ident
    title: str
    version: str
    extends: str | None = None
    abstract: bool = False  # 只供别的清单继承，不单独用来检查
    kinds: tuple[IssuerKind, ...] = ()
    years_from: int | None = None
    years_to: int | None = None
    recognise: Recognise = msgspec.field(default_factory=Recognise)
    subject: str = ""  # 报告的主题词，用在句子里
    limits: tuple[str, ...] = ()  # 本清单不检查什么，印在页脚
    remove: tuple[str, ...] = ()  # 不继承的要素或规则的 id
    groups: tuple[str, ...] = ()  # 要素分组的次序


class Basis(_Table, kw_only=True):
    """一条依据。wording 只写见过原文的条文；否则只写 paraphrase。"""

    id: Ident
    title: str
    rank: Rank
    number: str = ""
    article: str = ""
    wording: str = ""
    paraphrase: str = ""
    in_force_from: Date | None = None
    in_force_to: Date | None = None
    by_reference: bool = False  # 参照适用
    kinds: tuple[IssuerKind, ...] = ()  # 只对这些机关直接适用；空为全部
    street_note: str = ""  # 对街道办事处怎样说


class Role(_Table, kw_only=True):
    """报告某一部分的作用。"""

    title: str
    heading: Phrases = ()  # 标题里的话
    not_heading: Phrases = ()
    lead: Phrases = ()  # 没有标题时，句首的话
    standing: Standing = "done"
    under: tuple[str, ...] = ()  # 只在这些作用的部分里才可另立（空为任何地方）
    inner: bool = True  # 下级标题能否另得此作用
    keep: bool = False  # 为真时，下级标题不得另有作用（如“下一年安排”）


class Example(_Table, kw_only=True):
    """随清单携带的例子：text 是一句话或一份小报告。

    要素的例子写 expect（met/thin/absent/na/review/none…）；规则的例子写 finds（应当找到的原文）或 clean = true。
    """

    text: str
    role: str | None = None
    year: int | None = None
    expect: Literal["met", "thin", "absent", "na", "review"] | None = None
    finds: tuple[str, ...] = ()
    clean: bool = False
    known_gap: bool = False
    kind: IssuerKind | None = None


class Remedy(_Table, kw_only=True):
    """怎样补：text 说写什么，sample 是可以抄改的样段，空格写作〔　〕。"""

    text: str
    sample: str = ""


class _Element(_Table, kw_only=True):
    id: Ident
    title: str
    group: str
    severity: Severity
    met: str
    thin: str
    absent: str
    remedy: Remedy
    short: str = ""
    basis: tuple[Ident, ...] = ()
    question: str = ""
    na: Phrases = ()  # 报告自己这样说时，不适用
    na_reason: str = ""
    years_from: int | None = None
    years_to: int | None = None
    kinds: tuple[IssuerKind, ...] = ()
    example: tuple[Example, ...] = ()


class PhraseElement(_Element, tag_field="kind", tag="phrase", kw_only=True):
    """要素由正文里的行为认定。

    done 在报告年度实际做了即为满足；named 只点到名目即为不充分；none 是如实写明的“没有”；not 与 done 同在一句即不算；
    review 命中时请人核对。where 限定作用（空为报告年度的各部分）。
    """

    done: Phrases = ()
    named: Phrases = ()
    none: Phrases = ()
    not_: Phrases = msgspec.field(name="not", default=())
    review: Phrases = ()
    done_regex: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    within: Literal["clause", "sentence"] = "sentence"
    count: int = 1  # 至少几处不同的 done 才算满足
    keep: tuple[Standing, ...] = ()  # 哪些立意仍算做了（例如学习本身就是行为时写 topic）


class SectionElement(_Element, tag_field="kind", tag="section", kw_only=True):
    """要素是一个有内容的部分。chars 为满足所需的字数（标题不计），items 为所需的条数；passage 是不成专节时可认定的段落。"""

    role: str
    chars: int = 30
    items: int = 0
    item_chars: int = 0  # 至少有一条达到这个字数，否则不充分
    explicit: Phrases = ()  # 行内写明即可认定的话（例如“主要原因是”）
    passage: Phrases = ()
    passage_chars: int = 60
    named: Phrases = ()
    lacks: Phrases = ()  # 只有这种行内的话时，不充分
    standing: tuple[Standing, ...] = ()  # 内容须有这种立意的分句（空为不限）


class FrontElement(_Element, tag_field="kind", tag="front", kw_only=True):
    """要素是公文的格式部分。parts 为标题须有的成分；formula 为开头须有的话。"""

    part: Literal["title", "recipient", "opening", "signature", "date"]
    subject: Phrases = ()  # 标题里的事由
    genre: Phrases = ()  # 标题里的文种
    formula: Phrases = ()


class YearElement(_Element, tag_field="kind", tag="year", kw_only=True):
    """某一作用的部分写明的年度须是报告年度加 offset；relative 是只说“下一年”一类的话（不充分）。"""

    role: str
    offset: int = 1
    relative: Phrases = ()


class CountElement(_Element, tag_field="kind", tag="count", kw_only=True):
    """数得出的东西：measures 数某一作用部分的分条措施，figures 数报告年度各部分的数据。"""

    what: Literal["measures", "figures"]
    at_least: int
    thin_from: int = 1
    role: str | None = None


class ChainElement(_Element, tag_field="kind", tag="chain", kw_only=True):
    """每条不足是否都有原因、整改或安排：全有为满足，有的有为不充分，都没有为缺失。"""

    link: Literal["cause", "rectification", "plan"]


Element = PhraseElement | SectionElement | FrontElement | YearElement | CountElement | ChainElement


class _Rule(_Table, kw_only=True):
    id: Ident
    title: str
    severity: Severity
    basis: tuple[Ident, ...] = ()
    message: str = ""  # 代替规则自己的话；{…} 由各规则填
    example: tuple[Example, ...] = ()


class NumberingRule(_Rule, tag_field="kind", tag="numbering", kw_only=True):
    """层次序号：重号、跳号、错级、序号后的标点、序号样式混用。"""


class Promise(_Table, kw_only=True):
    """标题许诺：标题有 heading 时，本节正文须有 body 之一。"""

    heading: Phrases
    body: Phrases
    label: str


class PromiseRule(_Rule, tag_field="kind", tag="heading-promise", kw_only=True):
    """标题写了的内容，正文须有。"""

    promise: tuple[Promise, ...] = ()


class SumsRule(_Rule, tag_field="kind", tag="sums", kw_only=True):
    """行文里的数据须合得上：其中…、百分比、人次与件。"""


class YearRule(_Rule, tag_field="kind", tag="year", kw_only=True):
    """年度须前后一致：标题、正文、安排、落款；未改净的上年字样。"""

    plan_role: str = ""


class IssuerRule(_Rule, tag_field="kind", tag="issuer", kw_only=True):
    """机关名称须一致：别的乡镇的名字、乡镇街道混用、本级写成县级。"""

    level_words: Phrases = ()  # 本级工作误写成上级的话
    level_suggestion: str = ""


class Term(_Table, kw_only=True):
    """规范名称与误写。wrong 是误写（短语模式）；unless 同句出现即不算；只在 from–to 的报告年度检查。"""

    right: str
    wrong: Phrases
    unless: Phrases = ()
    within_title: bool | None = None  # 真：只查书名号内；假：只查书名号外
    years_from: int | None = None
    years_to: int | None = None
    severity: Severity | None = None
    note: str = ""
    fix: bool = False  # 误写可以原样换成 right
    example: tuple[Example, ...] = ()


class TermRule(_Rule, tag_field="kind", tag="term", kw_only=True):
    """规范名称。"""

    term: tuple[Term, ...] = ()


class Event(_Table, kw_only=True):
    """一部法、一次会，since 之前不可能已有；提到它的报告若在此前成文即有误。"""

    name: str
    pattern: Phrases
    since: Date
    unless: Phrases = ()


class AnachronismRule(_Rule, tag_field="kind", tag="anachronism", kw_only=True):
    """不合时序：报告年度里还没有的法或会。"""

    event: tuple[Event, ...] = ()


class ResidueRule(_Rule, tag_field="kind", tag="residue", kw_only=True):
    """文字处理软件、网页和页眉页脚的残留。"""

    patterns: tuple[str, ...] = ()  # 另加的正则表达式


class RepeatedRule(_Rule, tag_field="kind", tag="repeated", kw_only=True):
    """重复的词和句子。"""

    allow: tuple[str, ...] = ()


class PunctuationRule(_Rule, tag_field="kind", tag="punctuation", kw_only=True):
    """标点：全半角混用、不成对、误用。"""


class PrivacyRule(_Rule, tag_field="kind", tag="privacy", kw_only=True):
    """不宜公开的个人信息：身份证号、手机号、银行账号、当事人姓名、住址。"""

    cues: tuple[str, ...] = ()  # 后面跟姓名的身份词，如“当事人”
    surnames: str = ""


class DeadlineRule(_Rule, tag_field="kind", tag="deadline", kw_only=True):
    """成文和公开的期限，写作 03-01；次年起算。"""

    date: str = ""
    published: str = ""


class WordingRule(_Rule, tag_field="kind", tag="wording", kw_only=True):
    """不宜出现的话：夹带请示、不属本级的职责等。"""

    patterns: Phrases = ()
    unless: Phrases = ()
    where: tuple[str, ...] = ()
    standing: tuple[Standing, ...] = ()
    kinds: tuple[IssuerKind, ...] = ()


Rule = (
    NumberingRule
    | PromiseRule
    | SumsRule
    | YearRule
    | IssuerRule
    | TermRule
    | AnachronismRule
    | ResidueRule
    | RepeatedRule
    | PunctuationRule
    | PrivacyRule
    | DeadlineRule
    | WordingRule
)


class Topic(_Table, kw_only=True):
    """问题链里的一个话题：不足与措施说的是同一件事。"""

    name: str
    words: Phrases


class Chain(_Table, kw_only=True):
    """问题链：哪些作用的部分放不足、原因、整改、安排，用哪些话题和连接词判断对应。"""

    shortcomings: str = "shortcomings"
    causes: str = "causes"
    rectification: str = "rectification"
    plan: str = "plan"
    cause_cues: Phrases = ()
    rectification_cues: Phrases = ()
    plan_cues: Phrases = ()
    topic: tuple[Topic, ...] = ()


class ChecklistFile(_Table, kw_only=True):
    """一份清单。"""

    checklist: Identity
    basis: tuple[Basis, ...] = ()
    vocabulary: dict[str, Phrases] = {}
    cues: dict[str, Phrases] = {}  # 各种立意的提示词，另有 planned-not 等否定表
    roles: dict[str, Role] = {}
    chain: Chain | None = None
    element: tuple[Element, ...] = ()
    rule: tuple[Rule, ...] = ()

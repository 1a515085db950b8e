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
Standing = Literal["done", "planned", "lacking", "none", "cited", "announced", "topic", "required", "foreign", "past"]


def says(text: str) -> Meta:
    """What a key means, for authors of checklists: shown by editors, written into the schema."""
    return Meta(description=text)


# `names` tells validation what a string stands for; a new key of such a type is checked without further ado.
Phrase = Annotated[
    str,
    Meta(
        min_length=1,
        description="短语模式：普通文字；… 同句内间隔；(甲|乙)；{词表}；# 数字；\\ 转义",
        extra={"names": "phrase"},
    ),
]
Regex = Annotated[str, Meta(min_length=1, description="正则表达式", extra={"names": "regex"})]
RoleName = Annotated[str, Meta(description="作用的名称，须在 [roles] 里", extra={"names": "role"})]
BasisId = Annotated[str, Meta(description="依据的 id，须在 [[basis]] 里", extra={"names": "basis"})]
Phrases = tuple[Phrase, ...]
Ident = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", description="标识：字母、数字、-、_、.")]
Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="日期，写作 2019-04-15")]


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    pass


class Recognise(_Table, frozen=True, kw_only=True):
    """怎样认出这类报告：标题或正文开头匹配其一即可。"""

    title: Annotated[Phrases, says("标题里有其一即认得")] = ()
    text: Annotated[Phrases, says("正文开头有其一即认得")] = ()
    not_title: Annotated[Phrases, says("标题里有其一即不是")] = ()


class Identity(_Table, frozen=True, kw_only=True):
    """清单的身份。"""

    id: Annotated[Ident, says("清单的标识，同时是文件名")]
    title: Annotated[str, says("清单的名称")]
    version: Annotated[str, says("清单的版本，如 2026.1")]
    extends: Annotated[str | None, says("继承哪份清单：随工具发布的 id，或相对本文件的 .toml 路径")] = None
    abstract: Annotated[bool, says("只供别的清单继承，不单独用来检查")] = False
    kinds: Annotated[tuple[IssuerKind, ...], says("适用于哪些机关；空为全部")] = ()
    years_from: Annotated[int | None, says("从哪一报告年度起适用（含），如 2021")] = None
    years_to: Annotated[int | None, says("到哪一报告年度为止（含）")] = None
    recognise: Annotated[Recognise, says("怎样认出这类报告")] = msgspec.field(default_factory=Recognise)
    subject: Annotated[str, says("报告的主题词，用在句子里")] = ""
    limits: Annotated[tuple[str, ...], says("本清单不检查什么，印在页脚")] = ()
    remove: Annotated[tuple[str, ...], says("不继承的要素、规则或依据的 id")] = ()
    groups: Annotated[tuple[str, ...], says("要素分组的次序")] = ()


class Basis(_Table, frozen=True, kw_only=True):
    """一条依据。wording 只写见过原文的条文；否则只写 paraphrase。"""

    id: Annotated[Ident, says("依据的标识，要素和规则用它引用")]
    title: Annotated[str, says("名称，不加书名号")]
    rank: Annotated[Rank, says("效力等级；“应当”只可用于法律法规、党内法规")]
    number: Annotated[str, says("文号")] = ""
    article: Annotated[str, says("条款，如 第二十四条")] = ""
    wording: Annotated[str, says("条文原文；只写见过原文的")] = ""
    paraphrase: Annotated[str, says("条文大意；没有见过原文时写")] = ""
    in_force_from: Annotated[Date | None, says("施行之日")] = None
    in_force_to: Annotated[Date | None, says("失效之日；此后规则不再提起它")] = None
    by_reference: Annotated[bool, says("参照适用（不说“应当”）")] = False
    kinds: Annotated[tuple[IssuerKind, ...], says("只对这些机关直接适用；空为全部")] = ()
    street_note: Annotated[str, says("对街道办事处怎样说")] = ""


class Role(_Table, frozen=True, kw_only=True):
    """报告某一部分的作用。"""

    title: Annotated[str, says("给人看的名称")]
    heading: Annotated[Phrases, says("标题里有其一，即是此作用")] = ()
    not_heading: Annotated[Phrases, says("标题里有其一，即不是")] = ()
    lead: Annotated[Phrases, says("没有标题时，句首的话")] = ()
    standing: Annotated[Standing, says("这一部分的分句本来的立意")] = "done"
    under: Annotated[tuple[RoleName, ...], says("下级标题只在这些作用的部分里才可另立；空为任何地方")] = ()
    begins_in: Annotated[tuple[RoleName, ...], says("在这些作用的部分里，任何一句都可由 lead 另起；别处只在段首")] = ()
    inner: Annotated[bool, says("下级标题能否另得此作用")] = True
    keep: Annotated[bool, says("为真时，下级标题不得另有作用（如“下一年安排”）")] = False
    fallback: Annotated[bool, says("认不出作用的部分归入此作用（一份清单里只有一个）")] = False


class Example(_Table, frozen=True, kw_only=True):
    """随清单携带的例子：text 是一句话或一份小报告。

    要素的例子写 expect（met/thin/absent/na/review/none…）；规则的例子写 finds（应当找到的原文）或 clean = true。
    """

    text: Annotated[str, says("一句话，或一份小报告")]
    role: Annotated[RoleName | None, says("这句话写在哪种作用的部分里")] = None
    year: Annotated[int | None, says("报告年度")] = None
    expect: Annotated[Literal["met", "thin", "absent", "na", "review"] | None, says("要素的例子：应得的结果")] = None
    finds: Annotated[tuple[str, ...], says("规则的例子：应当找到的原文")] = ()
    clean: Annotated[bool, says("规则的例子：应当什么也找不到")] = False
    known_gap: Annotated[bool, says("已知做不到；不算失败，做到了会提醒")] = False
    kind: Annotated[IssuerKind | None, says("发文机关的种类")] = None


class Remedy(_Table, frozen=True, kw_only=True):
    """怎样补：text 说写什么，sample 是可以抄改的样段，空格写作〔　〕。"""

    text: Annotated[str, says("写什么")]
    sample: Annotated[str, says("可以抄改的样段，空格写作〔　〕")] = ""


class _Element(_Table, frozen=True, kw_only=True):
    id: Annotated[Ident, says("要素的标识，如 F11")]
    title: Annotated[str, says("要素的名称")]
    group: Annotated[str, says("所属的组")]
    severity: Annotated[Severity, says("缺失时的轻重")]
    met: Annotated[str, says("满足时说的一句话")]
    thin: Annotated[str, says("不充分时说的一句话")]
    absent: Annotated[str, says("缺失时说的一句话")]
    remedy: Annotated[Remedy, says("怎样补")]
    short: Annotated[str, says("矩阵表头用的短名")] = ""
    basis: Annotated[tuple[BasisId, ...], says("依据的 id，可有几条，须在 [[basis]] 里")] = ()
    question: Annotated[str, says("机器判断不了时问人的话")] = ""
    na: Annotated[Phrases, says("报告自己这样说时，不适用")] = ()
    na_reason: Annotated[str, says("不适用的理由")] = ""
    years_from: Annotated[int | None, says("从哪一报告年度起适用（含），如 2021")] = None
    years_to: Annotated[int | None, says("到哪一报告年度为止（含）")] = None
    kinds: Annotated[tuple[IssuerKind, ...], says("只对这些机关适用；空为全部")] = ()
    example: Annotated[tuple[Example, ...], says("随清单携带的例子，写作 [[….example]]")] = ()


class PhraseElement(_Element, tag_field="kind", tag="phrase", frozen=True, kw_only=True):
    """要素由正文里的行为认定。

    done 在报告年度实际做了即为满足；named 只点到名目即为不充分；none 是如实写明的“没有”；not 与 done 同在一句即不算；
    review 命中时请人核对。where 限定作用（空为报告年度的各部分）。
    """

    done: Annotated[Phrases, says("报告年度实际做了：命中即满足")] = ()
    named: Annotated[Phrases, says("只点到名目：命中为不充分")] = ()
    none: Annotated[Phrases, says("如实写明的“没有”")] = ()
    not_: Annotated[Phrases, says("与 done 同在一句即不算")] = msgspec.field(name="not", default=())
    review: Annotated[Phrases, says("命中时请人核对")] = ()
    done_regex: Annotated[tuple[Regex, ...], says("同 done，写作正则表达式")] = ()
    where: Annotated[tuple[RoleName, ...], says("限于哪些作用的部分；空为报告年度的各部分")] = ()
    within: Annotated[Literal["clause", "sentence"], says("not 与 done 在多大范围里算“同在”")] = "sentence"
    count: Annotated[int, says("至少几处不同的 done 才算满足")] = 1
    keep: Annotated[tuple[Standing, ...], says("哪些立意仍算做了（例如学习本身就是行为时写 topic）")] = ()


class SectionElement(_Element, tag_field="kind", tag="section", frozen=True, kw_only=True):
    """要素是一个有内容的部分：够 chars 个字、items 条即满足；passage 是不成专节时可认定的段落。"""

    role: Annotated[RoleName, says("哪种作用的部分")]
    chars: Annotated[int, says("满足所需的字数，标题不计")] = 30
    items: Annotated[int, says("满足所需的条数")] = 0
    item_chars: Annotated[int, says("至少有一条达到这个字数，否则不充分")] = 0
    explicit: Annotated[Phrases, says("行内写明即可认定的话（例如“主要原因是”）")] = ()
    passage: Annotated[Phrases, says("不成专节时可认定的段落")] = ()
    passage_chars: Annotated[int, says("这样的段落所需的字数")] = 60
    named: Annotated[Phrases, says("只点到名目的话")] = ()
    lacks: Annotated[Phrases, says("只有这种行内的话时，不充分")] = ()
    standing: Annotated[tuple[Standing, ...], says("内容须有这种立意的分句；空为不限")] = ()
    empty: Annotated[Phrases, says("套话：有这种话又没有数据的分句不算内容")] = ()
    linked: Annotated[
        Literal["cause", "rectification", "plan"] | None, says("有一条不足在自己那条里写了这一环，即可认定")
    ] = None
    linked_all: Annotated[
        Literal["cause", "rectification", "plan"] | None, says("每条不足都在自己那条里写了这一环，即可认定")
    ] = None
    backed_by: Annotated[tuple[str, ...], says("这些要素至少有一项在本部分里满足，否则不充分")] = ()


class FrontElement(_Element, tag_field="kind", tag="front", frozen=True, kw_only=True):
    """要素是公文的格式部分。parts 为标题须有的成分；formula 为开头须有的话。"""

    part: Annotated[Literal["title", "recipient", "opening", "signature", "date"], says("公文的哪一部分")]
    subject: Annotated[Phrases, says("标题里的事由")] = ()
    genre: Annotated[Phrases, says("标题里的文种")] = ()
    formula: Annotated[Phrases, says("开头须有的话")] = ()


class YearElement(_Element, tag_field="kind", tag="year", frozen=True, kw_only=True):
    """某一作用的部分写明的年度须是报告年度加 offset；relative 是只说“下一年”一类的话（不充分）。"""

    role: Annotated[RoleName, says("哪种作用的部分")]
    offset: Annotated[int, says("报告年度加几；下一年的安排为 1")] = 1
    relative: Annotated[Phrases, says("只说“下一年”一类的话：不充分")] = ()


class CountElement(_Element, tag_field="kind", tag="count", frozen=True, kw_only=True):
    """数得出的东西：measures 数某一作用部分的分条措施，figures 数报告年度各部分的数据。"""

    what: Annotated[Literal["measures", "figures"], says("数什么：measures 分条的措施，figures 数据")]
    at_least: Annotated[int, says("至少几个为满足")]
    thin_from: Annotated[int, says("至少几个为不充分")] = 1
    role: Annotated[RoleName | None, says("只数这种作用的部分")] = None
    empty: Annotated[Phrases, says("套话：有这种话又没有数据的条目不算措施")] = ()


class ChainElement(_Element, tag_field="kind", tag="chain", frozen=True, kw_only=True):
    """每条不足是否都有原因、整改或安排：全有为满足，有的有为不充分，都没有为缺失。"""

    link: Annotated[Literal["cause", "rectification", "plan"], says("哪一环：原因、整改、下一年安排")]


Element = PhraseElement | SectionElement | FrontElement | YearElement | CountElement | ChainElement


class _Rule(_Table, frozen=True, kw_only=True):
    id: Annotated[Ident, says("规则的标识")]
    title: Annotated[str, says("规则的名称")]
    severity: Annotated[Severity, says("轻重")]
    basis: Annotated[tuple[BasisId, ...], says("依据的 id，可有几条，须在 [[basis]] 里")] = ()
    message: Annotated[str, says("代替规则自己的话；{…} 由各规则填")] = ""
    example: Annotated[tuple[Example, ...], says("随清单携带的例子，写作 [[….example]]")] = ()


class NumberingRule(_Rule, tag_field="kind", tag="numbering", frozen=True, kw_only=True):
    """层次序号：重号、跳号、错级、序号后的标点、序号样式混用。"""


class Promise(_Table, frozen=True, kw_only=True):
    """标题许诺：标题有 heading 时，本节正文须有 body 之一。"""

    heading: Annotated[Phrases, says("标题里的话")]
    body: Annotated[Phrases, says("正文须有其一")]
    label: Annotated[str, says("所许诺的是什么")]
    several: Annotated[bool, says("真：只查并列几项内容的标题（有、和及与），单写这一项的标题不查")] = False


class PromiseRule(_Rule, tag_field="kind", tag="heading-promise", frozen=True, kw_only=True):
    """标题写了的内容，正文须有。"""

    promise: Annotated[tuple[Promise, ...], says("各项许诺，写作 [[rule.promise]]")] = ()


class SumsRule(_Rule, tag_field="kind", tag="sums", frozen=True, kw_only=True):
    """行文里的数据须合得上：其中…、百分比、人次与件。"""


class YearRule(_Rule, tag_field="kind", tag="year", frozen=True, kw_only=True):
    """年度须前后一致：标题、正文、安排、落款；未改净的上年字样。"""

    plan_role: Annotated[RoleName, says("写下一年安排的作用")] = ""


class IssuerRule(_Rule, tag_field="kind", tag="issuer", frozen=True, kw_only=True):
    """机关名称须一致：别的乡镇的名字、乡镇街道混用、本级写成县级。"""

    level_words: Annotated[Phrases, says("本级工作误写成上级的话")] = ()
    level_suggestion: Annotated[str, says("改成什么")] = ""


class Term(_Table, frozen=True, kw_only=True):
    """规范名称与误写。wrong 是误写（短语模式）；unless 同句出现即不算；只在 from–to 的报告年度检查。"""

    right: Annotated[str, says("规范的写法")]
    wrong: Annotated[Phrases, says("误写")]
    unless: Annotated[Phrases, says("同句出现即不算误写")] = ()
    within_title: Annotated[bool | None, says("真：只查书名号内；假：只查书名号外；不写：都查")] = None
    years_from: Annotated[int | None, says("从哪一报告年度起适用（含），如 2021")] = None
    years_to: Annotated[int | None, says("到哪一报告年度为止（含）")] = None
    severity: Annotated[Severity | None, says("轻重；不写即随规则")] = None
    note: Annotated[str, says("为什么，出处在哪里")] = ""
    fix: Annotated[bool, says("误写可以原样换成 right")] = False
    example: Annotated[tuple[Example, ...], says("随清单携带的例子，写作 [[….example]]")] = ()


class TermRule(_Rule, tag_field="kind", tag="term", frozen=True, kw_only=True):
    """规范名称。书名号里的名称与 titles 之一只差一两个字时，也是误写。"""

    term: Annotated[tuple[Term, ...], says("各条规范名称，写作 [[rule.term]]")] = ()
    titles: Annotated[tuple[str, ...], says("正式文件的全称，不加书名号；书名号里与它只差一两个字的是误写")] = ()


class Event(_Table, frozen=True, kw_only=True):
    """一部法、一次会，since 之前不可能已有；提到它的报告若在此前成文即有误。"""

    name: Annotated[str, says("法或会的名称")]
    pattern: Annotated[Phrases, says("怎样提到它")]
    since: Annotated[Date, says("从这一天起才有")]
    unless: Annotated[Phrases, says("同句出现即不算")] = ()


class AnachronismRule(_Rule, tag_field="kind", tag="anachronism", frozen=True, kw_only=True):
    """不合时序：报告年度里还没有的法或会。"""

    event: Annotated[tuple[Event, ...], says("各项法或会，写作 [[rule.event]]")] = ()


class ResidueRule(_Rule, tag_field="kind", tag="residue", frozen=True, kw_only=True):
    """文字处理软件、网页和页眉页脚的残留。"""

    patterns: Annotated[tuple[Regex, ...], says("另加的正则表达式")] = ()


class RepeatedRule(_Rule, tag_field="kind", tag="repeated", frozen=True, kw_only=True):
    """重复的词和句子。"""

    allow: Annotated[tuple[str, ...], says("可以重复的词")] = ()


class PunctuationRule(_Rule, tag_field="kind", tag="punctuation", frozen=True, kw_only=True):
    """标点：全半角混用、不成对、误用。"""


class PrivacyRule(_Rule, tag_field="kind", tag="privacy", frozen=True, kw_only=True):
    """不宜公开的个人信息：身份证号、手机号、银行账号、当事人姓名、住址。"""

    cues: Annotated[tuple[str, ...], says("后面跟姓名的身份词，如“当事人”")] = ()
    surnames: Annotated[str, says("姓氏，连写")] = ""


class DeadlineRule(_Rule, tag_field="kind", tag="deadline", frozen=True, kw_only=True):
    """成文和公开的期限，写作 03-01；次年起算。"""

    date: Annotated[str, says("成文期限，写作 03-01，次年起算")] = ""
    published: Annotated[str, says("公开期限，写作 04-01，次年起算")] = ""


class WordingRule(_Rule, tag_field="kind", tag="wording", frozen=True, kw_only=True):
    """不宜出现的话：夹带请示、不属本级的职责等。"""

    patterns: Annotated[Phrases, says("不宜出现的话；这里的 … 不跨逗号")] = ()
    unless: Annotated[Phrases, says("同句出现即不算")] = ()
    where: Annotated[tuple[RoleName, ...], says("限于哪些作用的部分；空为全部")] = ()
    standing: Annotated[tuple[Standing, ...], says("限于哪些立意；空为不限")] = ()
    kinds: Annotated[tuple[IssuerKind, ...], says("只对这些机关适用；空为全部")] = ()


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


class Topic(_Table, frozen=True, kw_only=True):
    """问题链里的一个话题：不足与措施说的是同一件事。"""

    name: Annotated[str, says("话题的名称")]
    words: Annotated[Phrases, says("说到这个话题的词")]


class Chain(_Table, frozen=True, kw_only=True):
    """问题链：哪些作用的部分放不足、原因、整改、安排，用哪些话题和连接词判断对应。"""

    shortcomings: Annotated[RoleName, says("写不足的作用")] = "shortcomings"
    causes: Annotated[RoleName, says("写原因的作用")] = "causes"
    rectification: Annotated[RoleName, says("写整改的作用")] = "rectification"
    plan: Annotated[RoleName, says("写下一年安排的作用")] = "plan"
    cause_cues: Annotated[Phrases, says("引出原因的话")] = ()
    rectification_cues: Annotated[Phrases, says("引出整改的话")] = ()
    plan_cues: Annotated[Phrases, says("引出安排的话")] = ()
    topic: Annotated[tuple[Topic, ...], says("各个话题，写作 [[chain.topic]]")] = ()


class ChecklistFile(_Table, frozen=True, kw_only=True):
    """一份清单。"""

    checklist: Annotated[Identity, says("清单的身份")]
    basis: Annotated[tuple[Basis, ...], says("依据，写作 [[basis]]")] = ()
    vocabulary: Annotated[dict[str, Phrases], says("词表：名称 = [短语…]；继承时“名称+”为增补")] = {}
    cues: Annotated[dict[str, Phrases], says("各种立意的提示词，另有 planned-not 等否定表；继承时“名称+”为增补")] = {}
    roles: Annotated[dict[str, Role], says("报告各部分的作用，写作 [roles.名称]")] = {}
    chain: Annotated[Chain | None, says("问题链")] = None
    element: Annotated[tuple[Element, ...], says("要素，写作 [[element]]")] = ()
    rule: Annotated[tuple[Rule, ...], says("文字规则，写作 [[rule]]")] = ()

"""The typed model of a checklist file; the JSON Schema beside the checklists is made from it.

Patterns are strings here (phrase patterns, or regular expressions where the key says so); `lint.patterns` compiles
them. Every docstring and `description` is for authors of checklists and goes into the schema.
"""

from typing import Annotated

import msgspec

from lint.checklist.elements import (
    ChainElement,
    CountElement,
    Element,
    FrontElement,
    PhraseElement,
    Remedy,
    SectionElement,
    TableElement,
    YearElement,
)
from lint.checklist.fields import (
    Date,
    Example,
    Ident,
    IssuerKind,
    Phrases,
    Rank,
    RoleName,
    Severity,
    Sha256,
    Standing,
    Table,
    says,
)
from lint.checklist.rules import (
    AnachronismRule,
    DeadlineRule,
    Event,
    Font,
    IssuerRule,
    LayoutRule,
    NumberingRule,
    PrivacyRule,
    Promise,
    PromiseRule,
    PunctuationRule,
    RepeatedRule,
    ResidueRule,
    Rule,
    SlipsRule,
    SumsRule,
    TableRule,
    Term,
    TermRule,
    WordingRule,
    YearRule,
)

__all__ = [
    "AnachronismRule",
    "Basis",
    "Chain",
    "ChainElement",
    "ChecklistFile",
    "CountElement",
    "Date",
    "DeadlineRule",
    "Element",
    "Event",
    "Example",
    "Font",
    "FrontElement",
    "Ident",
    "Identity",
    "IssuerKind",
    "IssuerRule",
    "LayoutRule",
    "NumberingRule",
    "PhraseElement",
    "Phrases",
    "PrivacyRule",
    "Promise",
    "PromiseRule",
    "PunctuationRule",
    "Rank",
    "Recognise",
    "Remedy",
    "RepeatedRule",
    "ResidueRule",
    "Role",
    "RoleName",
    "Rule",
    "SectionElement",
    "Severity",
    "SlipsRule",
    "Standing",
    "SumsRule",
    "TableElement",
    "TableRule",
    "Term",
    "TermRule",
    "Topic",
    "WordingRule",
    "YearElement",
    "YearRule",
]


class Recognise(Table, frozen=True, kw_only=True):
    """怎样认出这类报告：标题或正文开头匹配其一即可。"""

    title: Annotated[Phrases, says("标题里有其一即认得")] = ()
    text: Annotated[Phrases, says("正文开头有其一即认得")] = ()
    not_title: Annotated[Phrases, says("标题里有其一即不是")] = ()
    example: Annotated[
        tuple[str, ...], says("例子：应当认得的标题", ["柳溪镇人民政府关于2025年水利工作情况的报告"])
    ] = ()
    not_example: Annotated[tuple[str, ...], says("例子：不该认得的标题", ["关于印发2025年水利工作方案的通知"])] = ()


class Identity(Table, frozen=True, kw_only=True):
    """清单的身份。"""

    id: Annotated[Ident, says("清单的标识，同时是文件名")]
    title: Annotated[str, says("清单的名称")]
    version: Annotated[str, says("清单的版本，如 2026.1")]
    extends: Annotated[str | None, says("继承哪份清单：随工具发布的 id，或相对本文件的 .toml 路径")] = None
    extends_version: Annotated[str | None, says("写定所继承清单的版本；它换了版本就报错，核对后再改")] = None
    extends_sha256: Annotated[
        Sha256 | None, says("写定所继承清单的指纹（qingdan checklists --format json 里的 sha256）；它有改动就报错")
    ] = None
    abstract: Annotated[bool, says("只供别的清单继承，不单独用来检查")] = False
    kinds: Annotated[tuple[IssuerKind, ...], says("适用于哪些机关；空为全部")] = ()
    years_from: Annotated[int | None, says("从哪一报告年度起适用（含），如 2021")] = None
    years_to: Annotated[int | None, says("到哪一报告年度为止（含）")] = None
    recognise: Annotated[Recognise, says("怎样认出这类报告")] = msgspec.field(default_factory=Recognise)
    subject: Annotated[str, says("报告的主题词，用在句子里")] = ""
    limits: Annotated[tuple[str, ...], says("本清单不检查什么，印在页脚")] = ()
    remove: Annotated[tuple[str, ...], says("不继承的要素、规则或依据的 id")] = ()
    groups: Annotated[tuple[str, ...], says("要素分组的次序")] = ()


class Basis(Table, frozen=True, kw_only=True):
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


class Role(Table, frozen=True, kw_only=True):
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
    frame: Annotated[bool, says("为真时，在这里点到名目不算（如只作预告的“开头”）")] = False
    fallback: Annotated[bool, says("认不出作用的部分归入此作用（一份清单里只有一个）")] = False


class Topic(Table, frozen=True, kw_only=True):
    """问题链里的一个话题：不足与措施说的是同一件事。"""

    name: Annotated[str, says("话题的名称")]
    words: Annotated[Phrases, says("说到这个话题的词")]


class Chain(Table, frozen=True, kw_only=True):
    """问题链：哪些作用的部分放不足、原因、整改、安排，用哪些话题和连接词判断对应。"""

    shortcomings: Annotated[RoleName, says("写不足的作用")] = "shortcomings"
    causes: Annotated[RoleName, says("写原因的作用")] = "causes"
    rectification: Annotated[RoleName, says("写整改的作用")] = "rectification"
    plan: Annotated[RoleName, says("写下一年安排的作用")] = "plan"
    cause_cues: Annotated[Phrases, says("引出原因的话")] = ()
    rectification_cues: Annotated[Phrases, says("引出整改的话")] = ()
    plan_cues: Annotated[Phrases, says("引出安排的话")] = ()
    topic: Annotated[tuple[Topic, ...], says("各个话题，写作 [[chain.topic]]")] = ()


class ChecklistFile(Table, frozen=True, kw_only=True):
    """一份清单。"""

    checklist: Annotated[Identity, says("清单的身份")]
    basis: Annotated[tuple[Basis, ...], says("依据，写作 [[basis]]")] = ()
    vocabulary: Annotated[dict[str, Phrases], says("词表：名称 = [短语…]；继承时“名称+”为增补")] = msgspec.field(
        default_factory=dict
    )
    cues: Annotated[dict[str, Phrases], says("各种立意的提示词，另有 planned-not 等否定表；继承时“名称+”为增补")] = (
        msgspec.field(default_factory=dict)
    )
    roles: Annotated[dict[str, Role], says("报告各部分的作用，写作 [roles.名称]")] = msgspec.field(default_factory=dict)
    chain: Annotated[Chain | None, says("问题链")] = None
    element: Annotated[tuple[Element, ...], says("要素，写作 [[element]]")] = ()
    rule: Annotated[tuple[Rule, ...], says("文字规则，写作 [[rule]]")] = ()

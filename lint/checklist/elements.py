"""The kinds of elements a checklist can ask for."""

from typing import Annotated, Literal

import msgspec

from lint.checklist.fields import (
    BasisId,
    Example,
    Ident,
    IssuerKind,
    Phrases,
    Regex,
    RoleName,
    Severity,
    Standing,
    Table,
    says,
)


class Remedy(Table, frozen=True, kw_only=True):
    """怎样补：text 说写什么，sample 是可以抄改的样段，空格写作〔　〕。"""

    text: Annotated[str, says("写什么")]
    sample: Annotated[str, says("可以抄改的样段，空格写作〔　〕")] = ""


class _Element(Table, frozen=True, kw_only=True):
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
    posts: Annotated[Phrases, says("报告人的职务有其一才适用（看标题、署名、开头）；看不出职务的照常适用")] = ()
    posts_reason: Annotated[str, says("职务不合时，不适用的理由")] = ""
    belongs: Annotated[
        tuple[RoleName, ...], says("缺失时记在哪种作用的标题上，依次找；空为 where、role 所说的，再是兜底的那种作用")
    ] = ()
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
    follows: Annotated[Phrases, says("以这种话开头、紧接在点到名目的一句或标题之后的一句：命中即满足")] = ()
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
    vague: Annotated[Phrases, says("笼统的话：有三条以上都没有这种话，各条再短也算写实")] = ()
    explicit: Annotated[Phrases, says("行内写明即可认定的话（例如“主要原因是”）")] = ()
    passage: Annotated[Phrases, says("不成专节时可认定的段落")] = ()
    passage_chars: Annotated[int, says("这样的段落所需的字数")] = 60
    others: Annotated[Phrases, says("以这种话开头的分句说的是别人：passage 的段落到它为止")] = ()
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
    """要素是公文的格式部分。parts 为标题须有的成分；formula 为开头须有的话；speaker 是报告人的职务、姓名。"""

    part: Annotated[Literal["title", "recipient", "opening", "signature", "date", "speaker"], says("公文的哪一部分")]
    parts: Annotated[
        tuple[Literal["issuer", "year", "subject", "genre"], ...], says("标题须有的成分：机关、年度、事由、文种")
    ] = ("issuer", "year", "subject", "genre")
    subject: Annotated[Phrases, says("标题里的事由")] = ()
    genre: Annotated[Phrases, says("标题里的文种")] = ()
    page_title: Annotated[bool, says("真：标题只在网页上、不在正文里的也算；网页就是正式发布的报告时用")] = False
    formula: Annotated[Phrases, says("开头须有的话")] = ()
    recipients: Annotated[Phrases, says("主送机关须有其一，否则不充分；空为不限")] = ()


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
    empty: Annotated[Phrases, says("套话：有这种话又没有数据的条目不算措施；标了序号的，每个分句都是套话才不算")] = ()
    acts: Annotated[Phrases, says("没有序号的一句话里，以这种话开头的分句各算一条措施")] = ()


class ChainElement(_Element, tag_field="kind", tag="chain", frozen=True, kw_only=True):
    """每条不足是否都有原因、整改或安排：全有为满足，有的有为不充分，都没有为缺失。"""

    link: Annotated[Literal["cause", "rectification", "plan"], says("哪一环：原因、整改、下一年安排")]


class TableElement(_Element, tag_field="kind", tag="table", frozen=True, kw_only=True):
    """要素是一张表：有表且填了数为满足；没有填，或者缺行缺列，为不充分。看不出表格的格式里，像有这张表的请人核对。"""

    table: Annotated[Ident, says('说这张表的规则的 id（kind = "table"）')]


Element = PhraseElement | SectionElement | FrontElement | YearElement | CountElement | ChainElement | TableElement

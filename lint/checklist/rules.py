"""The kinds of text rules a checklist can set."""

from typing import Annotated, Literal

import msgspec

from lint.checklist.fields import (
    BasisId,
    Date,
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


class _Rule(Table, frozen=True, kw_only=True):
    id: Annotated[Ident, says("规则的标识")]
    title: Annotated[str, says("规则的名称")]
    severity: Annotated[Severity, says("轻重")]
    basis: Annotated[tuple[BasisId, ...], says("依据的 id，可有几条，须在 [[basis]] 里")] = ()
    message: Annotated[str, says("代替规则自己的话；{…} 由各规则填")] = ""
    off: Annotated[bool, says("为真时平时不查；下级清单可写 off = false 打开")] = False
    example: Annotated[tuple[Example, ...], says("随清单携带的例子，写作 [[….example]]")] = ()


class NumberingRule(_Rule, tag_field="kind", tag="numbering", frozen=True, kw_only=True):
    """层次序号：重号、跳号、错级、序号后的标点、序号样式混用。"""


class Promise(Table, frozen=True, kw_only=True):
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


class Term(Table, frozen=True, kw_only=True):
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


class Event(Table, frozen=True, kw_only=True):
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

    allow: Annotated[tuple[str, ...], says("可以重复的词；也可以是含有重复的固定说法，不写引号")] = ()


Word = Annotated[str, msgspec.Meta(min_length=1)]
Begun = Annotated[str, msgspec.Meta(min_length=2)]  # a character and at least one that may follow it


class SlipsRule(_Rule, tag_field="kind", tag="slips", frozen=True, kw_only=True):
    """手误：漏了一个字的动词（充分发……作用），“地”误作“的”。"""

    leads: Annotated[tuple[Word, ...], says("后面常接双音动词的词，如 充分、进一步")] = ()
    begun: Annotated[
        tuple[Begun, ...],
        says("动词的头一个字和它后面可以有的字，最常见的在前，如 发挥扬布展；leads 之后它后面是别的字，疑为漏字"),
    ] = ()
    adverbs: Annotated[tuple[Word, ...], says("修饰动词的词；后面是“的”、verbs 之一和“了”，“的”应为“地”")] = ()
    only_adverbs: Annotated[tuple[Word, ...], says("只修饰动词的词；后面是“的”和 verbs 之一，“的”就应为“地”")] = ()
    verbs: Annotated[tuple[Word, ...], says("与 adverbs、only-adverbs 配合的动词")] = ()


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
    kinds: Annotated[tuple[IssuerKind, ...], says("期限只对这些机关；看不出是哪一种机关的不查；空为全部")] = ()


class WordingRule(_Rule, tag_field="kind", tag="wording", frozen=True, kw_only=True):
    """不宜出现的话：夹带请示、不属本级的职责等。"""

    patterns: Annotated[Phrases, says("不宜出现的话；这里的 … 不跨逗号")] = ()
    unless: Annotated[Phrases, says("同句出现即不算")] = ()
    where: Annotated[tuple[RoleName, ...], says("限于哪些作用的部分；空为全部")] = ()
    standing: Annotated[tuple[Standing, ...], says("限于哪些立意；空为不限")] = ()
    kinds: Annotated[tuple[IssuerKind, ...], says("只对这些机关适用；空为全部")] = ()


class Font(Table, frozen=True, kw_only=True):
    """一个部分的字体字号；继承时按 part 覆盖。"""

    part: Annotated[
        Literal["标题", "一、", "（一）", "1.", "（1）", "正文"],
        says("哪一部分：报告的标题、用这种序号的各级标题、正文"),
    ]
    called: Annotated[str, says("字体怎样称呼，用在句子里，如 仿宋体")] = ""
    names: Annotated[tuple[str, ...], says("认可的字体名，不分大小写；* 代表任意几个字；空为不查字体")] = ()
    size: Annotated[float | None, says("字号，单位磅：二号 22，三号 16；不写为不查字号")] = None


class LayoutRule(_Rule, tag_field="kind", tag="layout", frozen=True, kw_only=True):
    """版式：纸张、页边距、各级标题和正文的字体字号、行距、首行缩进、页码；只对 Word 文件。不写的键不查。"""

    paper_width: Annotated[float | None, says("纸宽，毫米")] = None
    paper_height: Annotated[float | None, says("纸高，毫米")] = None
    margin_top: Annotated[float | None, says("上边距，毫米")] = None
    margin_bottom: Annotated[float | None, says("下边距，毫米")] = None
    margin_left: Annotated[float | None, says("左边距，毫米")] = None
    margin_right: Annotated[float | None, says("右边距，毫米")] = None
    tolerance: Annotated[float, says("纸张和页边距可以相差多少毫米")] = 1.0
    line_from: Annotated[float | None, says("正文行距从多少磅起（含）")] = None
    line_to: Annotated[float | None, says("正文行距到多少磅止（含）")] = None
    indent: Annotated[float | None, says("段落首行空几个字")] = None
    title_centred: Annotated[bool, says("真：标题要居中")] = False
    page_number: Annotated[bool, says("真：要有页码")] = False
    font: Annotated[tuple[Font, ...], says("各部分的字体字号，写作 [[rule.font]]")] = ()


class TableRule(_Rule, tag_field="kind", tag="table", frozen=True, kw_only=True):
    """表格：须有的行和列、格里的数、行与行和列与列之间须成立的算式。看不出表格的格式（纯文本、PDF）不查。

    行和列用一串短语来找，从外到里：["甲类", "其他"] 是“甲类”名下的“其他”。几处都合的，取字数最少的一处。
    """

    called: Annotated[str, says("这张表在句子里怎样称呼，不带引号，如 经费收支情况表")]
    has: Annotated[Phrases, says("怎样认出这张表：每一条都须在它的格子里或表前一行里有")]
    rows: Annotated[dict[str, Phrases], says("须有的行：名称 = [从外到里的行名…]；不写则凡有数的行都查")] = (
        msgspec.field(default_factory=dict)
    )
    columns: Annotated[dict[str, Phrases], says("须有的列：名称 = [从上到下的列名…]；不写则行名右边的格都查")] = (
        msgspec.field(default_factory=dict)
    )
    each_column: Annotated[tuple[str, ...], says("每一列里，各行须成立的算式，如 甲 + 乙 = 丙")] = ()
    each_row: Annotated[tuple[str, ...], says("每一行里，各列须成立的算式，如 甲 + 乙 = 总计")] = ()
    optional: Annotated[tuple[str, ...], says("可以没有的行和列；没有时算式里按 0 算")] = ()
    decimals: Annotated[tuple[str, ...], says("可以有小数的行和列（如金额）；别的只能是整数")] = ()
    blank: Annotated[
        Literal["zero", "missing"], says("空格怎样看：zero 按 0 算；missing 是漏填，要补，所在的算式不查")
    ] = "zero"


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
    | SlipsRule
    | PunctuationRule
    | PrivacyRule
    | DeadlineRule
    | WordingRule
    | LayoutRule
    | TableRule
)

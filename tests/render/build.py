"""A run made by hand, with everything a page can show: all statuses, habits, a chain, sums, private places.

The township is invented. The checks are not run: outcomes and findings are written here, their places are looked up in
the text by quotation.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lint.checklist.checklist import Checklist
from lint.checklist.lexicon import lexicon
from lint.checklist.model import (
    Basis,
    Chain,
    ChainElement,
    ChecklistFile,
    Element,
    Example,
    FrontElement,
    Identity,
    NumberingRule,
    PhraseElement,
    PrivacyRule,
    PunctuationRule,
    Remedy,
    Role,
    SectionElement,
    SumsRule,
    TermRule,
)
from lint.checks.results import CheckResult, Finding, Link, Outcome, Shortcoming, SourceSpan, Sum, Trace
from lint.document.document import Document, plain_lines
from lint.document.understand import understand
from lint.run import Run

TEXT = """柳河镇人民政府
关于2024年法治政府建设情况的报告

县委、县政府：

2024年，柳河镇坚持以习近平法治思想为指导，认真落实法治政府建设各项任务。现将主要举措和成效、存在的不足和原因、下一年安排报告如下：

一、2024年法治政府建设的主要举措和成效

（一）压实责任，统筹推进法治建设。镇党委书记先后4次主持召开党委会议，听取法治建设工作汇报，研究解决执法力量不足等问题6个；把法治政府建设纳入年度工作计划，与经济工作同部署、同推进。成立由镇党委书记任组长的法治建设领导小组。

（二）严格程序，推进依法决策。聘请县正法律师事务所律师2名担任法律顾问,全年审查合同36份、出具法律意见书12份；重大事项未经合法性审查不得上会,否决不合规事项2件。

（三）规范执法，提升执法水平。全面落实行政执法“三项制度”，办理行政处罚案件18件,当事人张小明因占道经营被罚款200元（电话13812345678），执法决定均在县政府网站公示。全年受理各类矛盾纠纷654件，其中婚姻家庭纠纷574件、邻里纠纷78件、其他2件，合计652件。

（四）深化普法，营造法治氛围。落实“谁执法谁普法”普法责任制,开展“八五”普法宣讲24场,受教育群众3600余人次。按照《法治政府建设与责任落实督查工作规定》要求，及时公开政务信息142条。

二、存在的不足和原因

（一）执法力量仍显薄弱。持证执法人员只有3人，夜间巡查难以覆盖。主要原因是编制偏紧，招录渠道不畅。

（二）普法形式较为单一。多数仍是发放传单、悬挂横幅，群众参与度不高。

（四）个别村规民约合法性审核不够及时。

三、2025年工作安排

（一）充实执法力量。计划招录执法人员2名，组织执法培训不少于4次。

（二）丰富普法形式。拟建设法治文化广场1处，进一步开展以案释法进村入户活动。

特此报告。

柳河镇人民政府
2025年1月16日
"""

PHONE = "13812345678"
PERSON = "张小明"
_BLANKS = "一年来，镇党政主要负责人认真履行推进法治建设第一责任人职责，〔　〕次主持召开〔　〕会议……"


def checklist() -> Checklist:
    """A small checklist with one element for each thing a page shows."""
    remedy = Remedy(text="写明做了什么、谁牵头、几次、结果怎样。", sample=_BLANKS)

    def phrase(ident: str, title: str, group: str, severity: str = "warning", basis: tuple[str, ...] = ()) -> Element:
        return PhraseElement(
            id=ident,
            title=title,
            group=group,
            severity=severity,  # type: ignore[arg-type]
            met=f"写明了{title}",
            thin=f"提到了{title}，没有写明具体做法",
            absent=f"没有写明{title}",
            remedy=remedy,
            short=title[:6],
            basis=basis,
            question=f"{title}是否属实？请对照会议记录。",
            done=("听取",),
            where=("measures",),
        )

    def section(ident: str, title: str, role: str, severity: str = "error") -> Element:
        return SectionElement(
            id=ident,
            title=title,
            group="法定内容",
            severity=severity,  # type: ignore[arg-type]
            met=f"有“{title}”部分，内容具体",
            thin=f"有“{title}”部分，内容还不具体",
            absent=f"没有写明{title}",
            remedy=remedy,
            short=title,
            basis=("ducha-25",),
            role=role,
        )

    def front(ident: str, title: str, part: str) -> Element:
        return FrontElement(
            id=ident,
            title=title,
            group="基本要素",
            severity="warning",
            met=f"有{title}",
            thin=f"{title}不完整",
            absent=f"没有{title}",
            remedy=remedy,
            short=title,
            basis=("gb9704",),
            part=part,  # type: ignore[arg-type]
        )

    def chain(ident: str, title: str, link: str) -> Element:
        return ChainElement(
            id=ident,
            title=title,
            group="问题链",
            severity="warning",
            met=f"每条不足都有{title}",
            thin=f"有的不足没有{title}",
            absent=f"各条不足都没有{title}",
            remedy=remedy,
            short=title,
            link=link,  # type: ignore[arg-type]
        )

    elements: tuple[Element, ...] = (
        front("S1", "标题", "title"),
        front("S2", "主送机关", "recipient"),
        front("S10", "落款", "signature"),
        front("S11", "成文日期", "date"),
        section("S4", "主要举措和成效", "measures"),
        section("S5", "存在的不足", "shortcomings"),
        section("S6", "不足的原因", "causes"),
        section("S8", "第一责任人履职情况", "responsible"),
        section("S9", "下一年度安排", "plan"),
        phrase("F1", "听取法治建设工作汇报", "第一责任人", "error", ("zhize-6",)),
        phrase("F3", "带头学法", "第一责任人", "warning", ("zhize-6",)),
        phrase("F5", "法律顾问和公职律师", "第一责任人"),
        phrase("F9", "述职述法", "第一责任人", "warning", ("zhize-6",)),
        phrase("F10", "出庭应诉", "第一责任人"),
        phrase("T0", "行政执法三项制度", "三项制度", "warning", ("old",)),
        phrase("T1", "行政执法公示制度", "三项制度"),
        phrase("T4", "行政执法的事实", "三项制度", "hint"),
        chain("C1", "原因", "cause"),
        chain("C3", "下一年安排", "plan"),
        phrase("N2", "分条的措施", "明年安排"),
    )
    file = ChecklistFile(
        checklist=Identity(
            id="township",
            title="乡镇法治政府建设年度报告清单",
            version="1.0",
            groups=("基本要素", "法定内容", "第一责任人", "三项制度", "问题链", "明年安排"),
            limits=("不核对法规条文有没有新的修正。",),
        ),
        basis=(
            Basis(
                id="ducha-25",
                title="法治政府建设与责任落实督察工作规定",
                number="厅字〔2019〕28号",
                article="第二十五条",
                rank="党内法规",
                wording="上一年度推进法治政府建设存在的不足和原因",
                in_force_from="2019-04-15",
            ),
            Basis(
                id="zhize-6",
                title="党政主要负责人履行推进法治建设第一责任人职责规定",
                article="第六条",
                rank="党内法规",
                paraphrase="政府主要负责人定期听取法治政府建设情况汇报",
                kinds=("县", "市", "区"),
                street_note="街道办事处是派出机关，供参照",
            ),
            Basis(id="gb9704", title="党政机关公文格式", number="GB/T 9704—2012", article="7.3", rank="国家标准"),
            Basis(id="old", title="已经废止的规定", rank="政策文件", paraphrase="旧的要求", in_force_to="2020-12-31"),
        ),
        roles={
            "measures": Role(title="举措成效", heading=("举措",)),
            "shortcomings": Role(title="不足", heading=("不足",), standing="lacking"),
            "causes": Role(title="原因", heading=("原因",)),
            "rectification": Role(title="整改", heading=("整改",)),
            "responsible": Role(title="第一责任人", heading=("第一责任人",)),
            "plan": Role(title="下一年安排", heading=("工作安排",), standing="planned", keep=True),
        },
        chain=Chain(),
        element=elements,
        rule=(
            NumberingRule(id="numbering", title="层次序号", severity="warning"),
            PunctuationRule(id="punctuation", title="标点符号", severity="hint", example=(Example(text="好。"),)),
            SumsRule(id="sums", title="数据合计", severity="error"),
            TermRule(id="term", title="规范名称", severity="warning"),
            PrivacyRule(id="privacy", title="个人信息", severity="error"),
        ),
    )
    return Checklist(file, sha256="c" * 64)


def at(text: str, quotation: str, nth: int = 0) -> SourceSpan:
    """The place of a quotation in the text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quotation, start + 1)
    return start, start + len(quotation)


def every(text: str, quotation: str) -> tuple[SourceSpan, ...]:
    """All its places."""
    return tuple(at(text, quotation, nth) for nth in range(text.count(quotation)))


def result(text: str = TEXT) -> CheckResult:
    """Outcomes and findings for the text above."""

    def met(ident: str, *quotations: str) -> Outcome:
        return Outcome(ident, "met", tuple(at(text, quotation) for quotation in quotations))

    trace = Trace(
        at(text, "听取法治建设工作汇报"), "(听取|研究)…汇报", ("measures",), "done", "met", "报告年度做了，写明了次数"
    )
    outcomes = (
        met("S1", "关于2024年法治政府建设情况的报告"),
        met("S2", "县委、县政府："),
        Outcome("S10", "met", (at(text, "柳河镇人民政府", 1),)),
        met("S11", "2025年1月16日"),
        met("S4", "镇党委书记先后4次主持召开党委会议"),
        met("S5", "持证执法人员只有3人"),
        Outcome(
            "S6",
            "thin",
            (at(text, "主要原因是编制偏紧"),),
            searched=("存在的不足和原因",),
            message="标题写了“不足和原因”，三条不足里只有一条写了原因",
        ),
        Outcome(
            "S8",
            "absent",
            searched=("2024年法治政府建设的主要举措和成效", "存在的不足和原因"),
            nearest=at(text, "成立由镇党委书记任组长的法治建设领导小组"),
        ),
        met("S9", "计划招录执法人员2名", "拟建设法治文化广场1处"),
        Outcome("F1", "met", (at(text, "听取法治建设工作汇报"),), traces=(trace,)),
        Outcome("F3", "absent", searched=("2024年法治政府建设的主要举措和成效",)),
        met("F5", "聘请县正法律师事务所律师2名担任法律顾问"),
        Outcome(
            "F9", "review", nearest=at(text, "研究解决执法力量不足等问题6个"), question="是否已经述法？请对照述职报告。"
        ),
        Outcome("F10", "na", reason="报告写明本年度未发生行政诉讼案件"),
        Outcome("T0", "thin", (at(text, "全面落实行政执法“三项制度”"),)),
        met("T1", "执法决定均在县政府网站公示"),
        met("T4", "办理行政处罚案件18件"),
        Outcome("C1", "thin", (at(text, "主要原因是编制偏紧"),)),
        Outcome("C3", "thin", (at(text, "计划招录执法人员2名"),)),
        Outcome("N2", "error", reason="一个模式没有在时限内匹配完"),
    )
    findings = (
        Finding(
            "numbering",
            "warning",
            "第二部分的序号从（二）跳到（四）。请改为（三），或补上缺的一条。",
            (at(text, "（四）个别"),),
            suggestion="（三）个别",
        ),
        Finding("punctuation", "hint", "正文里的逗号是半角。请改为全角“，”。", every(text, ","), suggestion="，"),
        Finding(
            "sums",
            "error",
            "分项相加是654件，合计写作652件。请核对。",
            (at(text, "受理各类矛盾纠纷654件，其中婚姻家庭纠纷574件、邻里纠纷78件、其他2件，合计652件"),),
        ),
        Finding(
            "term",
            "warning",
            "规定的名称是“督察”，不是“督查”。请改正。",
            (at(text, "法治政府建设与责任落实督查工作规定"),),
            suggestion="法治政府建设与责任落实督察工作规定",
            basis=("ducha-25",),
        ),
        Finding("privacy", "error", "正文写了手机号，建议删去。", (at(text, PHONE),), private=True),
        Finding(
            "privacy", "error", f"正文写了当事人姓名“{PERSON}”，建议写作“张某”。", (at(text, PERSON),), private=True
        ),
        Finding(
            "wording.case", "hint", "个案细节可以不写。", (at(text, f"{PERSON}因占道经营被罚款200元（电话{PHONE}）"),)
        ),
    )
    shortcomings = (
        Shortcoming(
            at(text, "执法力量仍显薄弱。持证执法人员只有3人，夜间巡查难以覆盖。"),
            "执法力量",
            cause=Link(at(text, "主要原因是编制偏紧，招录渠道不畅"), True),
            plan=Link(at(text, "计划招录执法人员2名，组织执法培训不少于4次"), True),
        ),
        Shortcoming(
            at(text, "普法形式较为单一。多数仍是发放传单、悬挂横幅，群众参与度不高。"),
            "普法形式",
            plan=Link(at(text, "拟建设法治文化广场1处"), False),
        ),
        Shortcoming(at(text, "个别村规民约合法性审核不够及时。"), "合法性审核"),
    )
    sums = (
        Sum(
            at(text, "受理各类矛盾纠纷654件，其中婚姻家庭纠纷574件、邻里纠纷78件、其他2件，合计652件"),
            (574, 78, 2),
            652,
            False,
        ),
        Sum(at(text, "审查合同36份、出具法律意见书12份"), (36.0, 12.0), 48.0, True),
    )
    return CheckResult(outcomes, findings, shortcomings, (at(text, "计划招录执法人员2名"),), sums)


def build(
    text: str = TEXT,
    *,
    path: str = "报告/柳河镇 2024.txt",
    checked: CheckResult | None = None,
    recognised: bool = True,
    kind: str | None = None,
    remarks: Iterable[str] = (),
) -> Run:
    """A run over the text, with the results above unless others are given."""
    used = checklist()
    document = Document(
        path, "text", text, plain_lines(text), sha256="d" * 64, encoding="utf-8", remarks=tuple(remarks)
    )
    report = understand(document, lexicon(used))
    if kind is not None:
        report = replace(report, front=replace(report.front, issuer_kind=kind))
    if checked is None:
        checked = result(text) if recognised else CheckResult()
    return Run(path, document, report, used, recognised, report.front.report_year, date(2025, 2, 1), checked)

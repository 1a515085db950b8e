"""A run made by hand, with everything a page can show: all statuses, habits, a chain, sums, private places.

The township is invented. The checks are not run: outcomes and findings are written here, their places are looked up in
the text by quotation.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lint.checklist.lexicon import lexicon
from lint.checks.results import CheckResult, Finding, Link, Outcome, Shortcoming, SourceSpan, Sum, Trace
from lint.document.document import Document, plain_lines
from lint.document.understand import understand
from lint.run import Run
from tests.render.build_checklist import checklist

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
            "574 + 78 + 2 = 654 ≠ 652",
            "请核对",
        ),
        Sum(at(text, "审查合同36份、出具法律意见书12份"), (36.0, 12.0), 48.0, True, "36 + 12 = 48", "合得上"),
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

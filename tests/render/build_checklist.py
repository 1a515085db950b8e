"""The small checklist of the run made by hand."""

from lint.checklist.checklist import Checklist
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

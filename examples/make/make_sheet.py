"""Makes templates/sheet.docx, the Word template of the feedback sheet that a county may restyle.

`python examples/make/make_sheet.py` writes it; the same script gives the same bytes. The template is an ordinary Word
file: {{名称}} stands for a value, {{#名称}} … {{/名称}} for rows or paragraphs that are repeated (lint/render/sheet).
"""

import zipfile
from pathlib import Path

from sheet_markup import (
    HEAD,
    MARGIN,
    NAMES,
    OFFICE,
    PACKAGE,
    SIGNS,
    WIDTH,
    WORD,
    cell,
    fonts,
    heads,
    paragraph,
    row,
    run,
    styles,
    table,
)

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "sheet.docx"


def facts() -> str:
    widths = [1250, 3900, 1250, 3238]

    def pair(at: int, head: str, text: str) -> str:
        return cell(widths[at], paragraph("FactsHead", head), middle=True) + cell(
            widths[at + 1], paragraph("Facts", text), middle=True
        )

    def wide(head: str, text: str) -> str:
        return row(
            cell(widths[0], paragraph("FactsHead", head), middle=True),
            cell(sum(widths[1:]), paragraph("Facts", text), span=3, middle=True),
        )

    return table(
        widths,
        row(pair(0, "报送单位", "{{单位}}"), pair(2, "报告年度", "{{年度}}")),
        row(pair(0, "文件名称", "{{文件名}}"), pair(2, "成文日期", "{{成文日期}}")),
        wide("核对清单", "{{清单}}（{{清单编号}}，{{清单版本}}版）"),
        row(pair(0, "文件校验", "{{文件校验}}"), pair(2, "清单校验", "{{清单校验}}")),
        row(pair(0, "核对工具", "{{工具}}"), pair(2, "体检日期", "{{体检日期}}")),
        row(
            cell(widths[0], paragraph("FactsHead", "总的结论"), middle=True),
            cell(
                sum(widths[1:]),
                paragraph("Verdict", "{{总的结论}}"),
                paragraph("Facts", "{{数字}}。"),
                paragraph("Facts", "{{#备注}}{{备注文字}}{{/备注}}"),
                span=3,
            ),
        ),
    )


OPINION = (
    paragraph("Cell", "{{勾选}}"),
    paragraph("Cell", "{{意见}}"),
    paragraph("Cell", "{{#此前}}{{此前复核}}{{/此前}}"),
)


def elements() -> str:
    widths = [540, 1500, 1600, 2990, 1308, 1700]
    sign = f'<w:rFonts w:ascii="{SIGNS}" w:hAnsi="{SIGNS}" w:eastAsia="{SIGNS}" w:cs="{SIGNS}"/>'
    return table(
        widths,
        heads(widths, "序号", "要求", "依据", "报告中的位置和原文", "结论", "复核意见"),
        row(cell(WIDTH, paragraph("CellGroup", "{{#组}}{{组名}}"), span=6, shade="F7F7F7")),
        row(
            cell(widths[0], paragraph("CellMiddle", "{{#项}}{{序号}}")),
            cell(widths[1], paragraph("Cell", "{{要求}}")),
            cell(widths[2], paragraph("Cell", "{{依据}}")),
            cell(widths[3], paragraph("Cell", "{{原文}}")),
            cell(
                widths[4],
                paragraph("Cell", run("{{符号}}", sign), run(" {{结论}}", fonts("黑体"))),
                paragraph("Cell", "{{说明}}"),
            ),
            cell(widths[5], *OPINION, paragraph("Cell", "{{/项}}{{/组}}")),
        ),
    )


def chain() -> str:
    widths = [540, 2308, 2330, 2230, 2230]
    return table(
        widths,
        heads(widths, "序号", "{{不足栏}}", "{{原因栏}}", "{{整改栏}}", "{{安排栏}}"),
        row(
            cell(widths[0], paragraph("CellMiddle", "{{#链条}}{{链条序号}}")),
            cell(widths[1], paragraph("Cell", "{{不足}}")),
            cell(widths[2], paragraph("Cell", "{{原因}}")),
            cell(widths[3], paragraph("Cell", "{{整改}}")),
            cell(widths[4], paragraph("Cell", "{{安排}}{{/链条}}")),
        ),
    )


def texts() -> str:
    widths = [540, 620, 3614, 3164, 1700]
    return table(
        widths,
        heads(widths, "序号", "级别", "问题和建议", "报告中的位置和原文", "复核意见"),
        row(
            cell(widths[0], paragraph("CellMiddle", "{{#问题}}{{序号}}")),
            cell(widths[1], paragraph("CellMiddle", "{{结论}}")),
            cell(
                widths[2],
                paragraph("Cell", "{{说明}}"),
                paragraph("Cell", "{{#有依据}}依据：{{同行依据}}。{{/有依据}}"),
            ),
            cell(widths[3], paragraph("Cell", "{{原文}}")),
            cell(widths[4], *OPINION, paragraph("Cell", "{{/问题}}")),
        ),
    )


def asides() -> str:
    widths = [4819, 4819]
    return table(
        widths,
        heads(widths, "事项", "此前的复核意见和说明"),
        row(
            cell(widths[0], paragraph("Cell", "{{#另记表}}{{另记事项}}")),
            cell(widths[1], paragraph("Cell", "{{另记说明}}{{/另记表}}")),
        ),
    )


def signatures() -> str:
    half = WIDTH // 2
    line = '<w:tabs><w:tab w:val="left" w:pos="4819"/></w:tabs>'
    return table(
        [half, half],
        row(
            cell(
                WIDTH,
                paragraph("Sign", "综合意见：", form="<w:keepNext/>"),
                paragraph("Sign", form="<w:keepNext/>"),
                paragraph(
                    "Sign", "复核人（签名）：", "<w:r><w:tab/></w:r>", "复核单位（盖章）：", form=f"<w:keepNext/>{line}"
                ),
                paragraph("Sign", "<w:r><w:tab/></w:r>", "日期：　　　　年　　月　　日", form=line),
                span=2,
            )
        ),
    )


def notes(*texts: str) -> list[str]:
    """Paragraphs that stay together, so that no page holds a single line."""
    return [paragraph("Text", text, form="<w:keepNext/><w:keepLines/>") for text in texts]


def body() -> str:
    return "".join(
        (
            paragraph("Title", "清单体检反馈单"),
            paragraph("Subtitle", "{{报告标题}}"),
            facts(),
            paragraph("Heading1", "一、逐项核对"),
            paragraph("Text", "{{^组}}没有逐项核对。{{/组}}"),
            paragraph("Text", "{{#有组}}"),
            elements(),
            paragraph("Text", "{{图例}}。"),
            paragraph("Text", "{{/有组}}"),
            paragraph("Heading1", "二、问题链"),
            paragraph("Text", "{{^链}}报告没有列出不足，无从对应。{{/链}}"),
            paragraph("Text", "{{#链}}"),
            chain(),
            paragraph("Text", "{{/链}}"),
            paragraph("Heading1", "三、文字与数据"),
            paragraph("Text", "{{^问题}}没有发现要改的文字。{{/问题}}"),
            paragraph("Text", "{{#有问题}}"),
            texts(),
            paragraph("Text", "{{/有问题}}"),
            paragraph("Text", "{{#其余问题}}另有 {{其余条数}} 条没有列在这里，见体检网页。{{/其余问题}}"),
            paragraph("Heading1", "四、请人工核对"),
            paragraph("Text", "{{^提问}}没有要人工核对的事项。{{/提问}}"),
            paragraph("Text", "{{#提问}}第 {{提问序号}} 项“{{提问要求}}”：{{提问内容}}（请在表中该项勾选）{{/提问}}"),
            paragraph("Text", "{{#另记}}"),
            paragraph("Heading1", "五、此前已有意见的事项"),
            asides(),
            paragraph("Text", "{{/另记}}"),
            paragraph("Heading1", "复核结论"),
            signatures(),
            paragraph("Heading1", "说明"),
            *notes(
                "所列依据：{{来源}}。",
                "本单只看文字怎样写；{{不查}}。核对结果供参考，以复核人签署的意见为准。",
                "文件校验（SHA-256）：{{文件校验全文}}",
                "清单校验（SHA-256）：{{清单校验全文}}",
            ),
            '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
            '<w:footerReference w:type="default" r:id="rId4"/>'
            '<w:pgSz w:w="11906" w:h="16838"/>'
            f'<w:pgMar w:top="1247" w:right="{MARGIN}" w:bottom="1134" w:left="{MARGIN}" w:header="737" w:footer="624"'
            ' w:gutter="0"/></w:sectPr>',
        )
    )


def field(name: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def override(part: str, kind: str) -> str:
    return f'<Override PartName="{part}" ContentType="{kind}"/>'


def relation(ident: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{ident}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def parts() -> dict[str, str]:
    header = paragraph("Header", "{{单位}}　{{页眉文件名}}", "<w:r><w:tab/></w:r>", "清单体检反馈单")
    footer = paragraph("Footer", "第 ", field("PAGE"), " 页　共 ", field("NUMPAGES"), " 页")
    relations = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + override("/word/document.xml", f"{WORD}.document.main+xml")
        + override("/word/styles.xml", f"{WORD}.styles+xml")
        + override("/word/settings.xml", f"{WORD}.settings+xml")
        + override("/word/header1.xml", f"{WORD}.header+xml")
        + override("/word/footer1.xml", f"{WORD}.footer+xml")
        + "</Types>",
        "_rels/.rels": relations + relation(1, "officeDocument", "word/document.xml") + "</Relationships>",
        "word/_rels/document.xml.rels": relations
        + relation(1, "styles", "styles.xml")
        + relation(2, "settings", "settings.xml")
        + relation(3, "header", "header1.xml")
        + relation(4, "footer", "footer1.xml")
        + "</Relationships>",
        "word/document.xml": f"{HEAD}<w:document {NAMES}><w:body>{body()}</w:body></w:document>",
        "word/styles.xml": styles(),
        "word/settings.xml": f'{HEAD}<w:settings {NAMES}><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
        "word/header1.xml": f"{HEAD}<w:hdr {NAMES}>{header}</w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {NAMES}>{footer}</w:ftr>",
    }


def main() -> None:
    with zipfile.ZipFile(TEMPLATE, "w") as archive:
        for name, text in parts().items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


if __name__ == "__main__":
    main()

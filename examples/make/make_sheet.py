"""Makes templates/sheet.docx, the Word template of the feedback sheet that a county may restyle.

`python examples/make/make_sheet.py` writes it; the same script gives the same bytes. The template is an ordinary Word
file: {{名称}} stands for a value, {{#名称}} … {{/名称}} for rows or paragraphs that are repeated (lint/render/sheet).
"""

import zipfile
from pathlib import Path

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "sheet.docx"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
WIDTH = 9638  # twips between the margins: 170 mm
MARGIN = 1134  # twips: 20 mm
SIGNS = "Segoe UI Symbol"  # has ● ◐ ○, comes with Windows

# Style id, its name in Word, Chinese font, half points, what its paragraphs are like, what its letters are like.
STYLES = [
    ("Title", "Title", "黑体", 40, '<w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/>', ""),
    ("Subtitle", "Subtitle", "仿宋", 30, '<w:spacing w:after="200"/><w:jc w:val="center"/>', ""),
    ("Heading1", "heading 1", "黑体", 26,
     '<w:keepNext/><w:spacing w:before="300" w:after="100"/><w:outlineLvl w:val="0"/>', ""),
    ("Facts", "反馈单信息", "宋体", 20,
     '<w:spacing w:before="30" w:after="30" w:line="280" w:lineRule="atLeast"/>', ""),
    ("FactsHead", "反馈单信息栏目", "黑体", 20,
     '<w:spacing w:before="30" w:after="30" w:line="280" w:lineRule="atLeast"/><w:jc w:val="center"/>', ""),
    ("Verdict", "反馈单结论", "黑体", 24,
     '<w:spacing w:before="60" w:after="20" w:line="360" w:lineRule="atLeast"/>', ""),
    ("Cell", "反馈单表格", "宋体", 18, '<w:spacing w:line="244" w:lineRule="atLeast"/>', ""),
    ("CellMiddle", "反馈单表格居中", "宋体", 18,
     '<w:spacing w:line="244" w:lineRule="atLeast"/><w:jc w:val="center"/>', ""),
    ("CellHead", "反馈单表头", "黑体", 18, '<w:spacing w:before="30" w:after="30"/><w:jc w:val="center"/>', ""),
    ("CellGroup", "反馈单分组", "黑体", 18, '<w:keepNext/><w:spacing w:before="20" w:after="20"/>', ""),
    ("Text", "反馈单说明", "宋体", 18, '<w:spacing w:before="20" w:after="20" w:line="270" w:lineRule="atLeast"/>', ""),
    ("Sign", "反馈单签名", "仿宋", 24,
     '<w:spacing w:before="60" w:after="60" w:line="380" w:lineRule="atLeast"/>', ""),
    ("Header", "header", "宋体", 16,
     f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="808080"/></w:pBdr>'
     f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>', ""),
    ("Footer", "footer", "宋体", 18, '<w:jc w:val="center"/>', ""),
]  # fmt: skip


def fonts(font: str) -> str:
    return f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}" w:cs="Times New Roman"/>'


def style(ident: str, name: str, font: str, size: int, paragraph: str, letters: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="{int(not name.isascii())}" w:styleId="{ident}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f'<w:rPr>{fonts(font)}{letters}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def styles() -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="404040"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f"{HEAD}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts('宋体')}"
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Grid"><w:name w:val="反馈单框线"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>'
        '<w:top w:w="34" w:type="dxa"/><w:left w:w="74" w:type="dxa"/><w:bottom w:w="34" w:type="dxa"/>'
        '<w:right w:w="74" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + "".join(style(*given) for given in STYLES)
        + "</w:styles>"
    )


def run(text: str, letters: str = "") -> str:
    format_ = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return f'<w:r>{format_}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(name: str, *runs: str, form: str = "") -> str:
    inside = "".join(piece if piece.startswith("<w:") else run(piece) for piece in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{form}</w:pPr>{inside}</w:p>'


def cell(width: int, *paragraphs: str, span: int = 1, shade: str = "", middle: bool = False) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "")
        + ('<w:vAlign w:val="center"/>' if middle else "")
        + f"</w:tcPr>{''.join(paragraphs)}</w:tc>"
    )


def row(*cells: str, head: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: list[int], *rows: str) -> str:
    assert sum(widths) == WIDTH, sum(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{WIDTH}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def heads(widths: list[int], *texts: str) -> str:
    return row(
        *(cell(width, paragraph("CellHead", text), shade="EDEDED", middle=True)
          for width, text in zip(widths, texts, strict=True)),
        head=True,
    )  # fmt: skip


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
    widths = [540, 1600, 1950, 2908, 1390, 1250]
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
    widths = [540, 620, 3814, 3414, 1250]
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
                "本单只看文字怎样写，不核实事情是否属实；{{不查}}。核对结果供参考，以复核人签署的意见为准。",
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

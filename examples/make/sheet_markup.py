"""The pieces of WordprocessingML that make_sheet.py puts together: styles, paragraphs, cells, tables."""

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

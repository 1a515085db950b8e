"""Makes the examples that are not plain text: Word files with automatic numbering, saved web pages.

`python examples/make/make_files.py` writes them into examples/reports from the lines beside this script; the same
lines give the same bytes. A line begins with what it is: T title, R recipient, 1 2 3 headings by level, P paragraph,
S signature and date.
"""

import zipfile
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPORTS = HERE.parent / "reports"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{WORD}.numbering+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
PARTS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>'
)


def _style(name: str, title: str, font: str, size: int, paragraph: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr>{paragraph}</w:pPr><w:rPr><w:rFonts w:eastAsia="{font}"/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
STYLES = (
    f'{HEAD}<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>'
    '<w:spacing w:line="560" w:lineRule="exact"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman"'
    ' w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:style>'
    + _style("T", "Title", "方正小标宋简体", 44, '<w:jc w:val="center"/>')
    + _style("R", "主送机关", "仿宋_GB2312", 32, "")
    + _style("P", "Body Text", "仿宋_GB2312", 32, INDENT)
    + _style("S", "落款", "仿宋_GB2312", 32, '<w:jc w:val="right"/>')
    + "".join(
        _style(str(level), f"heading {level}", font, 32,
               f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>{INDENT}'
               f'<w:outlineLvl w:val="{level - 1}"/>')
        for level, font in ((1, "黑体"), (2, "楷体_GB2312"), (3, "仿宋_GB2312"))
    )
    + "</w:styles>"
)  # fmt: skip


def _level(level: int, form: str, label: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{level + 1}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{label}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


NUMBERING = (
    f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + _level(0, "chineseCountingThousand", "%1、")
    + _level(1, "chineseCountingThousand", "（%2）")
    + _level(2, "decimal", "%3.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def lines(name: str) -> list[tuple[str, str]]:
    """What each line is, and its text."""
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    return [(line[0], line[2:]) for line in text.splitlines() if line]


def word(rows: list[tuple[str, str]]) -> dict[str, str]:
    """The members of a .docx whose numbers are Word's own: no number stands in the text."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{kind}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>'
        for kind, text in rows
    )
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'
        ' w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    )
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{body}{page}</w:body></w:document>",
        "word/_rels/document.xml.rels": PARTS,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
    }


def write_package(path: Path, members: dict[str, str]) -> None:
    """A ZIP with fixed dates, so that the same members give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED, 9)


def web(rows: list[tuple[str, str]], county: str, source: str, issuer: str, number: str, day: str, before: str) -> str:
    """A page as a county's portal publishes it: a trail, a table of facts, the text, and what hangs around it."""
    title = next(text for kind, text in rows if kind == "T")
    shape = {"1": "text-indent: 2em; font-family: 黑体", "S": "text-align: right", "R": "text-indent: 0"}
    body = "\n".join(
        f'<p style="{shape.get(kind, "text-indent: 2em")}"><span style="font-size: 16pt">{escape(text)}</span></p>'
        for kind, text in rows
        if kind != "T"
    )
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="ArticleTitle" content="{escape(title)}">
<meta name="PubDate" content="{day} 10:12">
<meta name="ContentSource" content="{source}">
<title>{escape(title)}-{county}人民政府</title>
<script>var visits = 58;</script>
</head>
<body>
<div class="nav"><a href="#">首页</a> <a href="#">政务公开</a> <a href="#">政务服务</a> <a href="#">互动交流</a></div>
<div class="crumbs">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt;
<a href="#">法治政府建设年度报告</a></div>
<table class="facts"><tr><td>索 引 号</td><td>{number}</td><td>发布机构</td><td>{issuer}</td></tr></table>
<h1>{escape(title)}</h1>
<div class="info">发布时间：{day} 10:12　来源：{source}
浏览次数：<span id="visits">58</span>　字号：[ 大 中 小 ]</div>
<div id="zoom" class="TRS_Editor">
{body}
</div>
<div class="tools"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
<div class="near"><p>上一篇：{source}2025年{before}</p><p>下一篇：没有了</p></div>
<div class="foot"><p>主办：{county}人民政府办公室　网站标识码：0000000000</p></div>
</body>
</html>
"""


WORD_FILES = ("zhuli-2025", "lushan-archives-2025", "baiyang-mayor-2024")
PAGES = {
    "tongwan-2024": ("汀岭县", "桐湾乡", "桐湾乡人民政府", "TL-TWX-2025-0007", "2025-03-18", "春耕备耕工作安排"),
    "heshui-forestry-2024": (
        "河绥县",
        "县林业局",
        "河绥县林业局",
        "HS-LYJ-2025-0019",
        "2025-04-16",
        "义务植树活动安排",
    ),
    "lucheng-director-2024": ("潞城县", "县商务局", "潞城县商务局", "LC-SWJ-2025-0011", "2025-02-27", "促消费活动安排"),
}


def main(folder: Path = REPORTS) -> None:
    """Writes the files."""
    folder.mkdir(exist_ok=True)
    for name in WORD_FILES:
        write_package(folder / f"{name}.docx", word(lines(name)))
    for name, facts in PAGES.items():
        (folder / f"{name}.html").write_text(web(lines(name), *facts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""The members of a letter that are the same for every text: styles, fonts, page numbers, settings."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from lint.render.word.letter_body import MEMBER, R, W

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)  # of the members: the same text gives the same bytes
_SONG, _HEI, _KAI, _FANG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
_FONTS = ((_SONG, "方正小标宋_GBK"), (_HEI, "SimHei"), (_KAI, "楷体"), (_FANG, "仿宋"), ("宋体", "SimSun"))
_LINE = 'w:line="579" w:lineRule="exact"'  # 28.95 points: 22 lines on 225 mm
# 28 characters of 16 points on 156 mm. A grid of characters would say the same, but LibreOffice spreads them over it.
_TIGHT = '<w:spacing w:val="-5"/>'
_DEFAULTS = (
    '<w:style w:type="character" w:default="1" w:styleId="Default"><w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
    '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'


def package(document: bytes, title: str) -> bytes:
    """The .docx of a word/document.xml. `title` is the text of the title, for the properties; no author is named."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {
                "rId1": ("officeDocument", MEMBER),
                "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _core(title),
        MEMBER: document,
        "word/_rels/document.xml.rels": _relationships(
            {
                "rIdStyles": ("styles", "styles.xml"),
                "rIdSettings": ("settings", "settings.xml"),
                "rIdFonts": ("fontTable", "fontTable.xml"),
                "rIdOdd": ("footer", "footer1.xml"),
                "rIdEven": ("footer", "footer2.xml"),
            }
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content)
    return stream.getvalue()


def _content_types() -> str:
    parts = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
        "footer1": "footer",
        "footer2": "footer",
    }
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{ident}" Type="{kind if "/" in kind else f"{R}/{kind}"}" Target="{target}"/>'
        for ident, (kind, target) in targets.items()
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(title: str) -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator></dc:creator></cp:coreProperties>"
    )


def _settings() -> str:
    return (
        f'{_XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table() -> str:
    """Where a computer lacks a font, another of its kind is taken."""
    rows = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in _FONTS
    )
    return f'{_XML}<w:fonts xmlns:w="{W}">{rows}</w:fonts>'


def _footer(side: str) -> str:
    """The page number between two dashes, one character from the edge: odd pages right, even ones left."""
    step = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    field = (
        f'{step("begin")}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>{step("separate")}'
        f"<w:r><w:t>1</w:t></w:r>{step('end')}"
    )
    dash = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'.format
    return (
        f'{_XML}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}="280"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{dash("— ")}{field}{dash(" —")}</w:p></w:ftr>'
    )


def _styles() -> str:
    heading = "<w:keepNext/>" + _INDENT + '<w:outlineLvl w:val="{}"/>'
    return (
        f'{_XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(_FANG, "Times New Roman")}'
        f'{_TIGHT}{_size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + _style(
            "Normal",
            "Normal",
            f'<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing {_LINE}/>'
            '<w:jc w:val="both"/>',
            based="",
        )
        + _style(
            "Title",
            "Title",
            '<w:snapToGrid w:val="0"/><w:spacing w:line="680" w:lineRule="exact"/><w:jc w:val="center"/>',
            _fonts(_SONG) + _size(44),
        )
        + _style("Number", "发文字号", '<w:jc w:val="center"/>')
        + _style("Recipient", "主送机关")
        + _style("Heading1", "heading 1", heading.format(0), _fonts(_HEI))
        + _style("Heading2", "heading 2", heading.format(1), _fonts(_KAI))
        + _style("Heading3", "heading 3", heading.format(2))
        + _style("Body", "Body Text", _INDENT)
        + _style("Signature", "Signature", '<w:keepNext/><w:jc w:val="right"/>')
        + _style("Date", "Date", '<w:jc w:val="right"/>')
        + _style("Plain", "文外", '<w:jc w:val="left"/>')
        + _style("Cell", "表格文字", '<w:jc w:val="left"/>')
        + _style(
            "Footer",
            "footer",
            '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>',
            _fonts("宋体", "宋体") + _size(28),
        )
        + _DEFAULTS
        + _style("Level1", "一级标题文字", run=_fonts(_HEI), kind="character")
        + _style("Level2", "二级标题文字", run=_fonts(_KAI), kind="character")
        + "</w:styles>"
    )


def _style(
    ident: str, name: str, paragraph: str = "", run: str = "", *, based: str = "Normal", kind: str = "paragraph"
) -> str:
    default = ' w:default="1"' if not based else ""
    custom = ' w:customStyle="1"' if not name.isascii() else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based and kind == "paragraph" else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{ident}"><w:name w:val="{name}"/>{parent}<w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _fonts(east_asian: str, latin: str = "") -> str:
    others = f' w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}"' if latin else ""
    return f'<w:rFonts{others} w:eastAsia="{east_asian}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'

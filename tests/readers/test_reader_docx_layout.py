"""The layout of Word files: what the styles, lists, defaults, theme and sections make of each paragraph."""

import pytest

from lint.document.layout import ParagraphForm
from lint.readers.docx_layout_units import points
from tests.readers.reader_fixtures import NAMESPACES, STRICT, W, laid_out, paragraph, relationships
from tests.readers.reader_fixtures import docx as packed

SONG = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'


def only(body: str, **parts: str) -> ParagraphForm:
    """The form of the first paragraph of a file."""
    return laid_out(packed(body, parts=parts))[1].paragraphs[0]


def style(ident: str, inner: str, *, based: str = "", kind: str = "paragraph", default: bool = False) -> str:
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{ident}"{first}><w:name w:val="{ident}"/>{parent}{inner}</w:style>'


def test_values_come_from_the_nearest_that_says_something() -> None:
    styles = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{SONG}<w:sz w:val="21"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + style("a", '<w:pPr><w:jc w:val="both"/></w:pPr>', default=True)
        + style("b", '<w:pPr><w:ind w:firstLine="640"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>', based="a")
        + style("c", '<w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr>', based="b")
        + style("k", '<w:rPr><w:rFonts w:eastAsia="楷体"/><w:b/></w:rPr>', kind="character")
    )
    body = paragraph(
        "首句。",
        '<w:r><w:rPr><w:rStyle w:val="k"/></w:rPr><w:t>次句。</w:t></w:r>',
        '<w:r><w:rPr><w:rStyle w:val="k"/><w:rFonts w:eastAsia="黑体"/><w:sz w:val="44"/><w:b w:val="0"/></w:rPr>'
        "<w:t>末句。</w:t></w:r>",
        properties='<w:pStyle w:val="c"/>',
    )
    form = only(body, styles=styles)
    assert (form.alignment, form.indent, form.indent_chars, form.left) == ("both", 32, None, None)
    assert form.spacing == ("lines", 1.5)
    seen = [(f.start, f.end, f.east_asian, f.latin, f.size, f.bold) for f in form.fonts]
    assert seen == [
        (0, 3, "仿宋", "Times New Roman", 16, False),
        (3, 6, "楷体", "Times New Roman", 16, True),
        (6, 9, "黑体", "Times New Roman", 22, False),
    ]


def test_a_chain_of_styles_that_loops_ends() -> None:
    styles = style("a", '<w:rPr><w:sz w:val="32"/></w:rPr>', based="b", default=True) + style("b", "", based="a")
    assert only(paragraph("甲。"), styles=styles).fonts[0].size == 16


def test_nothing_said() -> None:
    form = only(paragraph("甲。"))
    assert (form.alignment, form.indent, form.indent_chars, form.left, form.grid) == (None,) * 5
    assert form.spacing == ("lines", 1.0)
    [font] = form.fonts
    assert (font.east_asian, font.latin, font.size, font.bold) == (None, None, 10.0, False)


@pytest.mark.parametrize(
    ("said", "spacing"),
    [
        ('<w:spacing w:line="579" w:lineRule="exact"/>', ("exact", 28.95)),
        ('<w:spacing w:line="560" w:lineRule="atLeast"/>', ("at-least", 28.0)),
        ('<w:spacing w:line="276"/>', ("lines", 1.15)),
        ('<w:spacing w:before="120"/>', ("exact", 20.0)),
        ('<w:spacing w:line="nonsense" w:lineRule="exact"/>', ("exact", 20.0)),
    ],
)
def test_line_distances(said: str, spacing: tuple[str, float]) -> None:
    styles = style("a", '<w:pPr><w:spacing w:line="400" w:lineRule="exact"/></w:pPr>', default=True)
    assert only(paragraph("甲。", properties=said), styles=styles).spacing == spacing


@pytest.mark.parametrize(
    ("said", "indent", "chars", "left"),
    [
        ('<w:ind w:firstLineChars="200" w:firstLine="420"/>', 32.0, 2.0, None),
        ('<w:ind w:firstLine="640"/>', 32.0, None, None),
        ('<w:ind w:firstLineChars="0" w:firstLine="0"/>', 0.0, None, None),
        ('<w:ind w:left="840" w:hanging="420"/>', -21.0, None, 42.0),
        ('<w:ind w:leftChars="200" w:hangingChars="100"/>', -16.0, -1.0, 32.0),
        ('<w:ind w:start="840"/>', None, None, 42.0),
        ("", None, None, None),
    ],
)
def test_indents(said: str, indent: float | None, chars: float | None, left: float | None) -> None:
    form = only(
        paragraph("甲。", properties=said), styles=style("a", '<w:rPr><w:sz w:val="32"/></w:rPr>', default=True)
    )
    assert (form.indent, form.indent_chars, form.left) == (indent, chars, left)


def test_a_length_does_not_undo_a_count_of_characters() -> None:
    """Word takes the count, from wherever it comes: what python-docx writes for "no indent" leaves the style's."""
    styles = style("a", '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>', default=True)
    assert only(paragraph("甲。", properties='<w:ind w:firstLine="0"/>'), styles=styles).indent == 32


def test_a_list_indents_what_it_numbers() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    )
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    styles = style("a", '<w:pPr><w:ind w:firstLine="640"/></w:pPr>', default=True) + style(
        "list", f'<w:pPr>{own}<w:ind w:left="100"/></w:pPr>', based="a"
    )
    document, layout = laid_out(
        packed(
            paragraph("甲", properties=own) + paragraph("乙", properties='<w:pStyle w:val="list"/>') + paragraph("丙"),
            parts={"styles": styles, "numbering": numbering},
        )
    )
    assert document.text == "1.甲\n2.乙\n丙"
    assert [(form.left, form.indent) for form in layout.paragraphs] == [(21, -21), (5, -21), (None, 32)]
    assert [(form.start, form.fonts[0].start) for form in layout.paragraphs] == [(0, 2), (4, 6), (8, 8)]


def test_fonts_of_the_theme() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:majorFont><a:latin typeface="Arial"/><a:ea typeface="黑体"/></a:majorFont><a:minorFont>'
        '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/>'
        '<a:font script="Hant" typeface="新細明體"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsia="宋体" w:eastAsiaTheme="{}"/>'.format
    body = "".join(
        paragraph(f"<w:r><w:rPr>{fonts(kind)}</w:rPr><w:t>甲。</w:t></w:r>")
        for kind in ("majorEastAsia", "minorEastAsia", "nothing")
    )

    def named(settings: str) -> list[tuple[str | None, str | None]]:
        rels = relationships({"theme": "theme/theme1.xml", "settings": "settings.xml"})
        extra = {
            "word/_rels/document.xml.rels": rels,
            "word/theme/theme1.xml": theme,
            "word/settings.xml": f"<w:settings {NAMESPACES}>{settings}</w:settings>",
        }
        return [(f.fonts[0].east_asian, f.fonts[0].latin) for f in laid_out(packed(body, extra=extra))[1].paragraphs]

    chinese = '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    assert named(chinese) == [("黑体", "Calibri"), ("等线", "Calibri"), ("宋体", "Calibri")]
    assert named('<w:themeFontLang w:val="en-US"/>')[1] == ("宋体", "Calibri")


def test_tables_boxes_frames_and_notes_are_left_out() -> None:
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>'
        "<w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r>"
    )
    body = (
        paragraph("甲", box, "乙")
        + f"<w:tbl><w:tr><w:tc>{paragraph('格')}</w:tc></w:tr></w:tbl>"
        + paragraph("框", properties='<w:framePr w:w="100"/>')
        + "<w:p/>"
        + f"<w:sdt><w:sdtContent>{paragraph('丙')}</w:sdtContent></w:sdt>"
    )
    document, layout = laid_out(packed(body))
    assert document.text == "甲乙\n框内\n格\n框\n\n丙"
    assert [document.text[form.start : form.end] for form in layout.paragraphs] == ["甲乙", "丙"]


def test_a_deleted_paragraph_mark_gives_the_next_form() -> None:
    deleted = '<w:jc w:val="left"/><w:rPr><w:del w:id="1"/></w:rPr>'
    document, layout = laid_out(
        packed(paragraph("甲，", properties=deleted) + paragraph("乙。", properties='<w:jc w:val="center"/>'))
    )
    [form] = layout.paragraphs
    assert (document.text, form.start, form.end, form.alignment) == ("甲，乙。", 0, 4, "center")


def test_strict_files() -> None:
    section = '<w:sectPr><w:pgSz w:w="210mm" w:h="297mm"/><w:pgMar w:top="3.7cm" w:left="1.5in"/></w:sectPr>'
    body = paragraph("甲", properties='<w:jc w:val="end"/><w:ind w:firstLine="32pt"/>')
    main = f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>".replace(W, STRICT)
    content = packed("", extra={"word/document.xml": main})
    _, layout = laid_out(content)
    [page], [form] = layout.pages, layout.paragraphs
    lengths = (page.width, page.height, page.top, page.left)
    assert [round((value or 0) * 25.4 / 72, 1) for value in lengths] == [210, 297, 37, 38.1]
    assert (form.alignment, form.indent) == ("right", 32)


def test_lengths() -> None:
    assert [points(said, 20) for said in ("240", "-20", "1.5pt")] == [12, -1, 1.5]
    assert [points(said, 20) for said in ("", None, "wide", "1e3", "９")] == [None] * 5

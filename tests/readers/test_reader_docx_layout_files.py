"""The sections of Word files, and what other programs make of a layout."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lint.document.layout import Layout
from lint.readers import read_bytes
from tests.readers.reader_fixtures import NAMESPACES, OFFICE, laid_out, paragraph
from tests.readers.reader_fixtures import docx as packed

PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="-2098" w:bottom="1984" w:left="1487" w:gutter="100" w:right="1474"/>'
)


def footers(*references: tuple[str, str, str]) -> dict[str, str]:
    """Members for footers: (type, relationship id, inner XML)."""
    rows = "".join(
        f'<Relationship Id="{ident}" Type="{OFFICE}/footer" Target="{ident}.xml"/>' for _, ident, _ in references
    )
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    parts = {f"word/{ident}.xml": f"<w:ftr {NAMESPACES}>{inner}</w:ftr>" for _, ident, inner in references}
    return {"word/_rels/document.xml.rels": rels, **parts}


def test_sections() -> None:
    first = f'<w:sectPr>{PAGE}<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    last = (
        '<w:sectPr><w:footerReference w:type="default" r:id="f1"/><w:pgSz w:w="16838" w:h="11906"/>'
        '<w:docGrid w:linePitch="312"/><w:sectPrChange w:id="3"><w:sectPr><w:pgSz w:w="1" w:h="1"/></w:sectPr>'
        "</w:sectPrChange></w:sectPr>"
    )
    body = paragraph("甲") + paragraph("乙", properties=first) + paragraph("丙") + last
    number = paragraph('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    document, layout = laid_out(packed(body, extra=footers(("default", "f1", number))))
    one, two = layout.pages
    assert (one.start, two.start) == (0, document.text.index("丙"))
    assert (one.width, one.height) == (595.3, 841.9)
    assert (one.top, one.bottom, one.left, one.right) == (104.9, 99.2, pytest.approx(79.35), 73.7)
    assert (two.width, two.height, two.top, two.left) == (841.9, 595.3, None, None)
    assert (one.numbered, two.numbered) == (False, True)
    assert [form.grid for form in layout.paragraphs] == [28.95, 28.95, None]


def test_the_grid_holds_only_for_multiples_that_snap_to_it() -> None:
    section = '<w:sectPr><w:docGrid w:type="linesAndChars" w:linePitch="579"/></w:sectPr>'
    said = ['<w:spacing w:line="560" w:lineRule="exact"/>', '<w:snapToGrid w:val="0"/>', ""]
    body = "".join(paragraph("甲", properties=one) for one in said) + section
    assert [form.grid for form in laid_out(packed(body))[1].paragraphs] == [None, None, 28.95]


COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r>'
    '<w:r><w:instrText>GE  \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("inner", "numbered"),
    [
        (paragraph(COMPLEX), True),
        (f"<w:sdt><w:sdtContent>{paragraph(COMPLEX)}</w:sdtContent></w:sdt>", True),
        (paragraph(f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(COMPLEX)}</w:txbxContent></v:textbox></w:pict></w:r>"),
         True),
        (paragraph("<w:r><w:pgNum/></w:r>"), True),
        (paragraph('<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>'), False),
        (paragraph("第PAGE页"), False),
    ],
)  # fmt: skip
def test_page_numbers(inner: str, numbered: bool) -> None:
    section = '<w:sectPr><w:footerReference w:type="default" r:id="f1"/></w:sectPr>'
    _, layout = laid_out(packed(paragraph("甲") + section, extra=footers(("default", "f1", inner))))
    assert [page.numbered for page in layout.pages] == [numbered]


def test_a_footer_of_even_pages_counts_only_where_they_have_their_own() -> None:
    section = '<w:sectPr><w:footerReference w:type="even" r:id="f1"/></w:sectPr>'
    _, layout = laid_out(packed(paragraph("甲") + section, extra=footers(("even", "f1", paragraph(COMPLEX)))))
    assert [page.numbered for page in layout.pages] == [False]


def reports(text: str = "段落。") -> bytes:
    """A file by python-docx: some set directly, some by styles."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    normal = made.styles["Normal"]
    normal.font.size = Pt(16)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋_GB2312")
    normal.paragraph_format.line_spacing = Pt(29)
    normal.paragraph_format.first_line_indent = Pt(32)
    title = made.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.first_line_indent = Pt(0)
    run = title.add_run("标题")
    run.font.size = Pt(22)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "方正小标宋简体")
    made.add_paragraph(text)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0]._element.append(field)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def form_of(layout: Layout, at: int) -> tuple[object, ...]:
    form = layout.paragraphs[at]
    return form.alignment, round(form.indent or 0), form.spacing, [(f.east_asian, f.size) for f in form.fonts]


def test_python_docx_and_libreoffice_say_the_same(soffice: Callable[[bytes, str, str], bytes]) -> None:
    written = reports()
    for content in (written, soffice(written, "docx", "docx"), soffice(soffice(written, "docx", "odt"), "odt", "docx")):
        _, layout = laid_out(content)
        [page] = layout.pages
        sides = (page.width, page.height, page.top, page.bottom, page.left, page.right)
        assert [round(value * 25.4 / 72) for value in sides if value] == [210, 297, 37, 35, 28, 26]
        assert page.numbered
        assert form_of(layout, 0) == ("center", 0, ("exact", 29), [("方正小标宋简体", 22)])
        assert form_of(layout, 1)[1:] == (32, ("exact", 29), [("仿宋_GB2312", 16)])


def test_old_word_files_and_odt_keep_their_layout(soffice: Callable[[bytes, str, str], bytes]) -> None:
    for suffix in ("doc", "odt"):
        document = read_bytes(soffice(reports(), "docx", suffix), f"报告.{suffix}", layout=True)
        assert document.layout is not None
        assert form_of(document.layout, 1)[1:] == (32, ("exact", 29), [("仿宋_GB2312", 16)])


def test_formats_without_a_layout(soffice: Callable[[bytes, str, str], bytes]) -> None:
    assert read_bytes("报告。".encode(), "报告.txt", layout=True).layout is None
    assert read_bytes(soffice(reports(), "docx", "rtf"), "报告.rtf", layout=True).layout is None
    assert read_bytes(reports(), "报告.docx").layout is None

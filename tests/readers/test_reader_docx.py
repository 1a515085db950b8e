"""Word files: the walk, tracked changes, tables, text boxes, notes, margins, places, refusals."""

import io
import zipfile

import pytest
from lxml import etree
from reader_fixtures import STRICT, W, assert_lawful, docx, line_texts, paragraph, relationships, zipped

from lint.document.document import Document
from lint.readers import Limits, ReadError, read, read_bytes
from lint.readers.docx import HIDDEN, REVISED
from lint.readers.docx_runs import node_text

DELETED_MARK = '<w:rPr><w:del w:id="9" w:author="甲"/></w:rPr>'
BOX = "<w:txbxContent><w:p><w:r><w:t>文本框：云政〔2026〕3号</w:t></w:r></w:p></w:txbxContent>"


def word(body: str, **options: object) -> Document:
    data = docx(body, **options)  # type: ignore[arg-type]
    document = read_bytes(data, "报告.docx")
    assert_lawful(document)
    assert_places(document, data)
    return document


def assert_places(document: Document, data: bytes) -> None:
    """Every character that is not a line end stands where its origin says."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    nodes: dict[str, list[etree._Element]] = {}
    covered = document.text.count("\n")
    for origin in document.origins:
        if origin.member not in nodes:
            parser = etree.XMLParser(resolve_entities=False)
            nodes[origin.member] = list(etree.fromstring(archive.read(origin.member), parser).iter("*"))
        node = nodes[origin.member][origin.node]
        covered += origin.end - origin.start
        if origin.generated:
            assert etree.QName(node).localname == "p"
        else:
            begin = origin.offset
            text = document.text[origin.start : origin.end]
            assert node_text(node)[begin : begin + len(text)] == text
    assert covered == len(document.text)


def test_runs_and_paragraphs() -> None:
    document = word(paragraph("云岭乡", "人民政府") + paragraph() + paragraph("关于2025年的报告"))
    assert document.text == "云岭乡人民政府\n\n关于2025年的报告"
    assert [line.paragraph for line in document.lines] == [1, 2, 3]
    assert [(origin.start, origin.end, origin.node) for origin in document.origins] == [
        (0, 3, 4),
        (3, 7, 6),
        (9, 19, 10),
    ]
    assert (document.format, document.encoding, document.remarks) == ("docx", None, ())


def test_inline_oddities() -> None:
    run = (
        "<w:r><w:tab/><w:t>制表后</w:t><w:br/><w:t>换行后2021</w:t><w:noBreakHyphen/><w:t>2025年</w:t><w:softHyphen/>"
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F021"/></w:r>'
    )
    above, base = ("<w:r><w:t>fǎ</w:t></w:r>", "<w:r><w:t>法</w:t></w:r>")
    ruby = f"<w:r><w:ruby><w:rt>{above}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
    document = word(
        paragraph(
            "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>",
            "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>",
            "<w:smartTag><w:r><w:t>标记</w:t></w:r></w:smartTag>",
            run,
            ruby,
        )
    )
    assert line_texts(document) == ["链接控件标记\t制表后", "换行后2021-2025年☑\ufffc法"]
    assert [line.paragraph for line in document.lines] == [1, 1]


def test_page_breaks_count_only_between_text() -> None:
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    document = word(paragraph(page_break, "上") + paragraph("中", page_break) + paragraph("甲", page_break, "乙"))
    assert line_texts(document) == ["上", "中", "甲", "乙"]


def test_fields_give_their_result_only() -> None:
    def step(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> REF x </w:instrText></w:r>"
    nested = [step("begin"), code, step("begin"), "内层", step("end"), step("separate"), "12", step("end"), "件"]
    assert word(paragraph("共", *nested)).text == "共12件"
    across = paragraph("目录", step("begin"), code, step("separate"), "一、") + paragraph("二、", step("end"), "正文")
    assert line_texts(word(across)) == ["目录一、", "二、正文"]
    assert word(paragraph("前", step("begin"), code, "后")).text == "前后"  # never ended: nothing is swallowed


def test_tracked_changes_are_read_as_accepted() -> None:
    document = word(
        paragraph(
            "办理案件",
            '<w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del>',
            '<w:ins w:id="2"><w:r><w:t>15</w:t></w:r></w:ins>',
            "件，",
            '<w:moveFrom w:id="3"><w:r><w:t>移走，</w:t></w:r></w:moveFrom>',
            "增长。",
            '<w:moveTo w:id="4"><w:r><w:t>移来。</w:t></w:r></w:moveTo>',
        )
        + paragraph("前半", properties=DELETED_MARK)
        + paragraph("后半。")
        + paragraph('<w:del w:id="5"><w:r><w:delText>整段删除</w:delText></w:r></w:del>', properties=DELETED_MARK)
        + paragraph("末段。")
    )
    assert line_texts(document) == ["办理案件15件，增长。移来。", "前半后半。", "末段。"]
    assert [line.paragraph for line in document.lines] == [1, 2, 5]
    assert document.remarks == (REVISED,) == ("含修订，按接受全部修订后的文字核对。",)


def test_a_deleted_row_is_gone() -> None:
    def row(text: str, properties: str = "") -> str:
        return f"<w:tr>{properties}<w:tc>{paragraph(text)}</w:tc></w:tr>"

    table = f"<w:tbl>{row('留')}{row('删', '<w:trPr><w:del/></w:trPr>')}</w:tbl>"
    document = word(table + paragraph("后"))
    assert line_texts(document) == ["留", "后"]
    assert document.remarks == (REVISED,)


def test_hidden_text_is_left_out() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显示</w:t></w:r>'
    styled = '<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>样式隐藏</w:t></w:r>'
    styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    document = word(
        paragraph("前", hidden, shown, styled, "后")
        + paragraph(hidden, properties="<w:rPr><w:vanish/></w:rPr>")
        + paragraph("完"),
        parts={"styles": styles},
    )
    assert line_texts(document) == ["前显示后", "完"]
    assert document.remarks == (HIDDEN,) == ("含隐藏文字，未纳入核对。",)


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{BOX}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = word(paragraph(box, "所在段落。") + paragraph("后一段。"))
    assert line_texts(document) == ["所在段落。", "文本框：云政〔2026〕3号", "后一段。"]
    assert [line.part for line in document.lines] == ["body", "textbox", "body"]
    assert [line.paragraph for line in document.lines] == [1, 2, 3]


def test_tables_give_a_line_per_paragraph_of_a_cell() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('内')}</w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:tc>{paragraph('项目')}{paragraph('二')}</w:tc><w:tc>{inner}{paragraph()}</w:tc></w:tr>"
    control = f"<w:sdt><w:sdtContent><w:tr><w:tc>{paragraph('控件行')}</w:tc></w:tr></w:sdtContent></w:sdt>"
    document = word(f"<w:tbl>{row}{control}</w:tbl>{paragraph('后')}")
    assert line_texts(document) == ["项目", "二", "内", "", "控件行", "后"]
    assert [line.part for line in document.lines] == ["table"] * 5 + ["body"]


def test_footnotes_follow_the_body_in_the_order_of_their_references() -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}"{kind}>{paragraph(text)}</w:footnote>'
        for number, kind, text in (
            (0, ' w:type="separator"', "分隔"), (1, "", "注一。"), (2, "", "注二。"), (3, "", "没有引用。"),
        )
    )  # fmt: skip
    body = paragraph(
        "甲", '<w:r><w:footnoteReference w:id="2"/></w:r>', "乙", '<w:r><w:footnoteReference w:id="1"/></w:r>'
    )
    document = word(body, parts={"footnotes": notes})
    assert line_texts(document) == ["甲乙", "注二。", "注一。"]
    assert [line.part for line in document.lines] == ["body", "footnote", "footnote"]
    assert document.origins[-1].member == "word/footnotes.xml"


def test_headers_and_footers_are_margins() -> None:
    section = '<w:sectPr><w:headerReference r:id="rId1"/><w:footerReference r:id="rId2"/></w:sectPr>'
    document = word(
        paragraph("正文") + section, parts={"header": paragraph("内部资料") + paragraph(), "footer": paragraph("— 1 —")}
    )
    assert document.text == "正文"
    assert document.margins == ("内部资料", "— 1 —")


def test_the_main_part_may_stand_elsewhere_and_be_strict() -> None:
    assert word(paragraph("别处"), main="body/main.xml").text == "别处"
    data = docx(paragraph("严格")).replace(b"", b"")
    members = {
        name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    members["word/document.xml"] = members["word/document.xml"].replace(W.encode(), STRICT.encode())
    assert read_bytes(zipped(members), "a.docx").text == "严格"
    members["word/_rels/document.xml.rels"] = relationships({"numbering": "NULL", "styles": "../NULL"}).encode()
    assert read_bytes(zipped(members), "a.docx").text == "严格"


def test_entities_are_not_resolved(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret"
    secret.write_text("机密")
    prologue = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "展开">]>'
    assert word(paragraph("前&x;&y;后"), prologue=prologue).text == "前后"


def test_comments_of_xml_do_not_cut_text() -> None:
    assert word(paragraph("前<!-- 注 -->后<?pi x?>完")).text == "前后完"


def test_line_ends_inside_of_a_text_node_are_spaces() -> None:
    assert word(paragraph("前\n后")).text == "前 后"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04" + b"x" * 50, "Word 文件已损坏，不能打开；请用 Word 或 WPS 打开原文件，另存为 .docx 后再检。"),
        (docx(paragraph("甲"))[:-60], "Word 文件已损坏，不能打开；请用 Word 或 WPS 打开原文件，另存为 .docx 后再检。"),
        (docx("<w:p>"), "Word 文件已损坏，不能打开；请用 Word 或 WPS 打开原文件，另存为 .docx 后再检。"),
        (docx(paragraph()), "文件是空的（没有文字），没有可以核对的内容；请确认是否保存成功。"),
        (
            docx(paragraph("<w:r><w:drawing/></w:r>")),
            "Word 文件里只有图片，没有文字；请提供文字版，或用 OCR 识别后再检。",
        ),
        (zipped({"a.txt": "甲"}), "这是压缩包，不是 Word 文档；请解压后把里面的报告交来检查。"),
        (
            zipped({"OFD.xml": "<x/>"}),
            "这是 OFD 版式文件，暂不能读取；请用原来的 Word 文件，或用 OFD 阅读器导出为 .pdf 后再检。",
        ),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "这不是文字文档；请提供 .docx、.txt、.md、.html 或 .pdf 格式的报告。",
        ),
        (
            zipped(
                {"_rels/.rels": relationships({"officeDocument": "xl/workbook.xml"}), "xl/workbook.xml": "<workbook/>"}
            ),
            "这是 Excel 表格，不是 Word 文档；请提供 .docx、.txt、.md、.html 或 .pdf 格式的报告。",
        ),
    ],
)
def test_refusals(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.docx")
    assert str(caught.value) == message


def test_bombs_are_refused() -> None:
    too_large = "Word 文件解压后过大，可能不是正常的文档；请用 Word 或 WPS 打开后另存为 .docx 再检。"
    deep = "<w:smartTag>" * 300 + "</w:smartTag>" * 300
    for data, limits in (
        (docx(paragraph("甲"), extra={"word/media/a.bin": "0" * 30_000_000}), Limits()),
        (docx(paragraph("甲" * 1000)), Limits(max_unpacked=1000)),
        (docx(paragraph(deep)), Limits()),
    ):
        with pytest.raises(ReadError) as caught:
            read_bytes(data, "a.docx", limits=limits)
        assert str(caught.value) == too_large
    with pytest.raises(ReadError, match="文字过多"):
        read_bytes(docx(paragraph("甲" * 5000) * 3), "a.docx", limits=Limits(max_text=10_000))


def test_files_of_python_docx(tmp_path) -> None:  # type: ignore[no-untyped-def]
    writer = pytest.importorskip("docx")
    made = writer.Document()
    made.add_heading("云岭乡报告", 0)
    made.add_paragraph("正文第一段。")
    made.add_paragraph("项目符号", style="List Bullet")
    made.add_paragraph("自动编号", style="List Number")
    path = tmp_path / "报告 一.docx"
    made.save(path)
    document = read(path)
    assert line_texts(document) == ["云岭乡报告", "正文第一段。", "项目符号", "1.自动编号"]
    assert_places(document, path.read_bytes())


def test_sample_with_everything_at_once(shared) -> None:  # type: ignore[no-untyped-def]
    path = shared / "files" / "A_mixed.docx"
    document = read(path)
    assert_lawful(document)
    assert_places(document, path.read_bytes())
    assert line_texts(document)[-8:] == [
        "书签所在段落，书签之后的文字。",
        "修订：全年共办理案件15件，比上年增长。移走的话，",
        "删除段落标记的前半后半接上。",
        "链接：中国政府网（内容控件里的文字）智能标记文字\t制表后",
        "换行后2021-2025年☑法",
        "块级内容控件段落：依法治镇办公室设在司法所。",
        "文本框所在段落。",
        "文本框：小政发〔2025〕3号",
    ]
    assert document.remarks == (REVISED, HIDDEN)
    assert document.margins == ("小河镇人民政府", "— 1 —")
    for name in ("docm", "nostyles", "nullrel", "strict"):
        assert read(shared / "files" / "odd" / f"odd_{name}.docx").text == document.text, name
    foreign = read(shared / "files" / "odd" / "odd_xxe.docx").text
    assert "AAAA" not in foreign
    assert foreign == document.text[7:]  # the first run is the entity itself
    assert read(shared / "files" / "odd" / "odd_notzip.docx").format == "doc"
    with pytest.raises(ReadError, match="Word 文件已损坏"):
        read(shared / "files" / "odd" / "odd_trunc.docx")

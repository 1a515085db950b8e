"""Word files of many writers with one report in them, and what is asked of their annotated copies.

The township is invented. The report has faults of all kinds: doubled words, a wrong official name, half-width marks,
marks turned round, things that are absent.
"""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import docx
from lxml import etree

from lint.document.document import Document
from lint.fitting import Library
from lint.readers import read_bytes
from lint.record import shape
from lint.record.build import report_record
from lint.render.word.annotate import annotate
from lint.run import Choices, Run, check_bytes
from tests.readers.reader_fixtures import NAMESPACES, OFFICE, STRICT, W, paragraph, relationships, zipped
from tests.readers.reader_fixtures import docx as packed

TODAY = date(2026, 3, 1)
LINES = (
    "柳河镇人民政府",
    "关于2024年法治政府建设情况的报告",
    "县委、县政府：",
    "2024年，柳河镇认真落实依法治县部署，扎实推进法治政府建设。现将有关情况报告如下：",
    "一、2024年主要举措和成效",
    "（一）加强加强学法。领导班子会前学法12次,镇长带头讲法治课2场。",
    "（二）规范决策。全年对18件重大行政决策事项开展合法性审查;聘请2名律师担任法律顾问,审查合同45份。",
    "（三）普法宣传。开展“八五“普法活动26场次，，按照《法治政府建设与责任落实督查工作规定》要求公开信息142条。",
    "二、存在的不足和原因",
    "一是执法力量与承接事项不匹配，主要原因是编制少、招录慢。",
    "三、2025年法治政府建设主要安排",
    "一是充实执法队伍，2025年6月前再组织6人参加执法资格考试。",
    "柳河镇人民政府",
    "2025年1月20日",
)
TRACKED = 'w:author="王五" w:date="2025-01-02T00:00:00Z"'
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
FONT = '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr>'


def run(text: str, properties: str = FONT) -> str:
    """A w:r with one w:t."""
    return f'<w:r w:rsidR="00AA1234">{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, inner: str) -> str:
    """A field of several runs around `inner`."""
    return _FIELD.format(code, inner)


def whole(line: str) -> str:
    """A paragraph of one run."""
    return f"<w:p>{run(line)}</w:p>"


def shattered(line: str) -> str:
    """A paragraph in runs of three characters, with what Word leaves between them."""
    pieces = [line[at : at + 3] for at in range(0, len(line), 3)]
    return "<w:p>" + '<w:proofErr w:type="spellStart"/>'.join(map(run, pieces)) + "</w:p>"


def body(*more: str, setting: Callable[[str], str] = whole, without: int = 0) -> str:
    """The report's paragraphs; `more` stands before the second chapter."""
    lines = LINES[: len(LINES) - without]
    return "".join([*map(setting, lines[:8]), *more, *map(setting, lines[8:])])


def textbox(inner: str) -> str:
    """A run with a text box, in both ways of writing it."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>'
        f"{inner}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def python_docx() -> bytes:
    document = docx.Document()
    for number, line in enumerate(LINES):
        made = document.add_paragraph()
        for at in range(0, len(line), 7):
            made.add_run(line[at : at + 7]).bold = number < 2
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("项目", "件数", "合同合同", "45"), strict=True
    ):
        cell.text = text
    document.sections[0].header.paragraphs[0].text = "柳河镇文件"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def tracked_changes() -> bytes:
    more = (
        f'<w:p>{run("全年办理")}<w:del w:id="3" {TRACKED}><w:r><w:delText>12</w:delText></w:r></w:del>'
        f'<w:ins w:id="4" {TRACKED}>{run("案件案件15件")}</w:ins>{run("，群众满意。")}</w:p>'
        f'<w:p><w:moveFrom w:id="5" {TRACKED}>{run("移走的话。")}</w:moveFrom>{run("留下的话。")}</w:p>'
        f'<w:p><w:pPr><w:rPr><w:del w:id="6" {TRACKED}/></w:rPr></w:pPr>{run("前半句话加")}</w:p>'
        f"<w:p>{run('强加强后半句。')}</w:p>"
        f'<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="7" {TRACKED}><w:rPr/></w:rPrChange></w:rPr>'
        "<w:t>改过格式的落实落实到位。</w:t></w:r></w:p>"
    )
    return packed(body(more))


def with_comments() -> bytes:
    """Comments of another person, one of them with an id that is high."""
    more = (
        f'<w:p><w:commentRangeStart w:id="41"/>{run("这里有批注批注")}<w:commentRangeEnd w:id="41"/>'
        f'<w:r><w:commentReference w:id="41"/></w:r>{run("，照旧。")}</w:p>'
    )
    comments = (
        f'<?xml version="1.0"?>\n<w:comments {NAMESPACES}><w:comment w:id="41" w:author="王五" w:initials="王" '
        'w:date="2025-01-02T00:00:00Z"><w:p><w:r><w:t>请核实。</w:t></w:r></w:p></w:comment>\n</w:comments>'
    )
    extra = {"word/comments.xml": comments, "word/_rels/document.xml.rels": relationships({"comments": "comments.xml"})}
    return _typed(packed(body(more), extra=extra), "comments", "wordprocessingml.comments")


def numbering() -> bytes:
    numbers = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    more = paragraph("落实落实责任。", properties=numbered) + paragraph("强化监督,到位。", properties=numbered)
    return packed(body(more), parts={"numbering": numbers})


def content_controls() -> bytes:
    more = (
        f'<w:p>{run("负责人：")}<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{run("镇长镇长主持,到位")}'
        f"</w:sdtContent></w:sdt>{run('，日期：')}<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{run('3月,4月')}"
        f"</w:sdtContent></w:sdt>{run('完成。')}</w:p>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{whole('块级控件里的培训培训工作。')}</w:sdtContent></w:sdt>"
    )
    return packed(body(more))


def text_boxes() -> bytes:
    box = textbox(whole("文本框里的宣传宣传活动,热烈。"))
    more = f"<w:p>{run('文本框挂在这一段。')}{box}</w:p>"
    return packed(body(more))


def notes_and_margins() -> bytes:
    more = (
        f'<w:p>{run("正文有脚注")}<w:r><w:footnoteReference w:id="2"/></w:r>{run("在此。")}</w:p>'
        f'<w:sectPr><w:headerReference r:id="rId1" w:type="default"/></w:sectPr>'
    )
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p>{run("脚注里的数据数据来自统计,待核。")}</w:p></w:footnote>'
    )
    head = f"<w:p>{run('柳河镇政府政府文件')}</w:p>"
    made = packed(body(setting=whole) + more, parts={"header": head, "footnotes": notes})
    return _typed(_typed(made, "header", "wordprocessingml.header"), "footnotes", "wordprocessingml.footnotes")


def fields_and_links() -> bytes:
    updated = field("REF _Ref1 \\h", run("3,5"))
    linked = field("HYPERLINK &quot;http://a.cn&quot;", run("镇政府,网站"))
    anchored = f'<w:hyperlink w:anchor="x">{run("公开,公开栏")}</w:hyperlink>'
    smart = f'<w:smartTag w:uri="urn:x" w:element="date">{run("2024年,3月")}</w:smartTag>'
    more = (
        f"<w:p>{run('见第')}{updated}{run('页，')}{linked}{run('，')}{anchored}{run('，')}{smart}{run('起执行。')}</w:p>"
        "<w:p><w:r><w:t>制表</w:t><w:tab/><w:t>前,后</w:t><w:br/><w:t>换行换行之后,完</w:t></w:r>"
        + run("。")
        + "</w:p>"
    )
    return packed(body(more, setting=shattered))


def strict() -> bytes:
    made = packed(body(setting=shattered))
    office = OFFICE.replace("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")
    return _replaced(made, {W: STRICT, OFFICE: office.replace("officeDocument/2006", "officeDocument")})


def elsewhere() -> bytes:
    """The main part under another name, without relationships of its own, WordprocessingML as default namespace."""
    made = packed(body(), main="office/正文.xml", extra=None)
    return _replaced(made, {"<w:": "<", "</w:": "</", "xmlns:w=": f'xmlns="{W}" xmlns:w='}, only="office/")


def odd_bytes() -> bytes:
    """UTF-16, comments, processing instructions, white space, CDATA, character references."""
    text = f'<?xml version="1.0" encoding="UTF-16"?>\n<!-- 保留 --><?keep this?><w:document {NAMESPACES}>\n<w:body>\n'
    text += body(setting=shattered).replace("</w:p>", "\n\t</w:p>\n").replace("加强加", "加&#x5F3A;加")
    text += "<w:p><w:r><!-- 内 --><w:t><![CDATA[贯彻贯彻,到位]]></w:t></w:r></w:p></w:body></w:document>"
    return packed("", extra={"word/document.xml": text.encode("utf-16")})  # type: ignore[dict-item]


def kept_bytes() -> bytes:
    """Comments and instructions in UTF-8, single quotes, unknown elements under mc:Ignorable; stored, with comments."""
    text = f"<?xml version='1.0' encoding='UTF-8'?>\n<!-- 保留 --><?keep this?><w:document {NAMESPACES} "
    text += "xmlns:q='urn:q' mc:Ignorable='q'>\n<w:body>\n<q:own a='1'   b='&lt;2'/>"
    text += body(setting=shattered).replace("</w:p>", "<q:mark/>\n\t</w:p>\n") + "</w:body></w:document>\n<!-- 尾 -->"
    made = packed("", extra={"word/document.xml": text})
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as new:
        new.comment = "附注".encode()
        for info in old.infolist():
            kept = zipfile.ZipInfo(info.filename, (2011, 2, 3, 4, 5, 6))
            kept.external_attr, kept.comment, kept.extra = 0o644 << 16, b"entry", b"\x99\x99\x02\x00ab"
            new.writestr(kept, old.read(info))
        new.writestr("word/media/image1.png", bytes(range(256)) * 40, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


HAND_MADE: dict[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        python_docx, tracked_changes, with_comments, numbering, content_controls, text_boxes, notes_and_margins,
        fields_and_links, strict, elsewhere, odd_bytes, kept_bytes,
    )
}  # fmt: skip
MAY_CHANGE = ("document.xml", "正文.xml", "document.xml.rels", "[Content_Types].xml", "comments.xml")


def checked(data: bytes, name: str = "报告.docx") -> tuple[Run, shape.Report]:
    """A file checked against the township checklist."""
    result = check_bytes(data, name, Library("township"), Choices(TODAY))
    assert isinstance(result, Run), result
    return result, report_record(result)


def annotated(data: bytes, *, suggest: bool = False, name: str = "报告.docx") -> bytes:
    """The annotated copy of a file."""
    run_, report = checked(data, name)
    return annotate(run_, report, suggest=suggest)


def members(data: bytes) -> list[tuple[str, bytes]]:
    """The members of a package in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def member(data: bytes, name: str) -> bytes:
    return dict(members(data))[name]


def shown_words(document: Document, start: int, end: int) -> str:
    """The words of a passage without the numbers that Word generates."""
    made = {at for origin in document.origins if origin.generated for at in range(origin.start, origin.end)}
    return "".join(document.text[at] for at in range(start, end) if at not in made)


def logical(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and margins that the project's reader finds."""
    document = read_bytes(data, "报告.docx")
    return document.text, document.margins


def rejected(data: bytes, author: str) -> bytes:
    """The file with all tracked changes of one author rejected, as Word does it."""
    found = dict(members(data))
    root = etree.fromstring(found["word/document.xml"])
    name = f"{{{W}}}"
    for inserted in list(root.iter(name + "ins")):
        if inserted.get(name + "author") == author:
            inserted.getparent().remove(inserted)
    for deleted in list(root.iter(name + "del")):
        if deleted.get(name + "author") == author and len(deleted):
            for text in deleted.iter(name + "delText"):
                text.tag = name + "t"
            parent, at = deleted.getparent(), deleted.getparent().index(deleted)
            for run_ in reversed(list(deleted)):
                parent.insert(at, run_)
            parent.remove(deleted)
    found["word/document.xml"] = etree.tostring(root)
    return zipped(found)


def _typed(data: bytes, part: str, kind: str) -> bytes:
    """The package with the content type of a part."""
    override = (
        f'<Override PartName="/word/{part}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/></Types>'
    )
    return _replaced(data, {"</Types>": override}, only="[Content_Types].xml")


def _replaced(data: bytes, words: dict[str, str], only: str = "") -> bytes:
    found = {}
    for name, content in members(data):
        text = content.decode()
        for old, new in words.items() if name.startswith(only) else ():
            text = text.replace(old, new)
        found[name] = text
    return zipped(found)

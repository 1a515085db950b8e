"""The layout rule: each habit once, with all its places; a well-set file is left in peace, whoever wrote it."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lint.checklist.load import load
from lint.checklist.model import LayoutRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.layout import check
from lint.document.understand import understand
from lint.fitting import Library
from lint.patterns import TextIndex
from lint.readers import read_bytes
from lint.render.word.letter import set_anew
from lint.run import Choices, Run, check_bytes
from tests.checks.text_rules import CLEAN, common

TODAY = date(2025, 3, 1)


def letter(text: str = CLEAN) -> bytes:
    document = read_bytes(text.encode(), "报告.txt")
    return set_anew(document, understand(document)).package


def changed(content: bytes, member: str, old: str, new: str, count: int = -1) -> bytes:
    """A package with something else in one member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == f"word/{member}.xml":
                assert old in data.decode()
                data = data.decode().replace(old, new, count).encode()
            after.writestr(name, data)
    return stream.getvalue()


def in_paragraph(content: bytes, words: str, properties: str = "", run: str = "") -> bytes:
    """A package in which the paragraph that begins so has these direct properties, and its runs those."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                found = next(p for p in re.findall(r"<w:p>.*?</w:p>", data.decode()) if f">{words}" in p)
                mended = found.replace("</w:pPr>", f"{properties}</w:pPr>").replace("<w:rPr>", f"<w:rPr>{run}")
                data = data.decode().replace(found, mended).encode()
            after.writestr(name, data)
    return stream.getvalue()


def layout_rule(name: str | Path = "common") -> LayoutRule:
    return next(rule for rule in load(name).file.rule if isinstance(rule, LayoutRule))


def judged(content: bytes, rule: LayoutRule | None = None) -> tuple[str, list[Finding]]:
    document = read_bytes(content, "报告.docx", layout=True)
    report = understand(document)
    context = Context(report, common(), TextIndex(report.text), TODAY, report.front.report_year)
    return document.text, check(context, rule or layout_rule())


def told(content: bytes, rule: LayoutRule | None = None) -> list[tuple[str, str, str, int]]:
    """What each finding says: its rule, severity, words and number of places."""
    return [(one.rule, one.severity, one.message, len(one.places)) for one in judged(content, rule)[1]]


def quotes(content: bytes) -> list[list[str]]:
    text, found = judged(content)
    return [[text[start:end] for start, end in one.places] for one in found]


def by_python_docx(text: str = CLEAN) -> bytes:
    """A file whose every value is set directly, as by a drafter who selects and sets."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for at, line in enumerate(line for line in text.split("\n") if line):
        paragraph = made.add_paragraph()
        form = paragraph.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
        pieces = [line]
        fonts = ["仿宋"]
        if at < 2:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            fonts = ["方正小标宋_GBK"]
        elif line.startswith(("一、", "二、", "三、")):
            fonts = ["SimHei"]
        elif found := re.match(r"（.）[^。]*。?", line):
            pieces, fonts = [found[0], line[found.end() :]], ["KaiTi", "仿宋"]
        if at > 2 and not line.endswith(("政府", "8日")):
            form.first_line_indent = Pt(32)
        for piece, font in zip(pieces, fonts, strict=True):
            run = paragraph.add_run(piece)
            run.font.name, run.font.size = "Times New Roman", Pt(22 if at < 2 else 16)
            run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0]._element.append(field)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_well_set_files_are_left_in_peace(soffice: Callable[[bytes, str, str], bytes]) -> None:
    assert told(letter()) == []
    assert told(by_python_docx()) == []
    assert told(soffice(letter(), "docx", "docx")) == []


def test_a_file_set_in_nothing() -> None:
    made = docx.Document()
    for line in CLEAN.split("\n"):
        made.add_paragraph(line)
    stream = io.BytesIO()
    made.save(stream)
    messages = [message for _, _, message, _ in told(stream.getvalue())]
    assert messages == [
        "纸张是 Letter（215.9×279.4 毫米），公文用纸一般是 A4（210×297 毫米），请在页面设置里改。",
        "页边距是上 25.4、下 25.4、左 31.8、右 31.8 毫米，一般是上 37、下 35、左 28、右 26 毫米，请在页面设置里改。",
        "没有页码；一般在版心下方编排页码，如“— 1 —”。",
        "标题用的是 11 磅 ＭＳ 明朝，一般用二号小标宋体字。",
        "一级标题多为 11 磅 ＭＳ 明朝（3 处），一般用三号黑体字。",
        "二级标题多为 11 磅 ＭＳ 明朝（5 处），一般用三号楷体字。",
        "正文多为 11 磅 ＭＳ 明朝（10 处），一般用三号仿宋体字。",
        "标题没有居中，一般居中排布，分一行或多行。",
        "正文行距多为 1.15 倍（14 处），一般用固定值 28—30 磅。",
        "段落多没有首行缩进（14 处），一般首行空两字。",
    ]


def test_paper_and_margins() -> None:
    section = "document"
    a5 = changed(letter(), section, 'w:w="11906" w:h="16838"', 'w:w="8391" w:h="11906"')
    message = "纸张是 A5（148×210 毫米），公文用纸一般是 A4（210×297 毫米），请在页面设置里改。"
    assert told(a5) == [("layout.paper", "warning", message, 1)]
    assert quotes(a5) == [["甲县乙镇人民政府"]]
    near = changed(letter(), section, 'w:top="2098"', f'w:top="{round(37.9 * 1440 / 25.4)}"')
    assert told(near) == []
    far = changed(letter(), section, 'w:top="2098"', f'w:top="{round(38.2 * 1440 / 25.4)}"')
    message = "页边距是上 38.2、下 35、左 28、右 26 毫米，一般是上 37、下 35、左 28、右 26 毫米，请在页面设置里改。"
    assert told(far) == [("layout.margins", "warning", message, 1)]


def test_a_page_set_crosswise_for_a_table_is_left_alone() -> None:
    sides = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'
    upright = f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {sides}/>'
    number = '<w:footerReference w:type="default" r:id="rIdOdd"/>'
    made = in_paragraph(letter(), "（二）办法不多。", f"<w:sectPr>{number}{upright}</w:sectPr>")
    made = changed(made, "document", f'w:w="11906" w:h="16838"/><w:pgMar {sides} w:header',
                   'w:w="16838" w:h="11906"/><w:pgMar w:top="900" w:right="900" w:bottom="900" w:header')  # fmt: skip
    assert told(made) == []


def test_no_paper_at_all() -> None:
    made = changed(letter(), "document", '<w:pgSz w:w="11906" w:h="16838"/>', "")
    message = "文件没有设定纸张，换一台电脑打印就可能不同；请设为 A4（210×297 毫米）。"
    assert told(made) == [("layout.paper", "warning", message, 1)]


def test_page_numbers() -> None:
    made = changed(changed(letter(), "footer1", " PAGE ", " DATE "), "footer2", " PAGE ", " DATE ")
    message = "没有页码；一般在版心下方编排页码，如“— 1 —”。"
    assert told(made) == [("layout.page-number", "warning", message, 1)]
    assert told(changed(letter(), "footer2", " PAGE ", " DATE ")) == []


def test_the_title() -> None:
    made = changed(letter(), "styles", "方正小标宋简体", "华文中宋")
    message = "标题用的是二号华文中宋，一般用二号小标宋体字。"
    assert told(made) == [("layout.title", "warning", message, 2)]
    assert quotes(made) == [["甲县乙镇人民政府", "关于2024年法治政府建"]]
    made = changed(letter(), "styles", '<w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts', "</w:pPr><w:rPr><w:rFonts")
    message = "标题没有居中，一般居中排布，分一行或多行。"
    assert told(made) == [("layout.title-place", "warning", message, 2)]


def test_headings_of_each_level() -> None:
    made = changed(letter(), "styles", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋"')
    message = "一级标题多为三号仿宋（3 处），一般用三号黑体字。"
    assert told(made) == [("layout.level-1", "warning", message, 3)]
    made = changed(letter(), "styles", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="黑体"')
    message = "二级标题多为三号黑体（5 处），一般用三号楷体字。"
    assert told(made) == [("layout.level-2", "warning", message, 5)]
    assert quotes(made)[0][:2] == ["（一）加强学习。", "（二）抓好落实。"]
    made = in_paragraph(letter(), "二、存在的不足和原因", run='<w:rStyle w:val="Level2"/>')
    message = "一级标题里有 1 处不是三号黑体字（三号楷体_GB2312 1 处），请核对。"
    assert told(made) == [("layout.level-1", "hint", message, 1)]


def test_numbered_sentences_are_no_headings() -> None:
    text = CLEAN.replace(
        "（一）力量不足。原因是编制少、人员流动快。",
        "（一）基层执法人员少，有的身兼数职，办理案件的时间难以保证，文书也不够规范。",
    )
    made = by_python_docx(text)
    plain = changed(made, "document", "KaiTi", "仿宋")
    assert all("基层执法" not in quote for found in quotes(plain) for quote in found)


def test_a_level_left_out_takes_the_font_of_the_one_left_out() -> None:
    text = re.sub(r"（([一二三])）(?!守)", lambda m: f"{'一二三'.index(m[1]) + 1}.", CLEAN.replace("（三）守", "3.守"))
    text = text.replace("1.开展隐患排查（共3轮）；\n2.整改隐患17处；\n3.组织演练2次。\n", "")
    made = letter(text)
    assert told(made) == []
    assert told(changed(made, "styles", '<w:outlineLvl w:val="2"/></w:pPr>',
                        '</w:pPr><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr>')) == []  # fmt: skip


def test_the_text() -> None:
    made = changed(letter(), "styles", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"')
    found = told(made)
    assert found == [("layout.text", "warning", "正文多为三号宋体（10 处），一般用三号仿宋体字。", 10)]
    made = changed(letter(), "styles", '<w:sz w:val="32"/>', '<w:sz w:val="28"/>')
    assert ("layout.text", "warning", "正文多为四号仿宋_GB2312（10 处），一般用三号仿宋体字。", 10) in told(made)


def test_exceptions_in_the_text_are_one_hint() -> None:
    made = in_paragraph(letter(), "年内招录", run='<w:rStyle w:val="Level1"/>')
    made = in_paragraph(made, "2024年，", run='<w:rStyle w:val="Level2"/>')
    message = "正文里有 2 处不是三号仿宋体字（三号楷体_GB2312 1 处、三号黑体 1 处），请核对。"
    assert told(made) == [("layout.text", "hint", message, 2)]
    assert quotes(made) == [["2024年，乙镇围绕《甲", "年内招录2名专职人员，党"]]


@pytest.mark.parametrize(
    ("named", "accepted"),
    [
        ("仿宋", True), ("仿宋_GB2312", True), ("FangSong", True), ("ＦａｎｇＳｏｎｇ", True), ("方正仿宋_GBK", True),
        ("华文仿宋", True), ("STFangsong", True), ("@仿宋", True), ("fangsong", True), ("宋体", False),
        ("等线", False), ("Microsoft YaHei", False),
    ],
)  # fmt: skip
def test_names_of_the_same_face(named: str, accepted: bool) -> None:
    made = changed(letter(), "styles", 'w:eastAsia="仿宋_GB2312"', f'w:eastAsia="{named}"')
    assert (told(made) == []) is accepted


def test_a_file_without_chinese_fonts_is_told_once() -> None:
    made = letter()
    for font in ("方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"):
        made = changed(made, "styles", f' w:eastAsia="{font}"', "")
    message = "全文没有指定中文字体，换一台电脑打开字体就可能不同；请给标题和正文设定字体，正文一般用三号仿宋体字。"
    assert told(made) == [("layout.fonts", "warning", message, 1)]


def test_a_font_with_a_hostile_name() -> None:
    made = changed(letter(), "styles", 'w:eastAsia="仿宋_GB2312"', f'w:eastAsia="&lt;b&gt;&#10;::error::{"字" * 300}"')
    [(_, _, message, _)] = told(made)
    assert message == "正文多为三号<b> ::error::字字字字字字…（10 处），一般用三号仿宋体字。"


SINGLE = '<w:spacing w:line="240" w:lineRule="auto"/>'


def test_line_distances() -> None:
    made = changed(letter(), "styles", 'w:line="579" w:lineRule="exact"', 'w:line="240" w:lineRule="auto"')
    gridless = changed(made, "document", 'w:type="lines" ', "")
    message = "正文行距多为单倍（14 处），一般用固定值 28—30 磅。"
    assert told(gridless) == [("layout.line-distance", "warning", message, 14)]
    assert told(made) == []  # 22 lines on the page by the grid
    made = changed(letter(), "styles", 'w:line="579"', 'w:line="500"')
    assert told(made)[0][2] == "正文行距多为固定值 25 磅（14 处），一般用固定值 28—30 磅。"
    made = in_paragraph(in_paragraph(letter(), "三、2025年打算", SINGLE), "年内招录", SINGLE)
    made = changed(made, "document", 'w:type="lines" ', "")
    message = "正文有 2 处行距与其他段落不同（单倍 2 处），一般用固定值 28—30 磅。"
    assert told(made) == [("layout.line-distance", "hint", message, 2)]


NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def test_indents() -> None:
    made = changed(letter(), "styles", 'w:firstLineChars="200" w:firstLine="640"', 'w:firstLine="0"')
    message = "段落多没有首行缩进（14 处），一般首行空两字。"
    assert told(made) == [("layout.indent", "warning", message, 14)]
    made = changed(letter(), "styles", 'w:firstLineChars="200" w:firstLine="640"', 'w:firstLine="420"')
    assert told(made)[0][2] == "段落多首行缩进 1.3 字（14 处），一般首行空两字。"
    made = in_paragraph(letter(), "年内招录", NO_INDENT)
    message = "有 1 处首行缩进与其他段落不同（没有首行缩进 1 处），一般首行空两字。"
    assert told(made) == [("layout.indent", "hint", message, 1)]


def test_blanks_count_as_part_of_an_indent() -> None:
    made = in_paragraph(letter(), "年内招录", NO_INDENT)
    assert told(changed(made, "document", ">年内招录", ">　　年内招录")) == []
    assert told(changed(letter(), "document", ">年内招录", ">　　年内招录"))[0][2] == (
        "有 1 处首行缩进与其他段落不同（首行缩进 4 字 1 处），一般首行空两字。"
    )


def test_what_is_no_text_of_the_report_is_not_judged() -> None:
    head = '<w:p><w:r><w:rPr><w:sz w:val="80"/></w:rPr><w:t>甲县乙镇人民政府文件</w:t></w:r></w:p>'
    table = f"<w:tbl><w:tr><w:tc>{head}</w:tc></w:tr></w:tbl>"
    annex = head.replace("甲县乙镇人民政府文件", "附件：1.重点工作清单")
    made = changed(letter(), "document", "<w:body>", f"<w:body>{head}")
    made = in_paragraph(made, "三、2025年打算")
    with_table = changed(made, "document", "<w:sectPr>", f"{annex}{table}<w:sectPr>")
    assert told(with_table) == []


def test_other_values_of_a_county(tmp_path: Path) -> None:
    own = tmp_path / "county.toml"
    own.write_text(
        """
[checklist]
id = "county"
title = "本县版式"
version = "1"
extends = "common"

[[rule]]
id = "layout"
off = false
severity = "hint"
line-from = 30
line-to = 30
margin-bottom = 32

[[rule.font]]
part = "标题"
called = "宋体"
names = ["宋体"]
size = 22
""",
        encoding="utf-8",
    )
    assert Library(own).wants_layout
    rule = layout_rule(own)
    assert [font.part for font in rule.font] == ["标题", "一、", "（一）", "1.", "（1）", "正文"]
    assert told(letter(), rule) == [
        ("layout.margins", "hint",
         "页边距是上 37、下 35、左 28、右 26 毫米，一般是上 37、下 32、左 28、右 26 毫米，请在页面设置里改。", 1),
        ("layout.title", "hint", "标题用的是二号方正小标宋简体，一般用二号宋体字。", 2),
        ("layout.line-distance", "hint", "正文行距多为固定值 28.95 磅（14 处），一般用固定值 30 磅。", 14),
    ]  # fmt: skip


def test_a_rule_without_keys_judges_nothing() -> None:
    empty = LayoutRule(id="layout", title="版式", severity="warning")
    stream = io.BytesIO()
    made = docx.Document()
    made.add_paragraph(CLEAN)
    made.save(stream)
    assert told(stream.getvalue(), empty) == []


def test_it_is_off_until_it_is_asked_for() -> None:
    made = changed(letter(), "styles", "方正小标宋简体", "宋体")
    assert not Library("township").wants_layout
    for library, found in ((Library("township"), 0), (Library("township", layout=True), 1)):
        run = check_bytes(made, "报告.docx", library, Choices(TODAY))
        assert isinstance(run, Run)
        assert sum(one.rule.startswith("layout") for one in run.result.findings) == found


def test_other_formats_are_told_that_they_have_no_layout() -> None:
    run = check_bytes(CLEAN.encode(), "报告.txt", Library("township", layout=True), Choices(TODAY))
    assert isinstance(run, Run)
    assert "版式规则只查 Word 文件，这份文件没有查版式。" in run.document.remarks
    assert not any(one.rule.startswith("layout") for one in run.result.findings)

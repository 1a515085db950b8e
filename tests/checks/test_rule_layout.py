"""The layout rule: each habit once, with all its places; a well-set file is left in peace, whoever wrote it."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from lint.checklist.model import LayoutRule
from lint.fitting import Library
from lint.run import Choices, Run, check_bytes
from tests.checks.layout_files import (
    TODAY,
    by_python_docx,
    changed,
    in_paragraph,
    layout_rule,
    letter,
    quotes,
    told,
)
from tests.checks.text_rules import CLEAN


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

"""A text set anew as a Word file: every character is there once, where its origin says; laid out as it should be."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lint.document.document import Document, plain_lines
from lint.document.understand import understand
from lint.readers import read, read_bytes
from lint.readers.docx_runs import node_text
from lint.render.word.letter import set_anew
from tests.checks.text_rules import CLEAN
from tests.render.build import TEXT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {"\ufffd", "␡", *map(chr, range(0x2400, 0x2420))}  # for what XML forbids
ODD_LINES = [
    "", "　　", "县委、县政府：", "一、做法", "（一）加强学习。全年12次，", "1.办法", "- 3 -", "“”", "甲镇人民政府",
    "附件：1.名单", "2025年1月8日", "关于2024年工作的报告", "　　一是开展培训，", "# 标题", "甲\t乙",
]  # fmt: skip


def letter(text: str, name: str = "报告.txt") -> Document:
    document = read_bytes(text.encode(), name)
    return set_anew(document, understand(document))


def opened(document: Document) -> docx.document.Document:
    return docx.Document(io.BytesIO(document.package))


def faces(paragraph: docx.text.paragraph.Paragraph) -> list[tuple[str, str]]:
    """The runs with the style of their characters."""
    return [(run.text, run.style.name) for run in paragraph.runs]


def assert_every_character_is_there(document: Document) -> None:
    """Each character but line ends has one origin, which leads to it, or to a sign for it, in the package."""
    with zipfile.ZipFile(io.BytesIO(document.package)) as archive:
        nodes = list(etree.fromstring(archive.read("word/document.xml")).iter("*"))
    covered = []
    for origin in document.origins:
        assert origin.member == "word/document.xml"
        covered += range(origin.start, origin.end)
        words = document.text[origin.start : origin.end]
        if origin.generated:
            assert nodes[origin.node].tag == W + "p"
            assert not words.strip()
            continue
        there = node_text(nodes[origin.node])[origin.offset :][: origin.end - origin.start]
        assert len(there) == len(words)
        assert all(shown == char or shown in SIGNS for char, shown in zip(words, there, strict=True))
    lines = [line for line in document.lines if document.text[line.start : line.end].strip()]
    assert covered == [at for line in lines for at in range(line.start, line.end)]
    real = [node for node in nodes if node.tag in (W + "t", W + "tab")]
    assert len(real) == sum(not origin.generated for origin in document.origins)  # and nothing else is there


def test_the_text_is_read_back_as_it_was() -> None:
    made = letter(TEXT)
    again = read_bytes(made.package, "报告.docx")
    assert again.text == "\n".join(line for line in TEXT.splitlines() if line)
    assert again.remarks == () and again.margins == ("— 1 —",)
    assert made.text == TEXT and made.format == "txt"


def test_every_part_has_its_style() -> None:
    made = opened(letter(TEXT))
    styles = [(p.text[:6], p.style.name) for p in made.paragraphs]
    assert styles[:6] == [
        ("柳河镇人民政", "Title"),
        ("关于2024", "Title"),
        ("县委、县政府", "主送机关"),
        ("2024年，", "Body Text"),
        ("一、2024", "Heading 1"),
        ("（一）压实责", "Body Text"),
    ]
    assert styles[-3:] == [("特此报告。", "Body Text"), ("柳河镇人民政", "Signature"), ("2025年1", "Date")]
    run_in = faces(made.paragraphs[5])
    assert run_in[0] == ("（一）压实责任，统筹推进法治建设。", "二级标题文字")
    assert run_in[1][0].startswith("镇党委书记先后4次") and run_in[1][1] == "Default Paragraph Font"


def test_headings_look_by_their_numbers() -> None:
    made = opened(letter(CLEAN))
    named = {p.text: p.style.name for p in made.paragraphs}
    assert named["一、主要做法和成效"] == "Heading 1"
    assert named["（三）守住底线"] == "Heading 2"
    assert named["1.开展隐患排查（共3轮）；"] == "Body Text"  # a sentence
    fonts = {s.name: s.element.rPr.rFonts.get(W + "eastAsia") for s in made.styles if s.element.rPr is not None}
    assert fonts["Title"] == "方正小标宋简体"
    assert (fonts["Heading 1"], fonts["Heading 2"]) == ("黑体", "楷体_GB2312")
    assert "Heading 3" not in fonts  # as the text: 仿宋


def test_a_numbered_sentence_is_no_heading() -> None:
    long = "（四）个别村规民约的合法性审核不够及时，有的村修订以后没有报镇里审查，留下隐患。"
    made = opened(letter(TEXT.replace("（四）个别村规民约合法性审核不够及时。", long)))
    [runs] = [faces(p) for p in made.paragraphs if p.text == long]
    assert runs == [(long, "Default Paragraph Font")]
    short = next(p for p in opened(letter(TEXT)).paragraphs if p.text.startswith("（四）个别"))
    assert (short.style.name, faces(short)[0][1]) == ("Body Text", "二级标题文字")


def test_paper_and_properties() -> None:
    made = opened(letter(TEXT))
    [section] = made.sections
    assert [round(one.mm) for one in (section.page_width, section.page_height)] == [210, 297]
    margins = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
    assert [round(one.mm, 1) for one in margins] == [37.0, 35.0, 28.0, 26.0]
    assert made.core_properties.title == "柳河镇人民政府关于2024年法治政府建设情况的报告"
    assert made.core_properties.author == ""


def test_wrapped_lines_become_one_paragraph() -> None:
    lines = CLEAN.split("\n")
    wrapped = []
    for line in lines:
        body = len(line) > 26 and not line.startswith("关于")
        wrapped += [line[at : at + 26] for at in range(0, len(line), 26)] if body else [line]
    long = wrapped[:5] + wrapped[5:-4] * 3 + wrapped[-4:]
    made = letter("\n".join("  " + line for line in long))
    assert_every_character_is_there(made)
    assert "二是信访总量下降12.5%，三是化解率98.6%。" in made.text.replace("\n  ", "")
    assert any(p.text.endswith("二是信访总量下降12.5%，三是化解率98.6%。") for p in opened(made).paragraphs)


def test_a_page_number_inside_a_sentence_stays_on_its_line() -> None:
    text = TEXT.replace("成立由镇党委书记任组长", "成立由镇党委书记\n- 3 -\n任组长")
    made = letter(text)
    assert_every_character_is_there(made)
    assert any("成立由镇党委书记\n- 3 -\n任组长" in p.text for p in opened(made).paragraphs)


def test_what_xml_forbids_is_shown() -> None:
    made = letter(TEXT.replace("党委会议", "党\x01委\x0b会\u202e议\ufffe"))
    assert_every_character_is_there(made)
    assert "党␁委␋会\ufffd议\ufffd" in read_bytes(made.package, "报告.docx").text


def test_markup_stays_text() -> None:
    words = "</w:t></w:r><w:p/>&amp;<![CDATA["
    made = letter(TEXT.replace("党委会议", words).replace("柳河镇人民政府\n关于", f"{words}柳河镇人民政府\n关于"))
    assert_every_character_is_there(made)
    assert words in read_bytes(made.package, "报告.docx").text


def test_tables_of_web_pages_and_tabs() -> None:
    page = "<table><tr><td>事项</td><td>件数</td></tr><tr><td>合同审查</td><td>12</td></tr></table>"
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line)
    document = read_bytes(f"<html><body><div>{body}{page}<p>后记\t完。</p></div></body></html>".encode(), "报告.html")
    made = set_anew(document, understand(document))
    assert_every_character_is_there(made)
    [table] = opened(made).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["事项", "件数"], ["合同审查", "12"]]


@pytest.mark.parametrize("text", ["无", " \n\t\n无标题的一句话。", "一、\n" * 3, "附件：1.名单\n2025年1月"])
def test_odd_texts(text: str) -> None:
    assert_every_character_is_there(letter(text))


@given(st.lists(st.one_of(st.sampled_from(ODD_LINES), st.text(max_size=12)), max_size=30))
def test_every_origin_leads_to_its_character(lines: list[str]) -> None:
    text = "\n".join(line.replace("\r", "") for line in lines)
    document = Document("报告.txt", "txt", text, plain_lines(text))
    assert_every_character_is_there(set_anew(document, understand(document)))


def test_the_same_text_gives_the_same_bytes() -> None:
    assert letter(TEXT).package == letter(TEXT).package


def test_libreoffice_sets_it_on_a4(soffice: Callable[[bytes, str, str], bytes]) -> None:
    pages = pypdfium2.PdfDocument(soffice(letter(TEXT).package, "docx", "pdf"))
    assert [round(value * 25.4 / 72) for value in pages[0].get_size()] == [210, 297]
    texts = [page.get_textpage().get_text_bounded().strip() for page in pages]
    assert [text.split("\r\n")[-1].strip() for text in texts] == [f"— {n} —" for n in range(1, len(texts) + 1)]
    assert texts[0].startswith("柳河镇人民政府")


@pytest.mark.parametrize("name", ["pdf/malou-2024.pdf", "html/xiaohe-2024.html", "pdf/yudi-2023.pdf"])
def test_other_formats(shared: Path, name: str) -> None:
    document = read(shared / "files" / name)
    assert_every_character_is_there(set_anew(document, understand(document)))

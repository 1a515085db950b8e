"""PDF files."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from reader_fixtures import assert_lawful, docx, line_texts, paragraph, pdf

from lint.readers import Limits, ReadError, read, read_bytes
from lint.readers.pdf_lines import Glyph, read_rows
from lint.readers.pdf_margins import split_margins
from lint.readers.pdf_paragraphs import join_rows, paragraph_text

EM = 16.0
LEFT, RIGHT = 90.0, 90.0 + 28 * EM  # 28 characters a line, as official documents have


def layout(text: str, top: float, *, x: float = LEFT, em: float = EM) -> list[Glyph]:
    """The glyphs of one line."""
    return [Glyph(x + i * em, x + (i + 1) * em, top, char) for i, char in enumerate(text)]


def joined(lines: list[tuple[str, float]], pitch: float = 28.0) -> list[str]:
    """Paragraphs of lines given as (text, indent in em), one below the other."""
    glyphs = [
        glyph
        for number, (text, indent) in enumerate(lines)
        for glyph in layout(text, 780 - number * pitch, x=LEFT + indent * EM)
    ]
    return [paragraph_text(rows) for rows in join_rows(read_rows(glyphs, 1))]


def test_wrapped_lines_of_an_indented_report() -> None:
    lines = [
        ("云岭乡人民政府报告", 9), ("一、主要举措和成效", 2), ("字" * 26, 2), ("字" * 28, 0), ("（一）" + "字" * 25, 0),
        ("完。", 0), ("（二）强化组织领导", 2), ("字" * 26, 2), ("字" * 10 + "。", 0), ("（三）依法履行职能", 2),
    ]  # fmt: skip
    assert joined(lines) == [
        "云岭乡人民政府报告", "一、主要举措和成效", "字" * 54 + "（一）" + "字" * 25 + "完。", "（二）强化组织领导",
        "字" * 36 + "。", "（三）依法履行职能",
    ]  # fmt: skip


def test_a_heading_after_a_full_line_begins_a_paragraph_where_nothing_is_indented() -> None:
    lines = [
        ("字" * 28, 0),
        ("字" * 27 + "。", 0),
        ("二、主要安排", 0),
        ("字" * 28, 0),
        ("字" * 27 + "。", 0),
        ("3.5亿元", 0),
    ]
    assert joined(lines) == ["字" * 55 + "。", "二、主要安排", "字" * 55 + "。3.5亿元"]


def test_a_line_ends_a_paragraph_when_the_next_word_would_have_fitted() -> None:
    full = [("字" * 28, 0)] * 4
    assert joined([*full, ("字" * 25 + "。", 0), ("甲乙", 0)])[-1] == "甲乙"
    assert joined([*full, ("字" * 26, 0), ("“甲”乙", 0)])[-1].endswith("字“甲”乙")


def test_quotation_marks_of_another_font_are_put_in_their_place() -> None:
    marks = [Glyph(LEFT + 2 * EM, LEFT + 3 * EM, 700.4, "“"), Glyph(LEFT + 5 * EM, LEFT + 6 * EM, 700.4, "”")]
    line = layout("落实", 700) + layout("八五", 700, x=LEFT + 3 * EM) + layout("普法", 700, x=LEFT + 6 * EM)
    assert [row.text for row in read_rows(line + marks, 1)] == ["落实“八五”普法"]


def test_letters_drawn_twice_are_read_once() -> None:
    twice = [
        glyph for each in layout("报告", 700) for glyph in (each, each._replace(x0=each.x0 + 0.3, x1=each.x1 + 0.3))
    ]
    assert read_rows(twice, 1)[0].text == "报告"


def test_cells_are_separated_by_tabs() -> None:
    rows = read_rows(layout("项目", 700) + layout("十二", 700, x=300), 1)
    assert [row.text for row in rows] == ["项目\t十二"]


def test_two_columns_one_after_the_other() -> None:
    glyphs = layout("通栏标题" * 6, 780)
    for number in range(10):
        glyphs += layout(f"左{number}" + "甲" * 10, 740 - number * 20) + layout(
            f"右{number}" + "乙" * 10, 745 - number * 20, x=300
        )
    rows = read_rows(glyphs, 1)
    assert [row.text[:2] for row in rows] == ["通栏", *(f"左{n}" for n in range(10)), *(f"右{n}" for n in range(10))]
    assert {row.frame for row in rows} == {0, 1, 2}


def test_page_heads_and_numbers_are_margins() -> None:
    words = ("one", "two and more words to make it the longest", "three")
    pages = [
        [(90, 800, "Internal"), (90, 700, f"First paragraph {word}."), (280, 40, f"- {number} -")]
        for number, word in enumerate(words, start=1)
    ]
    document = read_bytes(pdf(pages), "a.pdf")
    assert document.margins == ("Internal", "- 1 -")
    assert line_texts(document) == [f"First paragraph {word}." for word in words]
    assert [line.page for line in document.lines] == [1, 2, 3]
    assert [line.paragraph for line in document.lines] == [1, 2, 3]
    assert (document.format, document.encoding) == ("pdf", None)
    assert_lawful(document)


def test_what_a_browser_prints_around_a_page() -> None:
    rows = [
        row
        for text, y in (
            ("2026/11/22 上午8:51 云岭乡报告", 820),
            ("正文" * 9, 600),
            ("https://www.x.gov.cn/a.html 1/8", 15),
        )
        for row in read_rows(layout(text, y, em=9), 1)
    ]
    body, margins = split_margins(rows, {1: (0, 842)})
    assert [row.text for row in body] == ["正文" * 9]
    assert margins == ("2026/11/22 上午8:51 云岭乡报告", "https://www.x.gov.cn/a.html 1/8")


@pytest.mark.parametrize("number", ["1", "- 1 -", "—12—", "第 3 页", "第3页 共 9页", "3/9", "IV"])
def test_page_numbers(number: str) -> None:
    rows = [*read_rows(layout("正文" * 9, 600), 1), *read_rows(layout(number, 30), 1)]
    assert len(split_margins(rows, {1: (0, 842)})[0]) == 1


def test_a_year_or_a_signature_at_the_foot_is_text() -> None:
    rows = [*read_rows(layout("正文" * 9, 600), 1), *read_rows(layout("2026年1月10日", 30), 1)]
    assert len(split_margins(rows, {1: (0, 842)})[0]) == 2


@pytest.mark.parametrize(
    ("rotate", "matrix", "first", "second"),
    [
        (0, "1 0 0 1", (90, 700), (90, 650)),
        (90, "0 1 -1 0", (100, 90), (150, 90)),
        (180, "-1 0 0 -1", (500, 100), (500, 150)),
        (270, "0 -1 1 0", (500, 700), (450, 700)),
    ],
)
def test_turned_pages(rotate: int, matrix: str, first: tuple[int, int], second: tuple[int, int]) -> None:
    data = pdf([[(*second, "below"), (*first, "Turned text above it")]], rotate=rotate, matrix=matrix)
    assert line_texts(read_bytes(data, "a.pdf")) == ["Turned text above it", "below"]


def test_the_mark_of_a_scanning_program_is_no_text() -> None:
    marked = [[(90, 20, "Scanned by Some App")], [(90, 20, "Scanned by Some App")]]
    with pytest.raises(ReadError, match="没有文字层，读不出文字；请提供 Word 版，或加 --ocr 识别文字后再检。"):
        read_bytes(pdf(marked, pictured=True), "a.pdf")
    assert line_texts(read_bytes(pdf([[(90, 700, "Scanned by Some App")]]), "a.pdf")) == ["Scanned by Some App"]
    long = [*marked, [(90, 700, "A page of text with more than thirty letters on it")]]
    assert "A page of text" in read_bytes(pdf(long, pictured=True), "a.pdf").text


def test_a_head_that_stands_a_little_higher_or_lower_is_a_margin() -> None:
    pages = [[(90, 800 + 3 * number, "Internal"), (90, 700, f"Text {'abcd'[number]}")] for number in range(4)]
    assert read_bytes(pdf(pages), "a.pdf").margins == ("Internal",)


def test_pages_without_text_are_told() -> None:
    document = read_bytes(pdf([[(90, 700, "Text on the first page")], []]), "a.pdf")
    assert document.remarks[1:] == ("第 2 页没有文字层（可能是扫描页或空白页），未纳入核对。",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf([[], []]), "这份 PDF 是扫描件或图片，没有文字层，读不出文字；请提供 Word 版，或加 --ocr 识别文字后再检。"),
        (b"%PDF-1.7\n" + b"x" * 3000, "PDF 文件已损坏，不能打开；请重新导出或下载，或提供 Word 版。"),
        (pdf([]), "PDF 文件已损坏，不能打开；请重新导出或下载，或提供 Word 版。"),
    ],
)
def test_refusals(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.pdf")
    assert str(caught.value) == message


def test_too_many_pages() -> None:
    with pytest.raises(ReadError, match="PDF 页数过多（超过 2 页）"):
        read_bytes(pdf([[], [], []]), "a.pdf", limits=Limits(max_pages=2))


def test_threads_do_not_meet_in_pdfium() -> None:
    data = pdf([[(90, 700, f"Page {number} of many")] for number in range(5)])
    with ThreadPoolExecutor(4) as pool:
        texts = {document.text for document in pool.map(lambda _: read_bytes(data, "a.pdf"), range(24))}
    assert len(texts) == 1


def test_a_report_through_libreoffice(soffice: Callable[[bytes, str, str], bytes]) -> None:
    sentence = "云岭乡认真落实“八五”普法规划，全年开展法治宣传12场次，发放资料3000余份，受教育群众达5000余人次"
    texts = [
        "云岭乡人民政府",
        "一、主要举措和成效",
        sentence * 3 + "。",
        "（一）强化组织领导",
        sentence * 5 + "。",
        "2026年1月10日",
    ]
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    body = "".join(paragraph(text, properties=indent) for text in texts)
    made = soffice(docx(body), "docx", "pdf")
    document = read_bytes(made, "报告.pdf")
    assert line_texts(document) == texts
    assert_lawful(document)


def test_sample_files(shared) -> None:  # type: ignore[no-untyped-def]
    folder = shared / "files" / "pdf"
    for name, message in (
        ("scanned_malou-2024", "扫描件或图片，没有文字层"),
        ("enc", "设有打开密码"),
        ("trunc", "PDF 文件已损坏"),
        ("garbage", "PDF 文件已损坏"),
    ):
        with pytest.raises(ReadError, match=message):
            read(folder / f"{name}.pdf")
    assert read(folder / "enc_owner.pdf").text == read(folder / "malou-2024.pdf").text
    truth = (shared / "files" / "html" / "truth.txt").read_text("utf-8").split("\n")
    for name in ("twocol", "chromium_print"):
        document = read(folder / f"{name}.pdf")
        assert ["".join(text.split()) for text in line_texts(document)][2:43] == [
            "".join(line.split()) for line in truth
        ]
        assert_lawful(document)
    margins = read(folder / "chromium_print.pdf").margins
    when, address = margins
    assert when == "11/22/26, 8:51 AM"
    assert address.startswith("file://") and address.endswith("print.html 1/8")

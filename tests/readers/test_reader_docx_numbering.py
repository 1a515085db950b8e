"""Automatic numbers of Word files."""

import re

import pytest
from reader_fixtures import assert_lawful, docx, line_texts, paragraph
from test_reader_docx import assert_places

from lint.readers import read, read_bytes
from lint.readers.docx_numerals import chinese, numeral


def level(index: int, form: str, text: str, inner: str = "") -> str:
    kind = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{index}">{kind}{inner}<w:lvlText w:val="{text}"/></w:lvl>'


REPORT_LEVELS = (
    level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%2.%4", "<w:isLgl/>") + level(4, "bullet", "●")
)  # fmt: skip
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{REPORT_LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def listed(text: str, index: int = 0, number: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>')


def lines(body: str, numbering: str = NUMBERING, styles: str = "") -> list[str]:
    data = docx(body, parts={"numbering": numbering, "styles": styles})
    document = read_bytes(data, "a.docx")
    assert_lawful(document)
    assert_places(document, data)
    return line_texts(document)


def test_the_levels_of_a_report() -> None:
    body = "".join(
        listed(text, index)
        for text, index in (
            ("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 2), ("己", 1), ("庚", 2), ("辛", 0), ("壬", 1),
            ("癸", 3), ("点", 4),
        )
    )  # fmt: skip
    assert lines(body) == [
        "一、甲", "（一）乙", "（二）丙", "1.丁", "2.戊", "（三）己", "1.庚", "二、辛", "（一）壬", "2.1.1癸", "点",
    ]  # fmt: skip


def test_labels_are_marked_as_generated() -> None:
    document = read_bytes(docx(listed("主要举措"), parts={"numbering": NUMBERING}), "a.docx")
    label, text = document.origins
    assert (document.text, label.generated, label.start, label.end) == ("一、主要举措", True, 0, 2)
    assert (text.generated, text.start, text.end, text.offset) == (False, 2, 6, 0)


def test_lists_of_one_abstract_list_count_on_and_may_restart() -> None:
    assert lines(listed("甲") + listed("乙", number=2) + listed("丙", number=2) + listed("丁")) == [
        "一、甲", "五、乙", "六、丙", "七、丁",
    ]  # fmt: skip


def test_a_higher_level_that_has_not_occurred_is_not_used_up() -> None:
    assert lines(listed("先", 1) + listed("后", 0)) == ["（一）先", "一、后"]


def test_an_empty_numbered_paragraph_counts() -> None:
    assert lines(listed("甲") + listed("") + listed("乙")) == ["一、甲", "二、", "三、乙"]


def test_a_deleted_paragraph_mark_does_not_count() -> None:
    deleted = paragraph(
        "前半", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
    )
    assert lines(deleted + listed("后半") + listed("乙")) == ["一、前半后半", "二、乙"]


def test_restart_after_a_named_level_or_never() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">' + level(0, "decimal", "%1") + level(1, "decimal", "%2")
        + level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>')
        + level(3, "decimal", "%4", '<w:lvlRestart w:val="0"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )  # fmt: skip
    body = "".join(listed("", index) for index in (0, 1, 2, 3, 1, 2, 3, 0, 2, 3))
    assert lines(body, numbering) == ["1", "1", "1", "1", "2", "2", "2", "2", "1", "3"]


def test_numbers_from_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0">' + level(0, "chineseCounting", "%1、")
        + level(1, "decimal", "%2.", '<w:pStyle w:val="H1"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )  # fmt: skip
    style = '<w:pStyle w:val="{}"/>'
    body = (
        paragraph("甲", properties=style.format("H1")) + paragraph("乙", properties=style.format("H2"))
        + paragraph("无", properties=style.format("H1") + '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("丙", properties=style.format("Loop"))
    )  # fmt: skip
    assert lines(body, numbering, styles) == ["1.甲", "2.乙", "无", "丙"]


def test_newer_formats_are_wrapped() -> None:
    wrapped = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert lines(listed("甲"), wrapped) == ["01.甲"]


def test_nonsense_in_numbering_is_survived() -> None:
    broken = (
        '<w:abstractNum><w:lvl w:ilvl="x"/><w:lvl w:ilvl="99"/></w:abstractNum><w:num/>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="-1"/></w:num>'
    )
    assert lines(listed("甲") + listed("乙", 1, 5), broken) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "〇"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"),
     (110, "一百一十"), (1001, "一千零一"), (9999, "九千九百九十九"), (10000, "一〇〇〇〇")],
)  # fmt: skip
def test_chinese_numbers(number: int, written: str) -> None:
    assert chinese(number) == written


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [(36, "decimalEnclosedCircleChinese", "㊱"), (51, "decimalEnclosedCircle", "51"), (3, "decimalEnclosedParen", "⑶"),
     (10, "chineseLegalSimplified", "壹拾"), (15, "chineseLegalSimplified", "壹拾伍"), (12, "decimalFullWidth", "１２"),
     (27, "lowerLetter", "aa"), (1999, "upperRoman", "MCMXCIX"), (3, "ideographTraditional", "丙"), (5, "none", ""),
     (0, "upperRoman", "0"), (7, "unheardOf", "7"), (-3, "decimal", "-3"), (10, "ideographDigital", "一〇")],
)  # fmt: skip
def test_formats(number: int, form: str, written: str) -> None:
    assert numeral(number, form) == written


def test_the_report_with_automatic_numbers_reads_like_the_typed_one(shared) -> None:  # type: ignore[no-untyped-def]
    truth = (shared / "files" / "B_autonum.truth.txt").read_text("utf-8")
    for name in ("B_autonum.docx", "B_lo_autonum.docx"):
        path = shared / "files" / name
        document = read(path)
        assert document.text == truth, name
        assert_places(document, path.read_bytes())


def test_formats_agree_with_libreoffice(shared, soffice) -> None:  # type: ignore[no-untyped-def]
    """All but those that LibreOffice prints as plain digits or otherwise than Word."""
    path = shared / "files" / "C_numfmts.docx"
    exported = soffice(path.read_bytes(), "docx", "txt:Text (encoded):UTF8").decode("utf-8-sig")
    its_own = {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "decimalEnclosedParen",
               "decimalEnclosedFullstop", "decimalFullWidth", "ideographEnclosedCircle"}  # fmt: skip
    compared = 0
    for line in exported.splitlines():
        match = re.fullmatch(r"\s*【(.*)】 (\w+)-(\d+)", line)
        if match and match[2] not in its_own:
            assert numeral(int(match[3]), match[2]) == match[1], line
            compared += 1
    assert compared >= 17 * 124


def test_levels_agree_with_libreoffice(soffice) -> None:  # type: ignore[no-untyped-def]
    body = "".join(listed("甲", index) for index in (0, 1, 1, 2, 2, 1, 2, 0, 1)) + listed("乙", number=2) + listed("丙")
    data = docx(body, parts={"numbering": NUMBERING})
    exported = soffice(data, "docx", "txt:Text (encoded):UTF8").decode("utf-8-sig")
    mine = line_texts(read_bytes(data, "a.docx"))
    # LibreOffice 7.4 does not know w:isLgl, so level 3 is not among them.
    assert [re.sub(r"\s", "", line) for line in exported.splitlines() if line.strip()] == mine

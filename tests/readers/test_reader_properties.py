"""Whatever the bytes: a Document that keeps its laws, or a ReadError with a Chinese sentence; and soon."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reader_fixtures import W, assert_lawful, docx, paragraph, pdf, zipped
from test_reader_docx import assert_places
from test_reader_docx_numbering import NUMBERING, listed

from lint.document.document import Document
from lint.readers import Limits, ReadError, read_bytes
from lint.readers.soffice import PROGRAM

NAMES = ("a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.doc", "a")
STARTS = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"<html><body>",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"{\\rtf",
)


@pytest.fixture(autouse=True, scope="module")
def no_office() -> Iterator[None]:
    """LibreOffice takes a second a file; it is tried on damaged files elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PROGRAM, "")
        yield


SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
REPORT = "云岭乡人民政府\n关于2025年法治政府建设情况的报告\n" + "一是认真落实上级部署，扎实推进各项工作。\n" * 20
PAGE = f"<html><title>报告</title><body><div id=zoom><p>{REPORT}</p><table><tr><td>甲<td>乙</table></div></body></html>"
WORD = docx(
    listed("主要举措") + listed("组织领导", 1) + paragraph("甲", "<w:r><w:br/><w:t>乙</w:t></w:r>"),
    parts={"numbering": NUMBERING, "header": paragraph("页眉")},
)
PDF = pdf([[(90, 700, "Report of the township"), (90, 680, "1. Measures")], [(90, 700, "End")]])


def attempt(data: bytes, name: str, encoding: str | None = None) -> Document | None:
    try:
        document = read_bytes(data, name, encoding=encoding, limits=Limits(max_bytes=20_000_000))
    except ReadError as error:
        message = str(error)
        assert re.search("[一-鿿]", message)
        assert message.endswith("。")
        assert "读取时出错" not in message, f"a library's error got through: {error.__cause__!r}"
        return None
    assert document.text.strip()
    assert_lawful(document)
    return document


@SLOW
@given(st.sampled_from(STARTS), st.binary(max_size=2000), st.sampled_from(NAMES))
def test_random_bytes(start: bytes, data: bytes, name: str) -> None:
    attempt(start + data, name)


@SLOW
@given(st.text(min_size=1, max_size=500), st.sampled_from(["utf-8", "utf-16", "gb18030", "utf-32", "utf-8-sig"]))
def test_random_text(text: str, codec: str) -> None:
    data = text.encode(codec, errors="replace")
    document = attempt(data, "报告.txt")
    if document is not None and codec in ("utf-8", "utf-8-sig") and document.encoding in ("UTF-8", "UTF-8 (BOM)"):
        shown = data.removeprefix(b"\xef\xbb\xbf").decode().replace("\r\n", "\n").replace("\r", "\n")
        assert document.text == shown


@SLOW
@given(st.binary(max_size=300), st.sampled_from(["big5", "utf-7", "shift_jis", "hz", "utf-16", "ascii", "cp437", "x"]))
def test_random_bytes_in_a_named_encoding(data: bytes, encoding: str) -> None:
    attempt(data, "a.txt", encoding)
    attempt(b"<html>" + data, "a.html", encoding)


@pytest.mark.parametrize(("data", "name"), [(WORD, "a.docx"), (PDF, "a.pdf"), (PAGE.encode(), "a.html")])
def test_truncated_files(data: bytes, name: str) -> None:
    for end in {*range(0, len(data), max(1, len(data) // 60)), len(data) - 1}:
        attempt(data[:end], name)


@SLOW
@given(
    st.data(),
    st.sampled_from([(WORD, "a.docx"), (PDF, "a.pdf"), (PAGE.encode(), "a.html"), (REPORT.encode("gbk"), "a.txt")]),
)
def test_damaged_files(data: st.DataObject, file: tuple[bytes, str]) -> None:
    content = bytearray(file[0])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    attempt(bytes(content), file[1])


_WORDS = st.sampled_from(["一、", "云岭乡", "甲乙丙", " ", "2025", "\n"])
_INLINE = st.recursive(
    st.one_of(
        _WORDS.map(lambda text: f"<w:r><w:t>{text}</w:t></w:r>"),
        st.sampled_from(["tab", "br", "cr", "noBreakHyphen", "softHyphen"]).map(lambda tag: f"<w:r><w:{tag}/></w:r>"),
        st.sampled_from(["begin", "separate", "end"]).map(
            lambda step: f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>'
        ),
        st.just('<w:r><w:br w:type="page"/></w:r>'),
    ),
    lambda inner: st.tuples(
        st.sampled_from(["ins", "del", "hyperlink", "moveFrom", "moveTo", "sdt", "txbxContent"]), inner
    ).map(lambda pair: f"<w:{pair[0]}>{pair[1]}</w:{pair[0]}>"),
    max_leaves=4,
)
_PROPERTIES = st.sampled_from(
    [
        "",
        "<w:rPr><w:del/></w:rPr>",
        "<w:rPr><w:vanish/></w:rPr>",
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
    ]
)
_PARAGRAPH = st.tuples(st.lists(_INLINE, max_size=4), _PROPERTIES).map(
    lambda both: paragraph(*both[0], properties=both[1])
)
_BLOCKS = st.recursive(
    _PARAGRAPH,
    lambda inner: st.tuples(
        st.sampled_from(["tbl><w:tr><w:tc", "sdt><w:sdtContent", "ins", "p"]), st.lists(inner, max_size=3)
    ).map(lambda pair: _wrapped(*pair)),
    max_leaves=6,
)


def _wrapped(tags: str, inner: list[str]) -> str:
    closing = "".join(f"</w:{tag.removeprefix('w:')}>" for tag in reversed(tags.split("><")))
    return f"<w:{tags}>{''.join(inner)}{closing}"


@SLOW
@given(st.lists(_BLOCKS, min_size=1, max_size=5))
def test_random_word_files(blocks: list[str]) -> None:
    data = docx("".join(blocks), parts={"numbering": NUMBERING})
    document = attempt(data, "a.docx")
    if document is not None:
        assert_places(document, data)


_TAGS = (
    "div",
    "p",
    "table",
    "tr",
    "td",
    "br",
    "span",
    "pre",
    "li",
    "script",
    "h1",
    "a",
    "nav",
    "ucapcontent",
    "td hidden",
)


@SLOW
@given(
    st.lists(
        st.one_of(
            st.sampled_from(_TAGS).map(lambda t: f"<{t}>"), st.sampled_from(_TAGS).map(lambda t: f"</{t}>"), _WORDS
        ),
        max_size=60,
    )
)
def test_random_pages(pieces: list[str]) -> None:
    attempt(("<html>" + "".join(pieces)).encode(), "a.html")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", ("云岭乡法治政府建设" * 380_000).encode()[: 10_000_000 - 1]),
        ("a.txt", ("云岭乡法治政府建设" * 560_000).encode("gb18030")),
        ("a.txt", b"\xff" * 10_000_000),
        ("a.txt", b"\0" * 10_000_000),
        ("a.html", b"<p>" + ("云岭乡法治政府建设" * 380_000).encode()),
        ("a.html", ("<div class=news_content>" * 20_000 + "正文" * 200).encode()),
        ("a.html", b"<!---->" * 1_000_000),
        ("a.html", ("<table><tr><td>" * 5_000 + "正文" * 200).encode()),
        ("a.html", ("<p>" + "\n " * 3_000_000 + "正文").encode()),
        ("a.pdf", b"%PDF-1.4\n" + b"1 0 obj << " * 400_000),
        ("a.docx", docx("".join(paragraph(f"第{number}段") for number in range(20_000)))),
        ("a.docx", docx(f"<w:p>{'<w:r><w:t>甲</w:t></w:r>' * 100_000}</w:p>")),
        ("a.docx", zipped({f"{number}": "" for number in range(20_000)})),
        ("a.docx", docx(f'<w:p xmlns:w="{W}">' + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + "</w:p>")),
    ],
)  # fmt: skip
def test_large_and_hostile_files_take_no_more_than_seconds(name: str, data: bytes) -> None:
    start = time.process_time()
    attempt(data, name)
    assert time.process_time() - start < 10


def test_truncated_samples(shared: Path) -> None:
    for name in (
        "A_mixed.docx",
        "pdf/malou-2024.pdf",
        "html/ucap.html",
        "doc/malou-2024.doc",
        "text/yudi-2023.gbk.txt",
    ):
        data = (shared / "files" / name).read_bytes()
        for end in range(0, len(data), max(1, len(data) // 25)):
            attempt(data[:end], name)


def test_start_up_is_cheap() -> None:
    """The libraries of a format are imported when it is read, not before."""
    heavy = "{'lxml', 'pypdfium2', 'selectolax', 'zipfile'} & set(sys.modules)"
    script = f"import sys, lint.readers; assert not {heavy}, {heavy}"
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).resolve().parents[2])

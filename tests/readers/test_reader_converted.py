"""Formats that are read by way of .docx: .doc, .wps, .rtf, .odt. The files are made by LibreOffice from ours."""

import hashlib
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import doc2docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reader_fixtures import assert_lawful, docx, paragraph, zipped
from test_reader_docx import assert_places
from test_reader_docx_numbering import NUMBERING, listed

from lint.readers import Limits, ReadError, read, read_bytes
from lint.readers.docx import REVISED
from lint.readers.soffice import PROGRAM
from lint.readers.word_binary import _LOSSES, HARMLESS

Convert = Callable[[bytes, str, str], bytes]
FORMS = ("doc", "rtf", "odt")
TRACKED = (
    "<w:r><w:t>全年办理案件</w:t></w:r>"
    '<w:del w:id="1" w:author="甲" w:date="2025-01-02T00:00:00Z"><w:r><w:delText>12</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="甲" w:date="2025-01-02T00:00:00Z"><w:r><w:t>15</w:t></w:r></w:ins>'
    "<w:r><w:t>件。</w:t></w:r>"
)
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>".format(paragraph("项目"), paragraph("十二件"))
PLAIN = (
    paragraph("云岭乡人民政府")
    + paragraph("关于2025年法治政府建设情况的报告")
    + paragraph("一、主要举措和成效")
    + paragraph("落实“八五”普法规划，开展宣传12场次。")
    + TABLE
    + paragraph(TRACKED)
    + paragraph("2026年1月10日")
)
NUMBERED = PLAIN + listed("存在的不足") + listed("学法不够经常", 1) + listed("下一步安排")
BOX = (
    '<w:r><w:pict><v:shape style="width:200pt;height:60pt"><v:textbox><w:txbxContent>'
    + paragraph("云政发〔2025〕3号")
    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
BY_US, BY_OFFICE = "由旧版 Word 格式转换为 .docx 后核对。", "由 LibreOffice 转换为 .docx 后核对。"
LOST_BOX = "由旧版 Word 格式转换为 .docx 后核对，文本框里的文字可能没有读全；请用 Word 或 WPS 打开，另存为 .docx 再检。"


BROKEN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")


@pytest.fixture(scope="module")
def made(soffice: Convert) -> dict[str, bytes]:
    """The same report in each form; RTF without automatic numbers, whose marks LibreOffice writes as "?"."""
    numbered = docx(NUMBERED, parts={"numbering": NUMBERING})
    return {form: soffice(docx(PLAIN) if form == "rtf" else numbered, "docx", form) for form in FORMS}


@pytest.fixture(scope="module")
def boxed(soffice: Convert) -> bytes:
    """A .doc with a text box, which our own conversion cannot read."""
    return soffice(docx(PLAIN + paragraph("文本框：", BOX)), "docx", "doc")


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if LibreOffice were not installed."""
    monkeypatch.setenv(PROGRAM, "")


def fake_office(path: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv(PROGRAM, str(path))


def refusal(data: bytes, name: str, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, limits=limits or Limits())
    assert "读取时出错" not in str(caught.value), repr(caught.value.__cause__)
    return str(caught.value)


# ------------------------------------------------------------------ the same text
@pytest.mark.parametrize("form", FORMS)
def test_the_text_is_that_of_the_word_file(form: str, made: dict[str, bytes]) -> None:
    body, parts = (PLAIN, {}) if form == "rtf" else (NUMBERED, {"numbering": NUMBERING})
    source = docx(body, parts=parts)
    document = read_bytes(made[form], f"报告.{form}")
    assert document.text == read_bytes(source, "报告.docx").text
    assert "全年办理案件15件。" in document.text
    assert document.format == form
    assert document.remarks == (BY_US if form == "doc" else BY_OFFICE, REVISED)
    assert document.sha256 == hashlib.sha256(made[form]).hexdigest()
    assert [line.part for line in document.lines].count("table") == 2
    assert_lawful(document)
    assert_places(document, document.package)
    assert read_bytes(document.package, "副本.docx").text == document.text


def test_the_same_bytes_give_the_same_package(made: dict[str, bytes]) -> None:
    for form in FORMS:
        first, second = (read_bytes(made[form], f"报告.{form}").package for _ in range(2))
        assert first == second, form


def test_names_with_spaces_and_chinese(made: dict[str, bytes], tmp_path: Path) -> None:
    for form in FORMS:
        path = tmp_path / "二〇二五 年度" / f"云岭乡 报告（终稿）'v2' --x.{form}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made[form])
        assert read(path).path == str(path)


def test_two_conversions_at_once(made: dict[str, bytes]) -> None:
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda form: read_bytes(made[form], f"a.{form}").text, ("rtf", "odt"))
    assert second.startswith(first.removesuffix("\n"))


# ------------------------------------------------------------------ the content decides
def test_an_old_word_file_by_any_name(made: dict[str, bytes], no_office: None) -> None:
    forms = {
        name: read_bytes(made["doc"], f"报告.{name}").format for name in ("doc", "wps", "WPS", "docx", "txt", "rtf")
    }
    assert forms == {"doc": "doc", "wps": "wps", "WPS": "wps", "docx": "doc", "txt": "doc", "rtf": "doc"}


def test_what_else_goes_by_the_name_of_an_old_word_file(made: dict[str, bytes]) -> None:
    page = f"<html><body><p>{'云岭乡的报告。' * 10}</p></body></html>".encode()
    for suffix, other in (("doc", "rtf"), ("wps", "odt")):
        name = f"报告.{suffix}"
        assert read_bytes(docx(PLAIN), name).format == "docx"
        assert read_bytes(made[other], name).format == other
        web, text = read_bytes(page, name), read_bytes("云岭乡的报告。".encode("gb18030"), name)
        assert (web.format, web.remarks[0]) == ("html", f"扩展名是 .{suffix}，内容是网页，按网页读取。")
        assert (text.format, text.remarks[0]) == ("txt", f"扩展名是 .{suffix}，内容是纯文本，按纯文本读取。")
        mht = b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        assert refusal(mht, name).startswith("这是网页归档（.mht），暂不能读取；")


def test_a_workbook_with_a_word_document_inside(made: dict[str, bytes], no_office: None) -> None:
    book = bytearray(made["doc"])
    entry = book.index("WordDocument".encode("utf-16-le"))
    book[entry : entry + 66] = "Workbook".encode("utf-16-le").ljust(64, b"\0") + b"\x12\0"
    book += "WordDocument".encode("utf-16-le")
    message = "这是 Excel 表格或演示文稿，不是文字报告；请提供 Word、.txt、.md、.html 或 .pdf 格式的报告。"
    assert refusal(bytes(book), "报告.doc") == message


def test_files_with_a_password(made: dict[str, bytes]) -> None:
    message = "文件已加密，不能读取；请用 Word 或 WPS 输入密码打开，取消密码后另存为 .docx 再检。"
    data = bytearray(made["doc"])
    flags = data.index(b"\xec\xa5", 512) + 11  # the file information block; its flag fEncrypted
    data[flags] |= 0x01
    assert refusal(bytes(data), "报告.doc") == message
    locked = {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<encryption-data/>"}
    assert refusal(zipped(locked), "报告.odt") == message


def test_a_bomb_is_not_handed_to_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROGRAM, "/nowhere/soffice")
    bomb = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": " " * 50_000_000}
    assert refusal(zipped(bomb), "报告.odt").startswith("Word 文件解压后过大")


# ------------------------------------------------------------------ what is lost
def test_what_our_conversion_loses_the_office_reads(boxed: bytes) -> None:
    document = read_bytes(boxed, "报告.doc")
    assert "云政发〔2025〕3号" in document.text
    assert document.remarks == (BY_OFFICE, REVISED)


def test_without_an_office_a_loss_is_told(boxed: bytes, no_office: None) -> None:
    document = read_bytes(boxed, "报告.doc")
    assert document.remarks == (LOST_BOX, REVISED)
    assert "\ufffc" not in document.text
    assert "文本框：" in document.text


def test_every_diagnostic_of_the_converter_is_judged() -> None:
    """A release that brings a new one is looked at before it is taken; until then it counts as a loss."""
    sources = [path.read_text("utf-8") for path in Path(doc2docx.__file__).parent.rglob("*.py")]
    # codes stand alone on a line or as a key; enough of an underscore to be no constant of a file format
    known = {code for text in sources for code in re.findall(r'"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)"', text)}
    assert known == HARMLESS | _LOSSES.keys()
    assert not HARMLESS & _LOSSES.keys()


# ------------------------------------------------------------------ without LibreOffice, or with one that fails
def test_without_an_office(made: dict[str, bytes], no_office: None) -> None:
    for form, what in (("rtf", "RTF 文件"), ("odt", "ODF 文件")):
        assert refusal(made[form], f"报告.{form}") == (
            f"{what}要用 LibreOffice 转换，这台电脑上没有找到；请用 Word 或 WPS 打开，另存为 .docx 再检，"
            "或安装 LibreOffice（装在别处时用环境变量 QINGDAN_SOFFICE 写明程序的路径）。"
        )


def test_works_files_need_an_office(no_office: None) -> None:
    works = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "CONTENTS\0".encode("utf-16-le") + b"CHNKWKS"
    assert refusal(works, "报告.wps").startswith("MS Works 文件要用 LibreOffice 转换")


def test_an_office_that_is_not_where_it_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROGRAM, "/没有/soffice")
    assert refusal(b"{\\rtf1 abc}", "a.rtf") == (
        "环境变量 QINGDAN_SOFFICE 写的程序（/没有/soffice）找不到或不能运行；请改对路径，或去掉这个变量。"
    )


@pytest.mark.skipif("sys.platform == 'win32'")
def test_an_office_that_hangs_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child"
    fake_office(tmp_path / "office", f"sleep 1000 &\necho $! > {child}\nwait", monkeypatch)
    assert refusal(b"{\\rtf1 abc}", "a.rtf", Limits(max_seconds=2)) == (
        "LibreOffice 转换了 2 秒还没有完成，已经停止；请用 Word 或 WPS 打开，另存为 .docx 再检。"
    )
    state = Path(f"/proc/{child.read_text().strip()}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.mark.skipif("sys.platform == 'win32'")
@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("exit 0", "LibreOffice 打不开这个文件，可能已损坏；请用 Word 或 WPS 打开，另存为 .docx 再检。"),
        ("exit 1", "LibreOffice 打不开这个文件，可能已损坏；请用 Word 或 WPS 打开，另存为 .docx 再检。"),
        (
            "mkdir out; echo rubbish > out/report.docx",
            "LibreOffice 转换出来的文件不合规范，读不了；请用 Word 或 WPS 打开，另存为 .docx 再检。",
        ),
    ],
)
def test_an_office_that_writes_nothing_or_rubbish(
    script: str, message: str, boxed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office(tmp_path / "office", script, monkeypatch)
    assert refusal(b"{\\rtf1 abc}", "a.rtf") == message
    assert refusal(BROKEN, "a.doc") == message
    assert read_bytes(boxed, "a.doc").remarks == (LOST_BOX, REVISED)  # what we have ourselves is better than nothing


# ------------------------------------------------------------------ damaged files
def test_a_truncated_file_is_refused_with_a_sentence(made: dict[str, bytes]) -> None:
    for form in FORMS:
        data = made[form]
        try:
            assert read_bytes(data[: len(data) // 2], f"a.{form}").text.strip()
        except ReadError as error:
            assert str(error).endswith("。")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_never_gets_through(made: dict[str, bytes], no_office: None, data: st.DataObject) -> None:
    content = bytearray(made["doc"])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.one_of(st.just(len(content)), st.integers(0, len(content))))
    try:
        document = read_bytes(bytes(content[:end]), "a.doc")
    except ReadError as error:
        assert "读取时出错" not in str(error), repr(error.__cause__)
        assert str(error).endswith("。")
    else:
        assert_lawful(document)


def test_sample_files(shared: Path, no_office: None) -> None:
    files = shared / "files"
    for path in sorted((files / "doc").iterdir()):
        document = read(path)
        assert_lawful(document)
        assert_places(document, document.package)
        if path.stem == "A_mixed":
            assert document.remarks == (LOST_BOX, REVISED, "含隐藏文字，未纳入核对。")
        else:
            assert document.text == read(files / f"{path.stem}.docx").text, path.name
            assert document.remarks == (BY_US,)

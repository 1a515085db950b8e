"""Plain text and Markdown, and what read() itself decides."""

import hashlib
import os
from pathlib import Path

import pytest
from reader_fixtures import assert_lawful, line_texts

from lint.readers import READABLE_SUFFIXES, Limits, ReadError, read, read_bytes
from lint.readers.soffice import PROGRAM


def test_a_file_with_a_chinese_path(tmp_path: Path) -> None:
    path = tmp_path / "二〇二五年度" / "云岭乡 报告（终稿）.txt"
    path.parent.mkdir()
    data = "\ufeff云岭乡人民政府\r\n关于2025年法治政府建设情况的报告\r\n".encode()
    path.write_bytes(data)
    document = read(path)
    assert document.path == str(path)
    assert document.text == "云岭乡人民政府\n关于2025年法治政府建设情况的报告\n"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.format, document.encoding, document.origins) == ("txt", "UTF-8 (BOM)", ())
    assert document.line_column(8) == (2, 1)
    assert_lawful(document)


def test_only_real_line_ends_end_a_line() -> None:
    document = read_bytes("甲\r乙\r\n丙\n丁\u2028戊\u0085己\x0b庚\x0c辛".encode(), "a.txt")
    assert line_texts(document) == ["甲", "乙", "丙", "丁\u2028戊\u0085己\x0b庚\x0c辛"]
    assert_lawful(document)


def test_markdown_keeps_its_marks() -> None:
    document = read_bytes("# 云岭乡报告\n\n## 一、主要举措\n- **一是**加强学习。\n".encode(), "报告.md")
    assert document.format == "md"
    assert document.text.startswith("# 云岭乡报告\n\n## 一、")


def test_the_content_decides_before_the_name() -> None:
    assert read_bytes("云岭乡的报告".encode(), "no-extension").format == "txt"
    page = f"<!DOCTYPE html><html><body><p>{'云岭乡的报告。' * 10}</p></body></html>"
    assert read_bytes(page.encode(), "报告.txt").format == "html"
    assert read_bytes(page.encode(), "报告.doc").format == "html"
    assert read_bytes(page.encode("utf-16"), "报告.htm").encoding == "UTF-16LE (BOM)"


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path / "没有.txt", "找不到这个文件；请检查路径和文件名。"),
        (tmp_path, "这是文件夹，不是文件；请指明里面的文件。"),
        (Path("/dev/null"), "这不是普通文件，不能读取；请指明一个报告文件。"),
    ):
        if str(path) == "/dev/null" and os.name == "nt":
            continue
        with pytest.raises(ReadError) as caught:
            read(path)
        assert str(caught.value) == message
    with pytest.raises(ReadError):
        read(Path("a\0b.txt"))
    with pytest.raises(ReadError):
        read(Path("很长" * 4000))


def test_limits(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    path.write_bytes(b"a" * 2_000_001)
    message = "文件过大（超过 2 MB），不像是一份报告；请确认文件无误，或删去图片后再检。"
    for call in (
        lambda: read(path, limits=Limits(max_bytes=2_000_000)),
        lambda: read_bytes(path.read_bytes(), "大.txt", limits=Limits(max_bytes=2_000_000)),
    ):
        with pytest.raises(ReadError) as caught:
            call()
        assert str(caught.value) == message
    with pytest.raises(ReadError, match="文字过多（超过 100 万字）"):
        read(path, limits=Limits(max_text=1_000_000))


def test_suffixes_for_walking() -> None:
    assert {".docx", ".txt", ".md", ".html", ".htm", ".pdf"} <= set(READABLE_SUFFIXES)


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"abc", "a.ofd", "不能读取 .ofd 文件；请用 Word 或 WPS 打开，另存为 .docx 再检。"),
        (b"<uof:UOF>", "a.doc", "这是 UOF（标文通）文件，不能读取；请用 Word 或 WPS 打开，另存为 .docx 再检。"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.txt", "这是图片，没有文字；请提供 Word 版，或加 --ocr 识别文字后再检。"),
        (b"GIF89a\0", "a.gif", "这是图片，没有文字；请提供 Word 版，或扫描成 PDF 后加 --ocr 识别文字。"),
        (b"Rar!\x1a\x07\0", "a.rar", "这是压缩包；请解压后把里面的报告交来检查。"),
        (
            b"abc",
            "a.docx",
            "扩展名是 Word 文件，内容却不是，可能已损坏；请用 Word 或 WPS 打开原文件，另存为 .docx 再检。",
        ),
        (b"abc", "a.pdf", "扩展名是 .pdf，内容却不是 PDF 文件，可能已损坏；请重新导出，或提供 Word 版。"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "a.mht",
            "这是网页归档（.mht），暂不能读取；请在浏览器里另存为“仅 HTML”，或另存为 .docx 再检。",
        ),
        (b"", "a.docx", "文件是空的（0 字节），没有可以核对的文字；请确认是否保存成功。"),
    ],
)
def test_formats_that_are_refused(data: bytes, name: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("stream", "message"),
    [
        ("EncryptedPackage", "文件已加密，不能读取；请用 Word 或 WPS 输入密码打开，取消密码后另存为 .docx 再检。"),
        ("WordDocument", "旧版 Word 文件打不开，可能已损坏；请用 Word 或 WPS 打开，另存为 .docx 再检。"),
        ("Workbook", "这是 Excel 表格或演示文稿，不是文字报告；请提供 Word、.txt、.md、.html 或 .pdf 格式的报告。"),
        ("Other", "这是旧版 Office 或 WPS 文件，读不出文字，可能已损坏；请用 Word 或 WPS 打开，另存为 .docx 再检。"),
    ],
)
def test_ole_files_are_told_apart_by_their_streams(stream: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROGRAM, "")  # no LibreOffice
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + stream.encode("utf-16-le")
    for name in ("a.docx", "a.doc", "a.wps", "a.txt"):
        with pytest.raises(ReadError) as caught:
            read_bytes(data, name)
        assert str(caught.value) == message

"""Bytes → text."""

import pytest

from lint.readers.decode import UNKNOWN, decode
from lint.readers.errors import ReadError

REPORT = "云岭乡人民政府\n关于2025年法治政府建设情况的报告\n2025年，我乡认真落实上级部署，开展普法宣传12场次。\n"


@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8 (BOM)"),
        ("utf-16-le", b"\xff\xfe", "UTF-16LE (BOM)"),
        ("utf-16-be", b"\xfe\xff", "UTF-16BE (BOM)"),
        ("utf-32-le", b"\xff\xfe\0\0", "UTF-32LE (BOM)"),
        ("utf-16-le", b"", "UTF-16LE"),
        ("utf-16-be", b"", "UTF-16BE"),
        ("gbk", b"", "GB18030"),
        ("gb18030", b"", "GB18030"),
    ],
)
def test_finds_the_encoding(codec: str, mark: bytes, name: str) -> None:
    decoded = decode(mark + REPORT.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.remarks) == (REPORT, name, ())


@pytest.mark.parametrize("text", ["云岭乡", "第一责任人职责", "一、主要举措", "县委、县政府："])
@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be"])
def test_a_few_characters_are_enough(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_characters_beyond_gbk_survive() -> None:
    text = REPORT + "𠮷家村㙘"
    assert decode(text.encode("gb18030")).text == text


def test_a_damaged_byte_is_replaced_and_told() -> None:
    data = bytearray((REPORT * 20).encode("utf-8"))
    data[1000] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == "UTF-8"
    assert "\ufffd" in decoded.text
    assert len(decoded.remarks) == 1
    assert decoded.remarks[0].startswith("文件有损坏：")
    assert decoded.remarks[0].endswith("不能按 UTF-8 解码，已用“\ufffd”代替，请核对原文。")


def test_a_cut_file_is_read_to_its_end() -> None:
    decoded = decode(REPORT.encode("utf-8") + "报".encode()[:2])
    assert decoded.text == REPORT + "\ufffd"
    assert decoded.remarks


@pytest.mark.parametrize("codec", ["big5", "shift_jis", "euc-kr"])
def test_others_are_not_guessed(codec: str) -> None:
    text = {
        "big5": "雲嶺鄉人民政府關於法治政府建設情況的報告",
        "shift_jis": "日本語の文章です",
        "euc-kr": "한국어 문장입니다",
    }
    with pytest.raises(ReadError) as caught:
        decode(text[codec].encode(codec))
    assert (
        str(caught.value)
        == UNKNOWN
        == (
            "看不出文字编码，可能不是文字文件；请用记事本打开后另存为 UTF-8，"
            "或用 --encoding 指明原来的编码（例如 --encoding big5）。"
        )
    )
    assert decode(text[codec].encode(codec), encoding=codec).text == text[codec]


def test_a_named_encoding_is_obeyed_or_refused() -> None:
    assert decode("云岭乡".encode("gb18030"), encoding="GBK").encoding == "GB18030"
    assert decode(b"\xff\xfe" + "云岭乡".encode("utf-16-le"), encoding="utf-16").text == "云岭乡"
    for name in ("nonsense", "rot13", "hex", "punycode", "a\0b", ""):
        with pytest.raises(ReadError, match="不认识 --encoding 指明的编码"):
            decode(b"abc", encoding=name)
    with pytest.raises(ReadError, match="文件不能按 BIG5 解码"):
        decode(REPORT.encode("utf-8"), encoding="big5")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件是空的（0 字节），没有可以核对的文字；请确认是否保存成功。"),
        (b" \r\n\t", "文件是空的（只有空白），没有可以核对的文字；请确认是否保存成功。"),
        ("　\u00a0".encode(), "文件是空的（只有空白），没有可以核对的文字；请确认是否保存成功。"),
        (b"\xef\xbb\xbf", "文件是空的（只有空白），没有可以核对的文字；请确认是否保存成功。"),
        (b"\x01\x02\x03\x04\x05", "文件里是二进制内容，不是文字；请提供 .docx、.txt、.md、.html 或 .pdf 格式的报告。"),
        (bytes(range(256)) * 9, UNKNOWN),
        (b"\0" * 100, UNKNOWN),
        (b"caf\xe9", UNKNOWN),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert str(caught.value) == message


def test_sample_files_in_other_encodings(shared) -> None:  # type: ignore[no-untyped-def]
    names = {"gb18030": "GB18030", "gbk": "GB18030", "utf16be_nobom": "UTF-16BE", "utf16le_bom": "UTF-16LE (BOM)",
             "utf8bom": "UTF-8 (BOM)"}  # fmt: skip
    for path in sorted((shared / "files" / "text").glob("*.txt")):
        stem, kind, _ = path.name.split(".")
        if kind == "big5":
            with pytest.raises(ReadError, match="看不出文字编码"):
                decode(path.read_bytes())
            continue
        decoded = decode(path.read_bytes())
        assert decoded.encoding == names[kind], path.name
        if kind != "gb18030":  # that one holds a character more than the report
            assert decoded.text == (shared / "reports" / f"{stem}.txt").read_text("utf-8"), path.name

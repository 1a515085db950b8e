"""Which format a file is: by its content, then by its name. Formats that cannot be read are refused by name."""

import io
import re
from pathlib import PurePath
from typing import Literal

from lint.readers.errors import ReadError

Format = Literal["text", "html", "docx", "pdf", "image", "doc", "works", "rtf", "odt"]

READABLE_SUFFIXES = (
    ".docx", ".docm", ".dotx", ".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".doc", ".wps", ".rtf", ".odt",
)  # fmt: skip
# Reports come in these too. Whoever walks a folder may want to say that they are there.
UNSUPPORTED_SUFFIXES = (".ofd", ".uof", ".uot", ".mht", ".mhtml")

_BY_SUFFIX: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx", ".odt": "docx", ".pdf": "pdf",
}  # fmt: skip
# Text and web pages go by these names, too: portals hand them out as "Word files".
WORD_SUFFIXES = (".doc", ".wps", ".rtf")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PHOTOS = (b"\x89PNG\r\n", b"\xff\xd8\xff")
_IMAGES = (b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh")
_BEFORE_MARKUP = re.compile(rb"\s+|<\?xml[^>]*>|<!--.*?-->", re.S)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)
_WEB_ARCHIVE = re.compile(rb"(?:From|MIME-Version|Content-Type|Subject|Snapshot-Content-Location):[^\n]*\n", re.I)
ENCRYPTED = "文件已加密，不能读取；请用 Word 或 WPS 输入密码打开，取消密码后另存为 .docx 再检。"
NOT_WORD = "这是 Excel 表格或演示文稿，不是文字报告；请提供 Word、.txt、.md、.html 或 .pdf 格式的报告。"
_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 再检。"
_LOOK = 4096  # bytes


def sniff(data: bytes, name: str) -> Format:
    """The format of a file. `name` counts only by its extension. Raises ReadError for formats that cannot be read."""
    head = data[:_LOOK]
    suffix = PurePath(name).suffix.lower()
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(_OLE):
        return _ole(data)
    if head.startswith(_ZIP):
        return "odt" if _is_open_document(data) else "docx"
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if start.startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in head[:1024]):
        return "pdf"
    if start.startswith(_PHOTOS) and b"\0" in head:
        return "image"
    _refuse(start, data)
    if _is_markup(_as_ascii(head)):
        return "html"
    if not data:
        raise ReadError("文件是空的（0 字节），没有可以核对的文字；请确认是否保存成功。")
    if suffix == ".pdf":
        raise ReadError("扩展名是 .pdf，内容却不是 PDF 文件，可能已损坏；请重新导出，或提供 Word 版。")
    if suffix in UNSUPPORTED_SUFFIXES:
        raise ReadError(f"不能读取 {suffix} 文件；{_SAVE_AS}")
    if _BY_SUFFIX.get(suffix) == "docx":
        raise ReadError("扩展名是 Word 文件，内容却不是，可能已损坏；请用 Word 或 WPS 打开原文件，另存为 .docx 再检。")
    return _BY_SUFFIX.get(suffix, "text")


def _refuse(start: bytes, data: bytes) -> None:
    if start.startswith(_ARCHIVES):
        raise ReadError("这是压缩包；请解压后把里面的报告交来检查。")
    if start.startswith(_IMAGES) and b"\0" in data[:_LOOK]:
        raise ReadError("这是图片，没有文字；请提供 Word 版，或扫描成 PDF 后加 --ocr 识别文字。")
    if start.startswith(b"<?xml") and (b'progid="Word.Document"' in start or b"xmlPackage" in start):
        raise ReadError(f"这是 Word 的 XML 格式，暂不能读取；{_SAVE_AS}")
    if b"schemas.uof.org" in start or b"<uof:UOF" in start:
        raise ReadError(f"这是 UOF（标文通）文件，不能读取；{_SAVE_AS}")
    if _WEB_ARCHIVE.match(start) and b"multipart/related" in start.lower():
        raise ReadError("这是网页归档（.mht），暂不能读取；请在浏览器里另存为“仅 HTML”，或另存为 .docx 再检。")


def _is_markup(head: bytes) -> bool:
    start = 0
    while before := _BEFORE_MARKUP.match(head, start):
        start = before.end()
    return _MARKUP.match(head, start) is not None


def _as_ascii(head: bytes) -> bytes:
    """The beginning of a file with UTF-16 and its byte order mark taken off, enough to see ASCII marks in it."""
    return head.replace(b"\0", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head.removeprefix(b"\xef\xbb\xbf")


def _is_open_document(data: bytes) -> bool:
    """Whether a ZIP archive is an OpenDocument text: its member "mimetype" says so."""
    if b"[Content_Types].xml" in data or b"mimetype" not in data:
        return False
    import zipfile  # noqa: PLC0415  a text file does without it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("mimetype") as stream:
            return stream.read(60).startswith(b"application/vnd.oasis.opendocument.text")
    except Exception:  # whatever is wrong with it, the reader of packages says so
        return False


def _ole(data: bytes) -> Format:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise ReadError(ENCRYPTED)
    if holds("WordDocument"):
        return "doc"
    if holds("MatOST\0") or holds("MN0\0") or (holds("CONTENTS\0") and b"CHNKWKS" in data):
        return "works"
    if holds("Workbook") or holds("PowerPoint Document"):
        raise ReadError(NOT_WORD)
    raise ReadError(f"这是旧版 Office 或 WPS 文件，读不出文字，可能已损坏；{_SAVE_AS}")

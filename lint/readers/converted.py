"""Formats that are read by way of .docx: old Word (.doc, .wps), MS Works (.wps), .rtf, .odt.

Old Word is converted in pure Python; where that may have lost text or fails, LibreOffice does better and is asked if it
is there. The others only LibreOffice can convert.
"""

import io
import zipfile
from dataclasses import dataclass, replace
from typing import Literal

from lint.readers.docx import WordText, read_docx
from lint.readers.docx_package import DAMAGED, open_package
from lint.readers.errors import ReadError
from lint.readers.limits import Limits
from lint.readers.sniff import ENCRYPTED
from lint.readers.soffice import MISSING, SAVE_AS, convert_with_office, find_office
from lint.readers.word_binary import translate

Source = Literal["doc", "works", "rtf", "odt"]

_NAMES: dict[Source, str] = {
    "doc": "旧版 Word 文件",
    "works": "MS Works 文件",
    "rtf": "RTF 文件",
    "odt": "ODF 文件",
}
_SUFFIXES: dict[Source, str] = {"doc": ".doc", "works": ".wps", "rtf": ".rtf", "odt": ".odt"}
_BY_US = "由旧版 Word 格式转换为 .docx 后核对。"
_BY_OFFICE = "由 LibreOffice 转换为 .docx 后核对。"
_LOST = f"由旧版 Word 格式转换为 .docx 后核对，{{what}}里的文字可能没有读全；{SAVE_AS}。"
_ILL_FORMED = f"LibreOffice 转换出来的文件不合规范，读不了；{SAVE_AS}。"
_UNREADABLE = f"旧版 Word 文件打不开，可能已损坏；{SAVE_AS}。"
_PLACEHOLDERS = ("\ufffc".encode(), "\ufffd".encode())  # what the converter puts for pictures and control characters
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Converted:
    """The Word file that was made, and what it holds."""

    package: bytes
    content: WordText


def read_converted(data: bytes, source: Source, *, limits: Limits) -> Converted:
    """Convert a file and read the result. Raises ReadError."""
    if source == "doc":
        return _read_old_word(data, limits)
    if source == "odt":
        _check_open_document(data, limits)
    program = find_office()
    if program is None:
        raise ReadError(MISSING.format(what=_NAMES[source]))
    return _by_office(program, data, source, limits)


def _read_old_word(data: bytes, limits: Limits) -> Converted:
    ours, trouble = _by_us(data, limits)
    if ours is not None and not trouble:
        return ours
    program = find_office()
    if program is None:
        if ours is None:
            raise ReadError(trouble)
        return _remarked(ours, trouble)
    try:
        return _by_office(program, data, "doc", limits)
    except ReadError:
        if ours is None:
            raise
        return _remarked(ours, trouble)


def _by_us(data: bytes, limits: Limits) -> tuple[Converted | None, str]:
    """What our own conversion gives and the sentence on what it lost; without a result, why there is none."""
    translated = translate(data, limits=limits)
    if translated is None:
        return None, _UNREADABLE
    try:
        package = _settled(translated.package, limits, drop=_PLACEHOLDERS)
        content = read_docx(package, limits=limits)
    except ReadError as error:
        return None, str(error)
    lost = _LOST.format(what="、".join(translated.losses)) if translated.losses else ""
    return Converted(package, replace(content, remarks=(_BY_US, *content.remarks))), lost


def _by_office(program: str, data: bytes, source: Source, limits: Limits) -> Converted:
    made = convert_with_office(program, data, _SUFFIXES[source], limits=limits)
    try:
        package = _settled(made, limits)
        content = read_docx(package, limits=limits)
    except ReadError as error:
        raise ReadError(_ILL_FORMED if str(error) == DAMAGED else str(error)) from None
    return Converted(package, replace(content, remarks=(_BY_OFFICE, *content.remarks)))


def _remarked(made: Converted, remark: str) -> Converted:
    return replace(made, content=replace(made.content, remarks=(remark, *made.content.remarks[1:])))


def _check_open_document(data: bytes, limits: Limits) -> None:
    """Guard the office against archive bombs, and say what a password is."""
    manifest = open_package(data, limits).member("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise ReadError(ENCRYPTED)


def _settled(data: bytes, limits: Limits, *, drop: tuple[bytes, ...] = ()) -> bytes:
    """The same package without the time of its making, and without the characters `drop` in its text."""
    package = open_package(data, limits)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as settled:
        for name in package.names.values():
            content = package.member(name) or b""
            for placeholder in drop if name.endswith(".xml") else ():
                content = content.replace(placeholder, b"")
            settled.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()

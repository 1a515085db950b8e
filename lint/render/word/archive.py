"""Writing a package again: what has not changed is copied as it is compressed, in the order it had."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lint.render.write import OutputError

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")
_LONGEST = 0xFFFF_FFFF
_DESCRIPTOR = 0x08  # sizes behind the data; ours stand before it
_UTF8_NAME = 0x800
_ZIP64 = 1
_NEW_DATE = (1980, 1, 1, 0, 0, 0)  # the same input gives the same bytes


@dataclass(frozen=True, slots=True)
class _Entry:
    info: zipfile.ZipInfo
    data: bytes  # as stored
    size: int
    crc: int


def rewrite(package: bytes, archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """The package with the content of some members replaced, and members it did not have at its end.

    Unchanged members keep their compressed bytes; all keep order, date, attributes, compression and comment. Raises
    OutputError for a package that cannot be followed.
    """
    last = {info.filename: info for info in archive.infolist()}  # of two members of one name the last one counts
    entries = []
    for info in archive.infolist():
        if info.filename in changed and info is last[info.filename]:
            entries.append(_packed(info, changed[info.filename]))
        else:
            entries.append(_Entry(info, _stored(package, info), info.file_size, info.CRC))
    for name, content in changed.items():
        if name not in last:
            info = zipfile.ZipInfo(name, _NEW_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.flag_bits = 0 if name.isascii() else _UTF8_NAME
            entries.append(_packed(info, content))
    return _assemble(entries, archive.comment)


def _packed(info: zipfile.ZipInfo, content: bytes) -> _Entry:
    if info.compress_type == zipfile.ZIP_STORED:
        data = content
    else:
        info.compress_type = zipfile.ZIP_DEFLATED
        packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
        data = packer.compress(content) + packer.flush()
    return _Entry(info, data, len(content), zlib.crc32(content))


def _stored(package: bytes, info: zipfile.ZipInfo) -> bytes:
    at = info.header_offset
    header = package[at : at + _LOCAL.size]
    if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
        raise OutputError("Word 文件的压缩包不完整，批注没有加成；请用 Word 或 WPS 打开后另存为 .docx 再试。")
    *_, name, extra = _LOCAL.unpack(header)
    begin = at + _LOCAL.size + name + extra
    return package[begin : begin + info.compress_size]


def _assemble(entries: list[_Entry], comment: bytes) -> bytes:
    body, directory = bytearray(), bytearray()
    for entry in entries:
        info = entry.info
        flags = info.flag_bits & ~_DESCRIPTOR
        name = info.orig_filename.encode("utf-8" if flags & _UTF8_NAME else "cp437")
        extra = _without_zip64(info.extra)
        year, month, day, hour, minute, second = info.date_time
        day_word = (year - 1980) << 9 | month << 5 | day
        time_word = hour << 11 | minute << 5 | second // 2
        sizes = entry.crc, len(entry.data), entry.size
        place = len(body)
        version = min(info.extract_version, 0xFF)
        body += _LOCAL.pack(
            b"PK\x03\x04", version, flags, info.compress_type, time_word, day_word, *sizes, len(name), len(extra)
        )
        body += name + extra + entry.data
        directory += _CENTRAL.pack(
            b"PK\x01\x02",
            min(info.create_version, 0xFF),
            info.create_system,
            version,
            0,
            flags,
            info.compress_type,
            time_word,
            day_word,
            *sizes,
            len(name),
            len(extra),
            len(info.comment),
            0,
            info.internal_attr,
            info.external_attr,
            place,
        )
        directory += name + extra + info.comment
    if len(body) + len(directory) > _LONGEST or len(entries) > 0xFFFF:
        raise OutputError("Word 文件太大，批注没有加成；请删去图片后再试。")
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(directory), len(body), len(comment))
    return bytes(body + directory + end + comment)


def _without_zip64(extra: bytes) -> bytes:
    """The extra field without the long sizes, which are written short here."""
    kept, at = bytearray(), 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return bytes(kept + extra[at:])

"""The package of a Word file: members read within limits, XML parsed without entities, relationships resolved.

Written by hand because libraries refuse files that Word opens: macro-enabled, Strict, without styles, with a
relationship to nowhere, with the main part elsewhere than word/document.xml.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from lint.readers.errors import ReadError
from lint.readers.limits import Limits

DAMAGED = "Word 文件已损坏，不能打开；请用 Word 或 WPS 打开原文件，另存为 .docx 后再检。"
SUSPICIOUS = "Word 文件解压后过大，可能不是正常的文档；请用 Word 或 WPS 打开后另存为 .docx 再检。"
_SMALL = 1_000_000  # bytes; a member below this is no bomb, whatever its ratio
_ENCRYPTED_FLAG = 0x1


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part. `kind` is the last segment of its type ("styles"), `target` a member name."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """An open ZIP archive; `names` maps lower-case member names (as OPC compares them) to the real ones."""

    archive: zipfile.ZipFile
    names: Mapping[str, str]
    limits: Limits

    def member(self, name: str) -> bytes | None:
        """The bytes of a member, or None when there is no such member. Raises ReadError for damage and bombs."""
        real = self.names.get(name.lower())
        if real is None:
            return None
        size = self.archive.getinfo(real).file_size
        try:
            with self.archive.open(real) as stream:
                # One byte more than declared shows a header that lies.
                data = stream.read(size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            raise ReadError(DAMAGED) from None
        if len(data) > size:
            raise ReadError(SUSPICIOUS)
        return data

    def xml(self, name: str, *, only_with: tuple[bytes, ...] = ()) -> etree._Element | None:
        """The root element of an XML member, or None when there is no such member. Raises ReadError.

        With `only_with` also None when none of these (ASCII) words occurs in it: styles.xml is often the largest member
        and seldom says anything that matters here.
        """
        data = self.member(name)
        if data is None:
            return None
        if only_with and b"\0" not in data[:200] and not any(word in data for word in only_with):
            return None
        return parse_xml(data)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The internal relationships of a part ("" for the package) by their id."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, Relationship] = {}
        for element in root if root is not None else ():
            if isinstance(element.tag, str) and element.get("TargetMode") != "External":
                target = unquote(element.get("Target", "")).replace("\\", "/").partition("#")[0]
                name = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                found[element.get("Id", "")] = Relationship(element.get("Type", "").rpartition("/")[2], name)
        return found


def open_package(data: bytes, limits: Limits) -> Package:
    """Open a ZIP archive and look at what it claims to hold. Raises ReadError for damage, bombs and encryption."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        OSError,
        ValueError,
        EOFError,
        NotImplementedError,
        OverflowError,
    ):
        raise ReadError(DAMAGED) from None
    unpacked = 0
    for info in infos:
        unpacked += info.file_size
        if info.file_size > _SMALL and info.file_size > limits.max_ratio * max(1, info.compress_size):
            raise ReadError(SUSPICIOUS)
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise ReadError("压缩包已加密；请解压后把里面的 .docx 文件交来检查。")
    if unpacked > limits.max_unpacked:
        raise ReadError(SUSPICIOUS)
    return Package(archive, {info.filename.replace("\\", "/").lower(): info.filename for info in infos}, limits)


def parse_xml(data: bytes) -> etree._Element:
    """Parse a member. No entity is resolved, no network used; nesting and text nodes have libxml2's usual limits.

    Comments and processing instructions are left out, so that text is never cut by them and ordinals count elements.
    Raises ReadError.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = str(error).lower()
        if "huge" in message or "depth" in message or "amplification" in message:
            raise ReadError(SUSPICIOUS) from None
        raise ReadError(DAMAGED) from None
    if root is None:
        raise ReadError(DAMAGED)
    return root


def main_part(package: Package) -> str:
    """The name of the member that holds the document's body. Raises ReadError when the archive is no Word file."""
    for relationship in package.relationships("").values():
        if relationship.kind == "officeDocument" and relationship.target.lower() in package.names:
            return relationship.target
    if "word/document.xml" in package.names:
        return "word/document.xml"
    raise ReadError(_what_it_is(package))


def _what_it_is(package: Package) -> str:
    names = package.names
    if "ofd.xml" in names:
        return "这是 OFD 版式文件，暂不能读取；请用原来的 Word 文件，或用 OFD 阅读器导出为 .pdf 后再检。"
    kind = package.member("mimetype") or b""
    if b"opendocument" in kind:
        return "这不是文字文档；请提供 .docx、.txt、.md、.html 或 .pdf 格式的报告。"
    if "[content_types].xml" in names:
        return DAMAGED
    return "这是压缩包，不是 Word 文档；请解压后把里面的报告交来检查。"

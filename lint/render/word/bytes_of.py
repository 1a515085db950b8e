"""Where the elements of an XML part stand in its bytes.

A Word file is changed by cutting and inserting bytes, never by writing a parsed tree out again: then all that is not
ours stays as it was, down to the quotation marks of an attribute, unknown elements, namespace declarations that only
mc:Ignorable refers to, comments, processing instructions and white space. The tree serves to decide, the bytes are
edited.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from lxml import etree

from lint.readers.docx_package import parse_xml
from lint.readers.errors import ReadError
from lint.render.write import OutputError

_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_NAME = re.compile(rb"</?([^\s/>]+)")
_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_AS_IT_IS = frozenset((b"utf-8", b"utf8", b"us-ascii", b"ascii"))
UNWRITABLE = "这个 Word 文件的内部写法少见，批注没有加成；请用 Word 或 WPS 打开后另存为 .docx 再试。"


@dataclass(frozen=True, slots=True)
class Extent:
    """One element in bytes: start tag [start, inner), end tag [outer, end). `<a/>` has inner = outer = end."""

    start: int
    inner: int
    outer: int
    end: int

    @property
    def empty(self) -> bool:
        """Whether it is written as one tag."""
        return self.inner == self.end


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part as a tree and as bytes. Ordinals count elements in document order, as Origin.node does."""

    data: bytes
    elements: tuple[etree._Element, ...]
    extents: tuple[Extent, ...]
    ordinals: Mapping[etree._Element, int]

    @property
    def root(self) -> etree._Element:
        return self.elements[0]

    def extent(self, element: etree._Element) -> Extent:
        return self.extents[self.ordinals[element]]

    def raw(self, element: etree._Element) -> bytes:
        """The bytes of a whole element."""
        extent = self.extent(element)
        return self.data[extent.start : extent.end]

    def start_tag(self, element: etree._Element) -> bytes:
        extent = self.extent(element)
        return self.data[extent.start : extent.inner]

    def name(self, element: etree._Element) -> bytes:
        """The name of an element as it is written, with its prefix."""
        return tag_name(self.start_tag(element))


def read_part(data: bytes) -> Part:
    """An XML part, in UTF-8. Raises OutputError when its bytes cannot be followed."""
    try:
        return _read(_in_utf8(data))
    except (ReadError, expat.ExpatError, etree.XMLSyntaxError, ValueError):
        raise OutputError(UNWRITABLE) from None


def tag_name(tag: bytes) -> bytes:
    """The name in a tag as it is written, with its prefix."""
    found = _NAME.match(tag)
    return found[1] if found else b""


def _read(data: bytes) -> Part:
    root = parse_xml(data)
    elements = tuple(root.iter("*"))
    extents = _extents(data)
    if len(extents) != len(elements):
        raise ValueError("elements in bytes and in the tree differ")
    return Part(data, elements, extents, {element: index for index, element in enumerate(elements)})


def _in_utf8(data: bytes) -> bytes:
    """The part in UTF-8; one in another encoding is written anew."""
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" not in data[:100] and (declared is None or declared[1].lower() in _AS_IT_IS):
        return data
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False)
    return etree.tostring(
        etree.fromstring(data, parser).getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True
    )


def _extents(data: bytes) -> tuple[Extent, ...]:
    parser = expat.ParserCreate("utf-8")
    starts: list[tuple[int, int]] = []
    ends: dict[int, tuple[int, int]] = {}
    open_elements: list[int] = []

    def begin(_name: str, _attributes: object) -> None:
        at = parser.CurrentByteIndex
        tag = _TAG.match(data, at)
        if tag is None:
            raise ValueError("a start tag that is none")
        open_elements.append(len(starts))
        starts.append((at, tag.end()))

    def finish(_name: str) -> None:
        index = open_elements.pop()
        inner = starts[index][1]
        if data[inner - 2 : inner] == b"/>":
            ends[index] = inner, inner
            return
        at = parser.CurrentByteIndex
        tag = _TAG.match(data, at)
        if tag is None:
            raise ValueError("an end tag that is none")
        ends[index] = at, tag.end()

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.DefaultHandler = lambda _data: None  # entities stay references: nothing is expanded into elements
    parser.Parse(data, True)
    return tuple(Extent(*starts[index], *ends[index]) for index in range(len(starts)))

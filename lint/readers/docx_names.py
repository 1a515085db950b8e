"""Names of WordprocessingML, transitional and Strict alike."""

from collections.abc import Iterator

from lxml import etree

_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_R = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_M = ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math")
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_WORDS = [
    "abstractNum",
    "abstractNumId",
    "altChunk",
    "basedOn",
    "body",
    "br",
    "cellDel",
    "cr",
    "customXml",
    "default",
    "del",
    "delInstrText",
    "delText",
    "document",
    "endnote",
    "endnoteReference",
    "fldChar",
    "footerReference",
    "footnote",
    "footnoteReference",
    "headerReference",
    "hyperlink",
    "ilvl",
    "ins",
    "instrText",
    "isLgl",
    "lvl",
    "lvlOverride",
    "lvlRestart",
    "lvlText",
    "moveFrom",
    "moveTo",
    "noBreakHyphen",
    "num",
    "numFmt",
    "numId",
    "numPr",
    "numStyleLink",
    "numbering",
    "p",
    "pPr",
    "pStyle",
    "ptab",
    "r",
    "rPr",
    "rStyle",
    "rt",
    "sdt",
    "sdtContent",
    "sdtPr",
    "smartTag",
    "softHyphen",
    "start",
    "startOverride",
    "style",
    "styleLink",
    "sym",
    "t",
    "tab",
    "tbl",
    "tc",
    "tcPr",
    "tr",
    "trPr",
    "txbxContent",
    "vanish",
    "rPrChange",
    "pPrChange",
    "b",
    "docDefaults",
    "docGrid",
    "evenAndOddHeaders",
    "fldSimple",
    "framePr",
    "ind",
    "jc",
    "pPrDefault",
    "pgMar",
    "pgNum",
    "pgSz",
    "rFonts",
    "rPrDefault",
    "sectPr",
    "snapToGrid",
    "spacing",
    "sz",
    "themeFontLang",
    "titlePg",
    "gridBefore",
    "gridSpan",
    "tblHeader",
    "vMerge",
]
_KINDS: dict[str, str] = {f"{{{namespace}}}{word}": word for namespace in _W for word in _WORDS}
_KINDS.update({f"{{{namespace}}}t": "t" for namespace in _M})
_KINDS.update({f"{{{_MC}}}{word}": word for word in ("AlternateContent", "Choice", "Fallback")})


def kind(element: etree._Element) -> str:
    """The local name of an element that this reader knows, else ""."""
    tag = element.tag
    return _KINDS.get(tag, "") if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """The value of a w: attribute, or None."""
    return element.get(f"{{{_W[0]}}}{name}") or element.get(f"{{{_W[1]}}}{name}")


def relationship_id(element: etree._Element) -> str:
    """The value of the attribute r:id, or ""."""
    return element.get(f"{{{_R[0]}}}id") or element.get(f"{{{_R[1]}}}id") or ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that kind, or None; None has no children."""
    if element is not None:
        for candidate in element:
            if kind(candidate) == name:
                return candidate
    return None


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of that kind; None has no children."""
    if element is not None:
        for candidate in element:
            if kind(candidate) == name:
                yield candidate


def child_value(element: etree._Element | None, name: str) -> str | None:
    """The w:val of the first child of that kind, or None."""
    found = child(element, name)
    return None if found is None else attribute(found, "val")


def is_on(element: etree._Element | None, name: str) -> bool | None:
    """What an on/off property says: True, False, or None where it is absent."""
    found = child(element, name)
    return None if found is None else attribute(found, "val") not in ("0", "false", "off")

"""The filled template as a file: the parts of the template, and what tells which report the sheet is about.

The same sheet gives the same bytes: no clock, fixed times in the archive.
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping

from lxml import etree

from lint.policy import sheet_keys as keys
from lint.readers.docx_package import Package, parse_xml
from lint.record import shape
from lint.render.sheet.content import Sheet
from lint.render.words import neutral

_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_ITEM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_VT = f"{_OFFICE}/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of all properties that users define
_ITEM_ID = "{6F1B3C52-8A0E-4D57-9C1D-2B7E51A4C0D9}"
_EPOCH = (1980, 1, 1, 0, 0, 0)


class _Parts:
    """The members of the new file, in order, with their relationships and content types."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.members: dict[str, bytes] = {}
        for info in package.archive.infolist():
            if not info.is_dir() and info.filename not in self.members:
                self.members[info.filename] = package.member(info.filename) or b""
        self._types = self._parsed(package.names.get(_TYPES.lower(), _TYPES))

    def add(self, name: str, data: bytes, content_type: str) -> None:
        """Write a member; `content_type` "" leaves it to the default of its ending."""
        real = self._package.names.get(name.lower(), name)
        self.members[real] = data
        told = {(element.get("PartName") or "").lower() for element in self._types}
        if content_type and f"/{name}".lower() not in told:
            etree.SubElement(
                self._types, f"{{{_PACKAGE}/content-types}}Override", PartName=f"/{name}", ContentType=content_type
            )

    def relate(self, part: str, kind: str, target: str) -> None:
        """Give a part ("" for the package) one more relationship."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        name = self._package.names.get(name.lower(), name)
        root = (
            self._parsed(name) if name in self.members else etree.Element(f"{{{_PACKAGE}/relationships}}Relationships")
        )
        used = {element.get("Id") for element in root}
        ident = next(f"rIdQd{at}" for at in range(1, len(used) + 2) if f"rIdQd{at}" not in used)
        etree.SubElement(root, f"{{{_PACKAGE}/relationships}}Relationship", Id=ident, Type=kind, Target=target)
        self.members[name] = _bytes(root)

    def related(self, kind: str) -> str | None:
        """The member that the package names as its properties of a kind."""
        found = (one.target for one in self._package.relationships("").values() if one.kind == kind)
        return next((target for target in found if target.lower() in self._package.names), None)

    def zipped(self) -> bytes:
        """The file."""
        self.members[self._package.names.get(_TYPES.lower(), _TYPES)] = _bytes(self._types)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in self.members.items():
                info = zipfile.ZipInfo(name, _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0  # the same file whatever system it is made on
                archive.writestr(info, data)
        return out.getvalue()

    def _parsed(self, name: str) -> etree._Element:
        return parse_xml(self.members.get(name, b""))


def finished(
    package: Package, main: str, filled: Mapping[str, etree._Element], said: Sheet, report: shape.Report
) -> bytes:
    """The Word file: the template's members with the filled parts, and the identity of the sheet. Raises ReadError for
    a template that is damaged."""
    parts = _Parts(package)
    for name, root in filled.items():
        parts.members[name] = _bytes(root)
    identity = _identity(said, report)
    core = parts.related("core-properties")
    parts.add(core or "docProps/core.xml", _core(said, report), _CORE_TYPE)
    if core is None:
        parts.relate("", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    custom = parts.related("custom-properties")
    parts.add(custom or "docProps/custom.xml", _properties(parts, custom, {**identity, **_briefly(said)}), _CUSTOM_TYPE)
    if custom is None:
        parts.relate("", f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml")
    _add_item(parts, package, main, _rows(said, identity))
    return parts.zipped()


def _identity(said: Sheet, report: shape.Report) -> dict[str, str]:
    return {
        "issuer": neutral("".join((report["issuer"] or "").split())),
        "year": str(report["report_year"] or ""),
        "checklist": report["checklist"]["id"],
        "sha256": report["sha256"],
        "path": neutral(said.file),
    }


def _briefly(said: Sheet) -> dict[str, str]:
    """What each row is about, in as many properties as it takes."""
    pieces = [""]
    for row in said.rows:
        told = f"{row.number} {row.rule} {row.status};"
        if len(pieces[-1]) + len(told) > keys.LONGEST_PROPERTY:
            pieces.append("")
        pieces[-1] += told
    return {f"{keys.ROWS}{number:03}": piece for number, piece in enumerate(pieces, 1)}


def _properties(parts: _Parts, existing: str | None, identity: Mapping[str, str]) -> bytes:
    """The document's properties, those of the template kept."""
    space = f"{_OFFICE}/custom-properties"
    if existing is None:
        root = etree.Element(f"{{{space}}}Properties", nsmap={"p": space, "vt": _VT})
    else:
        root = parse_xml(parts.members[existing])
    for element in list(root):
        if (element.get("name") or "").startswith(keys.PROPERTY):
            root.remove(element)
    used = [int(pid) for element in root if (pid := element.get("pid") or "").isdecimal()]
    for number, (name, value) in enumerate(identity.items(), max([1, *used]) + 1):
        element = etree.SubElement(
            root, f"{{{space}}}property", fmtid=_FORMAT_ID, pid=str(number), name=f"{keys.PROPERTY}{name}"
        )
        etree.SubElement(element, f"{{{_VT}}}lpwstr").text = value[: keys.LONGEST_PROPERTY]
    return _bytes(root)


def _rows(said: Sheet, identity: Mapping[str, str]) -> bytes:
    """What each row is about."""
    root = etree.Element(f"{{{keys.NAMESPACE}}}sheet", nsmap={"qd": keys.NAMESPACE})
    for name, value in identity.items():
        root.set(name, value)
    for row in said.rows:
        element = etree.SubElement(root, f"{{{keys.NAMESPACE}}}row")
        for name, value in (
            ("fingerprint", row.fingerprint),
            ("row", str(row.number)),
            ("rule", row.rule),
            ("status", row.status),
            ("about", neutral(row.title)[: keys.LONGEST_PROPERTY]),
        ):
            element.set(name, value)
    return _bytes(root)


def _add_item(parts: _Parts, package: Package, main: str, data: bytes) -> None:
    """The custom XML part, under a number that the template has not used, with the properties that Word wants."""
    number = next(at for at in range(1, 10_000) if f"customxml/item{at}.xml" not in package.names)
    name, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    space = f"{_OFFICE}/customXml"
    root = etree.Element(f"{{{space}}}datastoreItem", {f"{{{space}}}itemID": _ITEM_ID}, nsmap={"ds": space})
    references = etree.SubElement(root, f"{{{space}}}schemaRefs")
    etree.SubElement(references, f"{{{space}}}schemaRef", {f"{{{space}}}uri": keys.NAMESPACE})
    parts.add(name, data, "application/xml")
    parts.add(properties, _bytes(root), _ITEM_TYPE)
    parts.relate(name, f"{_OFFICE}/relationships/customXmlProps", f"itemProps{number}.xml")
    up = posixpath.relpath(name, posixpath.dirname(main) or ".")
    parts.relate(main, f"{_OFFICE}/relationships/customXml", up)


def _core(said: Sheet, report: shape.Report) -> bytes:
    """Title, author and date; the date is the day of the check."""
    core, dc, terms = (
        f"{_PACKAGE}/metadata/core-properties",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
    )
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dc, "dcterms": terms, "xsi": xsi})
    etree.SubElement(root, f"{{{dc}}}title").text = neutral(f"清单体检反馈单：{said.title}")
    etree.SubElement(root, f"{{{dc}}}creator").text = "清单体检"
    for word in ("created", "modified"):
        element = etree.SubElement(root, f"{{{terms}}}{word}")
        element.set(f"{{{xsi}}}type", "dcterms:W3CDTF")
        element.text = f"{report['today']}T00:00:00Z"
    return _bytes(root)


def _bytes(root: etree._Element) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data

"""The parts of a package that comments need beside the text: the comments, a relationship, a content type."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from lxml import etree

from lint.readers.docx_names import attribute
from lint.readers.docx_package import Package, Relationship
from lint.render.word.bytes_of import Part, read_part
from lint.render.word.edits import escaped
from lint.render.word.tags import Tags, tags_of
from lint.render.words import neutral

AUTHOR = "清单体检"
INITIALS = "检"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_HALF_POINTS = "20"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as it is written; the first line stands out."""

    ident: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommentsPart:
    """The comments that a file has: `name` is the member, `part` None where there is none yet. `ours` are the ids of
    comments of an earlier check, `others` those of the others, as they are written."""

    name: str
    part: Part | None
    ours: frozenset[str]
    others: frozenset[str]


def comments_part(package: Package, main: str) -> CommentsPart:
    """The comments of a file. Raises OutputError, ReadError."""
    relationships = package.relationships(main)
    name = next(
        (r.target for r in relationships.values() if r.kind == "comments" and r.target.lower() in package.names), None
    )
    data = None if name is None else package.member(name)
    if name is None or data is None:
        return CommentsPart(_free_name(package, main), None, frozenset(), frozenset())
    part = read_part(data)
    comments = [each for each in part.root if _is_comment(each)]
    answered = _answered(package, relationships.values())
    ours, others = set[str](), set[str]()
    for each in comments:
        own = attribute(each, "author") == AUTHOR and not answered & set(_paragraph_ids(each))
        (ours if own else others).add(attribute(each, "id") or "")
    return CommentsPart(package.names[name.lower()], part, frozenset(ours - others), frozenset(others))


def kept_lines(known: CommentsPart) -> set[str]:
    """The first lines of comments of ours that stay because someone has answered them."""
    found = set()
    for each in known.part.root if known.part else ():
        if _is_comment(each) and attribute(each, "author") == AUTHOR and attribute(each, "id") not in known.ours:
            paragraph = next(iter(each), None)
            found.add("" if paragraph is None else "".join(str(piece) for piece in paragraph.itertext()))
    return found


def with_comments(known: CommentsPart, comments: Sequence[Comment], namespace: str, date: str) -> bytes:
    """The comments part with new comments, without those of an earlier check."""
    if known.part is None:
        tags = Tags("w")
        root = f'<w:comments xmlns:w="{escape(namespace)}">'.encode()
        return _HEAD + root + b"".join(_comment(each, tags, date) for each in comments) + b"</w:comments>"
    part = known.part
    new = b"".join(_comment(each, tags_of(part.root), date) for each in comments)
    out, at = bytearray(), 0
    for each in part.root:
        if _is_comment(each) and attribute(each, "id") in known.ours:
            extent = part.extent(each)
            out += part.data[at : extent.start]
            at = extent.end
    extent = part.extents[0]
    if extent.empty:
        return (
            part.data[: extent.inner - 2] + b">" + new + b"</" + part.name(part.root) + b">" + part.data[extent.end :]
        )
    return bytes(out + part.data[at : extent.outer] + new + part.data[extent.outer :])


def with_relationship(package: Package, main: str, target: str, *, strict: bool) -> dict[str, bytes]:
    """The relationships of the main part with one to the comments, by member name."""
    folder, base = posixpath.split(main)
    name = posixpath.join(folder, "_rels", base + ".rels")
    kind = (_STRICT_OFFICE if strict else _OFFICE) + "/comments"
    data = package.member(name)
    part = read_part(f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode() if data is None else data)
    taken = {each.get("Id", "").lower() for each in part.root if isinstance(each.tag, str)}
    number = next(n for n in range(1, len(taken) + 2) if f"rid{n}" not in taken)
    relationship = {"Id": f"rId{number}", "Type": kind, "Target": posixpath.basename(target)}
    written = _appended(part, "Relationship", relationship)
    return {package.names.get(name.lower(), name): written if data is not None else _HEAD + written}


def with_content_type(package: Package, target: str) -> dict[str, bytes]:
    """The content types with that of the comments, by member name; nothing where they have it."""
    data = package.member(_TYPES)
    if data is None:
        return {}
    part = read_part(data)
    for each in part.root:
        if isinstance(each.tag, str) and each.get("PartName", "").lower() == f"/{target}".lower():
            return {}
    override = {"PartName": f"/{target}", "ContentType": _CONTENT_TYPE}
    return {package.names[_TYPES.lower()]: _appended(part, "Override", override)}


def _appended(part: Part, name: str, attributes: Mapping[str, str]) -> bytes:
    """A part with one more element at the end of its root, in the namespace of the root."""
    extent, root = part.extents[0], part.name(part.root)
    prefix = root.rpartition(b":")[0].decode()
    said = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    new = f"<{prefix + ':' if prefix else ''}{name}{said}/>".encode()
    if extent.empty:
        opened = part.data[: extent.inner - 2] + b">"
        return opened + new + b"</" + root + b">" + part.data[extent.end :]
    return part.data[: extent.outer] + new + part.data[extent.outer :]


def _free_name(package: Package, main: str) -> str:
    folder = posixpath.dirname(main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(10_000))
    return next(name for name in names if name.lower() not in package.names)


def _comment(comment: Comment, tags: Tags, date: str) -> bytes:
    opened = tags.open("comment", id=str(comment.ident), author=AUTHOR, date=date, initials=INITIALS)
    lines = [_paragraph(line, tags, first=not number) for number, line in enumerate(comment.lines)]
    return opened + b"".join(lines) + tags.close("comment")


def _paragraph(line: str, tags: Tags, *, first: bool) -> bytes:
    """One line of a comment, set small and plain whatever the report's own paragraphs look like."""
    layout = (
        tags.open("pPr")
        + tags.empty("spacing", before="0", after="0", line="240", lineRule="auto")
        + tags.empty("ind", firstLine="0", firstLineChars="0")
        + tags.close("pPr")
    )
    bold = tags.empty("b") if first else b""
    font = tags.open("rPr") + bold + tags.empty("sz", val=_HALF_POINTS) + tags.close("rPr")
    text = tags.open("t")[:-1] + b' xml:space="preserve">' + escaped(neutral(line)) + tags.close("t")
    run = tags.open("r") + font + text + tags.close("r")
    return tags.open("p") + layout + run + tags.close("p")


def _is_comment(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).localname == "comment"


def _paragraph_ids(comment: etree._Element) -> Iterable[str]:
    """The w14:paraId of the paragraphs of a comment."""
    for element in comment.iter("*"):
        for name, value in element.attrib.items():
            if etree.QName(str(name)).localname == "paraId":
                yield str(value).upper()


def _answered(package: Package, relationships: Iterable[Relationship]) -> set[str]:
    """The paragraphs of comments to which someone has replied (commentsExtended): a thread of people stays."""
    found = set()
    for relationship in relationships:
        if relationship.kind != "commentsExtended":
            continue
        root = package.xml(relationship.target)
        for element in root.iter("*") if root is not None else ():
            for name, value in element.attrib.items():
                if etree.QName(str(name)).localname == "paraIdParent":
                    found.add(str(value).upper())
    return found

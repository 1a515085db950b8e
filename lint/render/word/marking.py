"""Comments and tracked changes put into a Word file, whoever wants them."""

from collections.abc import Callable, Sequence
from datetime import date

from lxml import etree

from lint.checks.results import SourceSpan
from lint.document.document import Document
from lint.readers.docx_names import attribute
from lint.readers.docx_package import main_part, open_package
from lint.readers.limits import Limits
from lint.render.word.anchors import Anchor, Anchors
from lint.render.word.archive import rewrite
from lint.render.word.bytes_of import Part, read_part
from lint.render.word.corrections import Corrections
from lint.render.word.edits import RANGE_BEGINS, RANGE_ENDS, Edits, free_numbers
from lint.render.word.nodes import Nodes
from lint.render.word.parts import (
    AUTHOR,
    Comment,
    comments_part,
    kept_lines,
    with_comments,
    with_content_type,
    with_relationship,
)
from lint.render.word.quoting import quoted
from lint.render.word.said import Note
from lint.render.word.tags import tags_in
from lint.render.word.units import tracked_around

_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

Offered = frozenset[SourceSpan]


def mark(
    document: Document,
    today: date,
    notes: Callable[[Offered], Sequence[Note]],
    corrections: Sequence[tuple[SourceSpan, str]] = (),
) -> bytes:
    """The document's package with comments, without those of an earlier check.

    The corrections (a passage and what to write instead) are offered as tracked changes where that can be done;
    `notes` gets the passages where it was, and tells the comments. Raises OutputError, ReadError, ValueError.
    """
    package = open_package(document.package, Limits())
    main = main_part(package)
    member = package.names[main.lower()]
    part = read_part(package.member(main) or b"")
    known = comments_part(package, main)
    nodes = Nodes(part)
    edits = Edits(nodes)
    edits.removed |= _marks_of(part, known.ours)
    anchors = Anchors(document, package, main, nodes)
    stamp = f"{today.isoformat()}T00:00:00Z"
    offers = Corrections(document, anchors, edits, AUTHOR, stamp)
    offered = frozenset(span for span, new in corrections if offers.offer(span, new))
    kept = kept_lines(known)
    numbers = free_numbers(known.others | _marked(part, known.ours))
    comments = []
    for note in notes(offered):
        if note.lines[0] in kept:
            continue
        anchor = anchors.anchor(note.span)
        number = next(numbers)
        comments.append(Comment(number, _lines(note, anchor)))
        _mark(edits, anchor, number)
    namespace = etree.QName(part.root).namespace or ""
    changed = {member: edits.apply(), known.name: with_comments(known, comments, namespace, stamp)}
    if known.part is None:
        changed |= with_relationship(package, main, known.name, strict=namespace == _STRICT)
        changed |= with_content_type(package, known.name)
    return rewrite(document.package, package.archive, changed)


def _lines(note: Note, anchor: Anchor) -> tuple[str, ...]:
    """The lines of a comment; with the words it is about where it cannot stand at them."""
    if anchor.exact or not note.quote:
        return note.lines
    where = "（批注挂在最近的段落）" if anchor.apart else ""
    return (note.lines[0], f"原文：{quoted(note.quote)}{where}", *note.lines[1:])


def _mark(edits: Edits, anchor: Anchor, number: int) -> None:
    last = edits.part.elements[anchor.end.unit]
    ident = str(number)
    tags = tags_in(edits.part.elements[anchor.start.unit])
    edits.put(anchor.start, RANGE_BEGINS, tags.empty("commentRangeStart", id=ident))
    tags = tags_in(last)
    ends = tags.empty("commentRangeEnd", id=ident)
    reference = tags.open("r") + tags.empty("commentReference", id=ident) + tags.close("r")
    insertion = tracked_around(last)
    if anchor.reference is not None:
        edits.put(anchor.end, RANGE_ENDS, ends)
        edits.put(anchor.reference, RANGE_ENDS, reference)
    elif insertion is None:
        edits.put(anchor.end, RANGE_ENDS, ends + reference)
    else:  # inside of it the reference would be part of what somebody else has inserted
        edits.put(anchor.end, RANGE_ENDS, ends)
        edits.put_behind(insertion, reference)


def _marks_of(part: Part, ids: frozenset[str]) -> set[int]:
    """The marks of some comments in the text, as ordinals; a run that holds nothing else goes as a whole."""
    found: set[int] = set()
    for index, element in enumerate(part.elements if ids else ()):
        name = etree.QName(element).localname
        if name not in _MARKS or attribute(element, "id") not in ids:
            continue
        found.add(index)
        run = element.getparent()
        if name == "commentReference" and run is not None:
            others = [each for each in run if etree.QName(each).localname != "rPr"]
            if all(part.ordinals[each] in found for each in others):
                found.add(part.ordinals[run])
    return found


def _marked(part: Part, ours: frozenset[str]) -> set[str]:
    """The ids of the comments that the text speaks of, also of those that are not there."""
    ids = {attribute(each, "id") or "" for each in part.elements if etree.QName(each).localname in _MARKS}
    return ids - ours

"""A copy of the report with Word comments at the passages they are about, and nothing else changed."""

from dataclasses import replace

from lxml import etree

from lint.checks.results import SourceSpan
from lint.readers.docx_names import attribute
from lint.readers.docx_package import main_part, open_package
from lint.readers.errors import ReadError
from lint.readers.limits import Limits
from lint.record import shape
from lint.render.verdict import open_findings
from lint.render.word.anchors import Anchor, Anchors, tracked_around
from lint.render.word.archive import rewrite
from lint.render.word.bytes_of import UNWRITABLE, Part, read_part
from lint.render.word.corrections import Corrections
from lint.render.word.edits import RANGE_BEGINS, RANGE_ENDS, Edits
from lint.render.word.parts import (
    AUTHOR,
    Comment,
    comments_part,
    kept_lines,
    with_comments,
    with_content_type,
    with_relationship,
)
from lint.render.word.said import Note, notes
from lint.render.word.tags import tags_in
from lint.render.write import OutputError
from lint.run import Run

_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def annotate(run: Run, report: shape.Report, *, suggest: bool = False) -> bytes:
    """The Word file with comments. Raises OutputError where it cannot be made.

    Comments of an earlier check are replaced. With `suggest` certain corrections are offered as tracked changes.
    """
    document = run.document
    if not document.package:
        from lint.render.word.letter import set_anew  # noqa: PLC0415  only for what is no Word file

        document = set_anew(document, run.report)
        run = replace(run, document=document)
    try:
        return _annotated(run, report, suggest=suggest)
    except (ReadError, ValueError) as error:
        raise OutputError(str(error) if isinstance(error, ReadError) else UNWRITABLE) from error


def _annotated(run: Run, report: shape.Report, *, suggest: bool) -> bytes:
    document = run.document
    package = open_package(document.package, Limits())
    main = main_part(package)
    member = package.names[main.lower()]
    part = read_part(package.member(main) or b"")
    known = comments_part(package, main)
    edits = Edits(part)
    edits.removed |= _marks_of(part, known.ours)
    anchors = Anchors(document, package, main, part)
    date = f"{run.today.isoformat()}T00:00:00Z"
    offered = _offer(run, report, Corrections(document, anchors, edits, AUTHOR, date)) if suggest else set()
    said = notes(run, report, offered.__contains__, suggest=suggest)
    kept = kept_lines(known)
    number = max(known.highest, _highest_mark(part, known.ours)) + 1
    comments = []
    for note in said:
        if note.lines[0] in kept:
            continue
        anchor = anchors.anchor(note.span)
        comments.append(Comment(number, _lines(note, anchor)))
        _mark(edits, anchor, number)
        number += 1
    namespace = etree.QName(part.root).namespace or ""
    changed = {member: edits.apply(), known.name: with_comments(known, comments, namespace, date)}
    if known.part is None:
        changed |= with_relationship(package, main, known.name, strict=namespace == _STRICT)
        changed |= with_content_type(package, known.name)
    return rewrite(document.package, package.archive, changed)


def _lines(note: Note, anchor: Anchor) -> tuple[str, ...]:
    """The lines of a comment; with the words it is about where it cannot stand at them."""
    if anchor.exact or not note.quote:
        return note.lines
    return (note.lines[0], f"原文：“{note.quote}”（批注挂在最近的段落）", *note.lines[1:])


def _mark(edits: Edits, anchor: Anchor, number: int) -> None:
    last = edits.part.elements[anchor.end.unit]
    ident = str(number)
    tags = tags_in(edits.part.elements[anchor.start.unit])
    edits.put(anchor.start, RANGE_BEGINS, tags.empty("commentRangeStart", id=ident))
    tags = tags_in(last)
    ends = tags.empty("commentRangeEnd", id=ident)
    reference = tags.open("r") + tags.empty("commentReference", id=ident) + tags.close("r")
    insertion = tracked_around(last)
    if insertion is None:
        edits.put(anchor.end, RANGE_ENDS, ends + reference)
    else:  # inside of it the reference would be part of what somebody else has inserted
        edits.put(anchor.end, RANGE_ENDS, ends)
        edits.put_behind(insertion, reference)


def _offer(run: Run, report: shape.Report, corrections: Corrections) -> set[SourceSpan]:
    """Put the certain corrections into the file; the places where that could be done. The record masks what is private;
    the file gets what the rule said, and nothing where it was private."""
    plain = {
        (finding.rule, place): finding.suggestion
        for finding in run.result.findings
        if finding.suggestion is not None and not finding.private
        for place in finding.places
    }
    done = set()
    for finding in open_findings(report):
        for place in finding["places"]:
            span = place["start"], place["end"]
            new = plain.get((finding["rule"], span))
            if finding["suggestion"] is not None and new is not None and corrections.offer(span, new):
                done.add(span)
    return done


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


def _highest_mark(part: Part, ours: frozenset[str]) -> int:
    """The highest id of the comments that the text speaks of, also of those that are not there."""
    ids = [
        attribute(element, "id") or ""
        for element in part.elements
        if etree.QName(element).localname in _MARKS and attribute(element, "id") not in ours
    ]
    return max((int(ident) for ident in ids if ident.isdigit()), default=-1)

"""Certain corrections as tracked changes: the words that go are w:del, those that come w:ins; the writer decides."""

from bisect import bisect_left, insort
from itertools import takewhile

from lxml import etree

from lint.checks.results import SourceSpan
from lint.document.document import Document
from lint.readers.docx_names import child, kind
from lint.render.word.anchors import Anchors, Piece
from lint.render.word.bytes_of import Part
from lint.render.word.edits import DELETION_BEGINS, DELETION_ENDS, INSERTION, Edits, escaped
from lint.render.word.fields import paragraph_of
from lint.render.word.nodes import Nodes
from lint.render.word.tags import tags_in
from lint.render.word.units import Spot, is_locked, tracked_around, unit_of

_LEFT_IN_PLACE = "lastRenderedPageBreak"


class Corrections:
    """Puts corrections into the edits of a part, as changes by `author` of `date` (as w:date has it)."""

    def __init__(self, document: Document, anchors: Anchors, edits: Edits, author: str, date: str) -> None:
        self._text = document.text
        self._anchors = anchors
        self._edits = edits
        self._part = edits.part
        self._nodes = edits.nodes
        self._stamp = {"author": author, "date": date}
        self._done: list[SourceSpan] = []  # sorted; no two of them overlap

    def offer(self, span: SourceSpan, new: str) -> bool:
        """Offer `new` in place of a passage; False where that cannot be done (then nothing has changed): across
        paragraphs, in text boxes, notes, fields, existing tracked changes, automatic numbers, around pictures."""
        start, end, new = _differing(self._text, span, new)
        if (
            self._clashes(span)
            or span[0] >= span[1]
            or "\n" in self._text[start:end] + new
            or (start == end and not new)
        ):
            return False
        if start < end:
            pieces = self._anchors.pieces((start, end))
            if sum(piece.end - piece.start for piece in pieces) != end - start or not self._editable(pieces):
                return False
            spot = self._replaceable(pieces)
        else:
            behind = start > span[0]  # an insertion: behind the character before it, else before the one after it
            pieces = self._anchors.pieces((start - 1, start) if behind else (start, start + 1))
            if len(pieces) != 1 or not self._editable(pieces):
                return False
            piece = pieces[0]
            spot = self._anchors.spot(piece.node, piece.end if behind else piece.start, behind=behind)
        if new:
            self._insert(spot, self._part.elements[pieces[0].node], new)
        insort(self._done, span)
        return True

    def _clashes(self, span: SourceSpan) -> bool:
        """Whether a passage overlaps one that has been corrected."""
        at = bisect_left(self._done, span)
        return any(begin < span[1] and span[0] < stop for begin, stop in self._done[max(0, at - 1) : at + 1])

    def _editable(self, pieces: list[Piece]) -> bool:
        """Whether the pieces are plain words of runs that stand side by side."""
        first = self._part.elements[pieces[0].node].getparent() if pieces else None
        for piece in pieces:
            element = self._part.elements[piece.node]
            run = element.getparent()
            if run is None or first is None or kind(run) != "r" or unit_of(element) is not run or is_locked(run):
                return False
            if run.getparent() is not first.getparent() or paragraph_of(run) is not paragraph_of(first):
                return False
            if (
                kind(element) not in ("t", "tab")
                or self._anchors.in_field(piece.node)
                or tracked_around(run) is not None
            ):
                return False
            held = self._nodes.held(element)
            whole = piece.start == 0 and piece.end >= len(held.text or " ")
            if not whole and not held.divisible:
                return False
        return bool(pieces) and all(_side_by_side(run, self._nodes) for run in _by_run(pieces, self._part))

    def _replaceable(self, pieces: list[Piece]) -> Spot:
        """Mark the pieces as deleted; the spot behind them."""
        behind = Spot(0)
        for run in _by_run(pieces, self._part):
            first = self._anchors.spot(run[0].node, run[0].start)
            behind = self._anchors.spot(run[-1].node, run[-1].end, behind=True)
            tags = tags_in(self._part.elements[run[0].node])
            self._edits.put(first, DELETION_BEGINS, tags.open("del", **self._change()))
            self._edits.put(behind, DELETION_ENDS, tags.close("del"))
            self._edits.deleted[first.unit].append((first, behind))
        return behind

    def _insert(self, spot: Spot, like: etree._Element, new: str) -> None:
        """Put new words at a spot, in the font of a text node."""
        tags = tags_in(like)
        text = tags.open("t")[:-1] + b' xml:space="preserve">' + escaped(new) + tags.close("t")
        run = tags.open("r") + self._font(like) + text + tags.close("r")
        self._edits.put(spot, INSERTION, tags.open("ins", **self._change()) + run + tags.close("ins"))

    def _change(self) -> dict[str, str]:
        return {"id": str(self._edits.free_id()), **self._stamp}

    def _font(self, like: etree._Element) -> bytes:
        """The properties of the run of a text node, without a tracked change of them."""
        properties = child(like.getparent(), "rPr")
        if properties is None:
            return b""
        raw = self._part.raw(properties)
        if (change := child(properties, "rPrChange")) is not None:
            raw = raw.replace(self._part.raw(change), b"")
        return raw


def _differing(text: str, span: SourceSpan, new: str) -> tuple[int, int, str]:
    """What of a passage changes, and into what: without what both have at their beginning and end."""
    start, end = span
    head = _alike(text[start:end], new)
    start, new = start + head, new[head:]
    tail = _alike(text[start:end][::-1], new[::-1])
    return start, end - tail, new[: len(new) - tail]


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _by_run(pieces: list[Piece], part: Part) -> list[list[Piece]]:
    """The pieces of each run together."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and part.elements[runs[-1][-1].node].getparent() is part.elements[piece.node].getparent():
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _side_by_side(pieces: list[Piece], nodes: Nodes) -> bool:
    """Whether nothing else (a picture, a note) stands between the pieces of one run."""
    own = [nodes.part.elements[piece.node] for piece in pieces]
    run = own[0].getparent()
    if run is None:
        return False
    first, last = nodes.place(own[0], run), nodes.place(own[-1], run)
    between = nodes.children(run)[first : last + 1]
    return all(each in own or etree.QName(each).localname == _LEFT_IN_PLACE for each in between)

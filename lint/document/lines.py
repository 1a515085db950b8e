"""Lines of the source → paragraphs of the folded text: wrapped and page-broken lines are joined.

Mirrors and PDF copies break lines inside sentences; Word and portals do not. Joining too much
swallows a heading, joining too little cuts a sentence in two; so a line is joined only to a line that cannot end there.
"""

from collections import Counter
from dataclasses import dataclass

from lint.document.document import Document
from lint.document.fold import fold_text
from lint.document.lazy import lazy
from lint.document.report import Span

# What begins a paragraph of its own, on folded text: a number, an item label, a Markdown heading, a date line.
STARTS_ANEW = lazy(
    r"(?:第?[一二三四五六七八九十]{1,3}[、，.）是部]|（[一二三四五六七八九十]{1,3}）|（?[0-9]{1,2}[.、）。](?![0-9])|（[0-9]{1,2}）"
    r"|[①-⑳]|#{1,6}|第[一二三四五六七八九十]{1,3}[，章节]|[0-9〇一二三四五六七八九十]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$"
    r"|[^，。：；、《》]{2,26}(?:人民政府|办事处|委员会|党委|党工委|领导小组|办公室)$|附件|首先|其次|再次|最后|同时，|此外，)"
)
NOTE_PART = "footnote"  # Line.part of footnotes and endnotes
MAX_TITLE = 24  # code points; a longer line without an end may be torn apart by a page number
_ENDS = lazy(r"[。！？；：…]$|[）》]$(?<=[。！？][）》])")
_PAGE_NUMBER = lazy(r"(?:-[0-9]{1,3}-|第[0-9]{1,3}页(?:，?/?共[0-9]{1,3}页)?)$")
_OPEN_END = lazy(r"[，、（《]$")
_GOES_ON = lazy(r"(?:和|与|及|以及|、)[^，。；：]{1,16}$")  # the end of a numbered heading torn in two


@dataclass(frozen=True)
class Joined:
    """The folded text with one "\\n" between paragraphs; `offsets` as in Report; `joins` are folded offsets at which
    two source lines meet; `paragraphs` are spans without the "\\n"."""

    text: str
    offsets: list[int]
    paragraphs: tuple[Span, ...]
    joins: tuple[int, ...]
    hard_wrapped: bool


def join_lines(document: Document) -> Joined:
    """Folds the document's text and joins its wrapped lines. Empty lines disappear, and so do page numbers inside a
    sentence."""
    folded, offsets = fold_text(document.text)
    lines: list[tuple[int, int]] = []
    at = 0
    for piece in folded.split("\n"):
        lines.append((at, at + len(piece)))
        at += len(piece) + 1
    width = _wrap_width(document) if document.format in ("txt", "md") else 0
    pieces: list[str] = []
    kept: list[int] = []
    paragraphs: list[Span] = []
    joins: list[int] = []
    size = 0
    previous = _Before()
    blank = paged = False
    raw_previous = 0
    noted = False
    for number, (start, end) in enumerate(lines):
        line = folded[start:end]
        if not line:
            blank = True
            continue
        if paragraphs and _PAGE_NUMBER.match(line) and previous.size > MAX_TITLE and not previous.ends:
            paged = True
            continue
        raw = document.lines[number].end - document.lines[number].start if number < len(document.lines) else len(line)
        part_before, noted = noted, number < len(document.lines) and document.lines[number].part == NOTE_PART
        torn = paged and not STARTS_ANEW.match(line)
        if paragraphs and part_before == noted and (torn or _continues(previous, line, blank, width, raw_previous)):
            joins.append(size)
            paragraphs[-1] = Span(paragraphs[-1].start, size + len(line))
            previous = previous.with_line(line)
        else:
            if paragraphs:
                pieces.append("\n")
                kept.append(offsets[start - 1])
                size += 1
            paragraphs.append(Span(size, size + len(line)))
            previous = _Before().with_line(line)
        pieces.append(line)
        kept.extend(offsets[start:end])
        size += len(line)
        blank = paged = False
        raw_previous = raw
    kept.append(len(document.text))
    return Joined("".join(pieces), kept, tuple(paragraphs), tuple(joins), width > 0)


@dataclass(frozen=True, slots=True)
class _Before:
    """What is asked of a paragraph as far as it goes: its size, its last two characters, whether a sentence ends in it,
    whether it begins with a number.
    The paragraph itself may grow with every line of a file."""

    size: int = 0
    tail: str = ""
    stopped: bool = False
    numbered: bool = False

    def with_line(self, line: str) -> "_Before":
        numbered = self.numbered if self.size else STARTS_ANEW.match(line) is not None
        return _Before(self.size + len(line), (self.tail + line)[-2:], self.stopped or "。" in line, numbered)

    @property
    def ends(self) -> bool:
        return _ENDS.search(self.tail) is not None


def _continues(previous: _Before, line: str, blank: bool, width: int, raw_previous: int) -> bool:
    """Whether `line` goes on with the paragraph `previous`."""
    if previous.ends or STARTS_ANEW.match(line):
        return False
    if _OPEN_END.search(previous.tail) and previous.size > 4:
        return True
    if previous.numbered and not previous.stopped and _GOES_ON.match(line):
        return True
    if blank:
        return False
    if width and raw_previous >= width - 2:
        return True
    # A body line without an end: with a sentence's end inside it is no heading, and what follows is no title line.
    return previous.stopped and previous.size > 40


def _wrap_width(document: Document) -> int:
    """The fixed width at which the file's lines are broken, 0 when they are not: most of the long lines have almost the
    same length and end inside a sentence."""
    lengths = [line.end - line.start for line in document.lines if line.end - line.start >= 18]
    if len(lengths) < 12:
        return 0
    common, _ = Counter(lengths).most_common(1)[0]
    top = max(lengths)
    if top > 2 * common or top > 120:
        return 0
    near = sum(1 for n in lengths if top - 3 <= n <= top)
    return top if near >= 0.45 * len(lengths) else 0

"""How a document looks on paper, as far as its format says so: effective values, styles and defaults resolved.

Lengths are in points (1 mm = 72 / 25.4 points), None where neither the file nor its defaults say anything. Offsets
count code points of Document.text, ends are exclusive.
"""

from dataclasses import dataclass
from typing import Literal

Alignment = Literal["left", "center", "right", "both", "distribute"]


@dataclass(frozen=True, slots=True)
class PageForm:
    """The paper and margins of one section of the document. `start` is the offset at which the section begins."""

    start: int
    width: float | None
    height: float | None
    top: float | None
    bottom: float | None
    left: float | None
    right: float | None
    numbered: bool  # a header or footer that the section uses shows the page number


@dataclass(frozen=True, slots=True)
class FontForm:
    """A stretch of text in one font. `east_asian` is the font of Chinese characters, `size` in points."""

    start: int
    end: int
    east_asian: str | None
    latin: str | None
    size: float | None
    bold: bool


@dataclass(frozen=True, slots=True)
class ParagraphForm:
    """One paragraph (one or several lines of the text). `indent_chars` is the first-line indent in characters of the
    paragraph's own size where the file gives it so, else None; `indent` is the same in points, negative when the first
    line hangs out. `left` is where the other lines begin.

    `spacing` is the line distance: ("exact", points), ("at-least", points) or ("lines", multiple); `grid` the distance
    of the lines of the page's grid, in points, where they set the paragraph's line distance. `fonts` has the stretches
    of text that the paragraph itself holds: no automatic number.
    """

    start: int
    end: int
    alignment: Alignment | None
    indent: float | None
    indent_chars: float | None
    left: float | None
    spacing: tuple[Literal["exact", "at-least", "lines"], float]
    grid: float | None
    fonts: tuple[FontForm, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole document, in the order of its text. Tables, text boxes, frames and notes are left out."""

    pages: tuple[PageForm, ...]
    paragraphs: tuple[ParagraphForm, ...]

"""Where a finding is, as each format counts and writes it.

The record counts columns in code points of the extracted text. Only plain text and Markdown have lines on disk that an
editor or a reviewing system can show; in a Word, PDF or HTML file a place is told in words (paragraph, page, section).
"""

import os
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from lint.record import shape
from lint.render.words import neutral
from lint.run import Seen

Unit = Literal["points", "utf16", "bytes"]
"""What a column counts: code points, UTF-16 code units, UTF-8 bytes."""

_LINED = ("txt", "md")
_BOM = "UTF-8 (BOM)"
_BOM_BYTES = 3
_STEP = 256  # characters: a whole report may stand in one line, and be full of places


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns of the file on disk, from 1; the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(run: Seen, place: shape.Place, unit: Unit) -> Region | None:
    """The place in the lines of the file; None where the file has none."""
    if not has_lines(run):
        return None
    start, end = place["start"], place["end"]
    return Region(
        place["line"],
        _column(run, place["line"], start, unit),
        place["end_line"],
        _column(run, place["end_line"], end, unit),
    )


def has_lines(run: Seen) -> bool:
    """Whether the lines of the extracted text are those of the file."""
    return run.document.format in _LINED


def repository_root(start: str | Path = ".") -> Path:
    """The folder that paths in outputs are relative to: the git working tree around `start`, else `start` itself."""
    here = Path(os.path.abspath(start))  # noqa: PTH100  resolve() would leave the tree through links
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def relative_path(path: str, root: Path) -> str:
    """The path from the root with forward slashes; of a file outside of it as it was given. Fit to be shown."""
    inside = _inside(path, root)
    return neutral(path.replace(os.sep, "/") if inside is None else inside)


def uri(path: str, root: Path) -> tuple[str, bool]:
    """The path as RFC 3986 has it, and whether it is relative to the root (else it is an absolute file: URI)."""
    inside = _inside(path, root)
    if inside is None:
        return "file://" + _quoted(_rooted(Path(os.path.abspath(path)).as_posix())), False  # noqa: PTH100
    return _quoted(inside), True


def _inside(path: str, root: Path) -> str | None:
    for way in (os.path.abspath, os.path.realpath):
        try:
            return Path(way(path)).relative_to(way(root)).as_posix()
        except ValueError:
            continue
    return None


def _rooted(path: str) -> str:
    return path if path.startswith("/") else f"/{path}"  # C:/…


def _quoted(path: str) -> str:
    # A name that is no text in the file system's encoding is quoted byte by byte.
    return quote(os.fsencode(path) if os.name != "nt" else path.encode("utf-8", "surrogatepass"), safe="/")


def _column(run: Seen, line: int, offset: int, unit: Unit) -> int:
    document = run.document
    if not document.lines:
        return 1
    start = document.lines[line - 1].start
    if unit == "points":
        return offset - start + 1
    # The mark belongs to the bytes of the first line on disk, though not to the text.
    mark = _BOM_BYTES if unit == "bytes" and line == 1 and document.encoding == _BOM else 0
    return _size_before(document.text, offset, unit) - _size_before(document.text, start, unit) + mark + 1


def _size_before(text: str, offset: int, unit: Unit) -> int:
    steps = offset // _STEP
    return _sizes(text, unit)[steps] + _size(text[steps * _STEP : offset], unit)


@lru_cache(maxsize=2)
def _sizes(text: str, unit: Unit) -> tuple[int, ...]:
    """The size of what stands before every _STEP-th character."""
    steps = (text[at : at + _STEP] for at in range(0, len(text), _STEP))
    return tuple(accumulate((_size(step, unit) for step in steps), initial=0))


def _size(words: str, unit: Unit) -> int:
    if unit == "utf16":
        return len(words.encode("utf-16-le", "surrogatepass")) // 2
    return len(words.encode("utf-8", "replace"))

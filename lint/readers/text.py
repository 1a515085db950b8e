"""Plain text and Markdown → text. Offsets, lines and columns are those of the file as an editor shows it."""

from dataclasses import dataclass

from lint.document.document import Line, plain_lines
from lint.readers.decode import decode
from lint.readers.limits import Limits, check_text_size


@dataclass(frozen=True, slots=True)
class PlainText:
    """What a plain text file holds."""

    text: str
    lines: tuple[Line, ...]
    encoding: str
    remarks: tuple[str, ...]


def read_text(data: bytes, *, encoding: str | None, limits: Limits) -> PlainText:
    """Decode and unify line ends: "\\r\\n" and "\\r" become "\\n"; no other character ends a line.

    Markdown keeps its marks ("# ", "**"): they are text here. Raises ReadError.
    """
    decoded = decode(data, encoding=encoding)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    check_text_size(len(text), limits)
    return PlainText(text, plain_lines(text), decoded.encoding, decoded.remarks)

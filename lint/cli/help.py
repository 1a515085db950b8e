"""The frame of help texts for Chinese: characters two columns wide, lines broken between any two of them."""

import re
from collections.abc import Iterable
from unicodedata import east_asian_width

import click

_BY_HAND = "\b\n"
_PIECE = re.compile(r"[!-~]+|\s+|.")  # a word of ASCII stays whole
_NEVER_FIRST = "，。、；：？！）”’》】…"
_NARROWEST = 10  # columns


class Formatter(click.HelpFormatter):
    """Like click's, which counts a Chinese character as one column and breaks lines at spaces only."""

    def write_heading(self, heading: str) -> None:
        """A heading, with a colon of its own script."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options or commands, and beside them what they are for."""
        rows = list(rows)
        first = min(max((columns(term) for term, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, text in rows:
            lines = wrapped(text, max(self.width - len(indent) - first, _NARROWEST))
            gap = first - columns(term)
            head = f"{indent}{term}{' ' * gap}" if gap >= col_spacing else f"{indent}{term}\n{indent}{' ' * first}"
            self.write(head + f"\n{indent}{' ' * first}".join(lines) + "\n" if lines else f"{indent}{term}\n")


def columns(text: str) -> int:
    """How many columns of a terminal a line takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text, none of them wider than `width` columns where that can be; as they are where they were
    broken by hand."""
    if text.startswith(_BY_HAND):
        return text.removeprefix(_BY_HAND).split("\n")
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and columns(lines[-1] + piece.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines if lines != [""] else []


def _pieces(text: str) -> list[str]:
    """What stays together: a word, a character with the stops that follow it."""
    pieces: list[str] = []
    for found in _PIECE.findall(text):
        if pieces and found in _NEVER_FIRST:
            pieces[-1] += found
        else:
            pieces.append(found)
    return pieces

"""Text made safe for any console: no control character, nothing that GBK lacks, nothing that CI executes."""

import os
import re
from collections.abc import Mapping
from shlex import quote
from typing import TextIO

from lint.render.words import neutral

_GETA = "〓"  # what a Chinese printer sets for a character it lacks
_STAND_INS = str.maketrans({"◐": "◎", "☐": "□", "•": "·", "–": "－", "−": "－", "\xa0": " ", "≈": "约"})
# Azure and older GitHub runners find commands anywhere in a line: ##vso[…], ##[…].
_CI_COMMAND = re.compile(r"##(?=\w*\[)")
# GitHub finds them at the beginning of a line, behind blanks too: ::error …
_CI_LINE = re.compile(r"(?m)^[^\S\n]*::")
_BARE = re.compile(r"[\w@%+=:,./\\-]+")  # a letter of any script
_EXPANDED = re.compile(r'["$`\\!]')  # inside quotation marks, too
_CODES = {"error": "1;31", "warning": "33", "hint": "36", "head": "1"}


def safe(text: str) -> str:
    """One line of foreign text, harmless on a GBK console and in the log of a CI runner."""
    flat = " ".join(commandless(neutral(text)).split()).translate(_STAND_INS)
    try:
        flat.encode("gbk")
    except UnicodeEncodeError:
        return "".join(char if _in_gbk(char) else _GETA for char in flat)
    return flat


def commandless(text: str) -> str:
    """The text with nothing in it that the log of a CI runner would execute: no `##[…]` anywhere, no `::` first."""
    return _CI_LINE.sub("：：", _CI_COMMAND.sub("＃＃", text))


def shown(text: str, encoding: str) -> str:
    """The text with stand-ins for the signs that a console of this encoding lacks."""
    try:
        "◐".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return text.translate(_STAND_INS)
    return text


def _in_gbk(char: str) -> bool:
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Colour only on a terminal, and never against NO_COLOR."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def paint(text: str, kind: str, colour: bool) -> str:
    """The text in the colour of its kind, when colour is wanted."""
    return f"\x1b[{_CODES[kind]}m{text}\x1b[0m" if colour and kind in _CODES else text


def argument(path: str) -> str:
    """A path as it is typed in a command: between quotation marks where a shell would take it apart."""
    if _BARE.fullmatch(path):
        return path
    return f'"{path}"' if os.name == "nt" or not _EXPANDED.search(path) else quote(path)

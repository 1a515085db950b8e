"""Which files the page takes: what the reader knows by its content, and text that goes by the name of a text."""

import re
from pathlib import PurePath

from lint.readers import READABLE_SUFFIXES, ReadError
from lint.readers.sniff import sniff

_RARE = (".docm", ".dotx", ".markdown", ".htm")  # read, and not worth naming
TOLD = tuple(suffix for suffix in READABLE_SUFFIXES if suffix not in _RARE)
"""The extensions that people are told of."""

# Only what looks like an extension: of 报告2024.12.定稿 the content decides.
_EXTENSION = re.compile(r"\.[a-z][a-z0-9_+-]{0,15}")
_TEXTS = (*READABLE_SUFFIXES, ".text")


def unreadable(data: bytes, name: str) -> str | None:
    """Why a file is not taken for a report although its bytes are text: its extension says that it is something else
    (.csv, .py). None for what the reader is to judge."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _TEXTS or not _EXTENSION.fullmatch(suffix):
        return None
    try:
        if sniff(data, name) != "text":
            return None
    except ReadError:  # the reader says it again
        return None
    return f"{suffix} 文件不能核对；请放入 Word、WPS、PDF、网页或纯文本的报告（{' '.join(TOLD)}）。"

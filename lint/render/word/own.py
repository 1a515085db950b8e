"""Which Word files are annotated copies of ours: told by their comments, whatever the file is called."""

import zipfile
import zlib
from pathlib import Path

from lint.render.word.parts import AUTHOR

_MOST = 50_000_000  # bytes of comments
_MARKS = tuple(AUTHOR.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def is_own_copy(path: str | Path) -> bool:
    """Whether it is a Word file with comments of ours. What cannot be read is none."""
    try:
        with zipfile.ZipFile(path) as package:
            for info in package.infolist():
                name = info.filename.lower()
                if "comments" not in name or not name.endswith(".xml") or info.file_size > _MOST:
                    continue
                data = package.read(info)
                if any(mark in data for mark in _MARKS):
                    return True
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return False
    return False

"""Which files of what was named are checked: files, folders, globs → paths in natural order.

A file named by itself is always checked. What is met in a folder or by a glob is passed over when it is hidden, ignored
by git, a lock file of Word or WPS, or something that this tool itself wrote.
"""

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from lint.ignored import ignored_by_git
from lint.os_errors import what_to_do, why
from lint.readers import READABLE_SUFFIXES, UNSUPPORTED_SUFFIXES
from lint.run import Failure

STDIN = "-"

_PAGE_MARK = b'<meta name="generator" content="qingdan '  # in the head of every page of ours (templates/)
_PAGE_HEAD = 4096  # bytes
_PAGE_SUFFIXES = (".html", ".htm")
_PROPERTIES = "docProps/custom.xml"
_MOST_PROPERTIES = 1_000_000  # bytes
_SHEET_MARK = b'"qingdan.'  # begins the names of a feedback sheet's properties (lint/policy/sheet_keys.py)
_OWN_NAME = re.compile(r"\.批注(?:-\d+)?\.doc[xm]$|反馈单(?:-\d+)?\.[a-z]+$", re.IGNORECASE)
_LOCK_PREFIXES = ("~$", ".~")
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Selection:
    """`files` are to be checked, in natural order, no file twice. `unsupported` are files met in folders that look like
    reports but are in a format that cannot be read. `failures` are folders that cannot be opened and globs that match
    nothing. `met` are those of the files that nobody named."""

    files: tuple[str, ...] = ()
    unsupported: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    met: frozenset[str] = frozenset()


def select(paths: Iterable[str]) -> Selection:
    """The files that the paths mean. "-" (standard input) is passed on as it is."""
    named = list(dict.fromkeys(paths))
    files: list[str] = []
    met: list[str] = []
    failures: list[Failure] = []
    for path in named:
        if path == STDIN:
            files.append(path)
        elif os.path.isdir(path):  # noqa: PTH112  Path() would change how the path is shown
            met += _walk(path, failures)
        elif os.path.lexists(path) or not glob.has_magic(path):
            # A shell that expands *.docx names Word's lock files as well; one named alone is told what it is.
            if not (is_lock_file(path) and len(named) > 1):
                files.append(path)
        elif found := sorted(glob.glob(path, recursive=True)):  # noqa: PTH207  keeps the path as it was written
            met += _met(found, failures)
        else:
            failures.append(Failure(path, "没有与它相符的文件；请检查路径，或者写明文件名。"))
    met = [path for path in met if not _is_ours(path)]
    readable = [path for path in met if path.lower().endswith(READABLE_SUFFIXES)]
    unsupported = {path for path in met if path.lower().endswith(UNSUPPORTED_SUFFIXES)}
    return Selection(
        files=tuple(sorted(_unique([*files, *sorted(readable, key=natural)]), key=natural)),
        unsupported=tuple(sorted(unsupported - set(files), key=natural)),
        failures=tuple(failures),
        met=frozenset(readable).difference(files),
    )


def natural(path: str) -> tuple[object, ...]:
    """The sort key by which 报告2 comes before 报告10, and a folder's files stay together."""
    key: list[object] = []
    for part in PurePath(path).parts:
        pieces = _DIGITS.split(part.casefold())
        key.append(tuple((len(p.lstrip("0")), p.lstrip("0")) if n % 2 else p for n, p in enumerate(pieces)))
    return (*key, path)


def is_lock_file(path: str) -> bool:
    """Whether it is a file that Word or WPS keeps beside a document that is open."""
    return PurePath(path).name.startswith(_LOCK_PREFIXES)


def is_own_page(path: str | Path) -> bool:
    """Whether it is a page that this tool wrote. What cannot be read is none."""
    try:
        with Path(path).open("rb") as stream:
            return _PAGE_MARK in stream.read(_PAGE_HEAD)
    except (OSError, ValueError):
        return False


def is_own_sheet(path: str | Path) -> bool:
    """Whether it is a feedback sheet in Word, whatever it was renamed to on its way back. What cannot be read is
    none."""
    import zipfile  # noqa: PLC0415  text files do without
    import zlib  # noqa: PLC0415

    try:
        with zipfile.ZipFile(path) as package:
            info = package.getinfo(_PROPERTIES)
            return info.file_size < _MOST_PROPERTIES and _SHEET_MARK in package.read(info)
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return False


def _is_ours(path: str) -> bool:
    if _OWN_NAME.search(PurePath(path).name) or (path.lower().endswith(".docx") and is_own_sheet(path)):
        return True
    return path.lower().endswith(_PAGE_SUFFIXES) and is_own_page(path)


def _met(found: Iterable[str], failures: list[Failure]) -> Iterator[str]:
    """What a glob met: files, and the files of folders."""
    for path in found:
        if _is_hidden(path):
            continue
        if os.path.isdir(path):  # noqa: PTH112
            yield from _walk(path, failures)
        else:
            yield path


def _walk(top: str, failures: list[Failure]) -> list[str]:
    """The files of a folder that can be meant, those that git ignores left out. Links to folders are not followed."""

    def tell(error: OSError) -> None:
        folder = str(error.filename or top)
        failures.append(Failure(folder, f"文件夹打不开（{why(error)}），里面的文件没有检查；{what_to_do(error)}。"))

    inside: list[str] = []
    for folder, folders, names in os.walk(top, onerror=tell):
        folders[:] = sorted(name for name in folders if not _is_hidden(os.path.join(folder, name)))  # noqa: PTH118
        for name in names:
            path = os.path.normpath(os.path.join(folder, name))  # noqa: PTH118
            if name.lower().endswith((*READABLE_SUFFIXES, *UNSUPPORTED_SUFFIXES)) and not _is_hidden(path):
                inside.append(path)
    ignored = ignored_by_git(top, inside)
    return [path for path in inside if path not in ignored]


def _is_hidden(path: str) -> bool:
    name = os.path.basename(os.path.normpath(path))  # noqa: PTH119
    if name.startswith((".", *_LOCK_PREFIXES)) and name not in (".", ".."):
        return True
    if os.name != "nt":
        return False
    try:
        return bool(getattr(os.lstat(path), "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_HIDDEN)
    except OSError:
        return False


def _unique(paths: Iterable[str]) -> list[str]:
    """The paths without those that lead to a file already there."""
    seen: dict[str, str] = {}
    for path in paths:
        real = path if path == STDIN else os.path.normcase(os.path.realpath(path))
        seen.setdefault(real, path)
    return list(seen.values())

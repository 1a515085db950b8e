"""The private folder of one server: made at the start, gone at the end; what a crashed one left is removed."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_PREFIX = "qingdan-serve-"
_LOCK = "lock"
_YOUNG = 60  # seconds; a folder without a lock may have been made a moment ago


@contextmanager
def private_folder(parent: Path | None = None) -> Iterator[Path]:
    """A folder that only this user can read, below `parent` (else the system's temporary folder). It is locked as long
    as it is used, so that another server does not take it for a leftover. Raises OSError."""
    top = Path(parent or tempfile.gettempdir())
    remove_leftovers(top)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=top))
    try:
        with (folder / _LOCK).open("wb") as lock:
            _take(lock)
            try:
                yield folder
            finally:
                for entry in folder.iterdir():
                    if entry.name != _LOCK:  # an open file cannot be removed everywhere
                        _remove(entry)
                _release(lock)
    finally:
        _remove(folder)


def remove_leftovers(top: Path) -> list[Path]:
    """Removes the folders of servers that run no longer; those that could be removed."""
    return [folder for folder in sorted(top.glob(f"{_PREFIX}*")) if _is_left_over(folder) and _remove(folder)]


def _is_left_over(folder: Path) -> bool:
    try:
        status = folder.lstat()
        if folder.is_symlink() or not folder.is_dir():
            return False
        if sys.platform != "win32" and status.st_uid != os.getuid():
            return False
        if not (folder / _LOCK).is_file():
            return time.time() - status.st_mtime > _YOUNG
        with (folder / _LOCK).open("r+b") as lock:
            _take(lock)
            _release(lock)
    except OSError:  # somebody holds the lock, or it is not ours to open
        return False
    return True


def _remove(entry: Path) -> bool:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry, ignore_errors=True)
    else:
        entry.unlink(missing_ok=True)
    return not entry.exists()


if sys.platform == "win32":
    import msvcrt

    def _take(lock: IO[bytes]) -> None:
        """Raises OSError when another process holds it."""
        lock.seek(0)
        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)

    def _release(lock: IO[bytes]) -> None:
        lock.seek(0)
        msvcrt.locking(lock.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _take(lock: IO[bytes]) -> None:
        """Raises OSError when another process holds it."""
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(lock: IO[bytes]) -> None:
        fcntl.flock(lock, fcntl.LOCK_UN)

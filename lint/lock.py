"""One process at a time at a file that is read, changed and written again."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LEFT_BEHIND = 10.0  # seconds; what is done under a lock takes none, so that its owner has died
_AGAIN = 0.02


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Waits until no other process is at the file. The lock is a file beside it, which all systems and network folders
    can make once only; one that was left behind is taken away. Where none can be made, or one that was left behind
    cannot be taken away, nothing is waited for: whoever writes the file says why it cannot be written."""
    lock = path.resolve()
    lock = lock.with_name(f".{lock.name}.lock")
    made = _make(lock)
    try:
        yield
    finally:
        if made:
            with suppress(OSError):  # taken away by somebody to whom this took too long
                lock.unlink()


def _make(lock: Path) -> bool:
    seen, since = None, time.monotonic()
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            return True
        except FileExistsError:
            now = _stamp(lock)
            if now != seen:
                seen, since = now, time.monotonic()
            elif time.monotonic() - since > _LEFT_BEHIND:
                try:
                    lock.unlink(missing_ok=True)
                except OSError:  # another user's, or no file at all
                    return False
            time.sleep(_AGAIN)
        except OSError:
            return False


def _stamp(lock: Path) -> tuple[int, int] | None:
    """Tells one lock from the next at the same place."""
    try:
        found = lock.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns

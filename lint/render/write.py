"""Writing outputs: whole or not at all, never over an input, never two pages under one name."""

import os
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath

from lint.os_errors import told

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST = 80  # characters; 240 bytes of Chinese, within what file systems take


class OutputError(Exception):
    """The output cannot be written; the message is a Chinese sentence that says what to do. `of_report` says that it is
    because of the report, so that the same output may well be written for another."""

    def __init__(self, message: str, *, of_report: bool = False) -> None:
        super().__init__(message)
        self.of_report = of_report


def write_output(
    path: str | os.PathLike[str],
    text: str,
    *,
    inputs: Iterable[str | os.PathLike[str]] = (),
    ours: Callable[[Path], bool] | None = None,
) -> None:
    """Write the text as UTF-8 with "\\n" line ends. A reader sees the old file or the new one, never half of one.

    Raises OutputError when the path is one of the inputs, when there is a file of which `ours` says that this tool did
    not write it, or when the file cannot be written.
    """
    write_bytes(path, text.encode("utf-8", "replace"), inputs=inputs, ours=ours)


def write_bytes(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    inputs: Iterable[str | os.PathLike[str]] = (),
    ours: Callable[[Path], bool] | None = None,
) -> None:
    """The same for bytes."""
    write_chunks(path, (data,), inputs=inputs, ours=ours)


def write_chunks(
    path: str | os.PathLike[str],
    chunks: Iterable[bytes],
    *,
    inputs: Iterable[str | os.PathLike[str]] = (),
    ours: Callable[[Path], bool] | None = None,
) -> None:
    """The same for bytes that come piece by piece."""
    target = Path(path)
    if any(same_file(target, Path(given)) for given in inputs):
        raise OutputError(f"输出文件 {target} 就是被检查的文件，没有写入。请换一个文件名。")
    try:
        if target.is_dir():
            raise OutputError(f"{target} 是一个文件夹，没有写入。请写明文件名。")
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:  # a device or a pipe (/dev/null) is written to, never replaced
                stream.writelines(chunks)
            return
        if ours and target.is_file() and target.stat().st_size and not ours(target):
            raise OutputError(
                f"{target} 已经有了，不是本工具写的，没有覆盖。请换一个文件名，或者先把它移走。", of_report=True
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target.resolve() if target.is_symlink() else target, chunks)
    except OSError as error:
        raise OutputError(f"写不了 {target}：{told(error)}") from error


def append_output(path: str | os.PathLike[str], text: str) -> None:
    """Add the text to a file that others write to as well. Raises OutputError."""
    try:
        with Path(path).open("ab") as stream:
            stream.write(text.encode("utf-8", "replace"))
    except OSError as error:
        raise OutputError(f"写不了 {path}：{told(error)}") from error


def page_names(paths: Sequence[str], *, suffix: str = ".html", taken: Iterable[str] = ("index.html",)) -> list[str]:
    """A file name for the page of each report, in order; no two are the same on any file system.

    A name is the report's own with another suffix; names that meet get the name of their folder, then a number.
    """
    used = {_key(name) for name in taken}
    names = []
    stems = [_clean(PurePath(path.replace("\\", "/")).stem) for path in paths]
    keys = [_key(stem) for stem in stems]
    count = Counter(keys)
    last: Counter[str] = Counter()  # the number that a name was last given, so that none is tried twice
    for path, stem, key in zip(paths, stems, keys, strict=True):
        chosen = stem
        if count[key] > 1 and (folder := PurePath(path.replace("\\", "/")).parent.name):
            chosen = _clean(f"{folder}-{stem}")
        number = last[_key(chosen)] or 1
        candidate = f"{chosen}{suffix}" if number == 1 else f"{chosen}-{number}{suffix}"
        while _key(candidate) in used:
            number += 1
            candidate = f"{chosen}-{number}{suffix}"
        last[_key(chosen)] = number
        used.add(_key(candidate))
        names.append(candidate)
    return names


def _replace(target: Path, chunks: Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(prefix=".qingdan-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(chunks)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
        os.replace(temporary, target)  # noqa: PTH105  Path.replace says nothing of being atomic
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, or would if it were there."""
    try:
        if one.exists() and other.exists():
            return one.samefile(other)
    except OSError:
        return False
    return _key(os.path.abspath(one)) == _key(os.path.abspath(other))  # noqa: PTH100  resolve() would follow links


def _clean(name: str) -> str:
    cleaned = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip().rstrip(".")[:_LONGEST].lstrip(".~$")
    return f"_{cleaned}" if not cleaned or _DEVICE.match(cleaned) else cleaned


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()

"""Which version of another checklist one builds on: shown, and, where the author pins it, held."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lint.checklist.extend import Layer
from lint.checklist.problems import Problem
from lint.checklist.source import SourceFile


@dataclass(frozen=True)
class Inherited:
    """A checklist that another one extends, as it was when it was read. `sha256` is over its bytes and those of all
    that it extends itself; `pinned` says that the version or the fingerprint is written down in what extends it."""

    id: str
    version: str
    sha256: str
    pinned: bool


def digest(files: Iterable[SourceFile]) -> str:
    """The fingerprint of a checklist that is made of these files, its own first."""
    return hashlib.sha256(b"".join(one.raw for one in files)).hexdigest()


def inherited(files: Sequence[SourceFile]) -> tuple[Inherited, ...]:
    """What a checklist of these files extends, the nearest first."""
    return tuple(
        Inherited(
            _text(base, "id"),
            _text(base, "version"),
            digest(files[number:]),
            bool(_text(files[number - 1], "extends-version") or _text(files[number - 1], "extends-sha256")),
        )
        for number, base in enumerate(files)
        if number
    )


def moved(own: SourceFile, under: Layer) -> Iterator[Problem]:
    """Pins of a file that do not fit the layer it extends."""
    name, version, found = _text(own, "extends"), _text(under.files[0], "version"), digest(under.files)
    wanted, pinned = _text(own, "extends-version"), _text(own, "extends-sha256")
    told = "请先看改了什么（qingdan checklist diff 旧 新 报告），没有妨碍再把这里改成"
    if wanted and wanted != version:
        message = f"所继承的清单“{name}”现在是 {version} 版，这里写定的是 {wanted} 版；{told} {version}"
        yield _at(own, "extends-version", message)
    if len(pinned) == len(found) and pinned != found:
        message = f"所继承的清单“{name}”（{version} 版）有改动，与这里写定的不同；{told} {found}"
        yield _at(own, "extends-sha256", message)


def _at(own: SourceFile, key: str, message: str) -> Problem:
    return own.problem(own.positions.inside(("checklist", key), 0), message)


def _text(file: SourceFile, key: str) -> str:
    table = file.data.get("checklist")
    value = table.get(key) if isinstance(table, dict) else None
    return value if isinstance(value, str) else ""

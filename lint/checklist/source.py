"""One checklist file: bytes → text → TOML data, with problems placed in its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from lint.checklist.positions import Path as Keys
from lint.checklist.positions import Positions, positions
from lint.checklist.problems import ChecklistError, Level, Problem
from lint.os_errors import what_to_do, why

_CHECKLIST = "清单文件"
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "旧版的 Word、WPS 或 Excel 文件"),
    (b"%PDF", " PDF 文件"),
    (b"{\\rtf", " RTF 文件"),
    (b"<!DOCTYPE", "网页"),
    (b"<html", "网页"),
)


@dataclass(eq=False)
class SourceFile:
    """`name` is how the file is shown; `text` has no BOM and line ends `\\n`; `data` is its TOML."""

    name: str
    path: Path
    raw: bytes
    text: str
    data: dict[str, Any]

    @property
    def files(self) -> "tuple[SourceFile, ...]":
        return (self,)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return ()

    def place(self, path: Keys) -> "tuple[SourceFile, Keys]":
        """The file and path at which the path was written: here, and as it is."""
        return self, path

    @cached_property
    def positions(self) -> Positions:
        """Where everything stands; nothing is known (all at the beginning) of absurdly nested arrays."""
        try:
            return positions(self.text)
        except RecursionError:
            return Positions(self.text)

    def problem(self, offset: int, message: str, suggestion: str | None = None, level: Level = "错误") -> Problem:
        """A problem at an offset of the text."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return Problem(
            self.name,
            self.text.count("\n", 0, offset) + 1,
            offset - start + 1,
            message,
            suggestion,
            self.text[start : end if end >= 0 else None],
            level,
        )


def read(path: Path, called: str = _CHECKLIST) -> SourceFile:
    """The checklist file at a path. Raises ChecklistError with one problem when it is not readable TOML in UTF-8.

    Other TOML files are read with it, too; `called` is what the user calls such a file."""
    name = str(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise ChecklistError([Problem(name, 0, 0, f"找不到这个{called}")]) from None
    except OSError as error:
        raise ChecklistError([Problem(name, 0, 0, f"这个{called}读不了：{why(error)}；{what_to_do(error)}")]) from error
    if other := _foreign(raw):
        message = (
            f"这是{other}，不是{called}；{called}是纯文本：请用记事本写，另存为时编码选 UTF-8，文件名以 .toml 结尾"
        )
        raise ChecklistError([Problem(name, 0, 0, message)])
    text = _decode(name, raw).replace("\r\n", "\n")
    file = SourceFile(name, path, raw, text, {})
    try:
        file.data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ChecklistError(_syntax(file, error, checklist=called == _CHECKLIST)) from error
    except RecursionError as error:
        raise ChecklistError([Problem(name, 0, 0, "列表或表套得太深")]) from error
    return file


def _foreign(raw: bytes) -> str:
    """What a file is that is no text; "" when it may be one."""
    for beginning, kind in _FOREIGN:
        if raw.startswith(beginning):
            return kind
    if raw.startswith(b"PK\x03\x04"):
        return " Word 文件" if b"word/" in raw else " Excel 表格" if b"xl/" in raw else "压缩文件"
    return ""


def _decode(name: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            problem = Problem(name, 0, 0, "文件是 UTF-16 编码；请另存为 UTF-8 编码")
        else:
            problem = _not_utf8(name, raw, error.start)
        raise ChecklistError([problem]) from error


def _not_utf8(name: str, raw: bytes, at: int) -> Problem:
    start = raw.rfind(b"\n", 0, at) + 1
    end = raw.find(b"\n", at)
    line = raw[start : end if end >= 0 else None]
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        message, shown = "文件不是 UTF-8 编码，也不是 GBK 编码；请另存为 UTF-8 编码", line.decode("utf-8", "replace")
    else:
        message, shown = "文件是 GBK 编码；请用记事本“另存为”，编码选 UTF-8", line.decode("gb18030", "replace")
    before = next((number for number, byte in enumerate(line) if byte > 0x7F), 0)  # ASCII: as many code points
    return Problem(name, raw.count(b"\n", 0, at) + 1, before + 1, message, None, shown.rstrip("\r"))


def _syntax(file: SourceFile, error: tomli.TOMLDecodeError, *, checklist: bool) -> Iterator[Problem]:
    from lint.checklist.faults.syntax import mistakes  # noqa: PLC0415  a sound file does without

    lines = file.text.split("\n")
    for mistake in mistakes(file.text, error, checklist=checklist):
        line = lines[mistake.line]
        yield Problem(file.name, mistake.line + 1, mistake.column + 1, mistake.message, None, line)

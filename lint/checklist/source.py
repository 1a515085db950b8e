"""One checklist file: bytes → text → TOML data, with problems placed in its text."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from lint.checklist.positions import Path as Keys
from lint.checklist.positions import Positions, positions
from lint.checklist.problems import ChecklistError, Level, Problem
from lint.os_errors import what_to_do, why

_HALF_WIDTH = dict(zip("“”＂‘’＝，［］｛｝【】＃．：", '"""\'\'=,[]{}[]#.=', strict=True))
# tomli's sentences, by how they begin. Where it points behind the culprit, the caret goes to the beginning of the line.
_TOML_ERRORS = (
    ("Cannot overwrite", "这个键在同一个表里写了两次", True),
    ("Duplicate inline table key", "这个键在同一个表里写了两次", True),
    ("Cannot declare", "这个表头已经写过一次；要写多个请用双方括号 [[…]]", True),
    ("Cannot redefine", "这个表已经写过，不能再用表头重开", True),
    ("Cannot mutate", "这个表已经写完，不能再往里添", True),
    ("Invalid initial character for a key", "键名写法不对：中文键名要加引号", False),
    ("Expected '=' after a key", "键名后面缺“=”；中文键名要加引号", False),
    ("Unclosed array", "列表没有收尾：缺“]”，或者两项之间少了逗号", False),
    ("Unclosed inline table", "内联表没有收尾：缺“}”，或者两项之间少了逗号", False),
    ("Unterminated string", "文字没有收尾：缺引号", False),
    ('Expected "\'"', "文字没有收尾：缺引号", False),
    ("Expected \"'''\"", "文字没有收尾：缺引号", False),
    ("Illegal character '\\n'", "文字没有收尾：行末之前缺引号", False),
    ("Illegal character", "文字里有不可见的控制字符", False),
    ("Found invalid character", "注释里有不可见的控制字符", False),
    ("Unescaped '\\'", "双引号里的“\\”要写作“\\\\”，或者改用单引号", False),
    ("Invalid hex", "“\\”后面的十六进制码不对；要写“\\”本身请写作“\\\\”", False),
    ("Escaped character", "“\\”后面的十六进制码不是一个字符", False),
    ("Invalid date", "日期或时间不存在", False),
    ("Expected newline or end of document", "一行只能写一个键：后面多了内容", False),
    ("Expected ']", "表头缺右方括号", False),
    ("Invalid value", "“=”后面的值写法不对：文字要加引号", False),
    ("Invalid statement", "这一行既不是表头，也不是“键 = 值”", False),
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


def read(path: Path, called: str = "清单文件") -> SourceFile:
    """The checklist file at a path. Raises ChecklistError with one problem when it is not readable TOML in UTF-8.

    Other TOML files are read with it, too; `called` is what the user calls such a file."""
    name = str(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise ChecklistError([Problem(name, 0, 0, f"找不到这个{called}")]) from None
    except OSError as error:
        raise ChecklistError([Problem(name, 0, 0, f"这个{called}读不了：{why(error)}；{what_to_do(error)}")]) from error
    text = _decode(name, raw).replace("\r\n", "\n")
    file = SourceFile(name, path, raw, text, {})
    try:
        file.data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ChecklistError([_syntax(file, error)]) from error
    except RecursionError as error:
        raise ChecklistError([Problem(name, 0, 0, "列表或表套得太深")]) from error
    return file


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


def _syntax(file: SourceFile, error: tomli.TOMLDecodeError) -> Problem:
    at, text = min(error.pos, len(file.text)), file.text
    sign = text[at : at + 1]
    if sign in _HALF_WIDTH and sign:
        return file.problem(at, f"这里用了全角的 {sign} ，请改用半角的 {_HALF_WIDTH[sign]}")
    if error.msg.startswith("Invalid statement") and sign.isalpha() and not sign.isascii():
        return file.problem(at, '键名里有中文，要加引号，写作 "…" = ')
    for beginning, message, whole_line in _TOML_ERRORS:
        if error.msg.startswith(beginning):
            if whole_line:
                at = text.rfind("\n", 0, max(at - (text[at - 1 : at] == "\n"), 0)) + 1
                at += len(text[at:]) - len(text[at:].lstrip(" \t["))
            elif not text[at:].strip():
                at = len(text[:at].rstrip())
            return file.problem(at, message)
    return file.problem(at, f"不合 TOML 写法（{re.sub(r' [(]at .*', '', error.msg)}）")

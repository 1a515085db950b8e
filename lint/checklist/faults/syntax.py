"""What is not TOML in a file, in words for people who do not know TOML: not only the first mistake but, as far as they
can be told apart, all of them. Imported only when a file cannot be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tomli

from lint.checklist.faults.chinese_keys import header_for, key_for, names_its_keys, truth

_HALF_WIDTH = dict(zip("“”＂‘’＝，［］｛｝【】＃．：", '"""\'\'=,[]{}[]#.=', strict=True))
_BLANKS = {
    "\u3000": "全角空格",
    "\u00a0": "不间断空格（多半是从 Word 里粘来的）",
    "\u202f": "不间断空格",
    "\u2003": "宽空格",
}
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
_QUOTES = "“”＂‘’"
_SEPARATORS = "、；;/|｜"
_UNQUOTED = "文字要加半角引号"
_MOST = 30  # mistakes told of one file
_ROUND = str.maketrans("【】［］", "[][]")
_SOUND_HEADER = re.compile(r"\[\[[a-z.-]+\]\]|\[[a-z.-]+\]")
_HEADER = re.compile(r"^[ \t]*[\[【［]")
_PAIR = re.compile(r"^[ \t]*[A-Za-z0-9_\"'.+-]+[ \t]*=")
_INSIDE = (
    "Illegal character '\\n'",
    "Illegal character",
    "Unescaped '\\'",
    "Invalid hex",
    "Invalid date",
)  # of one value
_KEY_ERRORS = ("Invalid statement", "Invalid initial character for a key", "Expected '=' after a key", "Expected ']")
_NO_CLOSE = ("Illegal character '\\n'", "Unterminated string", 'Expected "\'"')
_BEHIND = ("Unclosed array", "Unclosed inline table", "Expected newline or end of document")
_MISSING_CLOSE = {"Unclosed array": ("列表", "]"), "Unclosed inline table": ("花括号里的内容", "}")}
# tomli's other sentences, by how they begin; True where it points behind the culprit, which is told at its line.
_OTHERS = (
    ("Cannot overwrite", "这个键在同一个表里写了两次", True),
    ("Duplicate inline table key", "这个键在同一个表里写了两次", True),
    ("Cannot declare", "这个表头已经写过一次；要写多个请用双方括号 [[…]]", True),
    ("Cannot redefine", "这个表已经写过，不能再用表头重开", True),
    ("Cannot mutate", "这个表已经写完，不能再往里添", True),
    ("Invalid initial character for a key", "键名写法不对：这里要有一个英文键名", False),
    ("Expected '=' after a key", "键名后面缺“=”", False),
    ("Unclosed array", "列表没有收尾：缺“]”，或者两项之间少了逗号", False),
    ("Unclosed inline table", "花括号里的内容没有收尾：缺“}”，或者两项之间少了逗号", False),
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
    ("Expected newline or end of document", "一行只能写一个键：后面多了内容；说明的话前面要加 #", False),
    ("Expected ']", "表头缺右方括号；写作 [名称]，可以有几个的写作 [[名称]]", False),
    ("Invalid value", "“=”后面的值写法不对：文字要加引号", False),
    ("Invalid statement", "这一行既不是表头，也不是“键 = 值”；说明的话前面要加 #", False),
)


@dataclass(frozen=True)
class Mistake:
    """`line` and `column` count from 0, the column in code points. `certain` is False for one that may be due to
    another mistake before it. `instead` is the line with which the rest can be read; "" to leave it out."""

    line: int
    column: int
    message: str
    certain: bool = True
    instead: str = ""


def mistakes(text: str, error: tomli.TOMLDecodeError, *, checklist: bool) -> Iterator[Mistake]:
    """The mistakes of a TOML text that tomli refused with the error, from the first one on.

    A line with a mistake is left out and the rest read again; what could follow from the line that is missing is not
    told. `checklist` says that the keys are those of a checklist.
    """
    lines = text.split("\n")
    left = list(lines)
    refused: tomli.TOMLDecodeError | None = error
    last = -1
    for number in range(_MOST):
        if refused is None:
            return
        found = _mistake(left, refused, checklist=checklist)
        if number and (not found.certain or found.line <= last):
            return
        last = found.line
        yield found
        if not _leave_out(left, found, number):
            return
        refused = _refusal("\n".join(left))


def _refusal(text: str) -> tomli.TOMLDecodeError | None:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return error
    except RecursionError:
        return None
    return None


def _leave_out(lines: list[str], mistake: Mistake, number: int) -> bool:
    """Takes the mistake out of the lines; False when it stands there no more."""
    line = lines[mistake.line]
    if not line.strip():
        return False
    header = _bracketed(line) or f"[_{number}]"  # its keys must not fall to the table above
    lines[mistake.line] = mistake.instead or (header if _HEADER.match(line) and "," not in line else "")
    return True


def _bracketed(line: str) -> str:
    """A table header as it was meant, if it can be told."""
    plain = line.translate(_ROUND).strip()
    name = plain.strip("[] \t")
    right = header_for(name) or (f"[[{name}]]" if plain.startswith("[[") else f"[{name}]")
    return right if _SOUND_HEADER.fullmatch(right) and right != line.strip() else ""


def _mistake(lines: list[str], error: tomli.TOMLDecodeError, *, checklist: bool) -> Mistake:
    row, column = _place(lines, error.pos)
    line = lines[row]
    sign, before = line[column : column + 1], line[:column]
    told: str | None = None
    if sign in _BLANKS:
        told = f"这里有一个{_BLANKS[sign]}，请删去，或者换成普通的（半角）空格"
    elif sign and sign in _UNSEEN:
        told = f"这里有一个看不见的字符（U+{ord(sign):04X}），请删去后重写这一行"
    elif error.msg.startswith(_NO_CLOSE) and not sign:
        if (found := _mixed(before)) is not None:
            return Mistake(row, found, f'文字的开头是半角引号，收尾却是全角的 {line[found]} ，请改用半角的 "')
        column = len(line.rstrip())
    elif error.msg.startswith(_KEY_ERRORS):
        told = _at_key(lines, row, column, checklist=checklist)
    elif error.msg.startswith("Invalid value"):
        told = _at_value(line, column)
    elif error.msg.startswith(_BEHIND):
        if (open_at := _left_open(lines, row, column, error.msg)) is not None:
            return open_at
        told = _behind(line, column)
        if told is not None and told.startswith(_UNQUOTED):
            column = len(line) - len(line.partition("=")[2].lstrip())
    if told is None and sign in _HALF_WIDTH and sign:
        also = "（收尾的 ” 也要改）" if sign == "“" and "”" in line[column:] else ""
        told = f"这里用了全角的 {sign} ，请改用半角的 {_HALF_WIDTH[sign]}{also}"
    if told is not None:
        return Mistake(row, column, told)
    return _other(lines, row, column, error)


def _place(lines: list[str], at: int) -> tuple[int, int]:
    """The line and column of an offset; of the end of the text, those behind its last line that is not blank."""
    row = 0
    while at > len(lines[row]) and row + 1 < len(lines):
        at -= len(lines[row]) + 1
        row += 1
    while row and not lines[row].strip():
        row, at = row - 1, len(lines[row - 1].rstrip())
    return row, min(at, len(lines[row]))


def _other(lines: list[str], row: int, column: int, error: tomli.TOMLDecodeError) -> Mistake:
    for beginning, message, whole_line in _OTHERS:
        if error.msg.startswith(beginning):
            if whole_line:
                if not lines[row][:column].strip() and row:
                    row -= 1
                column = len(lines[row]) - len(lines[row].lstrip(" \t["))
            return Mistake(row, column, message, certain=beginning in _INSIDE)
    return Mistake(row, column, f"不合 TOML 写法（{re.sub(r' [(]at .*', '', error.msg)}）", certain=False)


def _mixed(before: str) -> int | None:
    """Where a full-width quotation mark stands that was to close the text left open at the end of the line."""
    opened = before.rfind('"')
    at = max(before.rfind(sign) for sign in _QUOTES)
    inside = before[opened + 1 : at + 1]
    return at if at > opened >= 0 and inside.count("“") < inside.count("”") + inside.count("＂") else None


def _at_key(lines: list[str], row: int, column: int, *, checklist: bool) -> str | None:
    """What is wrong where a key or the “=” behind it was to stand."""
    line = lines[row]
    sign = line[column : column + 1]
    if sign in ":：" and sign:
        return f"键和值之间要用 = ，这里写的是 {sign}"
    if not sign.isalpha() or sign.isascii():
        return None
    if _HEADER.match(line):
        name = re.sub(r"[\[\]\s].*", "", line[column:])
        right = header_for(name) if checklist else ""
        return f"表头要用英文：“{name}”请写作 {right}" if right else f'表头里的“{name}”有中文，要加引号："{name}"'
    word = re.match(r"([^\s=＝:：\"'\[\]{},，。、]+)[ \t\u3000]*[=＝:：]", line[column:])
    if word is None:
        return None
    name = word[1]
    if column and line[column - 1].isalnum():
        return f"键名里夹了中文：“{line.split('=')[0].strip()}”"
    header = _header(lines, row)
    if not checklist or names_its_keys(header):
        return f'名称里有中文，要加引号：写作 "{name}" = …'
    if right := key_for(name, header):
        return f"键名要用英文：“{name}”请写 {right}"
    return f"键名要用英文，没有“{name}”这个键；可以写的键见 qingdan checklist schema 和教程"


def _header(lines: list[str], row: int) -> tuple[str, ...]:
    """The names of the table header above a line."""
    for line in reversed(lines[:row]):
        if found := re.match(r"[ \t]*\[+([^\]]*)\]", line):
            return tuple(part.strip(" \t\"'") for part in found[1].split("."))
    return ()


def _at_value(line: str, column: int) -> str | None:
    """What is wrong where a value was to stand."""
    sign = line[column : column + 1]
    written = re.sub(r"\s*#.*", "", line[column:]).rstrip(" \t,，。；;")
    if not written:
        return "“=”后面没有写值"
    if sign in "（(":
        return f'这里用了 {sign} ；一组键和值要写在花括号里，如 {{ text = "…" }}'
    if sign in _HALF_WIDTH:
        return None
    if re.fullmatch("[〇零一二两三四五六七八九十百]+", written):
        return f"数要写阿拉伯数字，不写“{written}”"
    if (right := truth(written)) is not None:
        return f"是或否要写 true（是）、false（否），不加引号；这里请写 {right}"
    if len(written) <= 20 and not re.search(r"[\"'\[\]{}=]", written):
        return f'{_UNQUOTED}："{written}"'
    return None


def _left_open(lines: list[str], row: int, column: int, said: str) -> Mistake | None:
    """A list left open is noticed only where the next key begins; it is told where it ought to end."""
    line = lines[row]
    for beginning, (what, close) in _MISSING_CLOSE.items():
        if not said.startswith(beginning):
            continue
        begins = not line[:column].strip() and (_HEADER.match(line) or _PAIR.match(line))
        if begins or (not line[column:].strip() and not line[:column].rstrip().endswith(("、", "，"))):
            at = row - 1 if begins else row
            while at and not lines[at].strip():
                at -= 1
            end = lines[at].rstrip()
            return Mistake(at, len(end), f"{what}没有收尾：缺“{close}”", instead=end + close)
    return None


def _behind(line: str, column: int) -> str | None:
    """What is wrong behind a value: in a list, or at the end of a line."""
    sign, last = line[column : column + 1], line[:column].rstrip()[-1:]
    if sign in _SEPARATORS and sign:
        rest = line[column + 1 :].strip()
        if rest.startswith(('"', "'", "“")):
            return f"列表的各项之间要用半角逗号 , ，这里写的是 {sign}"
        return f"这里多了一个 {sign} ，请删去"
    if sign in "。，" and not line[column + 1 :].strip():
        return f"行末多了一个 {sign} ，请删去" if sign else None
    if sign in _HALF_WIDTH or not sign:
        return None
    if last in "\"'" and line[column - 1] in "\"'" and sign not in "\"' \t#":
        return '文字里面又用了半角引号：里面的引号请用全角的“”，或者写作 \\"'
    if sign in "\"'" and last in "\"'":
        return "两项之间少了逗号" if "[" in line[:column] or "=" not in line else None
    value = line.partition("=")[2].strip()
    if value and value[0].isalnum() and value[0] not in "\"'":
        shown = re.sub(r"\s*#.*", "", value)
        return f'{_UNQUOTED}："{shown}"' if len(shown) <= 20 and '"' not in shown else None
    return None

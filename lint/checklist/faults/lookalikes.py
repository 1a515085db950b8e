"""Phrase patterns that were meant otherwise: signs of regular expressions, three full stops for a gap, words parted by
commas where a bar is needed. They are literal text in a phrase pattern and match next to nothing."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from lint.checklist.faults.complaints import Complaint
from lint.checklist.positions import Path as Keys
from lint.checklist.strings import strings

_CODES = {"d": "一个数请写 #", "w": "任意的字请写 …", "s": "空白在比较前已经去掉，请删去", "S": "任意的字请写 …"}
_CODE = re.compile(r"\\([dwsS])")
_ANY = re.compile(r"[.．][*+＊?？]+|[*＊][?？]?")
_DOTS = re.compile(r"[.．]{2,}|。{2,}|·{3,}")
_CLASS = re.compile(r"\[([^\]]*)\]|［([^］]*)］")
_PARTED = re.compile(r"[(（]([^()（）|｜{}｛｝…#＃]+?[、；;，,/][^()（）|｜{}｛｝…#＃]+)[)）]")
_STOP = re.compile(r"[^\s()（）|｜]([。；！])[^\s()（）|｜^$＄]")


def lookalike(source: str) -> tuple[int, str] | None:
    """Where a phrase pattern has such a sign, and what to write instead; None when it has none."""
    if found := _CODE.search(source):
        return found.start(), f"“{found[0]}”是正则表达式的写法，短语模式里只是字母 {found[1]}；{_CODES[found[1]]}"
    if found := _ANY.search(source):
        return found.start(), f"“{found[0]}”是正则表达式的写法，短语模式里只是这几个符号；同一句里的间隔请写 …"
    if found := _DOTS.search(source):
        return found.start(), f"“{found[0]}”只是几个点；同一句里的间隔请写 …（省略号）"
    if found := _CLASS.search(source):
        inside = found[1] or found[2] or ""
        instead = "|".join(inside) if len(inside) <= 6 else "甲|乙"
        return found.start(), f"方括号是正则表达式的写法，短语模式里只是方括号；任选其一请写 ({instead})"
    if found := _PARTED.search(source):
        instead = "|".join(re.split("[、；;，,/]", found[1]))
        return found.start(), f"括号里的几个词要用 | 隔开：({instead})"
    return None


def _why_untried(source: str) -> str:
    """Why no example matches a phrase pattern, where its look tells; "" when it does not."""
    if like := lookalike(source):
        return like[1]
    if found := _STOP.search(source):
        return f"“{found[1]}”要原样写在报告里才算，一条模式管不了前后两句；请分成两条，或者改用 …"
    return ""


def explained(complaint: Complaint, source: str) -> Complaint:
    """The complaint that no example matches a pattern, with the reason where its look tells."""
    why = _why_untried(source)
    if not why:
        return complaint
    return Complaint(
        complaint.path, f"{complaint.message}：{why}", complaint.suggestion, complaint.index, complaint.level
    )


def lookalikes(data: Any, told: Collection[Keys]) -> Iterator[Complaint]:
    """Such patterns of a checklist, those at the paths `told` left out; all of level 提示."""
    for path, source, stands in strings(data):
        if stands == "phrase" and path not in told and (found := lookalike(source)):
            yield Complaint(path, found[1], None, found[0], "提示")

"""Marks that come in pairs: quotation marks, brackets, title marks; straight quotation marks."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.regions import Stretch
from lint.checks.rules.say import Speaker, finding, shown
from lint.document.lazy import lazy
from lint.document.report import Report

_CLOSER = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "（": "）",
    "(": "）",
    "〔": "〕",
    "【": "】",
}
_SAME = {")": "）"}  # a half-width bracket may close a full-width one; that is a matter of width
_CLOSING = set(_CLOSER.values()) | set(_SAME)
_STRAIGHT = '"＂'
_TURNED = 16  # code points between two marks of which one is turned the wrong way
_CLAUSE = lazy(r"[，。；：、！？\n“”‘’（）]")
_MARKS = "".join(_CLOSER) + "".join(sorted(_CLOSING))
_TOKEN = lazy(f"[{re.escape(_MARKS + _STRAIGHT)}]")
_OTHER = lazy(f"[^{re.escape(_MARKS + _STRAIGHT)}\n]+")
_PAIR = lazy(r"“”|‘’|《》|〈〉|「」|『』|[（(][）)]|〔〕|【】")
_NUMBER_BEFORE = lazy(r"(?:^|[。；：，！？\s\u3400-\u9fff“])\s*[0-9一二三四五六七八九十a-zA-Z]{1,3}$")
_WORDS = {
    "“": "引号",
    "‘": "引号",
    "《": "书名号",
    "〈": "书名号",
    "「": "引号",
    "『": "引号",
    "（": "括号",
    "(": "括号",
    "〔": "括号",
    "【": "括号",
}
_NAME = _WORDS | {closer: _WORDS[opener] for opener, closer in _CLOSER.items()} | {")": "括号"}


@dataclass(slots=True)
class _Broken:
    """What does not pair in one paragraph, as offsets in the source."""

    stretch: Stretch
    unclosed: list[int] = field(default_factory=list)
    unopened: list[int] = field(default_factory=list)
    straight: list[SourceSpan] = field(default_factory=list)
    nested: list[SourceSpan] = field(default_factory=list)


def pairs(report: Report, rule: Speaker, spans: list[Stretch]) -> list[Finding]:
    """Unpaired marks (one finding a paragraph), straight quotation marks, a title inside a title."""
    text = report.document.text
    suspects = _suspects(text, spans)
    broken = [_walk(text, stretch) for stretch in suspects]
    _across(text, broken)
    found = []
    for one in broken:
        if turned := _turned(text, one):
            found.append(_turned_over(text, rule, *turned))
        elif one.unclosed or one.unopened:
            found.append(_unpaired(text, rule, one))
    straight = [place for one in broken for place in one.straight]
    if straight:
        found.append(
            finding(
                rule,
                f"有{len(straight)}处用了直引号，中文引号用“”且前后成对（GB/T 15834）；请改正。",
                straight,
                severity="warning",
                fixes=[_curly(text[a:b]) for a, b in straight],
            )
        )
    # a title inside one that was never closed only seems to stand inside it
    nested = [place for one in broken if all(text[at] != "《" for at in one.unclosed) for place in one.nested]
    if nested:
        found.append(
            finding(rule, "书名号里面还要用书名号时，里层用单书名号〈〉（GB/T 15834）。", nested, severity="hint")
        )
    return found


def _suspects(text: str, spans: list[Stretch]) -> list[Stretch]:
    """The paragraphs whose marks do not simply cancel out."""
    suspects = []
    for stretch in spans:
        marks = _OTHER.sub("", text[stretch.start : stretch.end]).replace("\n", "")
        while marks:
            left = _PAIR.sub("", marks)
            if left == marks:
                suspects.append(stretch)
                break
            if "《《" in marks:
                suspects.append(stretch)
                break
            marks = left
    return suspects


def _walk(text: str, stretch: Stretch) -> _Broken:
    """Pairs the marks of one paragraph."""
    result = _Broken(stretch)
    stack: list[tuple[str, int]] = []
    for match in _TOKEN.finditer(text, stretch.start, stretch.end):
        mark, at = match[0], match.start()
        if mark in _STRAIGHT:
            _straight(result, stack, at)
        elif mark in _CLOSER:
            if mark in "“‘" and any(m == mark for m, _ in stack):
                if text[at - 1] == "\n":
                    continue  # a quotation that opens anew on each line
                lost = next(i for i, (m, _) in enumerate(stack) if m == mark)
                result.unclosed.append(stack.pop(lost)[1])
            if mark == "《" and any(m == mark for m, _ in stack):
                result.nested.append((at, at + 1))
            stack.append((mark, at))
        elif mark == "’" and text[max(0, at - 1) : at].isascii() and text[max(0, at - 1) : at].isalpha():
            if stack and stack[-1][0] == "‘":
                stack.pop()
        else:
            _close(text, result, stack, at)
    for mark, at in stack:
        if mark in _STRAIGHT:
            result.straight.append((at, at + 1))
        else:
            result.unclosed.append(at)
    return result


def _straight(result: _Broken, stack: list[tuple[str, int]], at: int) -> None:
    """A straight quotation mark closes the last open one, else opens one."""
    if stack and stack[-1][0] in '“"＂':
        start = stack.pop()[1]
        result.straight.append(_short(start, at + 1))
    else:
        stack.append(('"', at))


def _short(start: int, end: int) -> SourceSpan:
    return (start, end) if end - start <= 30 else (start, start + 1)


def _close(text: str, result: _Broken, stack: list[tuple[str, int]], at: int) -> None:
    mark, stretch = text[at], result.stretch
    same = _SAME.get(mark, mark)
    for depth in range(len(stack) - 1, -1, -1):
        opener, start = stack[depth]
        if opener in _STRAIGHT and same == "”":
            result.straight.append(_short(start, at + 1))
        elif _CLOSER.get(opener) != same:
            continue
        result.unclosed += [place for _, place in stack[depth + 1 :]]
        del stack[depth:]
        return
    if same == "）" and _NUMBER_BEFORE.search(text[stretch.start : at][-6:]):
        return  # 1) and 一) are numbers; what is wrong with them, the numbering rule says
    result.unopened.append(at)


def _across(text: str, broken: list[_Broken]) -> None:
    """A mark opened in one paragraph and closed in the next belongs together; so do quotations whose every paragraph
    opens anew."""
    for one, later in pairwise(broken):
        for at in list(one.unclosed):
            closer = _CLOSER.get(text[at], "")
            match = next((other for other in later.unopened if text[other] == closer), None)
            begins = not text[one.stretch.start : at].strip()
            anew = text[at] in "“‘" and any(text[other] == text[at] for other in later.unclosed)
            if match is not None:
                one.unclosed.remove(at)
                later.unopened.remove(match)
            elif begins and anew:
                one.unclosed.remove(at)


def _curly(quotation: str) -> str | None:
    """A short quotation with a straight mark at one of its ends, between curly ones; half of one tells nothing."""
    inner = quotation[1:-1]
    return f"“{inner}”" if len(quotation) > 2 and not set(inner) & set(_STRAIGHT + "“”") else None


def _turned(text: str, one: _Broken) -> tuple[int, int] | None:
    """Two marks around a few words, one of them the wrong way round (“八五“, ”八五”), when nothing else is wrong."""
    alone = one.unclosed or one.unopened
    if len(alone) != 2 or (one.unclosed and one.unopened):
        return None
    start, end = sorted(alone)
    inner = text[start + 1 : end]
    same_mark = text[start] == text[end] and text[start] in "“”‘’（）"
    return (start, end + 1) if same_mark and 0 < len(inner) <= _TURNED and not _CLAUSE.search(inner) else None


def _turned_over(text: str, rule: Speaker, start: int, end: int) -> Finding:
    mark = text[start]
    opener, closer = next((a, b) for a, b in _CLOSER.items() if mark in (a, b))
    fixed = opener + text[start + 1 : end - 1] + closer
    words = (
        f"{_NAME[mark]}方向写反了，应为“{fixed}”，请改正。"
        if mark not in "“”"
        else f"引号方向写反了，应为{fixed}，请改正。"
    )
    return finding(rule, words, [(start, end)], severity="warning", suggestion=fixed)


def _unpaired(text: str, rule: Speaker, one: _Broken) -> Finding:
    crossing = [
        (start, end) for start in one.unclosed for end in one.unopened
        if start < end and _CLOSER.get(text[start]) == _SAME.get(text[end], text[end])
    ]  # fmt: skip
    places: list[SourceSpan] = []
    for at in one.unclosed:
        stop = re.compile(r"[，。；：、！？\n]").search(text, at + 1, min(at + 14, one.stretch.end))
        places.append((at, stop.start() if stop else min(at + 12, one.stretch.end)))
    places += [(max(one.stretch.start, at - 3), at + 1) for at in one.unopened]
    names = "、".join(dict.fromkeys(_NAME.get(text[at], "引号") for at in (*one.unclosed, *one.unopened)))
    first = min([*one.unclosed, *one.unopened])
    words = shown(text[max(one.stretch.start, first - 4) : first + 8])
    if crossing:
        message = f"{names}前后不成对或套错了次序（“{words}”处），请核对。"
    elif one.unclosed and not one.unopened:
        message = f"{names}只有前一半，没有后一半（“{words}”处），请补全。"
    elif one.unopened and not one.unclosed:
        message = f"{names}只有后一半，没有前一半（“{words}”处），请补全。"
    else:
        message = f"{names}前后不成对（“{words}”处），请核对。"
    return finding(rule, message, places, severity="warning")

"""Single marks that are certainly wrong, and a few that are better left out."""

import re
from collections.abc import Callable
from unicodedata import normalize

from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.regions import Stretch, Within, alphabet, is_han, numbers
from lint.checks.rules.say import Speaker, finding
from lint.document.lazy import lazy
from lint.document.report import Report
from lint.document.stretches import Stretches

_HAN = "\u3400-\u9fff"
_DOUBLED = lazy(
    r"[，。、；：,;！？](?:(?<![！？])[ \t\u3000]?[，。、；：,;]+|(?<=[！？])[，。、；：]|(?<=！)！{3,}|(?<=？)？{3,})"
)
_BEFORE_ETC = lazy(r"、等(?![级候待同额效次价外于离高分比距量身边差温]|[^，。；\n]{0,3}、)")
_TITLE_IN_TITLE = lazy(rf"<(?!/?[a-zA-Z!])[^<>\n]*[{_HAN}][^<>\n]*>")
_YEARS_WITHOUT_MARK = lazy(r"(?:19|20)[0-9]{2}(?:19|20)[0-9]{2}(?=年)(?<![0-9].{8})")
_DOC_NUMBER = lazy(r"[\[【（(](?:19|20)[0-9]{2}[\]】）)〕](?=第?[0-9]+号)|〔(?:19|20)[0-9]{2}[\]】）)](?=第?[0-9]+号)")
_LOST_BRACKET = lazy(r"〔(?:19|20)[0-9]{2}[0-9]{1,4}号|(?:19|20)[0-9]{2}〕(?<![〔\[【（(].{5})[0-9]{1,4}号")
_DI = lazy(r"〔(?:19|20)[0-9]{2}〕第[0-9]+号")
_BETWEEN_MARKED = lazy(r"、(?=[“《])(?<=[”》].)")
_DASHES = lazy(r"--+|\.{3,}|。{3,}")
_FULL_DIGITS = lazy(r"[０-９]+")


def misuse(report: Report, rule: Speaker, spans: list[Stretch]) -> list[Finding]:
    """One finding for each kind of misuse, with all its places."""
    text = report.document.text
    letters = alphabet(text)
    inside = Within(spans)
    found = []
    for needs, pattern, severity, words in _KINDS:
        if letters.isdisjoint(needs):
            continue
        places = [match.span() for match in pattern.finditer(text) if match.start() in inside]
        if pattern in _ONLY:
            places = [place for place in places if _ONLY[pattern](text, *place)]
        if pattern is _DOUBLED and places:
            barred = Stretches(span for _, span in numbers(report))
            places = [place for place in places if not barred.touch(*place)]
        if places:
            fixes = [_FIXES[pattern](text[a:b]) for a, b in places] if pattern in _FIXES else []
            found.append(finding(rule, words(text, places), places, severity=severity, fixes=fixes))
    return [*found, *_colons(report, rule)]


def _colons(report: Report, rule: Speaker) -> list[Finding]:
    """一是…：二是…: a colon where a member of a series ends."""
    text = report.text
    places: list[SourceSpan] = []
    fixes: list[str] = []
    for item, before in zip(report.items, (None, *report.items), strict=False):
        if item.value >= 2 and item.label.endswith("是") and text[item.start - 1 : item.start] == "：":
            start, end = report.source(item.start - 1, item.start + len(item.label))
            places.append((start, end))
            own = text[before.start : item.start] if before and before.value == item.value - 1 else ""
            fixes.append(("。" if "。" in own else "；") + report.document.text[start + 1 : end])
    if not places:
        return []
    return [
        finding(
            rule,
            "各项之间误用了冒号，请改为分号（前项内已有句号的，改为句号）。",
            places,
            severity="warning",
            fixes=fixes,
        )
    ]


def _after_han(text: str, start: int, end: int) -> bool:
    return text[start] == "〔" or is_han(text[max(0, start - 1) : start])


def _before_han(text: str, start: int, end: int) -> bool:
    after = text[end : end + 1]
    return is_han(after) or after in ("“", "\n")


# what beside the expression must hold of a place
_ONLY: dict[re.Pattern[str], Callable[[str, int, int], bool]] = {_DOC_NUMBER: _after_han, _DASHES: _before_han}


def _once(mark: str) -> str | None:
    """Of one mark said twice, one; of different marks nobody knows which is meant."""
    return mark[0] if len(set(mark)) == 1 and not mark.startswith("。。。") else None


def _inner_title(title: str) -> str:
    return f"〈{title[1:-1]}〉"


def _bracketed(year: str) -> str:
    return f"〔{year[1:-1]}〕"


def _stretched(marks: str) -> str | None:
    return {"-": "——", ".": "……"}.get(marks[0])


# what certainly stands in place of a match
_FIXES: dict[re.Pattern[str], Callable[[str], str | None]] = {
    _DOUBLED: _once,
    _BEFORE_ETC: lambda _: "等",
    _TITLE_IN_TITLE: _inner_title,
    _YEARS_WITHOUT_MARK: lambda digits: f"{digits[:4]}—{digits[4:]}",
    _DOC_NUMBER: _bracketed,
    _DASHES: _stretched,
    _FULL_DIGITS: lambda digits: normalize("NFKC", digits),
}


def _doubled(text: str, places: list[SourceSpan]) -> str:
    shown = "”“".join(dict.fromkeys(text[a:b] for a, b in places[:3]))
    return f"标点重叠“{shown}”，请只留一个。"


def _years(text: str, places: list[SourceSpan]) -> str:
    digits = text[places[0][0] : places[0][1]]
    return f"“{digits}年”两个年份之间缺连接号，应写作“{digits[:4]}—{digits[4:]}年”。"


def _fixed(words: str) -> Callable[[str, list[SourceSpan]], str]:
    return lambda text, places: words


_KINDS: tuple[tuple[str, re.Pattern[str], str, Callable[[str, list[SourceSpan]], str]], ...] = (
    ("，。、；：,;！？", _DOUBLED, "warning", _doubled),
    ("等", _BEFORE_ETC, "warning", _fixed("“等”前不用顿号，请删去顿号（GB/T 15834）。")),
    (
        "<",
        _TITLE_IN_TITLE,
        "warning",
        _fixed("这里用了小于号、大于号，书名号里层请用单书名号〈〉（GB/T 15834）。"),
    ),
    ("0", _YEARS_WITHOUT_MARK, "warning", _years),
    (
        "[【（(〔",
        _DOC_NUMBER,
        "warning",
        _fixed("发文字号的年份用六角括号，如“〔2024〕1号”（GB/T 9704），请改正。"),
    ),
    (
        "〔〕",
        _LOST_BRACKET,
        "warning",
        _fixed("发文字号的六角括号不全，如“〔2024〕1号”（GB/T 9704），请补全。"),
    ),
    ("〔", _DI, "hint", _fixed("发文字号的序号前一般不加“第”字（GB/T 9704）；如系原文如此，可不改。")),
    (
        "、",
        _BETWEEN_MARKED,
        "hint",
        _fixed("标有引号或书名号的并列成分之间通常不用顿号（GB/T 15834），可删去。"),
    ),
    (".。-", _DASHES, "hint", _fixed("破折号写作“——”，省略号写作“……”，这里用了别的符号，建议改正。")),
    (
        "".join(map(chr, range(0xFF10, 0xFF1A))),
        _FULL_DIGITS,
        "hint",
        _fixed("这里的数字是全角，公文里用半角，建议改正。"),
    ),
)

"""Field codes, mark-up, invisible characters, and blanks that nobody filled in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.regions import Stretch, Within, alphabet, is_han
from lint.checks.rules.say import Speaker, finding, shown
from lint.document.lazy import lazy
from lint.document.report import Report

_HAN = "\u3400-\u9fff"
_BLANK = " \u00a0\u3000"
_PLACE = (
    "(?:镇|乡|街道|县|区|市)"
    "(?:人民政府|党委|党工委|党政|办事处|委员会|政府|机关|书记|镇长|乡长|主要|20[0-9]{2}年|法治|[，、。])"
)
_COUNTED = "(?:件|次|场|人次|名|份|条|户|万元|个|起|期|%|％|余|年|月|日)"
_UNIT = (
    "(?:件次?|次|场次?|人次?|起|宗|例|期|个|项|处|名|份|册|户|家|条|篇|台|辆|亩|公里|万?元|[%％]|余[件次份人条起场户])"
)
# what makes a word together with the unit (案 件), or counts it already (五 项): there no number is missing
_WORD = (
    "案文条事信来要证软硬部附急物邮稿姓签提署现市立广农林层首批依再每多几逐发兴商住账用法线身年月大国专整各"
    "两一二三四五六七八九十百千万数半某此该这那"
)
_GAPS = (1, 2, 3, 4, 5, 6, 8)  # blanks that were left for a number
_NOTED = (
    "(?:待(?:补充?|填写?|核[实对查]?|确认|更新)|有待(?:补充|核实)|需(?:要)?(?:补充|核[实对]|确认|更新)"
    "|请[^）)】\\]〕\n，。；0-9]{0,8}?(?:补充|填写|补填|核[实对]|确认|修改|提供|替换))"
)
_WHAT = (
    "(?:此处|这里|此段|本段|该段|此项|具体)?(?:的|尚|还|仍)?(?:(?:具体|相关|有关)?(?:数据|数字|数量|名单|日期|时间|地点|人数|金额|案例|材料"
    "|内容|情况|名称|姓名|表述))?(?:尚|还|仍|均)?"
)
_INVISIBLE = (
    *map(chr, range(0, 9)), *map(chr, (11, 12)), *map(chr, range(14, 32)), *map(chr, range(0x200B, 0x2010)),
    "\u007f", "\u00ad",
    "\u2028", "\u2029", "\u2060", "\ufeff", "\ufffc",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of residue. Without one of the characters `needs` in the text it cannot occur; {} in `words` is what
    was found first."""

    needs: frozenset[str]
    pattern: re.Pattern[str]
    severity: str
    words: str
    fixed: Callable[[str], str | None] | None = None  # what certainly stands in place of a match
    markdown: bool = False  # no residue in a Markdown file
    holds: Callable[[str, int, int], bool] | None = None  # what beside the pattern must be true of a place

    def places(self, text: str) -> list[SourceSpan]:
        """Where it occurs in a text."""
        spans = [match.span() for match in self.pattern.finditer(text)]
        return [span for span in spans if self.holds(text, *span)] if self.holds else spans


def _kind(
    needs: str,
    pattern: str,
    severity: str,
    words: str,
    flags: int = 0,
    *,
    fixed: Callable[[str], str | None] | None = None,
    markdown: bool = False,
    holds: Callable[[str, int, int], bool] | None = None,
) -> _Kind:
    return _Kind(frozenset(needs), lazy(pattern, flags), severity, words, fixed, markdown, holds)


def _gone(residue: str) -> str | None:
    return ""


def _spoken(entity: str) -> str | None:
    """What a character entity stands for; blanks go."""
    return unescape(entity).strip()


def _unmarked(bold: str) -> str | None:
    return bold[2:-2]


def _unseen(mark: str) -> str | None:
    return None if mark == "\ufffc" else ""  # a symbol that the reader could not read is no mistake of the writer


def _in_prose(text: str, start: int, end: int) -> bool:
    """Whether Chinese words, a mark or the end of the line follow."""
    after = text[end : end + 1]
    return is_han(after) or after in ("", *"，。、；：“”\n")


def _lacks_number(text: str, start: int, end: int) -> bool:
    """Whether blanks behind a Chinese word stand for a number: two and more never part the letters of one word."""
    before = text[max(0, start - 1) : start]
    return end - start in _GAPS and is_han(before) and not (end - start == 1 and before in _WORD)


_UNFILLED = "“{}”是没有填写的地方，请写上实际的名称或者数字。"
_NOTE = "“{}”是写稿时留给自己的话，请按实际情况补写后删去。"
_EMPTY = "这里是空着的“{}”，请填写或者删去。"
_TEMPLATE = "“{}”是模板里待填的内容，请填写或者删去。"
_KINDS = (
    _kind(
        "_",
        r"\[(?:bookmark|OLE_LINK|_Toc|_Ref|_GoBack)[^\]\n]{0,80}\]|_GoBack\b|_(?:Toc|Ref|Hlk)[0-9]{6,}|OLE_LINK[0-9]+",
        "error",
        "残留了文字处理软件的书签“{}”，请删去。",
        fixed=_gone,
    ),
    _kind(
        "误誤",
        r"(?:错误|錯誤)[!！] ?(?:未找到引用源|未定义书签|超链接引用无效|文档中没有指定样式的文字)[。.]?",
        "error",
        "交叉引用失效，留下了“{}”，请改为所引的内容或者删去。",
    ),
    _kind(
        "!",
        r"Error! ?(?:Reference source|Bookmark|Hyperlink)[^.\n]{0,40}\.?",
        "error",
        "交叉引用失效，留下了“{}”，请改为所引的内容或者删去。",
    ),
    _kind(
        "KFMNTSP",
        r"(?:HYPERLINK|PAGEREF|MERGEFIELD|MERGEFORMAT|FORMTEXT|FORMCHECKBOX|INCLUDEPICTURE|NUMPAGES|TOC \\[oh]"
        r"|PAGE\s+\\\*)",
        "error",
        "残留了域代码“{}”，请删去。",
    ),
    _kind(
        "&",
        r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|emsp|ensp|#[0-9]{2,5});",
        "error",
        "残留了网页代码“{}”，请删去。",
        fixed=_spoken,
    ),
    _kind(
        "<",
        r"</?(?:p|br|span|div|strong|b|font|a|td|tr|table|img)\b[^<>\n]{0,120}>",
        "error",
        "残留了网页代码“{}”，请删去。",
        fixed=_gone,
    ),
    _kind("{", r"\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{0,40}\}", "error", _TEMPLATE),
    _kind("击", r"[单点]击(?:或点击)?此处(?:输入|添加|编辑)[^，。\n]{0,8}", "error", _TEMPLATE),
    _kind("填插", r"[此这][处里](?:填写|填入|插入)[^，。；）)\]】〕\n]{0,8}", "error", _TEMPLATE),
    _kind(
        "此这",
        r"(?<![（(【\[〔])[此这]处(?:请|需|应|待)[^，。；\n]{0,6}(?:补充|核[实对]|添加|替换|填[写入]|插入)",
        "error",
        _NOTE,
    ),
    _kind("待需请", rf"[（(【\[〔](?:待定|{_WHAT}{_NOTED})[^）)】\]〕\n]{{0,16}}[）)】\]〕]", "error", _NOTE),
    _kind("批", r"[【\[]批注[^】\]\n]{0,40}[】\]]", "error", _NOTE),
    _kind(
        "图照插片视表",
        r"[\[【〔](?:图片?|照片|配图|插图|附图|图表|视频|表格)[0-9一二三四五六七八九十]{0,2}(?:[:：][^\]】〕\n]{0,40})?[\]】〕]"
        r"|[（(](?:图片|照片|配图|插图|图略|表略|附?图片?[:：][^）)\n]{0,30})[）)]",
        "error",
        "“{}”是图片、表格留下的占位文字，请放上图表或者删去。",
    ),
    _kind("!", r"!\[[^\]\n]{0,40}\]\([^)\n]{0,120}\)", "error", "残留了图片代码“{}”，请删去。", markdown=True),
    _kind(
        "您我",
        r"(?:以下|以上)(?:内容)?是(?:我)?为您[^，。\n]{0,20}|如(?:果)?(?:您)?(?:还)?(?:需要|需|有)[^。\n]{0,20}告诉我"
        r"|希望(?:这|以上|本)[^。\n]{0,12}对您[^。\n]{0,8}帮助|根据您(?:提供|的要求|的需求)[^，。\n]{0,12}",
        "error",
        "“{}”不是报告的话，疑由写作软件带入，请删去。",
    ),
    _kind("〔（(【[《", rf"[〔（(【\[《][{_BLANK}_]*[〕）)】\]》]", "error", _EMPTY, holds=_in_prose),
    _kind("“", rf"“[{_BLANK}]*”", "error", _EMPTY),
    _kind("_＿", rf"[_＿]{{2,}}(?=[{_HAN}，。、；：％%）\n]|\Z)", "error", _EMPTY),
    _kind(
        "Xx×Ｘ○〇*", rf"(?<![A-Za-z0-9×某*])(?:[XxＸ×]{{1,4}}|[○〇]{{2,3}}|\*{{2,3}})(?={_PLACE})", "error", _UNFILLED
    ),
    _kind("Xx×Ｘ", rf"(?<![A-Za-z0-9×.])[XxＸ×]{{1,4}}(?={_COUNTED})|20[0-9XxＸ×]?[XxＸ×](?=年)", "error", _UNFILLED),
    _kind(
        _BLANK,
        rf"(?<![{_BLANK}])[{_BLANK}]{{1,12}}(?={_UNIT}(?:[，,。；;、：:（()）]|均|全部|已|和|及|$))",
        "error",
        "这里空着，疑为漏填了数字，请补上。",
        re.MULTILINE,
        holds=_lacks_number,
    ),
    _kind(
        _BLANK,
        rf"(?<![{_BLANK}])[{_BLANK}]{{1,12}}(?=月[{_BLANK}]{{0,12}}[0-9]{{0,2}}[{_BLANK}]{{0,12}}日)(?<=年[{_BLANK}])|(?<=[0-9]月)[{_BLANK}]{{1,12}}(?=日)",
        "error",
        "日期没有填写完整，请补上。",
    ),
    _kind(
        "*",
        r"\*\*[^*\n]{1,80}\*\*",
        "warning",
        "残留了 Markdown 记号“{}”，请删去记号。",
        fixed=_unmarked,
        markdown=True,
    ),
    _kind(
        "".join(_INVISIBLE),
        f"[{re.escape(''.join(_INVISIBLE))}]",
        "warning",
        "文中有看不见的控制字符，请删去。",
        fixed=_unseen,
    ),
    _kind("\ufffd", "\ufffd+", "error", "有文字成了乱码“{}”，请改正。"),
)
_MISSING = tuple(kind for kind in _KINDS if kind.needs == frozenset(_BLANK))
_PRIVATE_USE = lazy("[\ue000-\uf8ff]")
_RADICALS = lazy("[\u2e80-\u2fdf]")


def marks(report: Report, rule: Speaker, spans: list[Stretch]) -> list[Finding]:
    """One finding for each kind of residue that characters alone tell."""
    text = report.document.text
    letters = alphabet(text)
    inside = Within(spans)
    found = []
    for kind in _KINDS:
        if kind.needs.isdisjoint(letters) or (kind.markdown and report.document.format == "md"):
            continue
        places = [place for place in kind.places(text) if place[0] in inside]
        if places:
            first = shown(text[places[0][0] : places[0][1]], 24)
            seen = [_seen(text, place) for place in places]
            fix = kind.fixed if seen == places else None  # a blank is shown with its neighbours
            fixes = [fix(text[a:b]) for a, b in places] if fix else []
            found.append(finding(rule, kind.words.format(first), seen, severity=kind.severity, fixes=fixes))
    found += _odd(report, rule, inside, letters)
    return found


def missing(text: str) -> list[SourceSpan]:
    """The blanks that stand where a number should."""
    return [place for kind in _MISSING for place in kind.places(text)]


def _odd(report: Report, rule: Speaker, inside: Within, letters: frozenset[str]) -> list[Finding]:
    """Characters of private fonts, and radicals that stand for words in text copied from a PDF."""
    text = report.document.text
    found = []
    for low, high, pattern, severity, words in (
        ("\ue000", "\uf8ff", _PRIVATE_USE, "warning", "有自造字符“{}”，别的电脑上显示不出来，请换成通用的字。"),
        ("\u2e80", "\u2fdf", _RADICALS, "hint", "“{}”是部首字符，不是汉字，疑由 PDF 复制而来，请重新输入。"),
    ):
        if not any(low <= letter <= high for letter in letters):
            continue
        places = [match.span() for match in pattern.finditer(text) if match.start() in inside]
        if places:
            found.append(finding(rule, words.format(text[places[0][0]]), places, severity=severity))
    return found


def _seen(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """A place that shows something: a blank takes its neighbours in."""
    start, end = place
    if text[start:end].strip():
        return place
    return max(text.rfind("\n", 0, start) + 1, start - 3), min(len(text), end + 2)

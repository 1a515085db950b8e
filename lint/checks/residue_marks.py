"""Field codes, mark-up, invisible characters, and blanks that nobody filled in."""

import re

from lint.checks.regions import Stretch, Within
from lint.checks.results import Finding
from lint.checks.say import Speaker, finding, shown
from lint.document.report import Report

_HAN = "\u3400-\u9fff"
_PLACE = "(?:镇|乡|街道|县|区|市)(?:人民政府|党委|党工委|办事处|委员会|政府|20[0-9]{2}年|法治|[，、。])"
_COUNTED = "(?:件|次|场|人次|名|份|条|户|万元|个|起|期|%|％|余|年|月|日)"
# kind: pattern, severity, words; {} is what was found first
_KINDS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\[(?:bookmark|OLE_LINK|_Toc|_Ref|_GoBack|HYPERLINK)[^\]\n]{0,80}\]|_GoBack\b|_(?:Toc|Ref|Hlk)[0-9]{6,}|OLE_LINK[0-9]+"),
        "error",
        "残留了文字处理软件的书签“{}”，请删去。",
    ),
    (
        re.compile(
            r"(?:错误|錯誤)[!！][ ]?(?:未找到引用源|未定义书签|超链接引用无效|使用“开始”选项卡[^\n]{0,40}|文档中没有指定样式的文字)[。.]?"
            r"|Error!\s?(?:Reference source|Bookmark|Hyperlink)[^.\n]{0,40}\.?",
            re.IGNORECASE,
        ),
        "error",
        "交叉引用失效，留下了“{}”，请改为所引的内容或者删去。",
    ),
    (
        re.compile(r"\b(?:HYPERLINK|PAGEREF|MERGEFIELD|MERGEFORMAT|FORMTEXT|FORMCHECKBOX|INCLUDEPICTURE|NUMPAGES|TOC \\[oh]|SEQ \w+ \\)|\bPAGE\s+\\\*"),
        "error",
        "残留了域代码“{}”，请删去。",
    ),
    (
        re.compile(r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|emsp|ensp|#[0-9]{2,5});|</?(?:p|br|span|div|strong|b|font|a|td|tr|table|img)\b[^<>\n]{0,120}>"),
        "error",
        "残留了网页代码“{}”，请删去。",
    ),
    (
        re.compile(r"\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{0,40}\}|(?:单击|点击)(?:或点击)?此处(?:输入|添加|编辑)[^，。\n]{0,8}"
                   r"|(?:此处|这里)(?:填写|填入|插入)[^，。；\n]{0,8}|[（(【\[](?:待补充|待填写?|待定|待核实?|请填写|请补充)[^）)】\]\n]{0,12}[）)】\]]"),
        "error",
        "“{}”是模板里待填的内容，请填写或者删去。",
    ),
    (
        re.compile(rf"[〔（(【\[《][ \u3000\u00a0_]*[〕）)】\]》](?=[{_HAN}，。、；：“”\n]|\Z)|“[ \u3000]*”|(?<=[{_HAN}，：])[_＿]{{2,}}"),
        "error",
        "这里是空着的“{}”，请填写或者删去。",
    ),
    (
        re.compile(rf"(?<![A-Za-z0-9×某*])(?:[XxＸ×]{{1,4}}|[○〇]{{2,3}}|\*{{2,3}})(?={_PLACE})|(?<![A-Za-z0-9×.])[XxＸ×]{{1,4}}(?={_COUNTED})|20[0-9XxＸ×]?[XxＸ×](?=年)"),
        "error",
        "“{}”是没有填写的地方，请写上实际的名称或者数字。",
    ),
    (
        re.compile(rf"(?<=[{_HAN}])[ \u00a0\u3000]+(?=(?:件|次|场次?|人次?|起|名|份|户|条|万元|余[件次份人条])(?:[，,。；;、：]|$))"
                   r"|(?<=[0-9]年)[ \u3000]+(?=月)|(?<=月)[ \u3000]+(?=日)", re.MULTILINE),
        "error",
        "这里空着，疑为漏填了数字，请补上。",
    ),
    (
        re.compile(r"\*\*[^*\n]{1,80}\*\*|(?<![^\n])```"),
        "warning",
        "残留了 Markdown 记号“{}”，请删去记号。",
    ),
    (
        re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad\ufffc\ue000-\uf8ff]"),
        "warning",
        "文中有看不见的控制字符或者自造字符，请删去后重新输入。",
    ),
    (re.compile("\ufffd+"), "error", "有文字成了乱码“{}”，请改正。"),
    (re.compile("[\u2e80-\u2fdf]"), "hint", "“{}”是部首字符，不是汉字，疑由 PDF 复制而来，请重新输入。"),
)  # fmt: skip
_HEADLINE = re.compile(r"^#{1,6} ", re.MULTILINE)


def marks(report: Report, rule: Speaker, spans: list[Stretch]) -> list[Finding]:
    """One finding for each kind of residue that characters alone tell."""
    text = report.document.text
    inside = Within(spans)
    found = []
    for pattern, severity, words in _KINDS:
        places = [match.span() for match in pattern.finditer(text) if match.start() in inside]
        if places and report.document.format == "md":
            places = [place for place in places if not text.startswith(("**", "```"), place[0])]
        if places:
            first = shown(text[places[0][0] : places[0][1]], 24)
            found.append(finding(rule, words.format(first), [_seen(text, place) for place in places], severity=severity))
    return found


def _seen(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """A place that shows something: a blank takes its neighbours in."""
    start, end = place
    if text[start:end].strip():
        return place
    return max(text.rfind("\n", 0, start) + 1, start - 3), min(len(text), end + 2)

"""Folding: the text as patterns see it, with the way back to every source character.

Width, script and quotation marks are the writer's accident; white space inside a Chinese sentence is a residue. A
pattern must match "2024 年,“十四五”规划" and "２０２４年，十四五规划" alike.
"""

import re

from lint.document.traditional import SIMPLIFIED_OF

_FULL_PUNCTUATION = {
    ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）",
    "｡": "。", "､": "、", "﹐": "，", "﹔": "；", "﹕": "：", "．": ".", "·": "·", "・": "·", "•": "·",
    "〈": "《", "〉": "》", "—": "-", "－": "-", "–": "-", "―": "-", "‐": "-", "~": "～", "∼": "～", "〜": "～",
    "⼀": "一", "○": "〇", "◯": "〇", "【": "〔", "】": "〕", "[": "〔", "]": "〕", "％": "%", "／": "/", "＃": "#",
    "＊": "*", "＿": "_", "＋": "+", "＝": "=", "＜": "<", "＞": ">", "＠": "@", "｜": "|",
}  # fmt: skip
_HALF_ALPHANUMERIC = {chr(0xFF10 + i): chr(0x30 + i) for i in range(10)} | {
    chr(base + i): chr(target + i) for base, target in ((0xFF21, 0x41), (0xFF41, 0x61)) for i in range(26)
}
_TABLE = str.maketrans({**SIMPLIFIED_OF, **_FULL_PUNCTUATION, **_HALF_ALPHANUMERIC})

# White space, quotation marks (straight, curly, corner, full-width), zero-width marks, and bookmarks and citation
# fields that a conversion from Word left in the text.
DROPPED = re.compile(
    r"\[(?:bookmark|OLE_LINK|_Toc|HYPERLINK)[^\]\n]{0,60}\]"
    r"|[^\S\n]+|[“”‘’\"'＂＇„‟「」『』﹁﹂\u200b-\u200f\u2060\ufeff\u00ad\ufffc]+"
)


def fold_text(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the offset of the source character; one more entry at the end.

    Line ends stay. Every kept character is folded one to one.
    """
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in DROPPED.finditer(text):
        start, end = match.span()
        if start > at:
            pieces.append(text[at:start])
            offsets.extend(range(at, start))
        at = end
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return "".join(pieces).translate(_TABLE), offsets


def fold_words(text: str) -> str:
    """The same folding for a pattern's own words."""
    kept = text if text.isalnum() else DROPPED.sub("", text)  # mere letters and figures: nothing to drop
    return kept.translate(_TABLE)

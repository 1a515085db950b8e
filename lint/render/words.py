"""The fixed words and signs of every output, and how places and quotations are said."""

from lint.document.lazy import lazy
from lint.record import shape, terms

STATUS_WORD = terms.STATUS_WORD
STATUS_SIGN = {"met": "●", "thin": "◐", "absent": "○", "review": "？", "na": "—", "error": "！"}
SEVERITY_WORD = {"error": "错误", "warning": "警告", "hint": "提示"}
SEVERITY_RANK = {"error": 0, "warning": 1, "hint": 2}
STANDING_WORD = {
    "done": "已做",
    "planned": "打算",
    "lacking": "不足",
    "none": "如实说明没有",
    "cited": "文件名称里的话",
    "announced": "开头的预告",
    "topic": "会议、学习等的议题",
    "required": "上级或制度的要求",
    "foreign": "别的机关做的",
    "past": "往年做的",
}
EXCUSE_LABEL = {
    "reason": "理由",
    "authority": "同意的机关或人",
    "office": "复核单位",
    "by": "复核人",
    "date": "日期",
    "expires": "有效期至",
    "until": "有效期至",
}
LEGEND = {
    "met": "写明了报告年度的具体做法、制度、机构、次数、日期或者数据",
    "thin": "只点到名目，或者只写在打算、不足、文件名称里，还看不出具体做了什么",
    "absent": "通篇没有找到",
    "review": "单凭文字判断不了，请人看一看",
    "na": "报告自己说明不涉及，或者不属于这类机关的事项；不计入应查项数",
}
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "【": "】", "〔": "〕"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
SEVERITY_LEGEND = {"error": "建议改好再报送", "warning": "建议修改", "hint": "供参考，不影响结论"}

# What could reorder, hide or break the text around it: control characters, bidirectional controls, zero-width
# characters, noncharacters, lone surrogates. They are shown by their code point.
_UNSEEN = lazy(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "\U000e0000-\U000e007f]"
)


def neutral(text: str) -> str:
    """The text with every character that cannot be seen shown as [U+202E]."""
    if text.isprintable():  # what is printable holds none of them; this is much the faster question
        return text
    return _UNSEEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def shorten(quote: str, limit: int = 60) -> str:
    """The quotation on one line; of a long one its beginning and its end."""
    flat = " ".join(quote.split())
    if len(flat) <= limit:
        return flat
    tail = limit // 3
    return f"{flat[: limit - tail - 2]}……{flat[-tail:]}"


def whole(quote: str) -> str:
    """A quotation cut out of its sentence, with the other half of every mark that lost it: 推行“扫码入企 is shown as
    推行“扫码入企”."""
    waiting: list[str] = []
    lost = ""
    for char in quote:
        if char in _PAIRS:
            waiting.append(_PAIRS[char])
        elif waiting and char == waiting[-1]:
            waiting.pop()
        elif char in _OPENING:
            lost = _OPENING[char] + lost
    return lost + quote + "".join(reversed(waiting))


def line_of(place: shape.Place) -> str:
    """Where a place is, by the numbers in the margin of the text as the page shows it: 第12行（二（三））."""
    if place["page"] is not None:
        return f"第{place['page']}页第{place['line']}行{_in_section(place)}"
    return f"{spot(place)}{_in_section(place)}"


def where(place: shape.Place) -> str:
    """Where a place is, as the source file counts: page, else paragraph, else line; and the section."""
    if place["page"] is not None:
        return f"第{place['page']}页{_in_section(place)}"
    return f"{spot(place)}{_in_section(place)}"


def spot(place: shape.Place) -> str:
    """The paragraph of a place where the source file has paragraphs that people count, else its line."""
    return f"第{place['paragraph']}段" if place["paragraph"] is not None else f"第{place['line']}行"


def _in_section(place: shape.Place) -> str:
    return f"（{place['section']}）" if place["section"] else ""

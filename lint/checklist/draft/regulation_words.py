"""The words of regulations: duties as they are written in a checklist, days, recipients, what a regulation is about."""

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass

DUTY = re.compile(
    r"(?:应当|必须|(?<![相适反供对效响回照呼感理])应(?![急对用收诉届邀聘付变力答考征召激战税])|(?<![必无])须(?!知))"
    r"(?:依法|认真|切实|定期|及时|每年|按时)*(?P<what>[^，。；：、（(]{2,})"
)
"""What shall be done: the words behind 应当; 应 in 应急 and 相应 is no such word."""

_MARK = re.compile(
    r"^\s*(?:第[〇零一二三四五六七八九十百0-9]+条|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}(?:[.．](?![0-9])|、)|[①-⑳])\s*"
)
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_CIRCUMSTANCES = re.compile(r"(?:的)?(?:有关|相关|具体|主要|基本|总体|工作)?(?:情况|内容|事项)$|等$")
_LEADS = re.compile(r"^(?:本年度|本年|上一?年度|年度|当年|全年)(?:的)?|^(?:下列|以下)(?:内容|事项|情况)?[：:]?")
_REST = re.compile(r"[，,](?:没有|无|未|有|其中|包括|并|及时|应当|对|由|具体|如实|分|按).*$")
_LONG = 36  # characters of a title; a longer one ends at its first comma
_NONE = re.compile(r"(?:没有|未|无)[^，。；]{0,12}的，?[^。；]{0,8}(?:写明|说明|注明|零报告|如实|报告)")

_NUMERAL = "[0-9一二三四五六七八九十]{1,3}"
_DAY = re.compile(rf"({_NUMERAL})月(?:({_NUMERAL})日|(底))(?:之?前|以前)")
_SENT = re.compile(r"报告|报送|上报|提交|呈报|总结|述职")
_PUBLISHED = re.compile(r"公开|公布|发布")
_FIRST_HALF = 6  # months: a day in these is in the year after the report's

_ORGAN = r"(?:人民政府|政府|委员会|委|局|厅|办公室|办|部|人大常委会)"
_RECIPIENT = re.compile(
    rf"向([^，。；、和及各以]{{1,14}}?{_ORGAN})(?:和[^，。；]{{2,14}}?)?(?:书面)?(?:报告|报送|提交|上报|汇报|述职)"
)
_SENT_TO = re.compile(rf"(?:报告|总结)(?:报送|报)(?:至|给|到)?([^，。；、和及各以]{{1,14}}?{_ORGAN})(?=[，。；、（]|$)")
_NO_NAME = re.compile(r"本级|上级|上一级|同级|有关|所在|主管|其")

_PLACE = re.compile(
    r"^(?:中华人民共和国|[一-鿿]{2,6}?(?:自治区|自治州|自治县|省|市|县|区|州|盟|旗|乡|镇))(?=[一-鿿]{4})"
)
_KIND = re.compile(
    r"(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:报告|总结)?(?:工作)?(?:制度|管理)?(?:实施)?(?:的)?"
    r"(?:法|条例|办法|规定|规则|细则|决定|意见|通知|方案|标准|规范|指引|准则|制度|要求)(?:[（(][^）)]*[)）])*$"
)


@dataclass(frozen=True)
class Deadline:
    """The days (MM-DD, "" for none) by which a report is to be written and published. `next_year` says that they are
    in the year after the report's, as the rule `deadline` counts; else they can only be told."""

    article: str
    said: str
    written: str = ""
    published: str = ""
    next_year: bool = True


def plain_duty(text: str) -> str:
    """A duty as a title: without its number, its brackets, its stop and 的情况; "" where no words are left."""
    said = _MARK.sub("", re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", _MARK.sub("", text)))
    said = _BRACKETS.sub("", said).strip("“”\"'")
    said = re.split(r"[。；;：:]", said.lstrip("。；;：:，、,"))[0].strip("，,、")
    said = _REST.sub("", said).rpartition("应当")[2]  # the word is a law's, and sentences are made of the title
    if len(said) > _LONG:
        said = re.split(r"[，,]", said)[0]
    said = _LEADS.sub("", said)
    while (shorter := _CIRCUMSTANCES.sub("", said)) != said:
        said = shorter
    return said if len(re.findall(r"\w", said)) > 1 else ""


def says_none(text: str) -> bool:
    """Whether a report may say that there was none of it: 没有发生的，如实写明."""
    return bool(_NONE.search(text))


def deadline_in(text: str, article: str) -> Deadline | None:
    """The days for a report that a text sets."""
    days = list(_DAY.finditer(text))
    written = published = ""
    for number, found in enumerate(days):
        end = days[number + 1].start() if number + 1 < len(days) else len(text)
        behind = re.split(r"[。；]", text[found.end() : end])[0]
        day = _month_and_day(found)
        if not day:
            continue
        if _SENT.search(behind) and not re.match(r"[^，]{0,12}(?:公开|公布|发布)", behind):
            written = written or day
        elif _PUBLISHED.search(behind):
            published = published or day
    if not written and not published:
        return None
    early = all(int(day[:2]) <= _FIRST_HALF for day in (written, published) if day)
    said = next((part for part in re.split(r"(?<=[。；])", text) if _DAY.search(part)), text)
    return Deadline(article, said.strip(), written, published, early or bool(re.search(r"次年|翌年|第二年", text)))


def recipient_in(text: str) -> str:
    """To whom reports go, where a text names one body; "" for 上级机关 and the like."""
    found = _RECIPIENT.search(text) or _SENT_TO.search(text)
    named = found is not None and not _NO_NAME.search(found[1]) and re.fullmatch(r"[一-鿿]+", found[1])
    return found[1] if found and named else ""


def subject_of(name: str) -> str:
    """What a regulation is about, as a report's title would say it: 渡口管理 of 青禾县渡口管理工作年度报告办法."""
    plain = _BRACKETS.sub("", name)
    plain = re.sub(r"^.*?关于(?:印发|做好|加强|开展|进一步做好|进一步加强)?", "", plain) if "关于" in plain else plain
    plain = _KIND.sub("", _PLACE.sub("", plain.strip("《》")))
    plain = plain.removesuffix("的").removesuffix("工作")
    return plain if len(plain) > 1 and not re.search(r"[^\w、（）“”]", plain) else ""


def _month_and_day(found: "re.Match[str]") -> str:
    month = _number(found[1])
    with suppress(ValueError):  # there is no such month
        last = 28 if month == 2 else monthrange(2025, month)[1]
        day = last if found[3] else _number(found[2])
        return f"{month:02}-{day:02}" if 1 <= day <= last else ""
    return ""


def _number(said: str) -> int:
    if said.isascii():
        return int(said)
    digits = "〇一二三四五六七八九"
    tens, ten, ones = said.partition("十")
    if not ten:
        return digits.index(said) if said in digits else 0
    high = digits.index(tens) if len(tens) == 1 and tens in digits else 1
    return high * 10 + (digits.index(ones) if len(ones) == 1 and ones in digits else 0)

"""The back matter: where the body ends, the signature, the date; what follows them is neither."""

from collections.abc import Collection

from lint.document.dates import DATE, PARTIAL_DATE, bare, day_of
from lint.document.furniture import BACK_FURNITURE, FURNITURE, PRINTED_DAY
from lint.document.issuer import ORGAN
from lint.document.lazy import lazy
from lint.document.speaker import signs

NOTE = lazy(r"（[^（）]{1,12}）$")  # （送审稿）, （盖章）
ISSUER_LINE = lazy(
    rf"^(?:中共)?[^，。：；]{{2,40}}{ORGAN}$|^[^，。：；、]{{2,12}}(?:乡|镇|街道|苏木)$"
    r"|^[^，。：；、]{0,16}[省市县区旗盟州][^，。：；、]{1,24}(?:局|厅|联社|档案馆|大队|支队|委)(?:党组|党委)?$"
)
_SIGNATURE = lazy(rf"{ISSUER_LINE.pattern}|^[^，。：；]{{2,40}}(?:办公室|领导小组|司法所|党政办|中心|馆)$")


_ENDS_ALONE = lazy(rf"^{PRINTED_DAY}$")  # the line with the day of printing, its office on the line above
_NOTE_TEXT = lazy(r"^(?:[0-9]{1,2}|〔[0-9]{1,2}〕|[①-⑳])[\u4e00-\u9fff《]")  # a footnote of a web page or a PDF
BRACKETED = lazy(r"^（[^（）]{2,60}）$")  # what a drafter notes below the day: （此处请党政办补数字）
_AFTER_DAY = lazy(r"(?<=日)（[^（）]{2,60}）$")
_LONG = 40  # code points; a longer line is no signature
_DATED = 100  # code points; a longer line does not end with the day of the document
_SENTENCE = 20  # code points; a body has at least one line that ends like a sentence and is longer


def read_back(
    words: list[str], after: int, tabled: Collection[int]
) -> tuple[int, int | None, int | None, tuple[int, int, int] | None]:
    """Index of the last body paragraph, of the signature, of the date, and the date. `after` is the first index below
    the title; `tabled` are the indices of paragraphs in tables."""
    words = [without_note(word) for word in words]
    at = _last_line(words, after, tabled)
    signature = date_at = None
    date = None
    if at >= after and (date := day_of(words[at])):
        date_at = at
        if ISSUER_LINE.match(DATE.sub(r"\1", words[at].rstrip("。"))):
            signature = at
        at -= 1
    if date_at is None and at > after and PARTIAL_DATE.match(words[at]):
        at -= 1
    if at > after and signs(words[at], dated=date is not None):
        signature = at
        at -= 1
    while at > after and signature is None and _signs_for_body(words[at]):
        signature = at
        at -= 1
        if at > after and ISSUER_LINE.match(words[at]) and len(words[at]) <= _LONG:
            at -= 1
    if date is None and signature is not None and at > after and len(words[at]) <= 12 and (date := day_of(words[at])):
        date_at = at  # the date above the signature
        at -= 1
    return at, signature, date_at, date


def _last_line(words: list[str], after: int, tabled: Collection[int]) -> int:
    """Index of the date, the signature or the last body paragraph, whichever comes last: printing lines, notes and
    attachments below them passed over."""
    last = len(words) - 1
    while last > after and (_is_below(words[last]) or _is_noted(words, last)):
        alone = _ENDS_ALONE.match(words[last])
        last -= 1
        above = words[last - 1] if last > after + 1 else ""
        if alone and _signs_for_body(words[last]) and (_is_day(above) or _is_below(above)):
            last -= 1
    for at in range(last - 1, after, -1):  # an attachment of many lines, a table
        if (
            _is_day(words[at])
            and at not in tabled
            and (at + 1 in tabled or BACK_FURNITURE.match(words[at + 1]) or _NOTE_TEXT.match(words[at + 1]))
            and (_signs_for_body(words[at - 1]) or signs(words[at - 1], dated=True))
            and any(len(word) > _SENTENCE and word[-1] in "。；：" for word in words[after:at])
        ):
            return at
    return last


def _is_below(word: str) -> bool:
    if BACK_FURNITURE.match(word):
        return True
    return FURNITURE.match(word) is not None and not DATE.match(word)


def without_note(word: str) -> str:
    """A line that ends with a day, without the note in brackets behind it."""
    return _AFTER_DAY.sub("", word) if len(word) <= _DATED else word


def _is_noted(words: list[str], at: int) -> bool:
    """Whether a line in brackets stands below the day or the signature."""
    if not BRACKETED.match(words[at]) or day_of(bare(words[at])) is not None:
        return False
    above = words[at - 1]
    return _is_day(above) or BRACKETED.match(above) is not None or _signs_for_body(above)


def _is_day(word: str) -> bool:
    return len(word) <= 14 and (day_of(word) is not None or PARTIAL_DATE.match(word) is not None)


def _signs_for_body(word: str) -> bool:
    return len(word) <= _LONG and _SIGNATURE.match(NOTE.sub("", word)) is not None

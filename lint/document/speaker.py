"""A person who reports, on the line with post or name below the title or at the end."""

from dataclasses import dataclass

from lint.document.dates import DATE, PARTIAL_DATE, bare, day_of, in_brackets
from lint.document.lazy import lazy
from lint.document.posts import NAME, POSTS

# A person who reports: 述职人：…, the post with a name, below the title or at the end.
_SPEAKER = lazy(
    r"^(?:述[\u4e00-\u9fff]{1,5}人|报告人|汇报人)(?:：|姓名：|（签名）：?)[^，。；！？]{2,40}$"
    rf"|^[^，。：；！？《]{{2,36}}?{POSTS}{NAME}?(?:同志)?$"
)
_NAME_AFTER_BODY = lazy(rf"(?<=局|府|委|会|处|室){NAME}$")
YEAR_LINE = lazy(r"^（?20[0-9]{2}年度?）?$")  # （2024年度） below a title
_SPEAKER_LABEL = lazy(r"^(?:述[\u4e00-\u9fff]{1,5}人|报告人|汇报人)[^：]{0,4}：")
_NAME_ONLY = lazy(r"^(?!特此|妥否|附件|谢谢)[\u4e00-\u9fff×*]{2,4}$")
_OF_BODY_WORDS = rf"^[^，。：；！？《]{{2,24}}(?:局|政府|党委|党工委|委员会|办事处|办公室){NAME}$"
_OF_BODY = lazy(_OF_BODY_WORDS)
_OF_BODY_SIGNED = lazy(rf"(?!.*[队站所科股处心部组院门关]$){_OF_BODY_WORDS}")
_NO_SPEAKER = lazy(r"(?:报告|总结|汇报|情况)$|^[（第]?[一二三四五六七八九十0-9]{1,3}[、，.）是]")


@dataclass(frozen=True, slots=True)
class Below:
    """Indices of the lines right below the title: the person who reports, the day in brackets, what follows both."""

    speaker: int | None = None
    date: int | None = None
    end: int = 0


def below_title(words: list[str], after: int, number: int | None) -> Below:
    """As reports to a meeting have it: （2025年1月10日）, 镇党委书记张某某, in either order."""
    speaker = date = None
    end = at = after
    while at < min(after + 4, len(words)):
        word = words[at]
        dated = in_brackets(word) and bool(day_of(bare(word)) or PARTIAL_DATE.match(bare(word)))
        if date is None and (dated or (speaker is not None and len(word) <= 12 and _is_day(word))):
            date = at
        elif speaker is None and (is_speaker(word) or _of_body(word) or _stands_over_date(words, at)):
            speaker = at
        elif at != number and not YEAR_LINE.match(word):
            break
        at += 1
        end = at if number is None or at > number else end
    if speaker is None and date is None:
        return Below(end=end)
    return Below(speaker, date if date is not None and day_of(bare(words[date])) else None, end)


def is_speaker(word: str) -> bool:
    """Whether a line tells who reports: a label with post or name, or a post, with or without a name."""
    return bool(_SPEAKER.match(word)) and not _NO_SPEAKER.search(word)


def _of_body(word: str) -> bool:
    """A body and the name of a person: 县林业局 张某某; no heading (二、…政府信息情况)."""
    return bool(_OF_BODY.match(word)) and not _NO_SPEAKER.search(word)


def _stands_over_date(words: list[str], at: int) -> bool:
    """A line with nothing but a name, over the day or the month."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return bool(_NAME_ONLY.match(words[at])) and len(following) <= 14 and _is_day(bare(following))


def _is_day(word: str) -> bool:
    return bool(DATE.match(word) or PARTIAL_DATE.match(word))


def signs(word: str, *, dated: bool) -> bool:
    """Whether a line at the end is a person's signature; without a day below it needs more than the name."""
    return is_speaker(word) or (dated and bool(_NAME_ONLY.match(word) or _OF_BODY_SIGNED.match(word)))


def without_label(word: str) -> str:
    """The line of a person without 述职人：, and without the name where it tells the body alone."""
    told = _SPEAKER_LABEL.sub("", word)
    return _NAME_AFTER_BODY.sub("", told) if _OF_BODY.match(told) and not is_speaker(told) else told

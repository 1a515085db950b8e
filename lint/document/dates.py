"""Days as reports write them, in folded text."""

import re

from lint.document.lazy import lazy
from lint.document.numerals import parse_numeral

# what stands before the day, the day, its month and day of the month
DATE = lazy(
    r"^(.*?)((?:[0-9]{4}|[〇零一二三四五六七八九]{4})年([0-9一二三四五六七八九十]{1,3})月([0-9一二三四五六七八九十]{1,3})日)$"
)
PARTIAL_DATE = lazy(
    r"^(?:[0-9]{4}|[〇零一二三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,3}月$|^[0-9]{4}[.-][0-9]{1,2}[.-][0-9]{1,2}$"
)
_BRACKETS = lazy(r"^（(.*)）$")


def in_brackets(word: str) -> bool:
    """Whether the whole line stands in brackets."""
    return _BRACKETS.match(word) is not None


def bare(word: str) -> str:
    """A line without the brackets around it."""
    found = _BRACKETS.match(word)
    return found[1] if found else word


def day_of(word: str) -> tuple[int, int, int] | None:
    """The day at the end of a short line, where there is such a day."""
    found = DATE.match(word.rstrip("。"))
    if not found or len(word) > 60 or (found[1] and re.search(r"，|。$", word)):  # a sentence that ends with a day
        return None
    year, month, day = (parse_numeral(x) for x in (found[2].split("年")[0], found[3], found[4]))
    return (year, month, day) if year and month and day and month <= 12 and day <= 31 else None

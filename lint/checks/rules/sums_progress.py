"""What is finished and what is still in hand can together not be more than the whole: 5项已完成4项，正在整改2项."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lint.checks.rules.sums_parts import kind, number
from lint.checks.rules.sums_told import WRONG, Group, added_up
from lint.document.lazy import lazy
from lint.document.report import Figure, Report

_FINISHED = lazy(
    r"完成|办结|整改到位|已整改|已解决|销号|已?化解|解决|落实|办理完毕|结案|审结|调解成功|成功调解|说和|劝和"
)
_OPEN = lazy(
    r"正在|尚在|仍在|尚有|还有|仍有|在办|正[^，。；]{0,4}中|推进中|整改中|办理中|限期(?:整改|办结)"
    r"|未(?:完成|办结|整改|解决|化解|销号)|剩余|剩下|其余|待"
)
_ELSEWHERE = lazy(r"另|新增|结转|上年|去年|往年|跨年|遗留|其中|(?<!限)期|次年")
_CLOSED = lazy(r"(?:（[^（）]{0,20}）)?(?:[，。；、）\n]|正在|尚在|仍在|尚未|未|在办|待|$)")
_NEAR = 18


def read_progress(report: Report, figures: list[Figure], starts: list[int]) -> Iterator[Group]:
    """Groups that cannot be right; those that fit are told as parts of a whole elsewhere."""
    text = report.text
    for sentence in report.sentences:
        here = figures[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for total, one, other in zip(here, here[1:], here[2:], strict=False):
            if not kind(total.unit) == kind(one.unit) == kind(other.unit) or total.unit == "%":
                continue
            if total.approximate or one.approximate or other.approximate:
                continue
            first, second = text[total.end : one.start], text[one.end : other.start]
            if len(first) > _NEAR or len(second) > _NEAR or _ELSEWHERE.search(first + second):
                continue
            behind = text[other.end : min(other.end + 8, sentence.end)]
            if not _FINISHED.search(first) or not _OPEN.search(second + re.split("[，。；]", behind, maxsplit=1)[0]):
                continue
            added = one.value + other.value
            if one.value > total.value or added <= total.value or not _CLOSED.match(text, other.end):
                continue
            words = (
                f"已完成的{number(one.value)}＋未完成的{number(other.value)}＝{number(added)}，"
                f"多于总数{number(total.value)}{total.unit}，请核对。"
            )
            places = ((total.start, total.end), (one.start, other.end))
            values, formula = (one.value, other.value), added_up((one.value, other.value), total.value)
            yield Group(
                total.start, other.end, values, total.value, False, words, places, formula=formula, verdict=WRONG
            )

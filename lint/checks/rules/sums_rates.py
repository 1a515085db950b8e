"""Rates and growth: 受理186件，成功181件，成功率97.3%; 由50件增至60件，增长20%."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lint.checks.rules.sums_parts import MOST, kind, number
from lint.checks.rules.sums_told import FITS, INEXACT, WRONG, Group, per_cent, rate_of, written
from lint.document.lazy import lazy
from lint.document.report import Figure, Report

_RATE = lazy(r"率(?:均|都)?(?:达到了?|达|为|是|保持)?(?:到|在)?(?:约|近|超过?)?$")
_GREAT = 50
_ABOUT = 10  # per cent by which a rate of inexact numbers may be off
_REST = lazy(r"其余|其他|其它|剩余|剩下|余下|另")
_WAYS = ("增加", "增长", "上升", "提高", "提升", "增", "减少", "下降", "降低", "降")
_WAY = "|".join(_WAYS)
_TURNS = tuple(way + to for way in _WAYS for to in "到至")  # no growth is told without one
_GROWTH = lazy(
    rf"(?:由|从)(?:上年的?|去年的?)?(?P<one>[0-9]+(?:\.[0-9]+)?)(?P<unit>[\u4e00-\u9fff]{{1,3}})"
    rf"(?P<way>{_WAY})(?:到|至)(?P<two>[0-9]+(?:\.[0-9]+)?)(?P=unit)"
    rf"，?(?:同比|较上年|比上年)?(?:增长|增加|上升|提高|提升|减少|下降|降低|增幅|降幅)了?(?P<about>约|近)?(?:为|达)?(?P<rate>[0-9]+(?:\.[0-9]+)?)%"
)


def read_rates(report: Report, figures: list[Figure], starts: list[int]) -> Iterator[Group]:
    """Rates whose two numbers stand before them in the sentence. Wrong is only a rate whose own word (化解率: 化解)
    stands with the second of exactly two numbers."""
    text = report.text
    for rate in figures:
        if rate.unit != "%":
            continue
        named = _RATE.search(text, max(0, rate.start - 16), rate.start)
        index = report.sentence_index(rate.start)
        name = text[max(0, rate.start - 16, named.start() - 2) : named.start()] if named else ""
        if index is None or not "\u4e00" <= name[-1:] <= "\u9fff":
            continue
        begin = report.sentences[index].start
        here = figures[bisect_left(starts, begin) : bisect_left(starts, rate.start)][-MOST:]
        before = [figure for figure in here if figure.unit != "%"]
        if group := _judged(text, before, rate, _han_end(name), begin):
            yield group


def _han_end(words: str) -> str:
    """The last Chinese characters of two."""
    return words if all("\u4e00" <= char <= "\u9fff" for char in words) else words[-1:]


def _judged(text: str, before: list[Figure], rate: Figure, name: str, begin: int) -> Group | None:
    pairs = [
        (one, two)
        for i, one in enumerate(before)
        for two in before[i + 1 :]
        if kind(one.unit) == kind(two.unit) and 0 < two.value <= one.value
    ]
    for one, two in reversed(pairs):
        if one.approximate or two.approximate or not _fits(two.value / one.value * 100, rate):
            continue
        if _telling(one, rate) or _stands_with(text, name, one, two):
            formula = rate_of(text, two, one, rate, holds=True)
            return Group(one.start, rate.end, (two.value,), one.value, True, formula=formula, verdict=FITS)
    if len(pairs) != 1:
        return None
    one, two = pairs[0]
    alone = sum(kind(figure.unit) == kind(one.unit) for figure in before) == 2
    if not alone or not _speaks_of(text, name, one, two, begin):
        return None
    if one.approximate or two.approximate:
        if abs(two.value / one.value * 100 - rate.value) > _ABOUT:
            return None  # of another whole
        formula = f"{written(text, two)} ÷ {written(text, one)}，所写{written(text, rate)}"
        return Group(one.start, rate.end, (two.value,), one.value, None, formula=formula, verdict=INEXACT)
    if _REST.search(text, two.end, rate.start):
        return None  # 案件21件，我出庭2件，其余由副县长出庭，出庭率100%
    actual = two.value / one.value * 100
    said = per_cent(actual, rate.exact_text, apart=True)
    words = f"{number(two.value)}÷{number(one.value)}＝{said}，与所写的{text[rate.start : rate.end]}不符，请核对。"
    places = ((rate.start, rate.end), (two.start, two.end))
    formula = rate_of(text, two, one, rate, holds=False)
    return Group(one.start, rate.end, (two.value,), one.value, False, words, places, formula=formula, verdict=WRONG)


def _telling(one: Figure, rate: Figure) -> bool:
    """Whether a rate so fine, of a number so great, can hardly be that of two other numbers by chance."""
    return one.value >= _GREAT and rate.value % 10 != 0


def _speaks_of(text: str, name: str, one: Figure, two: Figure, begin: int) -> bool:
    """Whether the rate's last word (成功率: 成功) stands with the second number and not with the first."""
    return _stands_with(text, name, one, two) and name[-2:] not in text[begin : one.start]


def _stands_with(text: str, name: str, one: Figure, two: Figure) -> bool:
    behind = re.match(r"[^，。；、]{0,8}", text[two.end : two.end + 8])
    return name[-2:] in text[one.end : two.start] or (behind is not None and name[-2:] in behind[0])


def _fits(actual: float, rate: Figure) -> bool:
    """Whether a rate is what was computed, rounded either way; all of them is 100% and nothing else is."""
    digits = len(rate.exact_text.partition(".")[2])
    if rate.approximate in ("以上", "超", "超过", "逾", "余", "多"):
        return actual >= rate.value - 0.05
    if rate.approximate:
        return abs(actual - rate.value) <= 2
    if (rate.value == 100) != (actual == 100):
        return False
    return bool(abs(actual - rate.value) < 10.0**-digits)


def read_growth(report: Report) -> Iterator[Group]:
    """由 … 增至 …，增长 …%."""
    text = report.text
    for match in _GROWTH.finditer(text) if any(turn in text for turn in _TURNS) else ():
        one, two, told = float(match["one"]), float(match["two"]), float(match["rate"])
        if not one or match["unit"].startswith("个百分"):
            continue
        actual = abs(two - one) / one * 100
        digits = len(match["rate"].partition(".")[2])
        right = abs(actual - told) < (2 if match["about"] else 10.0**-digits)
        said = per_cent(actual, match["rate"], apart=not right)
        formula = f"（{number(max(one, two))} − {number(min(one, two))}）÷ {number(one)} = {said}"
        if right:
            if float(said[:-1]) != told:
                formula += f"，所写{match['about'] or ''}{match['rate']}%"
            yield Group(*match.span(), (one, told), two, True, formula=formula, verdict=FITS)
            continue
        words = f"由{number(one)}到{number(two)}，增减幅度应为{said}，与所写的{match['rate']}%不符，请核对。"
        formula += f" ≠ {match['rate']}%"
        places = (match.span("rate"),)
        yield Group(*match.span(), (one, told), two, False, words, places, formula=formula, verdict=WRONG)

"""A group of figures that belong together, and how it is told: the arithmetic written out and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from lint.checks.rules.sums_parts import Part, number
from lint.document.report import Figure

FITS = "合得上"
WRONG = "请核对"
INEXACT = "有约数，没有核算"
UNCLEAR = "看不出分项是否列全，没有核算"
SHORT = "少于总数，请核对是否列全"
_A_PART = "只写了其中一部分"
_NOT_ALL = "少于总数，分项可能没有列全"
_TOO_MANY = "多于总数，分项之间可能有重叠"
_FINEST = 6  # decimals of a per cent


@dataclass(frozen=True)
class Group:
    """Folded extent, the parts, the total, whether they hold (None where it cannot be told); what is wrong in words,
    where to show it, and how grave; the arithmetic and what came of it, as a page shows them."""

    start: int
    end: int
    parts: tuple[float, ...]
    total: float
    holds: bool | None
    words: str = ""
    places: tuple[tuple[int, int], ...] = ()
    severity: str = "error"
    formula: str = ""
    verdict: str = ""


def added_up(parts: Sequence[float], total: float, *, fits: bool = False) -> str:
    """12 + 9 = 21 > 20. `fits` where the parts come to the total as far as its digits tell."""
    added = sum(parts)
    left = " + ".join(map(number, parts))
    if len(parts) > 1 and number(added) != number(total):
        left += f" = {number(added)}"
    same = number(added) == number(total)
    sign = "=" if same else "≈" if fits else "<" if added < total else ">"
    return f"{left} {sign} {number(total)}"


def not_equal(parts: Sequence[float], total: float) -> str:
    """12 + 9 = 21 ≠ 20."""
    left = " + ".join(map(number, parts))
    return f"{left} = {number(sum(parts))} ≠ {number(total)}" if len(parts) > 1 else f"{left} ≠ {number(total)}"


def open_verdict(parts: Sequence[float], total: float) -> str:
    """What is so where parts need not come to the total."""
    if sum(parts) > total:
        return _TOO_MANY
    return _NOT_ALL if len(parts) > 1 else _A_PART


def as_written(text: str, parts: Sequence[Figure], total: Figure) -> str:
    """12份 + 约10份，总数20余份: figures of which one is inexact."""
    return f"{' + '.join(written(text, part) for part in parts)}，总数{written(text, total)}"


def written(text: str, figure: Figure) -> str:
    """A figure as the report has it, with the word before it that makes it inexact."""
    said = text[figure.start : figure.end]
    return said if figure.approximate in said else figure.approximate + said


def per_cent(actual: float, told: str, *, apart: bool) -> str:
    """A computed per cent in as many digits as the told one has ("97.3"), and more where the two would else look alike
    though they are `apart`."""
    digits = len(told.partition(".")[2])
    said = f"{actual:.{digits}f}"
    if not apart:
        return f"{said}%"
    digits = max(digits, 1)
    while digits < _FINEST and float(f"{actual:.{digits}f}") == float(told):
        digits += 1
    return f"{actual:.{digits}f}%"


def rate_of(text: str, part: Figure, whole: Figure, rate: Figure, *, holds: bool) -> str:
    """139 ÷ 143 = 97.2%; what is written behind it where it is not the same."""
    actual = part.value / whole.value * 100
    exact = holds and not rate.approximate
    said = per_cent(actual, rate.exact_text, apart=not exact)
    if exact and float(said[:-1]) != float(rate.exact_text):  # rounded the other way
        said = per_cent(actual, f"{rate.exact_text}{'' if '.' in rate.exact_text else '.'}0", apart=False)
    division = f"{number(part.value)} ÷ {number(whole.value)} = {said}"
    if not holds:
        return f"{division} ≠ {written(text, rate)}"
    same = float(said[:-1]) == float(rate.exact_text) and not rate.approximate
    return division if same else f"{division}，所写{written(text, rate)}"


def fitting(stretch: tuple[int, int], values: tuple[float, ...], total: float) -> Group:
    formula = added_up(values, total, fits=True)
    return Group(*stretch, values, total, True, formula=formula, verdict=FITS)


def failing(
    stretch: tuple[int, int],
    values: tuple[float, ...],
    total: float,
    words: str,
    places: tuple[tuple[int, int], ...],
    severity: str = "error",
) -> Group:
    formula = not_equal(values, total) if len(values) > 1 else added_up(values, total)
    return Group(*stretch, values, total, False, words, places, severity, formula, WRONG)


def not_the_total(parts: list[Part], added: float, total: Figure) -> str:
    if len(parts) == 1:
        return f"“其中”的{number(added)}{parts[0].figure.unit}多于总数{number(total.value)}{total.unit}，请核对。"
    sums = "＋".join(number(part.figure.value) for part in parts)
    return f"分项相加{sums}＝{number(added)}，与总数{number(total.value)}{total.unit}不符，请核对数据和分类。"

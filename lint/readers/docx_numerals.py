"""Numbers as Word's automatic numbering writes them. Formats are named as in w:numFmt (ECMA-376, 17.18.59)."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_CHINESE = frozenset(
    [
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "japaneseCounting",
        "koreanCounting",
    ]
)
_LEGAL = frozenset({"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"})
_TO_LEGAL = str.maketrans("〇零一二三四五六七八九十百千", "零零壹贰叁肆伍陆柒捌玖拾佰仟")
_TO_LEGAL_TRADITIONAL = str.maketrans("〇零一二三四五六七八九十百千", "零零壹貳參肆伍陸柒捌玖拾佰仟")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_TO_DIGITS = str.maketrans("0123456789", _DIGITS)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
# First and last code point of each run of enclosed numbers, in counting order.
_CIRCLED = ((0x2460, 0x2473), (0x3251, 0x325F), (0x32B1, 0x32BF))
_IN_PARENTHESES = ((0x2474, 0x2487),)
_WITH_FULL_STOP = ((0x2488, 0x249B),)
_IDEOGRAPHS_CIRCLED = ((0x3280, 0x3289),)
_IDEOGRAPHS_IN_PARENTHESES = ((0x3220, 0x3229),)
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(number: int, form: str) -> str:
    """`number` in the format `form`; an unknown format, or a number it cannot write, comes out in Arabic digits."""
    if form == "none":
        return ""
    if number < 0 or number > 32_767:  # Word's own limit of a list number
        return str(number)
    if form in _CHINESE:
        return chinese(number)
    if form in _LEGAL:
        table = _TO_LEGAL if form == "chineseLegalSimplified" else _TO_LEGAL_TRADITIONAL
        return chinese(number, short_ten=False).translate(table)
    if number and form in _SIMPLE:
        return _SIMPLE[form](number)
    return str(number)


def chinese(number: int, *, short_ten: bool = True) -> str:
    """一, 十二, 二十, 一百零一: counting numbers up to 9,999; above, digit by digit. `short_ten`: 十二, not 一十二."""
    if number < 10:
        return _DIGITS[number]
    if number > 9_999:
        return str(number).translate(_TO_DIGITS)
    written, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written.removeprefix("一") if short_ten and written.startswith("一十") else written


def _enclosed(number: int, runs: tuple[tuple[int, int], ...]) -> str:
    for first, last in runs:
        if number <= last - first + 1:
            return chr(first + number - 1)
        number -= last - first + 1
    return ""


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _letter(number: int) -> str:
    """a … z, aa, bb … (Word repeats the letter)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_SIMPLE: dict[str, Callable[[int], str]] = {
    "decimalEnclosedCircle": lambda n: _enclosed(n, _CIRCLED) or str(n),
    "decimalEnclosedCircleChinese": lambda n: _enclosed(n, _CIRCLED) or str(n),
    "decimalEnclosedParen": lambda n: _enclosed(n, _IN_PARENTHESES) or f"({n})",
    "decimalEnclosedFullstop": lambda n: _enclosed(n, _WITH_FULL_STOP) or f"{n}.",
    "ideographEnclosedCircle": lambda n: _enclosed(n, _IDEOGRAPHS_CIRCLED) or str(n),
    "ideographEnclosedParen": lambda n: _enclosed(n, _IDEOGRAPHS_IN_PARENTHESES) or f"({chinese(n)})",
    "ideographDigital": lambda n: str(n).translate(_TO_DIGITS),
    "taiwaneseDigital": lambda n: str(n).translate(_TO_DIGITS),
    "japaneseDigitalTenThousand": lambda n: str(n).translate(_TO_DIGITS),
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalZero": lambda n: f"{n:02d}",
    "numberInDash": lambda n: f"- {n} -",
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperRoman": _roman,
    "ideographTraditional": lambda n: _STEMS[n - 1] if n <= len(_STEMS) else str(n),
    "ideographZodiac": lambda n: _BRANCHES[n - 1] if n <= len(_BRANCHES) else str(n),
}

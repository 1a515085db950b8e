"""The arithmetic of an equation that does not hold, in words."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lint.checklist.equations import Equation
from lint.checks.results import SourceSpan
from lint.checks.tables.sheet import Value

_ZERO = Decimal(0)
_NAMED = 4  # so many terms are shown with their names, more only with their figures
_SHOWN = 12
_Terms = Mapping[str, Value | None]


def broken(equation: Equation, terms: _Terms) -> tuple[str, list[SourceSpan]]:
    """The sentence and the places of the cells that count; "" where the equation holds. Blank cells count 0."""
    sums = [_total(side, terms) for side in (equation.left, equation.right)]
    if sums[0] == sums[1]:
        return "", []
    left, right = (_side(side, terms, total) for side, total in zip((equation.left, equation.right), sums, strict=True))
    counting = [value for side in (equation.left, equation.right) for value in _counting(side, terms)]
    return f"{left}，与{right}不符", list(dict.fromkeys(value.span for value in counting))


def _total(names: Sequence[str], terms: _Terms) -> Decimal:
    return sum((_value(terms[name]) for name in names), _ZERO)


def _value(value: Value | None) -> Decimal:
    return value.figure.value if value is not None and value.figure.value is not None else _ZERO


def _counting(names: Sequence[str], terms: _Terms) -> list[Value]:
    """The cells of one side that make its sum; of a side of one cell this one, whatever it holds."""
    there = [value for name in names if (value := terms[name]) is not None]
    return there if len(names) == 1 else [value for value in there if _value(value)]


def _side(names: Sequence[str], terms: _Terms, total: Decimal) -> str:
    if len(names) == 1:
        value = terms[names[0]]
        blank = value is None or value.figure.value is None
        return f"{names[0]}（空着，按0算）" if blank else f"{names[0]}{_written(total)}"
    counting = [(name, _value(terms[name])) for name in names if _value(terms[name])]
    if not counting:
        return f"{'、'.join(names[:_NAMED])}{'等' if len(names) > _NAMED else ''}的和0"
    named = len(counting) <= _NAMED
    words = [f"{name if named else ''}{_written(value)}" for name, value in counting[:_SHOWN]]
    more = "＋……" if len(counting) > _SHOWN else ""
    if len(counting) == 1:
        return f"{words[0]}（其余为0）"
    return f"{'＋'.join(words)}{more}＝{_written(total)}"


def _written(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    return str(int(value)) if whole else format(value.normalize(), "f")

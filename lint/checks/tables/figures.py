"""What stands in a cell: a figure, nothing, or something else."""

from dataclasses import dataclass
from decimal import Decimal

from lint.document.fold import fold_words
from lint.document.lazy import lazy

_BLANKS = frozenset({"", "-", "--", "---", "/", "\\", "无", "…"})
_FIGURE = lazy(r"(-?)([0-9]{1,3}(?:，[0-9]{3})+|[0-9]{1,15})(\.[0-9]{1,6})?[件宗次个份项条起人元户家]?")


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is None for a blank cell (nothing, or a dash) and for one that holds no figure; `text` is folded, without
    white space."""

    text: str
    value: Decimal | None

    @property
    def blank(self) -> bool:
        return self.text in _BLANKS

    @property
    def whole(self) -> bool:
        return self.value is not None and self.value == self.value.to_integral_value()


def figure(text: str) -> Figure:
    """Reads a cell's text; figures of any width, with or without separators of thousands and a unit of one word."""
    bare = folded(text)
    match = _FIGURE.fullmatch(bare)
    if match is None:
        return Figure(bare, None)
    return Figure(bare, Decimal(f"{match[1]}{match[2].replace('，', '')}{match[3] or ''}"))


def folded(text: str) -> str:
    """A cell's text as labels are compared: folded, in one line without white space."""
    return fold_words("".join(text.split()))

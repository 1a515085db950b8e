"""Equations between the rows or columns of a table, as checklists write them: "甲 + 乙 = 丙"."""

from dataclasses import dataclass
from functools import lru_cache

_FULL_WIDTH = str.maketrans({"＝": "=", "＋": "+"})


@dataclass(frozen=True)
class Equation:
    """The sums of the named rows, or columns, on both sides are equal."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return self.left + self.right


@lru_cache(maxsize=512)
def parse_equation(text: str) -> Equation:
    """Raises ValueError with a sentence for the author."""
    sides = text.translate(_FULL_WIDTH).split("=")
    if len(sides) != 2:
        raise ValueError(f"算式“{text}”要有一个等号，如 甲 + 乙 = 丙")
    left, right = (tuple(name.strip() for name in side.split("+")) for side in sides)
    if "" in left or "" in right:
        raise ValueError(f"算式“{text}”里有一处缺了名称")
    names = left + right
    if twice := [name for number, name in enumerate(names) if name in names[:number]]:
        raise ValueError(f"算式“{text}”里“{twice[0]}”出现两次")
    return Equation(left, right)

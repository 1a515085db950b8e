"""The body to which a report goes: whether it is one that the checklist names, in its short or its full form."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lint.checklist.model import FrontElement
from lint.checks.context import Context
from lint.document.lazy import lazy

_BODY = lazy(
    r"(?:中国共产党|中共)?([一-鿿]{0,12}?)(省|自治区|市|自治州|州|盟|自治县|县|区|旗|乡|镇)"
    r"(委员会|委|人民政府|政府|人大常委会|人民代表大会常务委员会)"
)
_SHORT = {"委员会": "委", "人民政府": "政府", "人民代表大会常务委员会": "人大常委会"}
_SPECIAL = re.compile(r"[\\()|{}#^$?…]")
_LONGEST = 40  # code points of what a message repeats


@dataclass(frozen=True)
class _Body:
    """One body: 青禾, 县, 政府 of 青禾县人民政府; without a place where none is told."""

    place: str
    level: str
    organ: str

    def is_same(self, other: "_Body") -> bool:
        near = self.place.endswith(other.place) or other.place.endswith(self.place)
        return near and (self.level, self.organ) == (other.level, other.organ)


def is_named(context: Context, element: FrontElement, told: str) -> bool:
    """Whether a line of recipients (folded) holds one of the element's; 县政府 and 青禾县人民政府 are one body."""
    if any(pattern.matches(text) for pattern in context.phrases(element.recipients) for text in _forms(told)):
        return True
    there = _bodies(told)
    return any(
        wanted and all(any(one.is_same(body) for body in there) for one in wanted)
        for wanted in map(_bodies, _plain(element.recipients))
    )


def mismatch(element: FrontElement, told: str) -> str:
    """What is told of a line of recipients that names another body: what stands there, and what should."""
    found = told.strip("：:")[:_LONGEST]
    wanted = "或".join(f"“{name}”" for name in _plain(element.recipients))
    asked = f"，清单写的是{wanted}；请核对改正" if wanted else ""
    return f"{element.thin}：报告写的是“{found}”{asked}"


def _plain(patterns: Iterable[str]) -> tuple[str, ...]:
    """The patterns that are nothing but words."""
    return tuple(pattern for pattern in patterns if not _SPECIAL.search(pattern))


def _forms(told: str) -> tuple[str, ...]:
    """The line as it is, with the short names and with the full ones."""
    short = told.replace("人民政府", "政府")
    return tuple(dict.fromkeys((told, short, short.replace("政府", "人民政府"))))


def _bodies(told: str) -> tuple[_Body, ...]:
    return tuple(
        _Body(found[1], found[2].removeprefix("自治"), _SHORT.get(found[3], found[3]))
        for found in _BODY.finditer("".join(told.split()))
    )

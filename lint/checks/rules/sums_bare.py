"""Parts that leave out the unit of their total: 84件，其中简易61、普通22."""

import re

from lint.checks.rules.sums_parts import MOST_PARTS, OUTCOME, Part
from lint.document.lazy import lazy
from lint.document.report import Figure

_MEMBER = lazy(r"([\u4e00-\u9fff]{1,12}?)([0-9]{1,6})([\u4e00-\u9fff]{1,2}?)?(?=[、，。；）\n]|和|及|以及|$)")
_NO_LABEL = lazy(r"(?:第|约|近|超过?|达|逾|到|至|年|月|号|共)$")


def bare_list(text: str, start: int, end: int, total: Figure) -> list[Part]:
    """The parts that follow 其中, where at least one says no unit and no other has another unit than the total's;
    else none. A list with 、 ends at the first comma."""
    parts: list[Part] = []
    bare = False
    comma = False
    opened = re.compile(r"[：，有为]*").match(text, start, end)
    at = opened.end() if opened else start
    while len(parts) < MOST_PARTS and (match := _MEMBER.match(text, at, end)):
        label, written, unit = match.groups()
        if (unit and unit != total.unit) or _NO_LABEL.search(label) or (comma and OUTCOME.search(label)):
            break
        bare = bare or not unit
        figure = Figure(match.start(2), match.end(), float(written), total.unit, "", written)
        parts.append(Part(label, figure, True))
        parted = re.compile(r"、|以及|和|及|，").match(text, match.end(), end)
        if parted is None or (parted[0] == "，" and len(parts) > 1 and not comma):
            break
        comma = comma or parted[0] == "，"
        at = parted.end()
    return parts if bare and len(parts) > 1 else []

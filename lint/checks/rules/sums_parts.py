"""The members of a list of figures: 甲5件、乙3件和丙2件."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from lint.document.lazy import lazy
from lint.document.report import Figure

_KINDS = (
    ("件", "起", "宗", "例", "案", "余件"),
    ("人", "名", "位", "余人"),
    ("场", "场次", "次", "余次"),
    ("条", "条次"),
    ("份", "册", "本", "余份"),
    ("篇", "篇次"),
    ("户", "户次"),
)
THINGS = ("件", "条", "份", "项", "宗")  # counted once each; people belong to several groups at the same time
_KIND = {unit: kinds[0] for kinds in _KINDS for unit in kinds}
_AND = lazy(r"以及|和|及|与")
_MARK = lazy(r"[、，；（）]")
_REST = lazy(r"^(?:其他|其它|其余|剩余|剩下|余下|另外?有?)")
# what was achieved with the whole is no further part of it
OUTCOME = lazy(
    r"成功|完成|化解|办结|结案|调结|审结|均|全部|已|共|累计|合计|按期|按时|移送|罚|同比|较|比上|增|下降|答复"
    r"|回复|这些|整改|采纳"
)


_LONGEST = 16  # characters of a label
MOST = 60  # figures that are compared with each other; a sentence with more of them is a table that lost its lines


@dataclass(frozen=True)
class Part:
    """A figure with the words before it; `listed`: parted from its neighbour by 、."""

    label: str
    figure: Figure
    listed: bool


def kind(unit: str) -> str:
    """Units that count the same sort of thing have one kind; 人次 is none of 人."""
    return _KIND.get(unit, unit)


def same_kind(one: Figure, other: Figure) -> bool:
    return kind(one.unit) == kind(other.unit)


def number(value: float) -> str:
    """A value as written: without a needless decimal point, in 万 or 亿 where it is long."""
    value = round(value, 6)
    for scale, word in ((100_000_000, "亿"), (10_000, "万")):
        if value >= scale and (value >= 1_000_000 or value != int(value)):
            return f"{value / scale:.10g}{word}"
    return str(int(value)) if value == int(value) else f"{value:.10g}"


def slack(figure: Figure) -> float:
    """By how much a figure in 万, 亿 or with decimals may differ from what it stands for: one of its last digit; a
    whole number stands for itself."""
    decimals = len(figure.exact_text.partition(".")[2])
    written = float(re.sub("[，,]", "", figure.exact_text)) if re.match(r"[0-9]", figure.exact_text) else figure.value
    scale = figure.value / written if written else 1.0
    return scale * 10.0**-decimals if decimals or scale >= 10_000 else 0.0


MOST_PARTS = 40
LONGEST_LIST = 1_000  # characters; a longer "list" is no list of parts, and looking through it all costs its square


def rest(part: Part) -> bool:
    """Whether a part is the rest that completes the list (其他, 其余)."""
    return _REST.match(part.label) is not None


def list_after(text: str, figures: list[Figure], starts: list[int], start: int, end: int) -> list[Part]:
    """The parts that follow 其中: as long as each member has one figure of the first one's kind. A list with 、 ends at
    the first comma, but for a rest; a list with commas ends at what was achieved."""
    parts: list[Part] = []
    first: Figure | None = None
    by_mark = ""
    at = start
    end = min(end, start + LONGEST_LIST)
    while at < end and len(parts) < MOST_PARTS:
        stop, mark = _member_end(text, figures, starts, at, end)
        here = figures[bisect_left(starts, at) : bisect_left(starts, stop)]
        if first is None and here:
            first = here[0]
        same = [figure for figure in here if first and same_kind(figure, first)]
        if first is None and stop - at <= 1:
            at = stop + len(mark)
            continue
        if len(same) != 1:
            break
        label = text[at : same[0].start].strip("，、：的有为")
        if parts and label.startswith("其中"):
            break  # it divides the part before it
        part = Part(label, same[0], mark == "、")
        if parts and by_mark == "，" and not rest(part) and (OUTCOME.search(label) or not _like(label)):
            break
        parts.append(part)
        following = text[stop + len(mark) : stop + len(mark) + 3]
        if by_mark == "、" and mark == "，" and not _REST.match(following):
            break
        by_mark = by_mark or (mark if mark in "、，" else "、")
        at = stop + max(len(mark), 1)
        if not mark:
            break
    return parts


def _like(label: str) -> bool:
    """Whether words can name a part: a part that has no name of its own is another statement."""
    return 0 < len(label) <= 16


def _member_end(text: str, figures: list[Figure], starts: list[int], at: int, end: int) -> tuple[int, str]:
    """Where the member that begins at `at` ends, and the mark or word that parts it from the next."""
    depth = 0
    for mark in _MARK.finditer(text, at, end):
        i, char = mark.start(), mark[0]
        if char == "（":
            depth += 1
        elif char == "）":
            depth -= 1
        elif depth <= 0:
            between = figures[bisect_left(starts, at) : bisect_left(starts, i)]
            for figure in between[:1]:
                joined = _and_after(text, figure.end)
                if joined and figure.end + len(joined) < i and len(between) > 1:
                    return figure.end, joined
            return i, char
    between = figures[bisect_left(starts, at) : bisect_left(starts, end)]
    if len(between) > 1 and (joined := _and_after(text, between[0].end)):
        return between[0].end, joined
    return end, ""


def _and_after(text: str, at: int) -> str:
    """The word for "and" that stands there before another word, else nothing."""
    joined = _AND.match(text, at)
    return joined[0] if joined and "\u4e00" <= text[joined.end() : joined.end() + 1] <= "\u9fff" else ""


def _counted_with(figure: Figure, total: Figure, *, listed: bool) -> bool:
    """Whether a figure may be a part of a total behind it."""
    return same_kind(figure, total) or (listed and kind(figure.unit) in THINGS and kind(total.unit) in THINGS)


def list_before(text: str, figures: list[Figure], index: int, end: int) -> list[Part]:
    """The parts before 合计 at `end` and its total, figures[index], first to last: neighbours, each with a figure of
    the total's kind at its end; things of several kinds (合同146份、决策2件) where 、 parts them. `listed` of the first
    tells that all are parted by 、."""
    parts: list[Part] = []
    at, total = end, figures[index]
    all_listed = True
    for before in range(index - 1, -1, -1):
        figure = figures[before]
        tail = text[figure.end : at]
        if not _counted_with(figure, total, listed=not parts or tail == "、") or not re.fullmatch(
            r"(?:（[^（）]{0,20}）)?[、，]?|(?:和|及|以及)", tail
        ):
            break
        furthest = max(0, figure.start - _LONGEST - 1)
        begin = max(text.rfind(mark, furthest, figure.start) + 1 for mark in "、，。；：！\n") or furthest
        label = text[begin : figure.start]
        if len(label) > _LONGEST:
            break
        if parts and tail.endswith("，"):
            all_listed = False
        parts.insert(0, Part(label, figure, False))
        at = begin
        if text[begin - 1 : begin] not in ("、", "，"):
            break
        at = begin - 1
        at += 1
    if parts:
        parts[0] = Part(parts[0].label, parts[0].figure, all_listed)
    return parts

"""Groups of figures in prose that belong together, and whether they hold."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lint.checks.rules.sums_parts import (
    LONGEST_LIST,
    MOST,
    Part,
    kind,
    list_after,
    list_before,
    number,
    rest,
    same_kind,
    slack,
)
from lint.checks.rules.sums_progress import read_progress
from lint.checks.rules.sums_rates import read_growth, read_rates
from lint.document.lazy import lazy
from lint.document.report import Figure, Report
from lint.document.stretches import Stretches

_TOTAL_BEHIND = lazy(r"(合计|总计|共计)(?:为|达到?|有)?$|(?<=[，；])(?:总|一)?共$")
_EACH = lazy(r"各|每|分别|均|都|多|余|[一二两三四五六七八九十]批")
_OVERLAP = lazy(r"^(?:涉|含|有|包括|重大|重点|女|少数民族|党员|妇女|未成年)")
_THINGS = ("件", "条", "份", "项", "宗")  # counted once each; people belong to several groups at the same time
_MANY, _NEARLY = 3, 0.9  # a list of so many parts that comes so near to the total was meant to be complete
_BREAKS = lazy(r"[。！？；\n]")


@dataclass(frozen=True)
class Group:
    """Folded extent, the parts, the total, the verdict; what is wrong in words, where to show it, and how grave."""

    start: int
    end: int
    parts: tuple[float, ...]
    total: float
    holds: bool | None
    words: str = ""
    places: tuple[tuple[int, int], ...] = ()
    severity: str = "error"


def read_groups(report: Report) -> list[Group]:
    """All groups in order, each stretch of text in one group of a kind."""
    figures = [figure for figure in report.figures if figure.unit]
    starts = [figure.start for figure in figures]
    found = [group for start, end in _among(report) if (group := _of_which(report, figures, starts, start, end))]
    found.extend(_totals_behind(report, figures))
    told = Stretches((group.start, group.end) for group in found)
    found.extend(group for group in _partitions(report, figures, starts) if not told.touch(group.start, group.end))
    wrong = Stretches((group.start, group.end) for group in found if group.words)
    progress = [Group(*row) for row in read_progress(report, figures, starts)]
    found.extend(group for group in progress if not wrong.touch(group.start, group.end))
    found.extend(Group(*row) for row in read_rates(report, figures, starts))
    found.extend(Group(*row) for row in read_growth(report))
    return sorted(found, key=lambda group: (group.start, group.end))


def _among(report: Report) -> Iterator[tuple[int, int]]:
    """Each 其中 and where what it lists can end: its sentence, or the bracket it stands in."""
    text = report.text
    for match in re.finditer("其中", text):
        farthest = min(len(text), match.end() + LONGEST_LIST)
        stop = _BREAKS.search(text, match.end(), farthest)
        end = stop.start() if stop else farthest
        opened = text.rfind("（", max(0, match.start() - 30), match.start())
        if opened >= 0 and "）" not in text[opened : match.start()]:
            closed = text.find("）", match.end(), end)
            end = closed if closed >= 0 else end
        yield match.start(), end


_FARTHEST = 12  # figures before 其中 among which the total is looked for


def _of_which(report: Report, figures: list[Figure], starts: list[int], at: int, end: int) -> Group | None:
    parts = list_after(report.text, figures, starts, at + 2, end)
    if not parts:
        return None
    near = _before(report, figures, starts, at)[-_FARTHEST:]
    totals = [figure for figure in near if same_kind(figure, parts[0].figure)]
    if not totals:
        return None
    exact = not any(part.figure.approximate for part in parts)
    added = sum(part.figure.value for part in parts)
    fine = [slack(part.figure) for part in parts]
    equal = next((figure for figure in reversed(totals) if _comes_to(added, fine, figure)), None)
    total = equal or totals[-1]
    values = tuple(part.figure.value for part in parts)
    stretch = (total.start, parts[-1].figure.end)
    if not exact or total.approximate:
        return Group(*stretch, values, total.value, None)
    if equal:
        return Group(*stretch, values, total.value, True)
    places = ((total.start, total.end), (at, parts[-1].figure.end))
    severity = _wrong(parts, added, [figure.value for figure in totals], any(f.approximate for f in totals))
    if severity:
        return Group(*stretch, values, total.value, False, _words(parts, added, total), places, severity)
    if len(parts) >= _MANY and total.value * _NEARLY <= added < total.value and report.text[stretch[1]] != "等":
        sums = "＋".join(number(value) for value in values)
        words = (
            f"分项相加{sums}＝{number(added)}，少于总数{number(total.value)}{total.unit}；如未列全，宜补“其他”一项。"
        )
        return Group(*stretch, values, total.value, None, words, places, "hint")
    return Group(*stretch, values, total.value, None)


def _comes_to(added: float, fine: list[float], total: Figure) -> bool:
    """Whether parts, each with its slack, come to an exact total; to one that is written less finely than a part of it
    (2.22亿元), as far as the last digits can tell."""
    coarse = slack(total)
    most = coarse + sum(fine) / 2 if min(fine) < coarse else 0.0
    return not total.approximate and round(abs(total.value - added), 6) <= most


def _words(parts: list[Part], added: float, total: Figure) -> str:
    if len(parts) == 1:
        return f"“其中”的{number(added)}{parts[0].figure.unit}多于总数{number(total.value)}{total.unit}，请核对。"
    sums = "＋".join(number(part.figure.value) for part in parts)
    return f"分项相加{sums}＝{number(added)}，与总数{number(total.value)}{total.unit}不符，请核对数据和分类。"


def _wrong(parts: list[Part], added: float, totals: list[float], inexact: bool) -> str:
    """How grave it is that parts and total cannot both be right: too many of what excludes each other, or a complete
    list (其他) that does not come to the total; "" when they can."""
    if inexact:
        return ""
    most = max(totals)
    if len(parts) == 1:
        return "error" if added > most else ""
    if rest(parts[-1]):
        return "error"
    if added <= most or any(_OVERLAP.match(part.label) for part in parts):
        return ""
    if max(part.figure.value for part in parts) > most or _one_series([part.label for part in parts]):
        return "error"
    unit = parts[0].figure.unit
    once = kind(unit) in _THINGS or unit == "次" or (kind(unit) == "场" and len(parts) >= _MANY)
    return "warning" if once and all(part.label for part in parts) else ""


def _one_series(labels: list[str]) -> bool:
    """Labels that end alike (咨询类, 投诉类) divide by one principle and so exclude each other."""
    return all(labels) and len(set(labels)) == len(labels) and len({label[-1] for label in labels}) == 1


def _before(report: Report, figures: list[Figure], starts: list[int], at: int) -> list[Figure]:
    """Figures before 其中: in its sentence, or in the one before when it begins its sentence."""
    index = report.sentence_index(at)
    if index is None:
        return []
    begin = report.sentences[index].start
    found = figures[bisect_left(starts, begin) : bisect_left(starts, at)][-MOST:]
    if found or at - begin > 3 or index == 0:
        return found
    earlier = report.sentences[index - 1]
    if "\n" in report.text[earlier.start : begin]:
        return []
    return figures[bisect_left(starts, earlier.start) : bisect_left(starts, begin)][-MOST:]


def _totals_behind(report: Report, figures: list[Figure]) -> Iterator[Group]:
    """甲41件、乙52件，合计93件."""
    text = report.text
    for at, total in enumerate(figures):
        cue = _TOTAL_BEHIND.search(text, max(0, total.start - 5), total.start)
        if not cue:
            continue
        parts = list_before(text, figures, at, cue.start())
        if len(parts) < 2:
            continue
        values = [part.figure.value for part in parts]
        stretch = (parts[0].figure.start, total.end)
        if total.approximate or any(part.figure.approximate for part in parts):
            yield Group(*stretch, tuple(values), total.value, None)
            continue
        tried = [values[i:] for i in range(len(values) - 1)]
        right = next((some for some in tried if sum(some) == total.value), None)
        if right:
            yield Group(*stretch, tuple(right), total.value, True)
        elif (parts[0].listed or cue[1]) and _whole(text, parts):
            words = _words(parts, sum(values), total)
            severity = "error" if parts[0].listed else "warning"
            yield Group(*stretch, tuple(values), total.value, False, words, ((total.start, total.end),), severity)
        else:
            yield Group(*stretch, tuple(values), total.value, None)


def _whole(text: str, parts: list[Part]) -> bool:
    """Whether the list is there as a whole and each figure counts once: not 甲村、乙村各2次."""
    begin = parts[0].figure.start - len(parts[0].label)
    return text[begin - 1 : begin] != "、" and not any(_EACH.search(part.label) for part in parts)


def _partitions(report: Report, figures: list[Figure], starts: list[int]) -> Iterator[Group]:
    """A total and its parts without 其中 (受理38件，调解33件，其余5件…): told when they fit, found wrong only where
    其余 says that the two are all."""
    for sentence in report.sentences:
        here = figures[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if len(here) < 3:
            continue
        by_kind: dict[str, list[Figure]] = {}
        for figure in here:
            by_kind.setdefault(kind(figure.unit), []).append(figure)
        for unit, same in by_kind.items():
            if len(same) < 3 or unit == "%" or any(figure.approximate for figure in same):
                continue
            fits = [
                (same[i], same[i + 1 : j])
                for i in range(len(same) - 2)
                for j in range(min(len(same), i + 8), i + 2, -1)
                if sum(figure.value for figure in same[i + 1 : j]) == same[i].value
            ]
            if fits:
                total, parts = fits[0]
                yield Group(total.start, parts[-1].end, tuple(f.value for f in parts), total.value, True)
            elif len(same) == 3 and _says_rest(report.text, same[1].end, same[2]):
                total, one, other = same
                words = (
                    f"{number(one.value)}＋其余{number(other.value)}＝{number(one.value + other.value)}，"
                    f"与总数{number(total.value)}{total.unit}不符，请核对。"
                )
                places = ((total.start, total.end), (one.start, other.end))
                yield Group(total.start, other.end, (one.value, other.value), total.value, False, words, places)


def _says_rest(text: str, start: int, figure: Figure) -> bool:
    return re.search(r"[，；、](?:其余|剩余|剩下|余下)的?$", text[start : figure.start]) is not None

"""Groups of figures in prose that belong together, and whether they hold."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lint.checks.rules import sums_told as told
from lint.checks.rules.sums_bare import bare_list
from lint.checks.rules.sums_lists import read_partitions, read_totals_behind
from lint.checks.rules.sums_parts import (
    LONGEST_LIST,
    MOST,
    THINGS,
    Part,
    kind,
    list_after,
    number,
    rest,
    same_kind,
    slack,
)
from lint.checks.rules.sums_progress import read_progress
from lint.checks.rules.sums_rates import read_growth, read_rates
from lint.checks.rules.sums_told import Group
from lint.document.lazy import lazy
from lint.document.report import Figure, Report
from lint.document.stretches import Stretches

_OVERLAP = lazy(r"^(?:涉|含|有|包括|重大|重点|女|少数民族|党员|妇女|未成年)")
_MANY, _NEARLY = 3, 0.9  # a list of so many parts that comes so near to the total was meant to be complete
_BREAKS = lazy(r"[。！？；\n]")
# the two that together are always all, as procedures and ways of handling are divided
_HALVES = (("简易", "普通"), ("线上", "线下"), ("男", "女"))


def read_groups(report: Report) -> list[Group]:
    """All groups in order, each stretch of text in one group of a kind."""
    figures = [figure for figure in report.figures if figure.unit]
    starts = [figure.start for figure in figures]
    found = [group for start, end in _among(report) if (group := _of_which(report, figures, starts, start, end))]
    found.extend(read_totals_behind(report, figures))
    seen = Stretches((group.start, group.end) for group in found)
    found.extend(group for group in read_partitions(report, figures, starts) if not seen.touch(group.start, group.end))
    wrong = Stretches((group.start, group.end) for group in found if group.words)
    progress = read_progress(report, figures, starts)
    found.extend(group for group in progress if not wrong.touch(group.start, group.end))
    rates = list(read_rates(report, figures, starts))
    rated = {(rate.start, rate.parts) for rate in rates}
    found = [group for group in found if group.holds is not None or (group.start, group.parts) not in rated]
    return sorted([*found, *rates, *read_growth(report)], key=lambda group: (group.start, group.end))


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
    near = _before(report, figures, starts, at)[-_FARTHEST:]
    if near and len(bare := bare_list(report.text, at + 2, end, near[-1])) > len(parts):
        parts = bare
    if not parts:
        return None
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
        formula = told.as_written(report.text, [part.figure for part in parts], total)
        return Group(*stretch, values, total.value, None, formula=formula, verdict=told.INEXACT)
    if equal:
        return told.fitting(stretch, values, total.value)
    places = ((total.start, total.end), (at, parts[-1].figure.end))
    severity = _wrong(parts, added, [figure.value for figure in totals], any(f.approximate for f in totals))
    if severity:
        return told.failing(stretch, values, total.value, told.not_the_total(parts, added, total), places, severity)
    behind = _behind(report, figures, starts, parts[-1].figure)
    complete = report.text[stretch[1] : stretch[1] + 1] != "等" and total.value - added not in behind
    if complete and len(totals) == 1 and _halves(parts):
        return told.failing(stretch, values, total.value, told.not_the_total(parts, added, total), places, "error")
    if complete and len(parts) >= _MANY and total.value * _NEARLY <= added < total.value:
        sums = "＋".join(number(value) for value in values)
        words = (
            f"分项相加{sums}＝{number(added)}，少于总数{number(total.value)}{total.unit}；如未列全，宜补“其他”一项。"
        )
        formula = told.added_up(values, total.value)
        return Group(*stretch, values, total.value, None, words, places, "hint", formula, told.SHORT)
    whole = next((one for one in reversed(totals) if not one.approximate and one.value >= added), total)
    return Group(
        whole.start,
        stretch[1],
        values,
        whole.value,
        None,
        formula=told.added_up(values, whole.value),
        verdict=told.open_verdict(values, whole.value),
    )


def _behind(report: Report, figures: list[Figure], starts: list[int], last: Figure) -> list[float]:
    """The figures of a kind with the last part's that follow it in its sentence: one may be a part, too."""
    index = report.sentence_index(last.start)
    if index is None:
        return []
    after = figures[bisect_left(starts, last.end) : bisect_left(starts, report.sentences[index].end)]
    return [figure.value for figure in after if same_kind(figure, last)]


def _halves(parts: list[Part]) -> bool:
    """Whether two parts are named as halves of a whole: 简易程序案件, 普通程序案件."""
    if len(parts) != 2:
        return False
    one, other = (part.label for part in parts)
    return any(
        a in one and b in other and one.replace(a, "", 1) == other.replace(b, "", 1)
        for pair in _HALVES
        for a, b in (pair, pair[::-1])
    )


def _comes_to(added: float, fine: list[float], total: Figure) -> bool:
    """Whether parts, each with its slack, come to an exact total; to one that is written less finely than a part of it
    (2.22亿元), as far as the last digits can tell."""
    coarse = slack(total)
    most = coarse + sum(fine) / 2 if min(fine) < coarse else 0.0
    return not total.approximate and round(abs(total.value - added), 6) <= most


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
    once = kind(unit) in THINGS or unit == "次" or (kind(unit) == "场" and len(parts) >= _MANY)
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

"""Lists of figures without 其中: a total behind its parts (甲41件、乙52件，合计93件), and parts that just follow their
total (受理38件，调解33件，其余5件…)."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lint.checks.rules import sums_told as told
from lint.checks.rules.sums_parts import Part, kind, list_before, number, rest, same_kind
from lint.checks.rules.sums_told import Group
from lint.document.lazy import lazy
from lint.document.report import Figure, Report

_TOTAL_BEHIND = lazy(r"(合计|总计|共计)(?:为|达到?|有)?$|(?<=[，；])(?:总|一)?共$")
_EACH = lazy(r"各|每|分别|均|都|多|余|[一二两三四五六七八九十]批")
_SHARED = lazy(r"各|每|分别|均|都")
# a list of acts: that two of them come to a third is chance
_ACTS = lazy(
    r"^(?:共|累计|全年|先后|并|还|已)?(?:开展|组织|召开|举办|制定|发放|印发|培训|检查|巡查|排查|建立|聘请|聘任|走访|学习|研究|公开|发布|宣传"
    r"|讲|参加|修订|出台|听取|约谈|督办|督查|报送|设立|设置|张贴|解答|提供|接待|化解|调解纠纷|审查|审核|办理|受理|查处|立案)"
)
_HELD = "场"  # the kind of what is held: meetings, lessons
_TOO_FEW = 20  # a smaller total may come out by chance


def read_totals_behind(report: Report, figures: list[Figure]) -> Iterator[Group]:
    """甲41件、乙52件，合计93件."""
    text = report.text
    for at, total in enumerate(figures):
        cue = _TOTAL_BEHIND.search(text, max(0, total.start - 5), total.start)
        if not cue:
            continue
        parts = list_before(text, figures, at, cue.start())
        if len(parts) < 2:
            continue
        values = tuple(part.figure.value for part in parts)
        stretch = (parts[0].figure.start, total.end)
        mixed = not all(same_kind(part.figure, total) for part in parts)
        if total.approximate or any(part.figure.approximate for part in parts):
            if mixed:
                continue
            formula = told.as_written(text, [part.figure for part in parts], total)
            yield Group(*stretch, values, total.value, None, formula=formula, verdict=told.INEXACT)
            continue
        right = next((i for i in range(len(values) - 1) if round(sum(values[i:]) - total.value, 6) == 0), None)
        if right is not None:
            yield told.fitting((parts[right].figure.start, total.end), values[right:], total.value)
        elif (parts[0].listed or (cue[1] and not mixed)) and _whole(text, parts) and (not mixed or rest(parts[-1])):
            words = told.not_the_total(parts, sum(values), total)
            severity = "error" if parts[0].listed and not mixed else "warning"
            yield told.failing(stretch, values, total.value, words, ((total.start, total.end),), severity)
        elif not mixed:
            formula = told.not_equal(values, total.value)
            yield Group(*stretch, values, total.value, None, formula=formula, verdict=told.UNCLEAR)


def _whole(text: str, parts: list[Part]) -> bool:
    """Whether the list is there as a whole and each figure counts once: not 甲村、乙村各2次."""
    begin = parts[0].figure.start - len(parts[0].label)
    return text[begin - 1 : begin] != "、" and not any(_EACH.search(part.label) for part in parts)


def read_partitions(report: Report, figures: list[Figure], starts: list[int]) -> Iterator[Group]:
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
                if round(sum(figure.value for figure in same[i + 1 : j]) - same[i].value, 6) == 0
                and _divides(report.text, same[i], same[i + 1 : j])
            ]
            if fits:
                total, parts = fits[0]
                yield told.fitting((total.start, parts[-1].end), tuple(f.value for f in parts), total.value)
            elif len(same) == 3 and _says_rest(report.text, same[1].end, same[2]):
                total, one, other = same
                if one.value + other.value == total.value:
                    continue
                words = (
                    f"{number(one.value)}＋其余{number(other.value)}＝{number(one.value + other.value)}，"
                    f"与总数{number(total.value)}{total.unit}不符，请核对。"
                )
                places = ((total.start, total.end), (one.start, other.end))
                yield told.failing((total.start, other.end), (one.value, other.value), total.value, words, places)


def _divides(text: str, total: Figure, parts: list[Figure]) -> bool:
    """Whether figures that come to one before them are parts of it and not just other acts of the sentence."""
    begins = [total.end, *(part.end for part in parts)]
    between = [text[begin : part.start] for begin, part in zip(begins, parts, strict=False)]
    labels = [re.split("[，；：、）]", words)[-1] for words in between]
    if not total.value or text[total.end : total.end + 1] == "、" or any(_SHARED.search(label) for label in labels):
        return False
    if total.value < _TOO_FEW and kind(total.unit) == _HELD and not _says_rest(text, parts[-2].end, parts[-1]):
        return False
    return total.value >= _TOO_FEW or not any(_ACTS.match(label) for label in labels)


def _says_rest(text: str, start: int, figure: Figure) -> bool:
    return re.search(r"[，；、](?:其余|剩余|剩下|余下)的?$", text[start : figure.start]) is not None

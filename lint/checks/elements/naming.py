"""Answers that name the shortcoming they answer (针对案卷方面的问题，…): they go to that one wherever they stand."""

from collections.abc import Sequence

from lint.checks.elements.parts import Part
from lint.document.lazy import lazy
from lint.document.report import Report

_NAMES = lazy(
    r"(?:[一二三四五六七八九十]{1,3}是|第?[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[.、])?"
    r"(?:针对|对于|围绕)([^，。；：\n]{2,40}?)(?:方面)?的?(?:问题|不足|短板|情况|现象|薄弱环节)[，：]"
)
_SEVERAL = lazy(r"[、和及与]")
_GENERAL = lazy(r"^(?:上述|以上|存在|这|该|此|自查|检查|反馈|督察|查摆|发现|前述|有关|相关|各类)")
_ENOUGH = 0.5  # share of the name's pairs of characters that a shortcoming must have in common with it
_HAN = lazy(r"[\u4e00-\u9fff]+")


def names(report: Report, start: int) -> bool:
    """Whether the sentence that begins at the folded offset names what it answers."""
    found = _NAMES.match(report.text, start)
    return found is not None and not _GENERAL.match(found[1])


def owners(report: Report, start: int, shortcomings: Sequence[Part]) -> tuple[int, ...]:
    """Which shortcomings the sentence that begins at the folded offset names; none when it names none for certain."""
    found = _NAMES.match(report.text, start)
    if found is None or _GENERAL.match(found[1]):
        return ()
    texts = [_pairs(report.text[part.start : part.end]) for part in shortcomings]
    chosen = {_best(_pairs(name), texts) for name in (found[1], *_SEVERAL.split(found[1]))}
    return tuple(sorted(at for at in chosen if at is not None))


def _best(name: frozenset[str], texts: Sequence[frozenset[str]]) -> int | None:
    """The one text that has most of the name, when no other has as much."""
    if not name:
        return None
    shares = [len(name & text) / len(name) for text in texts]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    if best is None or shares[best] < _ENOUGH or shares.count(shares[best]) > 1:
        return None
    return best


def _pairs(text: str) -> frozenset[str]:
    return frozenset(run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1))

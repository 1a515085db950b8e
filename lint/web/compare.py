"""Two drafts of one report: what was mended since the last check, and what is new. By fingerprint, as a baseline."""

from collections.abc import Mapping
from dataclasses import dataclass

from lint.record import shape
from lint.render.verdict import open_findings
from lint.render.words import SEVERITY_RANK, STATUS_WORD, shorten

_RANK = {"absent": 0, "thin": 1}  # the lower, the more there is to write
_LONGEST = 120  # characters


@dataclass(frozen=True, slots=True)
class Point:
    """One open finding: what it is about, what it says, at how many places; the id and the status of the element that
    it restates, where it does."""

    fingerprint: str
    about: str
    says: str
    count: int
    element: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Sentences, the gravest first: `mended` is gone, `better` and `worse` have changed, `fresh` was not there before;
    `left` counts what stays as it was."""

    mended: tuple[str, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    fresh: tuple[str, ...]
    left: int


def points(report: shape.Report) -> tuple[Point, ...]:
    """The open findings of a record, the gravest first."""
    status = {element["id"]: element["status"] for element in report["elements"]}
    title = {element["id"]: element["title"] for element in report["elements"]}
    found = sorted(open_findings(report), key=lambda finding: SEVERITY_RANK[finding["severity"]])
    return tuple(
        Point(
            one["fingerprint"],
            title.get(one["element"] or "") or _quoted(one),
            shorten(one["message"], _LONGEST),
            one["count"],
            one["element"],
            status.get(one["element"] or ""),
        )
        for one in found
    )


def compare(before: tuple[Point, ...], after: tuple[Point, ...], now: Mapping[str, str]) -> Comparison:
    """What has become of the points of the earlier draft; `now` has the statuses of the elements of the later one."""
    old = {point.fingerprint: point for point in before}
    new = {point.fingerprint: point for point in after}
    kept = [(old[mark], point) for mark, point in new.items() if mark in old]
    better = tuple(_change(was, is_) for was, is_ in kept if _step(was, is_) > 0)
    worse = tuple(_change(was, is_) for was, is_ in kept if _step(was, is_) < 0)
    return Comparison(
        mended=tuple(_mended(point, now) for mark, point in old.items() if mark not in new),
        better=better,
        worse=worse,
        fresh=tuple(_said(point.about, point.says) for mark, point in new.items() if mark not in old),
        left=len(kept) - len(better) - len(worse),
    )


def _mended(point: Point, now: Mapping[str, str]) -> str:
    """某项：缺失→满足; of a text rule what had been said."""
    if point.element is None:
        return _said(point.about, point.says)
    was, is_ = STATUS_WORD.get(point.status or "", ""), STATUS_WORD.get(now.get(point.element, ""), "")
    return f"{point.about}：{was}→{is_}" if is_ else f"{point.about}：原来{was}，现在不查这一项"


def _step(was: Point, now: Point) -> int:
    """Positive for the better, negative for the worse."""
    if was.status != now.status:
        return _RANK.get(now.status or "", 0) - _RANK.get(was.status or "", 0)
    return was.count - now.count


def _change(was: Point, now: Point) -> str:
    if was.status != now.status:
        words = (STATUS_WORD.get(point.status or "", "") for point in (was, now))
        return f"{now.about}：{'→'.join(words)}"
    return f"{_said(now.about, now.says)}（{was.count} 处→{now.count} 处）"


def _said(about: str, says: str) -> str:
    return f"{about}：{says}" if about else says


def _quoted(finding: shape.Finding) -> str:
    return f"“{shorten(finding['quote'], 24)}”" if finding["quote"] else ""

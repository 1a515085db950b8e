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
    """One open finding: what it says, at how many places, and the status of the element it restates."""

    fingerprint: str
    says: str
    count: int
    severity: shape.Severity
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
            shorten(f"{title[one['element']]}：{one['message']}" if one["element"] in title else _said(one), _LONGEST),
            one["count"],
            one["severity"],
            status.get(one["element"]) if one["element"] else None,
        )
        for one in found
    )


def compare(before: tuple[Point, ...], after: tuple[Point, ...]) -> Comparison:
    """What has become of the points of the earlier draft."""
    old = {point.fingerprint: point for point in before}
    new = {point.fingerprint: point for point in after}
    kept = [(old[mark], point) for mark, point in new.items() if mark in old]
    better = tuple(_change(was, now) for was, now in kept if _step(was, now) > 0)
    worse = tuple(_change(was, now) for was, now in kept if _step(was, now) < 0)
    return Comparison(
        mended=_gone(old, new),
        better=better,
        worse=worse,
        fresh=_gone(new, old),
        left=len(kept) - len(better) - len(worse),
    )


def _gone(one: Mapping[str, Point], other: Mapping[str, Point]) -> tuple[str, ...]:
    return tuple(point.says for mark, point in one.items() if mark not in other)


def _step(was: Point, now: Point) -> int:
    """Positive for the better, negative for the worse."""
    if was.status != now.status:
        return _RANK.get(now.status or "", 0) - _RANK.get(was.status or "", 0)
    return was.count - now.count


def _change(was: Point, now: Point) -> str:
    if was.status != now.status:
        words = (STATUS_WORD.get(point.status or "", "") for point in (was, now))
        return f"{now.says}（{'→'.join(words)}）"
    return f"{now.says}（{was.count} 处→{now.count} 处）"


def _said(finding: shape.Finding) -> str:
    return f"“{shorten(finding['quote'], 24)}”：{finding['message']}" if finding["quote"] else finding["message"]

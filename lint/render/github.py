"""Workflow commands of GitHub Actions (Gitea and Forgejo read them, too): one annotation a line.

GitHub shows ten of a kind from one step, so that only ten are written; a plain line tells how many are left out. A file
without lines is annotated as a whole, and the message tells the place. Columns count code points, and stand only where
the place is within one line.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from lint.record import shape
from lint.render.notices import Notice, amiss, notices, unreadable
from lint.render.words import SEVERITY_WORD
from lint.run import Failure, Seen

Level = Literal["error", "warning", "notice"]
SHOWN = 10
_LEVEL: dict[shape.Severity, Level] = {"error": "error", "warning": "warning", "hint": "notice"}


class Github:
    """Keeps ten of each level, the first of every report before the second of any, and writes them at the end: no other
    output comes between."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._kept: dict[shape.Severity, list[tuple[int, int, str]]] = {severity: [] for severity in _LEVEL}
        self._left_out: dict[shape.Severity, int] = dict.fromkeys(_LEVEL, 0)
        self._files = 0

    def begin(self) -> str:
        return ""

    def report(self, run: Seen, report: shape.Report) -> str:
        return self._keep(notices(run, report, self._root))

    def failure(self, failure: Failure) -> str:
        return self._keep((unreadable(failure, self._root),))

    def policy(self, finding: shape.PolicyFinding) -> str:
        return self._keep((amiss(finding, self._root),))

    def finish(self) -> str:
        lines = [line for kept in self._kept.values() for _, _, line in sorted(kept, key=lambda one: one[1])]
        rest = "、".join(f"{SEVERITY_WORD[level]} {count} 条" for level, count in self._left_out.items() if count)
        if rest:
            lines.append(f"清单体检：GitHub 每步每级只显示 {SHOWN} 条，另有{rest}没有标注，请看作业摘要或完整结果。\n")
        return "".join(lines)

    def _keep(self, found: Iterable[Notice]) -> str:
        self._files += 1
        numbers: Counter[shape.Severity] = Counter()
        for notice in found:
            numbers[notice.severity] += 1
            kept = self._kept[notice.severity]
            if len(kept) == SHOWN and (numbers[notice.severity], self._files) > max(kept)[:2]:
                self._left_out[notice.severity] += 1
                continue
            kept.append((numbers[notice.severity], self._files, _annotation(notice)))
            if len(kept) > SHOWN:
                kept.remove(max(kept))
                self._left_out[notice.severity] += 1
        return ""


def command(level: Level, properties: dict[str, str], message: str) -> str:
    """One workflow command, escaped as GitHub's own toolkit does."""
    said = ",".join(f"{key}={_in_property(value)}" for key, value in properties.items() if value)
    return f"::{level} {said}::{_in_message(message)}\n"


def _annotation(notice: Notice) -> str:
    at = notice.region("points")
    spot = {}
    if at is not None:
        spot = {"line": str(at.line), "endLine": str(at.end_line)}
        if at.line == at.end_line:
            spot |= {"col": str(at.column), "endColumn": str(at.end_column)}
    title = f"{notice.title}（{notice.rule}）"
    # Path and text are neutral already: no control character is left in them.
    return command(_LEVEL[notice.severity], {"file": notice.path, **spot, "title": title}, notice.text)


def _in_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    return _in_message(text).replace(":", "%3A").replace(",", "%2C")

"""The job summary of GitHub Actions: a table of all reports first, then the details, as far as GitHub takes them.

GitHub refuses a summary of more than 1 MiB; whatever does not fit is left out, and the text says so.
"""

from pathlib import Path

from lint.record import shape
from lint.render.counted import counted
from lint.render.locations import relative_path
from lint.render.markdown import failure_section, needs_person, policy_section, section
from lint.render.markdown_text import inline, table
from lint.render.notices import Notice, amiss
from lint.render.verdict import open_findings
from lint.render.words import SEVERITY_WORD
from lint.run import Failure, Seen

_ROWS = 300_000  # bytes of the table
_DETAILS = 600_000  # bytes of the details
_HEAD = ("文件", "应查", "满足", "不充分", "缺失", "待核", *SEVERITY_WORD.values())


class GithubSummary:
    """Keeps a row for each report and as much of the details as will be shown."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._rows: list[tuple[str, ...]] = []
        self._details: list[str] = []
        self._policy: list[Notice] = []
        self._row_bytes = self._detail_bytes = 0
        self._rows_left_out = self._details_left_out = self._checked = self._others = self._failures = 0

    def begin(self) -> str:
        return ""

    def report(self, run: Seen, report: shape.Report) -> str:
        self._checked += report["recognised"]
        self._others += not report["recognised"]
        found = open_findings(report)
        counts = [str(sum(f["severity"] == severity for f in found)) for severity in SEVERITY_WORD]
        score = report["score"]
        judged = (
            [str(score[key]) for key in ("applicable", "met", "thin", "absent", "review")]
            if score
            else ["不是这类报告", "", "", "", ""]
        )
        self._row((inline(relative_path(run.path, self._root)), *judged, *counts))
        if found or any(map(needs_person, report["elements"])):
            self._detail(section(run, report, self._root))
        return ""

    def failure(self, failure: Failure) -> str:
        self._failures += 1
        self._row((inline(relative_path(failure.path, self._root)), "没有读成", *[""] * (len(_HEAD) - 2)))
        self._detail(failure_section(failure, self._root))
        return ""

    def policy(self, finding: shape.PolicyFinding) -> str:
        self._policy.append(amiss(finding, self._root))
        return ""

    def finish(self) -> str:
        said = [f"# 清单体检结果\n\n{counted(self._checked, self._others, self._failures)}。\n"]
        if self._rows:
            said.append(table(_HEAD, self._rows))
        if self._rows_left_out:
            said.append(f"另有 {self._rows_left_out} 份放不下，没有列在表里。\n")
        if self._policy:
            said.append(policy_section(self._policy))
        said += self._details
        if self._details_left_out:
            said.append(f"另有 {self._details_left_out} 份的详情放不下（GitHub 的摘要不能超过 1 MB），请看完整结果。\n")
        return "\n".join(said)

    def _row(self, cells: tuple[str, ...]) -> None:
        self._row_bytes += sum(len(cell.encode("utf-8", "replace")) + 3 for cell in cells)
        if self._row_bytes <= _ROWS:
            self._rows.append(cells)
        else:
            self._rows_left_out += 1

    def _detail(self, text: str) -> None:
        size = len(text.encode("utf-8", "replace"))
        if self._detail_bytes + size <= _DETAILS:
            self._detail_bytes += size
            self._details.append(text)
        else:
            self._details_left_out += 1

"""Markdown: each report with its verdict, its findings and questions in tables; a summary line at the end."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lint.record import shape
from lint.render.counted import counted
from lint.render.excuse import answered, excuse
from lint.render.flat import sentence
from lint.render.locations import relative_path
from lint.render.markdown_text import inline, table
from lint.render.notices import Notice, amiss, elsewhere, said, unchecked, unreadable
from lint.render.verdict import advice, in_baseline, open_findings, reasoned, tallied
from lint.render.words import SEVERITY_RANK, SEVERITY_WORD, where
from lint.run import Failure, Seen

_HEAD = ("轻重", "位置", "问题", "编号")


class Markdown:
    """Draws the text; keeps the numbers only."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._found: Counter[str] = Counter()
        self._policy: list[Notice] = []
        self._checked = self._others = self._failures = 0

    def begin(self) -> str:
        return "# 清单体检结果\n\n"

    def report(self, run: Seen, report: shape.Report) -> str:
        self._checked += report["recognised"]
        self._others += not report["recognised"]
        self._found.update(finding["severity"] for finding in open_findings(report))
        return section(run, report, self._root)

    def failure(self, failure: Failure) -> str:
        self._failures += 1
        return failure_section(failure, self._root)

    def policy(self, finding: shape.PolicyFinding) -> str:
        self._policy.append(amiss(finding, self._root))
        return ""

    def finish(self) -> str:
        counts = "、".join(f"{word} {self._found[severity]}" for severity, word in SEVERITY_WORD.items())
        said = counted(self._checked, self._others, self._failures)
        return f"{policy_section(self._policy)}{said}：{counts}。\n"


def section(run: Seen, report: shape.Report, root: Path) -> str:
    """One report: heading, title, verdict, what to mend, what a person must look at, what has been excused."""
    blocks = [f"## {inline(relative_path(run.path, root))}\n"]
    if report["title"]:
        blocks.append(f"{inline(report['title'])}\n")
    said_of_it = f"{inline(advice(report, report['checklist']['title']))}\n"
    blocks.append(f"{tallied(report)}。\n\n{said_of_it}" if report["score"] else said_of_it)
    blocks += [f"说明：{inline(remark)}\n" for remark in report["remarks"]]
    if found := sorted(open_findings(report), key=lambda finding: SEVERITY_RANK[finding["severity"]]):
        blocks.append(table(_HEAD, [_row(run, report, finding) for finding in found]))
    if asked := [_question(e) for e in report["elements"] if needs_person(e)]:
        blocks.append("请人工核对：\n\n" + "".join(asked))
    if excused := reasoned(report):
        rows = [(inline(where(f)), inline(f["message"]), inline(excuse(f)), inline(f["rule"])) for f in excused]
        blocks.append("已说明理由，不计入：\n\n" + table(("位置", "问题", "理由", "编号"), rows))
    if owed := [finding for finding in report["findings"] if in_baseline(finding)]:
        plain = [(inline(where(f)), inline(f["message"]), inline(f["rule"])) for f in owed]
        blocks.append("已列入基线，仍待改，不计入：\n\n" + table(("位置", "问题", "编号"), plain))
    return "\n".join(blocks) + "\n"


def needs_person(element: shape.Element) -> bool:
    """Whether somebody must look at it: a question without an answer, a check that broke."""
    return element["status"] == "error" or (element["status"] == "review" and not answered(element))


def policy_section(found: Sequence[Notice]) -> str:
    """What is amiss with the configuration; nothing when nothing is."""
    if not found:
        return ""
    rows = [
        (
            SEVERITY_WORD[notice.severity],
            inline(f"{notice.path} 第{notice.line}行" if notice.line else notice.path),
            inline(notice.text),
            inline(notice.rule.removeprefix("qingdan.")),
        )
        for notice in found
    ]
    return f"## 配置\n\n{table(_HEAD, rows)}\n"


def failure_section(failure: Failure, root: Path) -> str:
    """One file that could not be checked."""
    notice = unreadable(failure, root)
    return f"## {inline(notice.path)}\n\n{inline(notice.text)}\n\n"


def _row(run: Seen, report: shape.Report, finding: shape.Finding) -> tuple[str, ...]:
    text = said(run, report, finding, placed=False) + elsewhere(run, finding)
    return SEVERITY_WORD[finding["severity"]], inline(where(finding)), inline(text), inline(finding["rule"])


def _question(element: shape.Element) -> str:
    text = unchecked(element) if element["status"] == "error" else sentence(element["question"] or element["message"])
    return f"- {inline(element['id'])} {inline(text)}\n"

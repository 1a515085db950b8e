"""The terminal's short text: per report a head, its verdict, its findings; at the end one summary line."""

from collections.abc import Sequence

from lint.record import shape
from lint.render.console import paint, safe
from lint.render.verdict import advice, numbers, open_findings
from lint.render.words import SEVERITY_RANK, SEVERITY_WORD, shorten, where

_QUOTE = 24


def terminal(record: shape.Record, *, colour: bool = False) -> str:
    """The whole text for a record."""
    blocks = [report_text(report, report["checklist"]["title"], colour=colour) for report in record["reports"]]
    blocks += [failure_text(error, colour=colour) for error in record["errors"]]
    return "\n".join([*blocks, summary(record["reports"], record["errors"])]) + "\n"


def report_text(report: shape.Report, checklist_title: str, *, colour: bool = False) -> str:
    """One report: head, verdict, elements by severity, then what the text rules found, in the order of the text."""
    lines = [paint(f"■ {safe(report['path'])}", "head", colour)]
    if report["title"]:
        lines.append(f"  题 {safe(report['title'])}")
    if report["score"] is not None:
        lines.append(f"  {numbers(report['score'])}")
    lines.append(f"  {safe(advice(report, checklist_title))}")
    lines += [f"  说明 {safe(remark)}" for remark in report["remarks"]]
    found = open_findings(report)
    elements = sorted((f for f in found if f["element"]), key=lambda f: SEVERITY_RANK[f["severity"]])
    lines += [_finding(finding, colour) for finding in elements]
    lines += [_finding(finding, colour) for finding in found if not finding["element"]]
    for element in report["elements"]:
        if element["status"] in ("review", "error"):
            lines.append(_question(element))
    if waived := len(report["findings"]) - len(found):
        lines.append(f"  另有 {waived} 条已说明理由，不再提示")
    return "\n".join(lines) + "\n"


def failure_text(error: shape.Failed, *, colour: bool = False) -> str:
    """One file that could not be checked."""
    head = f"■ {safe(error['path'])}"
    return f"{paint(head, 'head', colour)}\n  未检查：{safe(error['message'])}\n"


def summary(reports: Sequence[shape.Report], errors: Sequence[shape.Failed]) -> str:
    """One line over everything."""
    found = [finding for report in reports for finding in open_findings(report)]
    counts = "、".join(
        f"{word} {sum(finding['severity'] == severity for finding in found)}"
        for severity, word in SEVERITY_WORD.items()
    )
    said = f"共检查 {len(reports)} 份：{counts}"
    if others := sum(not report["recognised"] for report in reports):
        said += f"；{others} 份不是本清单所查的报告"
    return said + (f"；{len(errors)} 份没有读成" if errors else "") + "。"


def _finding(finding: shape.Finding, colour: bool) -> str:
    location = where(finding)
    if finding["count"] > 1:
        location += f"等共 {finding['count']} 处"
    said = f"  {safe(location)} {paint(SEVERITY_WORD[finding['severity']], finding['severity'], colour)} "
    said += safe(finding["message"])
    quote = finding["quote"]
    if finding["element"] is None and len(quote.strip()) > 2 and quote not in finding["message"]:
        said += f" 原文：“{safe(shorten(quote, _QUOTE))}”"
    if finding["suggestion"]:
        said += f" 可改为：“{safe(shorten(finding['suggestion'], _QUOTE))}”"
    return f"{said} [{safe(finding['rule'])}]"


def _question(element: shape.Element) -> str:
    place = next(iter(element["evidence"]), element["nearest"])
    location = f"{safe(where(place))} " if place else ""
    if element["status"] == "error":
        return f"  {location}未查成 {safe(element['message'])} {safe(element['reason'] or '')} [{safe(element['id'])}]"
    return f"  {location}待核 {safe(element['question'] or element['message'])} [{safe(element['id'])}]"

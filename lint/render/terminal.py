"""The terminal's short text: per report a head, its verdict, its findings; at the end one summary line."""

from collections.abc import Sequence

from lint.record import shape
from lint.render.console import paint, safe
from lint.render.counted import counted as how_many
from lint.render.reviewed import counts, is_open, is_refuted, lapsed_said
from lint.render.reviewed import said as verdict_said
from lint.render.verdict import advice, in_baseline, open_findings, tallied
from lint.render.words import SEVERITY_RANK, SEVERITY_WORD, STATUS_WORD, shorten, where

_QUOTE = 24


class Counts:
    """What the last line says of all reports, counted as they come."""

    def __init__(self) -> None:
        self.reports = self.others = 0
        self.severities = dict.fromkeys(SEVERITY_WORD, 0)

    def add(self, report: shape.Report) -> None:
        """Counts one report."""
        self.reports += 1
        self.others += not report["recognised"]
        for finding in open_findings(report):
            self.severities[finding["severity"]] += 1


def ending(
    counted: Counts,
    errors: Sequence[shape.Failed],
    policy: Sequence[shape.PolicyFinding],
    *,
    colour: bool = False,
) -> str:
    """What comes after the reports: what could not be read, what is amiss with the configuration, the last line."""
    blocks = [failure_text(error, colour=colour) for error in errors]
    if policy:
        blocks.append(policy_text(policy, colour=colour))
    return "\n".join([*blocks, summary(counted, len(errors), len(policy))]) + "\n"


def report_text(report: shape.Report, checklist_title: str, *, colour: bool = False) -> str:
    """One report: head, verdict, elements by severity, then what the text rules found, in the order of the text."""
    lines = [paint(f"■ {safe(report['path'])}", "head", colour)]
    if report["title"]:
        lines.append(f"  题 {safe(report['title'])}")
    if report["score"] is not None:
        lines.append(f"  {safe(tallied(report))}")
    if reviewed := counts(report["reviewed"]):
        lines.append(f"  复核 {safe(reviewed)}")
    lines.append(f"  {safe(advice(report, checklist_title))}")
    lines += [f"  说明 {safe(remark)}" for remark in report["remarks"]]
    found = open_findings(report)
    elements = sorted((f for f in found if f["element"]), key=lambda f: SEVERITY_RANK[f["severity"]])
    lines += [_finding(finding, colour) for finding in elements]
    lines += [_finding(finding, colour) for finding in found if not finding["element"]]
    for element in report["elements"]:
        if is_open(element):
            lines.append(_question(element))
        elif is_refuted(element):
            lines.append(_refuted(element))
    lines += [f"  复核意见 {safe(lapsed_said(lapsed))} [{safe(lapsed['rule'])}]" for lapsed in report["lapsed"]]
    lines += _excused(report)
    return "\n".join(lines) + "\n"


def failure_text(error: shape.Failed, *, colour: bool = False) -> str:
    """One file that could not be checked."""
    head = f"■ {safe(error['path'])}"
    return f"{paint(head, 'head', colour)}\n  未检查：{safe(error['message'])}\n"


def policy_text(found: Sequence[shape.PolicyFinding], *, colour: bool = False) -> str:
    """What is amiss with the configuration and the baseline."""
    lines = []
    for path in dict.fromkeys(finding["path"] for finding in found):
        lines.append(paint(f"■ {safe(path)}", "head", colour))
        lines += [policy_line_text(finding, colour=colour) for finding in found if finding["path"] == path]
    return "\n".join(lines) + "\n"


def policy_line_text(finding: shape.PolicyFinding, *, colour: bool = False) -> str:
    """One line: place, severity, message, rule."""
    place = f"第{finding['line']}行 " if finding["line"] else ""
    word = paint(SEVERITY_WORD[finding["severity"]], finding["severity"], colour)
    return f"  {place}{word} {safe(finding['message'])} [{finding['rule']}]"


def summary(counted: Counts, errors: int, policy: int = 0) -> str:
    """One line over everything."""
    said = "、".join(f"{SEVERITY_WORD[severity]} {count}" for severity, count in counted.severities.items())
    said = f"{how_many(counted.reports - counted.others, counted.others, errors)}：{said}"
    return said + (f"；配置和基线有 {policy} 处要处理" if policy else "") + "。"


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
    if finding["verdict"]:
        said += f" 复核{safe(verdict_said(finding['verdict']))}"
    return f"{said} [{safe(finding['rule'])}]"


def _refuted(element: shape.Element) -> str:
    place = next(iter(element["evidence"]), None)
    location = f"{safe(where(place))} " if place else ""
    judged = f"{element['title']}（{STATUS_WORD[element['status']]}）"
    verdict = verdict_said(element["verdict"]) if element["verdict"] else ""
    return f"  {location}复核 {safe(judged + verdict)} [{safe(element['id'])}]"


def _question(element: shape.Element) -> str:
    place = next(iter(element["evidence"]), element["nearest"])
    location = f"{safe(where(place))} " if place else ""
    if element["status"] == "error":
        return f"  {location}未查成 {safe(element['message'])} {safe(element['reason'] or '')} [{safe(element['id'])}]"
    return f"  {location}待核 {safe(element['question'] or element['message'])} [{safe(element['id'])}]"


def _excused(report: shape.Report) -> list[str]:
    """What counts no longer: each waiver with its reason; what stands in the baseline as a number."""
    excused = [finding for finding in report["findings"] if finding["waived"]]
    if not excused:
        return []
    from lint.render.cards import waiver  # noqa: PLC0415  most runs excuse nothing

    lines = []
    baseline = 0
    for finding in excused:
        if in_baseline(finding):
            baseline += 1
            continue
        said = "；".join(f"{label}：{text}" for label, text in waiver(finding))
        rule = safe(finding["rule"])
        lines.append(f"  {safe(where(finding))} 已说明理由 {safe(finding['message'])} {safe(said)} [{rule}]")
    return [*lines, f"  另有 {baseline} 条已列入基线，不再提示"] if baseline else lines

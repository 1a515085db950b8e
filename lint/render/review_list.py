"""What `qingdan review` lists: all that a verdict can be given on, with the key to type, and the verdicts there are."""

from lint.policy.subjects import Subject, subjects
from lint.record import shape
from lint.render.console import argument, safe
from lint.render.reviewed import counts, lapsed_said, said
from lint.render.words import SEVERITY_WORD, STATUS_SIGN, STATUS_WORD, shorten, where

_WIDEST = 24
_QUOTE = 30


def review_list(report: shape.Report) -> str:
    """The list for one report."""
    found = subjects(report)
    width = min(max((len(subject.key) for subject in found), default=0), _WIDEST)
    lines = [f"■ {safe(report['path'])}"]
    if report["title"]:
        lines.append(f"  题 {safe(report['title'])}")
    lines.append(f"  复核 {safe(counts(report['reviewed'])) or '还没有意见'}")
    lines += [f"  说明 {safe(remark)}" for remark in report["remarks"]]
    sections = (
        ("要素", [s for s in found if s.element]),
        ("文字与数据", [s for s in found if s.finding and not s.element]),
        ("不再适用的意见（可以用 --undo 删去）", [s for s in found if s.lapsed]),
    )
    for head, group in sections:
        if group:
            lines.append(f"  {head}")
            lines += [row for subject in group for row in _rows(subject, width)]
    path = safe(argument(report["path"]))
    lines.append(f"  写意见：qingdan review {path} 编号 --disagree --reason 理由 --office 单位")
    return "\n".join(lines) + "\n"


def _rows(subject: Subject, width: int) -> list[str]:
    rows = [f"    {safe(subject.key).ljust(width)}  {_about(subject)}"]
    if subject.verdict:
        rows.append(f"    {' ' * width}  复核意见 {safe(said(subject.verdict))}")
    return rows


def _about(subject: Subject) -> str:
    if subject.lapsed:
        return safe(f"{subject.rule} {lapsed_said(subject.lapsed)}")
    if subject.element:
        status = subject.element["status"]
        word = f"{STATUS_SIGN[status]} {STATUS_WORD[status]}".ljust(5, "\u3000")  # see streams.show
        return f"{word} {safe(subject.element['title'])}{_asked(subject.element)}"
    if subject.finding is None:
        return ""
    finding = subject.finding
    more = f"等共 {finding['count']} 处" if finding["count"] > 1 else ""
    quote = "" if finding["quote"] in finding["message"] else f" 原文：“{shorten(finding['quote'], _QUOTE)}”"
    return safe(f"{SEVERITY_WORD[finding['severity']]} {where(finding)}{more} {finding['message']}{quote}")


def _asked(element: shape.Element) -> str:
    return safe(f"：{element['question']}") if element["question"] else ""

"""Verdicts laid over the record of a new draft: those that still hold are set, the others are listed with why not.

- A verdict on a finding holds while the finding is there (its fingerprint), whatever line, section or file it is in.
- A verdict on an element holds while the element's status is the one it was given on.
- 不同意 and 可以保留 excuse a finding. 未写明 on a question for a person makes it a finding; 已写明 answers it.
- After its last day a verdict holds no longer.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lint.policy.identity import Identity, identity, match
from lint.policy.verdicts import Given, Review, SideFile, permitted
from lint.record import shape
from lint.record.findings import element_finding, in_order, rule_of
from lint.record.places import Places
from lint.record.privacy import Masked
from lint.record.terms import REFUTABLE, STATUS_WORD, VERDICT_WORD
from lint.run import Run

_EXCUSES = ("disagree", "waived")


def lay_over(run: Run, report: shape.Report, side: SideFile) -> shape.Report:
    """The record with the verdicts of a side file laid over it. A finding that was excused by something else is told
    by the verdict from then on."""
    document = identity(report, Path(side.name).parent)
    review = review_of(document, side)
    said = _remarks(document, review, side)
    if review is None:
        return {**report, "remarks": [*report["remarks"], *said]} if said else report
    masked = Masked.of(run.document.text, run.result.findings)
    elements = {element["fingerprint"]: element for element in report["elements"]}
    findings = {finding["fingerprint"]: finding for finding in report["findings"]}
    lapsed: list[shape.Lapsed] = []
    held: list[Given] = []
    raised: list[shape.Finding] = []
    for given in review.verdicts:
        verdict = _verdict(given, masked)
        element, finding = elements.get(given.fingerprint), findings.get(given.fingerprint)
        if finding is None and _is_off(run, given):
            continue
        if why := _why_not(given, report, element, finding):
            lapsed.append(_lapsed(given, verdict, masked, why))
            continue
        held.append(given)
        if element is not None:
            elements[given.fingerprint] = element = {**element, "verdict": verdict}
        if finding is not None:
            findings[given.fingerprint] = _judged(finding, verdict)
        elif element is not None and given.verdict == "unmet":
            raised.append(_unmet(run, element, verdict, Places(run.report, masked)))
    order = {given.fingerprint: at for at, given in enumerate(sorted(review.verdicts, key=_by_rule))}
    return {
        **report,
        "remarks": [*report["remarks"], *said],
        "elements": list(elements.values()),
        "findings": sorted([*findings.values(), *raised], key=in_order),
        "reviewed": _counted(held, lapsed, side, report["reviewed"]),
        "lapsed": [*report["lapsed"], *sorted(lapsed, key=lambda one: order[one["fingerprint"]])],
    }


def review_of(document: Identity, side: SideFile) -> Review | None:
    """The verdicts on a document; None when the side file knows it not."""
    found = match(document, (review.document for review in side.reviews))
    return next((review for review in side.reviews if review.document == found), None)


def _is_off(run: Run, given: Given) -> bool:
    """Whether the verdict is about a finding of a rule that was not looked at this time (the layout)."""
    rule = rule_of(run, given.rule) if given.status is None else None
    return rule is not None and rule.off


def _why_not(
    given: Given, report: shape.Report, element: shape.Element | None, finding: shape.Finding | None
) -> str | None:
    """Why a verdict holds no longer."""
    if given.until and given.until < report["today"]:
        return "已过有效期"
    if not report["recognised"]:
        return "这次没有认作本清单所查的报告，没有核对"
    if given.status is None:
        if finding is not None and finding["element"] is None:
            return None
        failed = (one["id"] for one in report["elements"] if one["status"] == "error")
        lost = any(f"{given.rule}.".startswith(f"{rule}.") for rule in failed)
        return "这条规则这次没有检查成" if lost else "这一处已改好或原文已改"
    if element is None:
        return "这次所用的清单不查这一项"
    if element["status"] != given.status:
        was, now = STATUS_WORD[given.status], STATUS_WORD[element["status"]]
        return f"当时的结论是“{was}”，这次是“{now}”"
    return None if given.verdict in permitted(given.status) else "这种意见不能用于这一项"


def _verdict(given: Given, masked: Masked) -> shape.Verdict:
    return {
        "verdict": given.verdict,
        "reason": masked.clean(given.reason) or None,
        "office": given.office or None,
        "by": given.by or None,
        "date": given.date or None,
        "until": given.until or None,
    }


def _lapsed(given: Given, verdict: shape.Verdict, masked: Masked, why: str) -> shape.Lapsed:
    about = f"{STATUS_WORD[given.status]}：{given.about}" if given.status else given.about
    return {**verdict, "fingerprint": given.fingerprint, "rule": given.rule, "about": masked.clean(about), "why": why}


def _judged(finding: shape.Finding, verdict: shape.Verdict) -> shape.Finding:
    if verdict["verdict"] not in _EXCUSES:
        return {**finding, "verdict": verdict}
    waived = {
        "verdict": VERDICT_WORD[verdict["verdict"]],
        "reason": verdict["reason"],
        "authority": verdict["office"],
        "by": verdict["by"],
        "date": verdict["date"],
        "until": verdict["until"],
    }
    return {**finding, "verdict": verdict, "waived": waived}


def _unmet(run: Run, element: shape.Element, verdict: shape.Verdict, places: Places) -> shape.Finding:
    message = f"复核认为“{element['title']}”没有写明"
    if verdict["reason"]:
        message += f"：{verdict['reason']}"
    return {**element_finding(run, element, places), "message": message, "verdict": verdict}


def _counted(
    held: Sequence[Given], lapsed: Sequence[shape.Lapsed], side: SideFile, before: shape.Reviewed | None
) -> shape.Reviewed:
    count = Counter(given.verdict for given in held)
    refuted = sum(given.verdict == "disagree" and given.status in REFUTABLE for given in held)
    old = before or {
        "files": [], "agree": 0, "disagree": 0, "waived": 0, "met": 0, "unmet": 0, "refuted": 0, "lapsed": 0
    }  # fmt: skip
    return {
        "files": [*old["files"], side.name],
        "agree": old["agree"] + count["agree"],
        "disagree": old["disagree"] + count["disagree"],
        "waived": old["waived"] + count["waived"],
        "met": old["met"] + count["met"],
        "unmet": old["unmet"] + count["unmet"],
        "refuted": old["refuted"] + refuted,
        "lapsed": old["lapsed"] + len(lapsed),
    }


def _by_rule(given: Given) -> tuple[str, str, str]:
    return given.rule, given.about, given.fingerprint


def _remarks(document: Identity, review: Review | None, side: SideFile) -> list[str]:
    """What a person must know of how the report was found in the side file, or why it was not."""
    name = Path(side.name).name
    if review is not None:
        if review.document.key is not None and review.document.key == document.key:
            return []
        file = Path(document.path).name
        return [
            f"{name} 里的复核意见是按文件名“{file}”对上的（单位或年度没有认出，或者写法不同），请核对是不是同一份报告"
        ]
    return [_told(name, document, one) for one in side.reviews if _seems(document, one.document)]


def _told(name: str, document: Identity, other: Review) -> str:
    count, known = len(other.verdicts), other.document
    if known.checklist != document.checklist:
        said = f"{name} 里有 {count} 条复核意见是按清单“{known.checklist}”给的"
        return f"{said}，这次用的是“{document.checklist}”，没有套用"
    said = f"{name} 里这个文件名下有 {count} 条复核意见，记的是“{known.issuer or '未见'}”{known.year or ''}"
    return f"{said}，与这份报告的单位或年度不同，没有套用"


def _seems(document: Identity, other: Identity) -> bool:
    """Whether somebody may take one document for the other: another checklist, or the same path."""
    if document.key is not None and other.key is not None and other.key[:2] == document.key[:2]:
        return True
    return (other.checklist, other.path) == (document.checklist, document.path)

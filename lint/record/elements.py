"""The elements of a record: every outcome with the sentence that is true of it."""

from lint.checklist.model import Element
from lint.checks.results import ABSENT, ERROR, MET, NA, REVIEW, STATUSES, THIN, Outcome
from lint.record import shape
from lint.record.basis import BasisBook
from lint.record.fingerprint import of_element
from lint.record.places import Places
from lint.record.voice import remedy
from lint.run import Run

_RULES = "文字与数据"
_WITH_REMEDY = frozenset((THIN, ABSENT, REVIEW))


def elements_of(run: Run, places: Places, basis: BasisBook) -> list[shape.Element]:
    """One entry for each outcome, in the checklist's order; then the rules that failed."""
    kind = run.report.front.issuer_kind
    outcomes = {outcome.element: outcome for outcome in run.result.outcomes}
    known = [element for element in run.checklist.file.element if element.id in outcomes]
    others = sorted(outcomes.keys() - {element.id for element in known})
    return [
        *(_element(element, outcomes[element.id], places, basis, kind) for element in known),
        *(_failed_rule(run, outcomes[ident], places) for ident in others),
    ]


def score_of(elements: list[shape.Element]) -> shape.Score:
    """Numbers by status. Applicable is met + thin + absent; the others stand apart."""
    count = {status: sum(element["status"] == status for element in elements) for status in STATUSES}
    return {
        "met": count[MET],
        "thin": count[THIN],
        "absent": count[ABSENT],
        "applicable": count[MET] + count[THIN] + count[ABSENT],
        "na": count[NA],
        "review": count[REVIEW],
        "error": count[ERROR],
    }


def _element(element: Element, outcome: Outcome, places: Places, basis: BasisBook, kind: str) -> shape.Element:
    clean = places.masked.clean
    reason = outcome.reason if outcome.reason is not None else (element.na_reason or None)
    status = _status(outcome.status)
    return {
        "id": element.id,
        "title": element.title,
        "group": element.group,
        "status": status,
        "severity": element.severity,
        "message": clean(outcome.message or _sentence(element, outcome)),
        "basis": basis.entries(element.basis),
        "evidence": places.places(outcome.evidence),
        "searched": [clean(title) for title in outcome.searched],
        "nearest": places.maybe(outcome.nearest),
        "reason": clean(reason) if reason and status in (NA, ERROR) else None,
        "question": clean(outcome.question or element.question or _sentence(element, outcome))
        if status == REVIEW
        else None,
        "remedy": remedy(element.remedy, kind) if status in _WITH_REMEDY else None,
        "fingerprint": of_element(element.id),
        "verdict": None,
    }


def _failed_rule(run: Run, outcome: Outcome, places: Places) -> shape.Element:
    """A text rule (or the chain) that could not be run: no element, but nobody must overlook it."""
    rule = next((rule for rule in run.checklist.file.rule if rule.id == outcome.element), None)
    title = rule.title if rule else outcome.element
    return {
        "id": outcome.element,
        "title": title,
        "group": _RULES,
        "status": "error",
        "severity": rule.severity if rule else "error",
        "message": f"“{title}”这一项没有检查成，请人工核对",
        "basis": [],
        "evidence": places.places(outcome.evidence),
        "searched": [],
        "nearest": None,
        "reason": places.masked.clean(outcome.reason) if outcome.reason else None,
        "question": None,
        "remedy": None,
        "fingerprint": of_element(outcome.element),
        "verdict": None,
    }


def _sentence(element: Element, outcome: Outcome) -> str:
    if outcome.status == MET:
        return element.met
    if outcome.status == THIN:
        return element.thin
    if outcome.status == ABSENT:
        return element.absent
    if outcome.status == NA:
        return f"本项不适用：{outcome.reason or element.na_reason or '报告已说明'}"
    if outcome.status == REVIEW:
        return f"请人工核对“{element.title}”是否写明"
    return f"“{element.title}”这一项没有检查成，请人工核对"


def _status(said: str) -> shape.Status:
    if said == MET:
        return "met"
    if said == THIN:
        return "thin"
    if said == ABSENT:
        return "absent"
    if said == NA:
        return "na"
    return "review" if said == REVIEW else "error"

"""The findings of a record: those of the text rules, and one for each absent or thin element."""

from lint.checklist.model import ChainElement, CountElement, Element, PhraseElement, Rule, SectionElement, YearElement
from lint.checks.results import ABSENT, THIN, Finding, Outcome, SourceSpan
from lint.document.report import Report
from lint.record import shape
from lint.record.basis import BasisBook
from lint.record.fingerprint import set_fingerprints
from lint.record.places import Places
from lint.run import Run, Seen

_ONE_LOWER: dict[shape.Severity, shape.Severity] = {"error": "warning", "warning": "hint", "hint": "hint"}
_LONGEST_ANCHOR = 40


def findings_of(run: Run, places: Places, basis: BasisBook, elements: list[shape.Element]) -> list[shape.Finding]:
    """All findings, sorted by place, then rule, with their fingerprints."""
    found = [_text_finding(run, finding, places, basis) for finding in run.result.findings]
    found += [element_finding(run, element, places) for element in elements if element["status"] in (ABSENT, THIN)]
    found.sort(key=in_order)
    set_fingerprints(found)
    return found


def in_order(finding: shape.Finding) -> tuple[int, int, str, str]:
    """The key by which findings are sorted."""
    return finding["start"], finding["end"], finding["rule"], finding["message"]


def element_finding(run: Run, element: shape.Element, places: Places) -> shape.Finding:
    """The finding that restates the outcome of an element, with the fingerprint of the element."""
    by_id = {one.id: one for one in run.checklist.file.element}
    outcome = {one.element: one for one in run.result.outcomes}[element["id"]]
    return _element_finding(element, places.place(_anchor(run, by_id[element["id"]], outcome)))


def _text_finding(run: Run, finding: Finding, places: Places, basis: BasisBook) -> shape.Finding:
    spans = tuple(sorted(finding.places)) or (_first_words(run.report),)
    rule = rule_of(run, finding.rule)
    sources = finding.basis if finding.basis is not None else rule.basis if rule else ()
    clean = places.masked.clean
    return {
        **places.place(spans[0]),
        "rule": finding.rule,
        "severity": _severity(finding.severity),
        "message": clean(finding.message),
        "places": places.places(spans),
        "count": len(spans),
        "element": None,
        "basis": basis.entries(sources),
        "suggestion": None if finding.suggestion is None else clean(finding.suggestion),
        "fingerprint": "",
        "verdict": None,
        "waived": None,
    }


def _element_finding(element: shape.Element, place: shape.Place) -> shape.Finding:
    return {
        **place,
        "rule": element["id"],
        "severity": _ONE_LOWER[element["severity"]] if element["status"] == THIN else element["severity"],
        "message": element["message"],
        "places": [place],
        "count": 1,
        "element": element["id"],
        "basis": element["basis"],
        "suggestion": None,
        "fingerprint": element["fingerprint"],
        "verdict": None,
        "waived": None,
    }


def rule_of(run: Seen, ident: str) -> Rule | None:
    """The checklist's rule behind a finding; a finding may name a part of it ("term.some-name")."""
    rules = {rule.id: rule for rule in run.checklist.file.rule}
    while ident:
        if ident in rules:
            return rules[ident]
        ident = ident.rpartition(".")[0]
    return None


def _anchor(run: Run, element: Element, outcome: Outcome) -> SourceSpan:
    """Where an element's finding is placed: where it belongs, or what it consists of, or the nearest part there is."""
    if outcome.anchor is not None:
        return outcome.anchor
    if outcome.status != ABSENT and outcome.evidence:
        return outcome.evidence[0]
    report = run.report
    for role in _roles_of(run, element):
        if sections := report.sections_with(role):
            return report.source(sections[0].start, sections[0].end)
    if title := report.front.title:
        return report.source(title.start, title.end)
    return _first_words(report)


def _roles_of(run: Run, element: Element) -> tuple[str, ...]:
    """The roles of the parts in which the element belongs, best first."""
    if element.belongs:
        return element.belongs
    chain = run.checklist.file.chain
    if isinstance(element, ChainElement) and chain:
        own = {"cause": chain.causes, "rectification": chain.rectification, "plan": chain.plan}[element.link]
        return own, chain.shortcomings
    if isinstance(element, PhraseElement) and element.where:
        return element.where
    if isinstance(element, SectionElement | YearElement | CountElement) and element.role:
        return (element.role,)
    if isinstance(element, PhraseElement | CountElement):
        return tuple(name for name, role in run.checklist.file.roles.items() if role.fallback)
    return ()


def _first_words(report: Report) -> SourceSpan:
    for paragraph in report.paragraphs:
        if paragraph.end > paragraph.start:
            return report.source(paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_ANCHOR))
    return 0, min(len(report.document.text), _LONGEST_ANCHOR)


def _severity(said: str) -> shape.Severity:
    return "error" if said == "error" else "warning" if said == "warning" else "hint"

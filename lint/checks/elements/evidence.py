"""From a match in the folded text to the passage that is shown: whole clauses, without their final mark."""

from lint.checks.results import SourceSpan
from lint.document.report import Clause, Report

MAX_EVIDENCE = 120  # code points; a longer passage is cut to the match's own clause


def clause_at(report: Report, offset: int) -> Clause | None:
    """The clause that holds a folded offset, or None."""
    index = report.clause_index(offset)
    return report.clauses[index] if index is not None else None


def standing_at(report: Report, start: int, end: int) -> tuple[str, Clause] | None:
    """How the folded stretch holds, and its clause; None outside of the body.

    A stretch inside a span that stands otherwise (a topic) stands as the span does, and so does one that begins inside
    a cited title; a match that begins outside and takes it in (制定《…工作要点》) does not.
    """
    clause = clause_at(report, start)
    if clause is None:
        return None
    for span_start, span_end, standing in clause.spans:
        if span_start <= start and (end <= span_end or (standing in ("required", "cited") and start < span_end)):
            return standing, clause
    last = clause_at(report, end - 1)
    if last is not None and last is not clause and clause.standing == "done" and last.standing != "done":
        return last.standing, clause
    return clause.standing, clause


def passage(report: Report, start: int, end: int) -> SourceSpan:
    """The source span of the clauses that hold the folded match, without the mark that ends them."""
    first, last = clause_at(report, start), clause_at(report, end - 1)
    if first is None or last is None:
        return report.source(start, end)
    a, b = first.start, last.end
    if b - a > MAX_EVIDENCE:
        a, b = start, min(max(end, min(first.end, start + MAX_EVIDENCE)), start + MAX_EVIDENCE)
    while b > a + 1 and report.text[b - 1] in "，：。！？；":
        b -= 1
    return report.source(a, b)


def section_titles(report: Report, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Titles of the outermost sections of some roles (all sections when none are given), for "where was it looked"."""
    found = [s for s in report.sections if s.parent is None and (not roles or any(r in roles for r in s.roles))]
    return tuple(f"{s.number}{s.text}" for s in found)

"""Runs and failures → the record."""

from collections.abc import Iterable

from lint import __version__
from lint.checklist.checklist import Checklist
from lint.record import shape
from lint.record.basis import BasisBook
from lint.record.elements import elements_of, score_of
from lint.record.findings import findings_of
from lint.record.places import Places
from lint.record.privacy import Masked
from lint.run import Failure, Run

SCHEMA = 1
TOOL: shape.Tool = {"name": "qingdan", "version": __version__}


def record(runs: Iterable[Run], failures: Iterable[Failure] = ()) -> shape.Record:
    """The whole record of some runs."""
    return gather((report_record(run) for run in runs), failures)


def gather(
    reports: Iterable[shape.Report], failures: Iterable[Failure] = (), policy: Iterable[shape.PolicyFinding] = ()
) -> shape.Record:
    """The whole record of reports made already. Reports and errors come sorted by path, in whatever order they came;
    what is amiss with the configuration (`policy`) in the order of its file."""
    ordered = sorted(reports, key=lambda report: report["path"])
    checklists = [report["checklist"] for report in ordered]
    return {
        "schema": SCHEMA,
        "tool": TOOL,
        "checklist": checklists[0] if checklists and all(c == checklists[0] for c in checklists) else None,
        "reports": ordered,
        "errors": [_error(failure) for failure in sorted(failures, key=lambda f: (f.path, f.message))],
        "policy_findings": list(policy),
    }


def checklist_record(checklist: Checklist) -> shape.Checklist:
    """Which checklist was used."""
    identity = checklist.identity
    return {
        "id": identity.id,
        "title": identity.title,
        "version": identity.version,
        "sha256": checklist.sha256,
        "extends": [
            {"id": base.id, "version": base.version, "sha256": base.sha256, "pinned": base.pinned}
            for base in checklist.inherited
        ],
    }


def report_record(run: Run) -> shape.Report:
    """One report of the record."""
    document, report, front = run.document, run.report, run.report.front
    masked = Masked.of(document.text, run.result.findings)
    places = Places(report, masked)
    basis = BasisBook(run)
    elements = elements_of(run, places, basis)
    return {
        "path": run.path,
        "sha256": document.sha256,
        "format": document.format,
        "encoding": document.encoding,
        "title": _title(run, masked),
        "issuer": masked.clean(front.issuer) if front.issuer else None,
        "report_year": run.year,
        "date": "{:04}-{:02}-{:02}".format(*front.date) if front.date else None,
        "today": run.today.isoformat(),
        "checklist": checklist_record(run.checklist),
        "remarks": list(document.remarks),
        "recognised": run.recognised,
        "score": score_of(elements) if run.recognised else None,
        "elements": elements,
        "shortcomings": [
            {
                **places.place(shortcoming.span),
                "label": masked.clean(shortcoming.label),
                "cause": places.link(shortcoming.cause),
                "rectification": places.link(shortcoming.rectification),
                "plan": places.link(shortcoming.plan),
            }
            for shortcoming in run.result.shortcomings
        ],
        "plan_measures": places.places(run.result.plan_measures),
        "sums": [
            {
                **places.place(total.span),
                "parts": [_number(part) for part in total.parts],
                "total": _number(total.total),
                "holds": total.holds,
                "formula": total.formula,
                "verdict": total.verdict,
            }
            for total in run.result.sums
        ],
        "findings": findings_of(run, places, basis, elements),
        "reviewed": None,
        "lapsed": [],
        "outline": [
            {
                **places.folded(section.start, section.end),
                "level": section.level,
                "number": section.number,
                "text": masked.clean(section.text),
                "roles": list(section.roles),
            }
            for section in report.sections
        ],
    }


def report_line(report: shape.Report) -> shape.ReportLine:
    """One report as a line of its own."""
    return {"schema": SCHEMA, "tool": TOOL, **report}


def failure_line(failure: Failure) -> shape.FailureLine:
    """One failure as a line of its own."""
    return {"schema": SCHEMA, "tool": TOOL, **_error(failure)}


def policy_line(finding: shape.PolicyFinding) -> shape.PolicyLine:
    """What is amiss with the configuration as a line of its own."""
    return {"schema": SCHEMA, "tool": TOOL, **finding}


def _error(failure: Failure) -> shape.Failed:
    return {"path": failure.path, "message": failure.message}


def _title(run: Run, masked: Masked) -> str | None:
    """The title as printed, its lines joined."""
    front = run.report.front
    lines = front.title_lines or ((front.title,) if front.title else ())
    pieces = []
    for line in lines:
        start, end = run.report.source(line.start, line.end)
        pieces.append("".join(masked.text[start:end].split()))
    return "".join(pieces) or None


def _number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value

"""The page of one report: one HTML file that needs nothing else."""

from markupsafe import Markup

from lint.record import report_record, shape
from lint.record.build import TOOL
from lint.record.privacy import Masked
from lint.render.limits import limits
from lint.render.security import content_policy, css_string
from lint.render.source_text import source_html
from lint.render.templates import render, text_of
from lint.render.view import view
from lint.render.words import LEGEND, SEVERITY_LEGEND, SEVERITY_WORD, STATUS_SIGN, STATUS_WORD, neutral
from lint.run import Run


def page(run: Run, report: shape.Report | None = None) -> str:
    """The page of a run. `report` is its record where waivers and a baseline have been laid over it."""
    report = report or report_record(run)
    masked = Masked.of(run.document.text, run.result.findings)
    shown = view(run, report, masked.text)
    style, script = text_of("page.css"), text_of("page.js")
    running_head = _running_head(report["issuer"] or shown.title)
    return render(
        "page.html.j2",
        view=shown,
        report=report,
        note_count=sum(len(group.notes) for group in shown.notes),
        checklist=run.checklist.identity,
        limits=limits(run.checklist.identity.limits),
        checklist_sha256=run.checklist.sha256,
        tool=TOOL,
        source=Markup(source_html(run.document, masked.text, shown.marks, report["outline"])),
        style=Markup(style),
        running_head=Markup(running_head),
        script=Markup(script),
        policy=content_policy((style, running_head), (script,)),
        legend=[(status, STATUS_SIGN[status], STATUS_WORD[status], meaning) for status, meaning in LEGEND.items()],
        severities=[(SEVERITY_WORD[severity], meaning) for severity, meaning in SEVERITY_LEGEND.items()],
    )


def _running_head(unit: str) -> str:
    """The head of each printed page names the unit; its text comes from the report, so it is escaped for CSS."""
    return f"@page{{@top-right{{content:{css_string(neutral(unit)[:40])}}}}}"

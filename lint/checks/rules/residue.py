"""What word processors, web pages, page headers and forms left behind."""

from collections.abc import Callable

from lint.checklist.model import ResidueRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.regions import Stretch, stretches
from lint.checks.rules.residue_blanks import blanks
from lint.checks.rules.residue_breaks import breaks
from lint.checks.rules.residue_marks import marks
from lint.checks.rules.residue_web import web
from lint.checks.rules.say import Speaker, finding
from lint.document.report import Report

_PARTS: tuple[Callable[[Report, Speaker, list[Stretch]], list[Finding]], ...] = (marks, web, breaks, blanks)


def check(context: Context, rule: ResidueRule) -> list[Finding]:
    """All residues, and what the checklist's own expressions find."""
    report = context.report
    spans = stretches(report)
    found = [one for part in _PARTS for one in part(report, rule, spans)]
    for source in rule.patterns:
        places = [report.source(*span) for span in context.checklist.book.regex(source).finditer(context.index)]
        if places:
            found.append(finding(rule, "这里疑为残留的文字，请核对后删去。", places, severity="warning"))
    return found

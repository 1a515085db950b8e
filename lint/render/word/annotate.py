"""A copy of the report with Word comments at the passages they are about, and nothing else changed."""

from lint.checks.results import SourceSpan
from lint.readers.errors import ReadError
from lint.record import shape
from lint.render.verdict import open_findings
from lint.render.word.bytes_of import UNWRITABLE
from lint.render.word.marking import mark
from lint.render.word.said import notes
from lint.render.write import OutputError
from lint.run import Run


def annotate(run: Run, report: shape.Report, *, suggest: bool = False) -> bytes:
    """The Word file with comments; for what is no Word file a new one of its text. Raises OutputError.

    Comments of an earlier check are replaced. With `suggest` certain corrections are offered as tracked changes.
    """
    document = run.document
    if not document.package:
        from lint.render.word.letter import set_anew  # noqa: PLC0415  only for what is no Word file

        document = set_anew(document, run.report)
    certain = _certain(run, report) if suggest else []
    try:
        return mark(document, run.today, lambda offered: notes(run, report, offered, suggest=suggest), certain)
    except (ReadError, OutputError, ValueError) as error:
        raise OutputError(UNWRITABLE if isinstance(error, ValueError) else str(error), of_report=True) from error


def _certain(run: Run, report: shape.Report) -> list[tuple[SourceSpan, str]]:
    """The passages with a certain correction, and what to write instead. The record masks what is private; the file
    gets what the rule said, and nothing where it was private."""
    plain = {
        (finding.rule, place): new
        for finding in run.result.findings
        if not finding.private
        for place, new in finding.certain.items()
    }
    found = []
    for finding in open_findings(report):
        for place in finding["places"] if finding["element"] is None else ():
            span = place["start"], place["end"]
            if (new := plain.get((finding["rule"], span))) is not None:
                found.append((span, new))
    return found

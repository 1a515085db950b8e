"""The feedback sheet as a web page for A4."""

from lint.record import shape
from lint.run import Run


def sheet_html(run: Run, report: shape.Report, template: str | None = None) -> str:
    """The sheet of one report, from the folder `template` where it holds one. Raises OutputError for a bad template."""
    raise NotImplementedError

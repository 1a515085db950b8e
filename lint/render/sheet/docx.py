"""The feedback sheet as a Word file."""

from lint.record import shape
from lint.run import Run


def sheet_docx(run: Run, report: shape.Report, template: str | None = None) -> bytes:
    """The sheet of one report, from the folder `template` where it holds one. Raises OutputError for a bad template."""
    raise NotImplementedError

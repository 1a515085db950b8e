"""A copy of the report with Word comments at the passages they are about."""

from lint.record import shape
from lint.run import Run


def annotate(run: Run, report: shape.Report, *, suggest: bool = False) -> bytes:
    """The Word file with comments. Raises OutputError where it cannot be made."""
    raise NotImplementedError

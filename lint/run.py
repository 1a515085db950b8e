"""path → read → understand → engine → Run: the one way in for the command line and whatever else uses the project."""

from dataclasses import dataclass
from datetime import date

from lint.checklist.checklist import Checklist
from lint.checks.results import CheckResult
from lint.document.document import Document
from lint.document.report import Report


@dataclass(frozen=True)
class Run:
    """One file checked. `recognised` is False when the file is no report of the kind the checklist is for; then
    `result` is empty. `year` is the report year the checks used."""

    path: str
    document: Document
    report: Report
    checklist: Checklist
    recognised: bool
    year: int | None
    today: date
    result: CheckResult


@dataclass(frozen=True)
class Failure:
    """One file that could not be read or checked; `message` is a Chinese sentence that says what to do."""

    path: str
    message: str

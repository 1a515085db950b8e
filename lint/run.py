"""path → read → understand → engine → Run: the one way in for the command line and whatever else uses the project."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePath
from typing import Protocol

from lint.checklist.checklist import Checklist
from lint.checklist.load import broken_pattern
from lint.checklist.problems import ChecklistError
from lint.checks.results import ERROR, CheckResult
from lint.document.document import Document
from lint.document.report import Report
from lint.engine import run_checks
from lint.fitting import Fit, Library
from lint.patterns import PatternError
from lint.readers import ReadError, read, read_bytes
from lint.returned import PAGE, is_page, is_sheet, what_to_do

NO_LAYOUT = "版式规则只查 Word 文件，这份文件没有查版式。"


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


class Seen(Protocol):
    """What is still known of a checked file when its report is done with: all that an output needs which does not draw
    the report itself. Its document may have come from another process, without the Word package and the origins."""

    @property
    def path(self) -> str: ...
    @property
    def document(self) -> Document: ...
    @property
    def checklist(self) -> Checklist: ...
    @property
    def recognised(self) -> bool: ...
    @property
    def year(self) -> int | None: ...
    @property
    def today(self) -> date: ...


@dataclass(frozen=True)
class Failure:
    """One file that could not be read or checked; `message` is a Chinese sentence that says what to do. `cause` is the
    exception that nobody foresaw, for whoever debugs. `sheet` says that it is a feedback sheet and no report."""

    path: str
    message: str
    cause: BaseException | None = field(default=None, compare=False, repr=False)
    sheet: bool = False


@dataclass(frozen=True)
class Choices:
    """What the user chose for every report: the day that counts as today, the report year, the encoding of text
    files, whether the characters of scans are recognised."""

    today: date
    year: int | None = None
    encoding: str | None = None
    ocr: bool = False


def check_file(path: str | Path, library: Library, choices: Choices) -> Run | Failure:
    """One file, checked against the library's fitting checklist. Raises ChecklistError, and nothing else, when the
    checklist itself is broken."""
    try:
        document = read(Path(path), encoding=choices.encoding, layout=library.wants_layout, ocr=choices.ocr)
    except ReadError as error:
        return Failure(str(path), str(error), error.__cause__)
    return _checked(replace(document, path=str(path)), library, choices)


def check_bytes(data: bytes, name: str, library: Library, choices: Choices) -> Run | Failure:
    """The same for a file's content; `name` stands for its path, and its extension helps to tell the format."""
    try:
        document = read_bytes(data, name, encoding=choices.encoding, layout=library.wants_layout, ocr=choices.ocr)
    except ReadError as error:
        return Failure(name, str(error), error.__cause__)
    return _checked(document, library, choices)


def _checked(document: Document, library: Library, choices: Choices) -> Run | Failure:
    if is_sheet(document):
        return Failure(document.path, what_to_do(document.path), sheet=True)
    if is_page(document):
        return Failure(document.path, PAGE)
    if library.wants_layout and document.layout is None:
        document = replace(document, remarks=(*document.remarks, NO_LAYOUT))
    try:
        fit = library.fit(document, choices.year)
        return _run(document, fit, choices)
    except ChecklistError:
        raise
    except Exception as error:  # one report must not end the run over the others; the command line exits with 2
        return Failure(document.path, _unforeseen(document.path, error), error)


def _run(document: Document, fit: Fit, choices: Choices) -> Run:
    checklist, report = fit.ready.checklist, fit.report
    year = choices.year if choices.year is not None else report.front.report_year
    result = run_checks(report, checklist, choices.today, year) if fit.recognised else CheckResult()
    if any(outcome.status == ERROR for outcome in result.outcomes):
        _refuse_broken(checklist)
    if fit.remarks:
        document = replace(document, remarks=(*document.remarks, *fit.remarks))
    return Run(document.path, document, report, checklist, fit.recognised, year, choices.today, result)


def _refuse_broken(checklist: Checklist) -> None:
    """An element or rule that could not be checked may be due to a broken pattern: then its place is told instead."""
    if not checklist.sources:
        return
    none = "没有坏的模式"
    found = broken_pattern(checklist, PatternError(none))
    if all(problem.message != none for problem in found.problems):
        raise found


def _unforeseen(path: str, error: Exception) -> str:
    name = PurePath(path.replace("\\", "/")).name
    return (
        f"检查“{name}”时程序内部出错（{type(error).__name__}），这份报告没有查成，别的报告不受影响；"
        "请加 --debug 再运行一次，把显示的内容告诉开发者。"
    )

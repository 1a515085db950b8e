"""The index page of several reports: the worst first, each with its numbers and the way to its page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from markupsafe import Markup

from lint.record import shape
from lint.record.build import TOOL
from lint.render.counted import counted
from lint.render.security import content_policy
from lint.render.templates import render, text_of
from lint.render.verdict import open_findings
from lint.render.words import SEVERITY_WORD


@dataclass(frozen=True, slots=True)
class Entry:
    """One report and the name of the file that holds its page, beside the index."""

    report: shape.Report
    page: str


@dataclass(frozen=True, slots=True)
class _Row:
    href: str
    file: str
    folder: str  # where another file of the list has the same name
    title: str
    issuer: str
    year: str
    score: shape.Score | None
    severities: list[int]
    reviewed: str


def index_page(entries: Iterable[Entry], failures: Sequence[shape.Failed], checklist: shape.Checklist | None) -> str:
    """The page; `checklist` is None where the reports were checked by different ones.

    Hostile names are text here: links are relative, quoted and begin with "./".
    """
    ordered = sorted(entries, key=_worst_first)
    names = Counter(_path(entry).name for entry in ordered)
    rows = [_row(entry, alone=names[_path(entry).name] == 1) for entry in ordered]
    style = text_of("page.css")
    return render(
        "index.html.j2",
        rows=rows,
        failures=sorted(failures, key=lambda failure: (failure["path"], failure["message"])),
        summary=_summary(rows, len(failures)),
        checklist=checklist,
        severities=list(SEVERITY_WORD.values()),
        reviewed=any(row.reviewed for row in rows),
        tool=TOOL,
        style=Markup(style),
        policy=content_policy((style,), ()),
    )


def _path(entry: Entry) -> PurePath:
    return PurePath(entry.report["path"].replace("\\", "/"))


def _row(entry: Entry, *, alone: bool) -> _Row:
    report = entry.report
    counts = [sum(f["severity"] == severity for f in open_findings(report)) for severity in SEVERITY_WORD]
    return _Row(
        href="./" + quote(entry.page.encode("utf-8", "replace")),
        file=_path(entry).name,
        folder="" if alone else _path(entry).parent.as_posix(),
        title=report["title"] or "",
        issuer=report["issuer"] or "",
        year=str(report["report_year"] or ""),
        score=report["score"],
        severities=counts,
        reviewed=_reviewed(report["reviewed"]),
    )


def _reviewed(reviewed: shape.Reviewed | None) -> str:
    """How many verdicts hold, and how many hold no longer: 5，另有 2 条不再适用."""
    if reviewed is None:
        return ""
    held = reviewed["agree"] + reviewed["disagree"] + reviewed["waived"] + reviewed["met"] + reviewed["unmet"]
    return f"{held}，另有 {reviewed['lapsed']} 条不再适用" if reviewed["lapsed"] else str(held)


def _worst_first(entry: Entry) -> tuple[bool, int, int, int, str]:
    score = entry.report["score"]
    if score is None:
        return True, 0, 0, 0, entry.report["path"]
    errors = sum(finding["severity"] == "error" for finding in open_findings(entry.report))
    return False, -score["absent"], -score["thin"], -errors, entry.report["path"]


def _summary(rows: Sequence[_Row], failures: int) -> str:
    checked = [row.score for row in rows if row.score is not None]
    whole = sum(score["absent"] == score["thin"] == 0 for score in checked)
    said = counted(len(checked), len(rows) - len(checked), failures)
    return f"{said}；应查项目全部满足的 {whole} 份。"

"""Reports × elements, the worst first: what a matrix says, before any format. One table a checklist."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from lint.checklist.checklist import Checklist
from lint.record import shape
from lint.render.counted import counted
from lint.render.verdict import open_findings
from lint.render.words import SEVERITY_WORD

COUNTED_WORD = {"applicable": "应查", "met": "满足", "thin": "不充分", "absent": "缺失", "review": "待核"}


@dataclass(frozen=True, slots=True)
class Column:
    """One element of a checklist; `name` is its short one."""

    id: str
    name: str
    title: str
    group: str


@dataclass(frozen=True, slots=True)
class Head:
    """A checklist and its elements, in its order of groups."""

    checklist: str
    title: str
    version: str
    sha256: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One report: its numbers (in the order of COUNTED_WORD; None where it was not checked element by element), its
    open findings by severity in the order of SEVERITY_WORD, and a status for each column of its head ("" where there
    is none)."""

    file: str
    title: str
    issuer: str
    year: int | None
    numbers: tuple[int, ...] | None
    severities: tuple[int, ...]
    statuses: tuple[shape.Status | str, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The reports of one checklist, the worst first; `absent` and `thin` count each column."""

    head: Head
    lines: tuple[Line, ...]
    absent: tuple[int, ...]
    thin: tuple[int, ...]


def head(checklist: Checklist) -> Head:
    """The head of the table of a checklist's reports."""
    order = {group: number for number, group in enumerate(checklist.identity.groups)}
    elements = sorted(checklist.file.element, key=lambda element: order.get(element.group, len(order)))
    columns = tuple(Column(e.id, e.short or e.title, e.title, e.group) for e in elements)
    identity = checklist.identity
    return Head(identity.id, identity.title, identity.version, checklist.sha256, columns)


def line(report: shape.Report, of: Head) -> Line:
    """The line of a report."""
    score = report["score"]
    status = {element["id"]: element["status"] for element in report["elements"]}
    found = open_findings(report)
    return Line(
        file=PurePath(report["path"].replace("\\", "/")).name,
        title=report["title"] or "",
        issuer=report["issuer"] or "",
        year=report["report_year"],
        numbers=score and (score["applicable"], score["met"], score["thin"], score["absent"], score["review"]),
        severities=tuple(sum(f["severity"] == severity for f in found) for severity in SEVERITY_WORD),
        statuses=tuple(status.get(column.id, "") for column in of.columns),
    )


def matrices(lines: Iterable[tuple[Head, Line]]) -> tuple[Matrix, ...]:
    """One a checklist, the one with the most reports first."""
    by: dict[tuple[str, str], list[tuple[Head, Line]]] = {}
    for of, one in lines:
        by.setdefault((of.checklist, of.sha256), []).append((of, one))
    return tuple(
        _matrix(pairs[0][0], [one for _, one in pairs])
        for _, pairs in sorted(by.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def _matrix(of: Head, lines: Sequence[Line]) -> Matrix:
    """The table without the elements that are asked of none of these issuers."""
    checked = [one.statuses for one in lines if one.numbers is not None]
    asked = [at for at in range(len(of.columns)) if any(row[at] for row in checked)]
    ordered = sorted(lines, key=_worst_first)
    return Matrix(
        replace(of, columns=tuple(of.columns[at] for at in asked)),
        tuple(replace(one, statuses=tuple(one.statuses[at] for at in asked)) for one in ordered),
        tuple(sum(row[at] == "absent" for row in checked) for at in asked),
        tuple(sum(row[at] == "thin" for row in checked) for at in asked),
    )


def _worst_first(one: Line) -> tuple[bool, int, int, int, str, str]:
    if one.numbers is None:
        return True, 0, 0, 0, one.file, one.href
    _, _, thin, absent, _ = one.numbers
    return False, -absent, -thin, -one.severities[0], one.file, one.href


def summary(found: Sequence[Matrix], failures: int) -> str:
    """What all of it comes to, in one sentence."""
    lines = [one for matrix in found for one in matrix.lines]
    checked = [one.numbers for one in lines if one.numbers is not None]
    whole = sum(thin == absent == 0 for _, _, thin, absent, _ in checked)
    said = counted(len(checked), len(lines) - len(checked), failures)
    return f"{said}；应查项目全部满足的 {whole} 份。"

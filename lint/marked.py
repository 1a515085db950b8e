"""Reports that people have marked, and how far a checklist agrees with them.

A folder of marked reports is either `reports/甲.txt` with the marks in `first/甲.json` (and, from a second reader,
`second/甲.json`), or each report with its marks beside it: `甲.docx`, `甲.json`. The marks are one JSON object:
`{"elements": {"F1": {"status": ["met"], "note": "…"}}}`; where two readers differ, or one allows two, each is right.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lint.checks.results import REVIEW, STATUSES
from lint.fitting import Library
from lint.run import Choices, Failure, check_file


class MarksError(Exception):
    """The folder or a file of marks cannot be used; the message is a Chinese sentence that says what to do."""


@dataclass(frozen=True)
class Marked:
    """One marked report: its file, and the statuses that are right for each element."""

    path: Path
    wanted: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Compared:
    """What became of one marked element. `actual` is None where the checklist has no such element or the report could
    not be checked; then `message` says why."""

    path: Path
    element: str
    wanted: tuple[str, ...]
    actual: str | None
    message: str = ""

    @property
    def agrees(self) -> bool:
        return self.actual in self.wanted

    @property
    def open(self) -> bool:
        """Whether the tool asks a person; neither right nor wrong."""
        return self.actual == REVIEW and not self.agrees


def marked_reports(folder: Path) -> list[Marked]:
    """The marked reports of a folder, by name. Raises MarksError."""
    split = (folder / "reports").is_dir()
    reports, marks = (folder / "reports", folder / "first") if split else (folder, folder)
    if not folder.is_dir():
        raise MarksError(f"没有“{folder}”这个文件夹；请写明放标注过的报告的文件夹。")
    found = []
    for path in sorted(marks.glob("*.json")):
        report = next((one for one in sorted(reports.glob(f"{path.stem}.*")) if one.suffix != ".json"), None)
        if report is None:
            raise MarksError(f"标注 {path} 没有同名的报告；请把报告放在 {reports}，文件名（扩展名除外）与标注相同。")
        wanted = _statuses(path)
        second = folder / "second" / path.name
        for ident, statuses in (_statuses(second) if split and second.is_file() else {}).items():
            wanted[ident] = tuple(dict.fromkeys((*wanted.get(ident, ()), *statuses)))
        found.append(Marked(report, wanted))
    if not found:
        raise MarksError(f"“{marks}”里没有标注；每份报告要有一个同名的 .json 文件。")
    return found


def compare(source: str, reports: list[Marked], today: date) -> Iterator[Compared]:
    """Each marked element of each report, judged with a checklist. Raises ChecklistError."""
    library = Library(source)
    for marked in reports:
        run = check_file(marked.path, library, Choices(today))
        if isinstance(run, Failure):
            yield Compared(marked.path, "", (), None, run.message)
            continue
        if not run.recognised:
            yield Compared(marked.path, "", (), None, "没有认出是本清单所查的报告，请看 [checklist.recognise]")
            continue
        outcomes = {outcome.element: outcome.status for outcome in run.result.outcomes}
        for ident, wanted in marked.wanted.items():
            said = "" if ident in outcomes else "清单里没有这个要素，或者它不用于这样的报告"
            yield Compared(marked.path, ident, wanted, outcomes.get(ident), said)


def _statuses(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise MarksError(f"标注 {path} 读不成：{error}。") from error
    elements = data.get("elements") if isinstance(data, dict) else None
    if not isinstance(elements, dict):
        raise MarksError(f'标注 {path} 要写作 {{"elements": {{"F1": {{"status": ["met"]}}}}}}。')
    return {ident: _one(path, ident, mark) for ident, mark in elements.items()}


def _one(path: Path, ident: str, mark: Any) -> tuple[str, ...]:
    given = mark.get("status") if isinstance(mark, dict) else mark
    statuses = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, list) else ()
    if isinstance(mark, dict) and mark.get("na"):
        statuses = (*statuses, "na")
    if not statuses or any(status not in STATUSES for status in statuses):
        raise MarksError(f"标注 {path} 里 {ident} 的 status 只能是 {'、'.join(STATUSES)}。")
    return statuses

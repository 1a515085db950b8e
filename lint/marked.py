"""Reports that people have marked, and how far a checklist agrees with them.

A folder of marked reports is either `reports/甲.txt` with the marks in `first/甲.json` (and, from a second reader,
`second/甲.json`), or each report with its marks beside it: `甲.docx`, `甲.json`. The marks are one JSON object:
`{"elements": {"F1": {"status": ["met"], "note": "…"}}}`; where two readers differ, or one allows two, each is right.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from lint.checklist.checklist import Checklist
from lint.checklist.faults.meanings import guessed, listed
from lint.checklist.lexicon import lexicon
from lint.checks.results import ERROR, REVIEW, STATUSES
from lint.document.document import Document
from lint.document.understand import begin, understand
from lint.engine import run_checks
from lint.fitting import Choice, Library, is_meant_for, says
from lint.os_errors import what_to_do, why
from lint.readers import READABLE_SUFFIXES, ReadError, read
from lint.run import Choices, Failure, check_file

_FULL_WIDTH = dict(zip("“”＂‘’：，｛｝［］【】、", '"""""' + ":,{}[][],", strict=True))


_CHOICES = tuple(status for status in STATUSES if status != ERROR)  # that a person can give


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
    for path in sorted(marks.glob("*.json.*")):
        if path.suffix.lower() in (".txt", ".doc", ".docx"):
            told = f"{path} 像是标注，扩展名却不是 .json；请改名为 {path.stem}（Windows 要先选“显示文件扩展名”）。"
            raise MarksError(told)
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


def opened(marked: Marked) -> Document | None:
    """The document of a marked report; None when it cannot be read, which `compare` tells."""
    try:
        return replace(read(marked.path), path=str(marked.path))
    except ReadError:
        return None


def agreeing(checklist: Checklist, marked: Marked, document: Document, today: date) -> frozenset[str]:
    """The elements of which a checklist, whatever its file says, judges as the marks do; none when it does not
    recognise the report. Raises PatternError."""
    begun = begin(document)
    year = begun.front.report_year
    choice = Choice("", checklist.identity, len(checklist.sources), checklist.book)
    if not says(choice, begun) or not is_meant_for(checklist.identity, begun, year):
        return frozenset()
    report = understand(document, lexicon(checklist), None, begun)
    outcomes = {one.element: one.status for one in run_checks(report, checklist, today, year).outcomes}
    return frozenset(ident for ident, wanted in marked.wanted.items() if outcomes.get(ident) in wanted)


def unmarked(folder: Path) -> list[Path]:
    """The reports of such a folder that nobody has marked, by name."""
    reports = folder / "reports" if (folder / "reports").is_dir() else folder
    marks = folder / "first" if (folder / "reports").is_dir() else folder
    names = {path.stem for path in marks.glob("*.json")}
    some = sorted(reports.iterdir()) if reports.is_dir() else []
    return [one for one in some if one.suffix.lower() in READABLE_SUFFIXES and one.stem not in names]


def _statuses(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise MarksError(f"标注 {path} 读不了：{why(error)}；{what_to_do(error)}。") from error
    except UnicodeDecodeError as error:
        raise MarksError(f"标注 {path} 不是 UTF-8 编码；请用记事本“另存为”，编码选 UTF-8。") from error
    except json.JSONDecodeError as error:
        at = _at_fault(error)
        line, column = error.doc.count("\n", 0, at) + 1, at - error.doc.rfind("\n", 0, at)
        raise MarksError(f"标注 {path} 第 {line} 行第 {column} 列写法不对：{_json(error)}。") from error
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
        raise MarksError(f"标注 {path} 里 {ident} 的 status 只能是 {listed(_CHOICES)}，{_instead(statuses)}")
    return statuses


def _instead(statuses: tuple[Any, ...]) -> str:
    """What is said of statuses that are none."""
    wrong = next((status for status in statuses if status not in STATUSES), None)
    if wrong is None:
        return "这里没有写。"
    near = guessed(str(wrong), _CHOICES)
    return f"这里写的是“{wrong}”" + (f"，是否想写“{near}”？" if near else "。")


def _at_fault(error: json.JSONDecodeError) -> int:
    """Where the mistake is: what is missing is missing behind the word before, on whatever line."""
    missing = (
        error.msg.startswith("Expecting ',' delimiter") and error.doc[error.pos : error.pos + 1] not in _FULL_WIDTH
    )
    return len(error.doc[: error.pos].rstrip()) if missing else error.pos


def _json(error: json.JSONDecodeError) -> str:
    """What is wrong there, for people who do not know JSON."""
    text, at = error.doc, error.pos
    sign = text[at : at + 1]
    if sign in _FULL_WIDTH and sign:
        return f"这里用了全角的 {sign} ，请改用半角的 {_FULL_WIDTH[sign]}"
    if error.msg.startswith("Expecting property name"):
        after_comma = text[:at].rstrip().endswith(",")
        return "最后一项后面多了逗号，请删去" if after_comma and sign == "}" else '名称要加半角双引号，写作 "E1"'
    if error.msg.startswith("Expecting ',' delimiter"):
        return "这里缺逗号（两项之间），或者缺右括号"
    if error.msg.startswith("Expecting ':' delimiter"):
        return "名称和值之间要用半角冒号 :"
    if error.msg.startswith("Extra data"):
        return "这里多了内容：一个文件只写一对最外层的花括号"
    if error.msg.startswith(("Invalid control", "Unterminated")):
        return "文字没有收尾：缺半角双引号"
    if text[:at].rstrip().endswith(",") and sign in "]}":
        return "最后一项后面多了逗号，请删去"
    return '文字要加半角双引号，如 "met"' if sign.isalpha() else "这里缺一个值"

"""A side file → verdicts. A broken file is never guessed at; what two people wrote into it beside each other is one."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

from lint.checklist.positions import Path as Keys
from lint.checklist.problems import ChecklistError, Problem
from lint.checklist.source import SourceFile, read
from lint.policy.identity import Identity
from lint.policy.verdicts import Given, Review, SideFile
from lint.policy.verdicts_valid import misfits, rows

_UPSHOT = "复核文件有错误，请改好再运行；这个文件没有改动。"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")


@dataclass(frozen=True)
class _Row:
    """One verdict with the table it stands in and the place of its header."""

    document: Identity
    given: Given
    path: Keys


def read_side_file(path: Path) -> SideFile:
    """The verdicts of a file. Tables of one document are one review; of two verdicts on one thing the later holds.
    Raises ChecklistError with all that is wrong."""
    _refuse_no_file(path)
    try:
        file = read(path, "复核文件")
    except ChecklistError as error:
        raise ChecklistError([_conflict(one) for one in error.problems], _UPSHOT) from None
    if problems := [*misfits(file)]:
        raise ChecklistError(problems, _UPSHOT)
    comments = _Comments(file)
    reviews: dict[object, Review] = {}
    found: dict[tuple[object, str], _Row] = {}
    for number, table in rows(file.data, "report"):
        document = _document(table)
        key = document.key or document
        comment = comments.above(("report", number))
        known = reviews.setdefault(key, Review(document))
        reviews[key] = replace(known, comment=(*known.comment, *(one for one in comment if one not in known.comment)))
        for at, row in rows(table, "verdict"):
            here: Keys = ("report", number, "verdict", at)
            new = _Row(document, _given(row, comments.above(here)), here)
            old = found.get((key, new.given.fingerprint))
            problems += _quarrel(file, old, new)
            if old is None or new.given.date >= old.given.date:
                found[key, new.given.fingerprint] = new
    if problems:
        raise ChecklistError(problems, _UPSHOT)
    by_document: dict[object, list[Given]] = {}
    for (owner, _), kept in found.items():
        by_document.setdefault(owner, []).append(kept.given)
    whole = (replace(review, verdicts=tuple(by_document.get(key, ()))) for key, review in reviews.items())
    return SideFile(str(path), tuple(whole))


def _refuse_no_file(path: Path) -> None:
    """Raises ChecklistError for a folder, and for a device or a pipe, which may have no end."""
    if not path.exists() or path.is_file():
        return
    what = "这是文件夹，不是复核文件；请把它移走或改名" if path.is_dir() else "这不是普通文件，不能用作复核文件"
    raise ChecklistError([Problem(str(path), 0, 0, what)], "复核意见没有读，也没有写。")


def _conflict(problem: Problem) -> Problem:
    if not problem.source_line.startswith(_CONFLICT):
        return problem
    return replace(problem, message="这里有两人的改动相撞的标记（git 的 <<<<<<<、=======、>>>>>>>），请先留下要的内容")


def _quarrel(file: SourceFile, old: _Row | None, new: _Row) -> Iterator[Problem]:
    if old is None or old.given.date != new.given.date or old.given.said == new.given.said:
        return
    line = file.text.count("\n", 0, file.positions.key(old.path)) + 1
    message = f"对同一处，第 {line} 行已有同一天的另一条意见；请只留一条"
    yield file.problem(file.positions.value((*new.path, "verdict")), message)


def _document(table: dict[str, Any]) -> Identity:
    issuer = "".join(str(table.get("issuer", "")).split())
    return Identity(issuer or None, table.get("year"), table["checklist"], table["path"])


def _given(row: dict[str, Any], comment: tuple[str, ...]) -> Given:
    said = {key: str(value) for key, value in row.items()}
    values: dict[str, Any] = {"about": "", "status": None, **said}
    return Given(**values, comment=comment)


class _Comments:
    """The comments of a file that stand directly above a table's header."""

    def __init__(self, file: SourceFile) -> None:
        self._lines = file.text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        self._positions = file.positions

    def above(self, path: Keys) -> tuple[str, ...]:
        """The lines of comment above the header of a table, in order."""
        at = bisect_right(self._starts, self._positions.key(path)) - 1
        found: list[str] = []
        for number in range(at - 1, -1, -1):
            row = self._lines[number].strip()
            if not row.startswith("#") or '"""' in row or "'''" in row:  # the end of a string of several lines
                break
            found.append(row)
        return tuple(reversed(found))

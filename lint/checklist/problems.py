"""What is wrong with a checklist, told as a good compiler tells it: place, sentence, source line, caret, suggestion."""

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["错误", "提示"]

_WINDOW = 100  # display columns of a source line that are shown around the caret
_TAB = "    "


@dataclass(frozen=True)
class Problem:
    """One problem. `line` and `column` count from 1, the column in code points; both are 0 when the problem is the file
    as a whole, and then there is no `source_line`. `suggestion` is the nearest right name. A 提示 hinders no run."""

    file: str
    line: int
    column: int
    message: str
    suggestion: str | None = None
    source_line: str = ""
    level: Level = "错误"

    def __str__(self) -> str:
        return render(self)


class ChecklistError(Exception):
    """A checklist cannot be used; `problems` are all the problems of all its files, by file and line. `upshot` is the
    sentence under them; other TOML files that a run cannot do without have their own."""

    def __init__(self, problems: Iterable[Problem], upshot: str = "清单有错误，没有检查。") -> None:
        self.problems = ordered(problems)
        self.upshot = upshot
        super().__init__("\n".join(map(render, self.problems)))

    def __reduce__(self) -> tuple[type["ChecklistError"], tuple[tuple[Problem, ...], str]]:
        """It may come from another process."""
        return type(self), (self.problems, self.upshot)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetitions, by file, line and column."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.file, p.line, p.column, p.level, p.message)))


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name most like a misspelt one, or None when none is like it."""
    known = list(dict.fromkeys(names))
    lower = {known_name.lower().replace("_", "-"): known_name for known_name in reversed(known)}
    found = difflib.get_close_matches(name.lower().replace("_", "-"), lower, n=1, cutoff=0.5)
    return lower[found[0]] if found else None


def render(problem: Problem) -> str:
    """`文件:行:列: 错误：…`, and beneath it the source line with a caret at its display column."""
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    asked = f"；是否想写“{problem.suggestion}”？" if problem.suggestion else ""
    head = f"{place}: {problem.level}：{problem.message}{asked}"
    if not problem.line:
        return head
    before, after = _window(problem.source_line, problem.column - 1)
    number = f"{problem.line:>5}"
    return f"{head}\n{number} | {before}{after}\n{' ' * len(number)} | {' ' * _width(before)}^"


def _window(line: str, at: int) -> tuple[str, str]:
    """The text before and from the caret on, cut at a distance from it."""
    before, after = line[:at].replace("\t", _TAB), line[at:].replace("\t", _TAB).rstrip()
    if _width(before) + _width(after) <= _WINDOW:
        return before, after
    room = max(_WINDOW // 2, _WINDOW - _width(after))
    if _width(before) > room:
        before = " …" + _fit(before[::-1], room - 3)[::-1]
    room = _WINDOW - _width(before)
    return before, after if _width(after) <= room else _fit(after, room - 3) + "…"


def _fit(text: str, columns: int) -> str:
    used = 0
    for at, char in enumerate(text):
        used += _width(char)
        if used > columns:
            return text[:at]
    return text


def _width(text: str) -> int:
    """Columns on a terminal. Ambiguous characters (… “ ”) count 1: Windows Terminal and all others draw them so, only
    the old console under code page 936 draws them wide."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )

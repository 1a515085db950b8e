"""A complaint about a merged checklist, before it is placed in the file it comes from."""

from dataclasses import dataclass

from lint.checklist.extend import Layer
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import Level, Problem


@dataclass(frozen=True)
class Complaint:
    """`path` is a path of the merged data. The caret goes to the key, or, with an `index`, to that code point of the
    string value."""

    path: Keys
    message: str
    suggestion: str | None = None
    index: int | None = None
    level: Level = "错误"


def placed(layer: Layer, complaint: Complaint) -> Problem:
    """The complaint as a problem of the file in which its path was written."""
    file, path = layer.place(complaint.path)
    at = file.positions.key(path) if complaint.index is None else file.positions.inside(path, complaint.index)
    return file.problem(at, complaint.message, complaint.suggestion, complaint.level)


def table_name(path: Keys) -> str:
    """The table at a path as an author writes its header."""
    names = ".".join(str(step) for step in path if isinstance(step, str))
    if not path:
        return "清单最外层"
    return f"[[{names}]]" if isinstance(path[-1], int) else f"[{names}]"

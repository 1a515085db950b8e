"""JSON that is one list of notices with something around it, drawn piece by piece."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lint.record import shape
from lint.render.json_text import dump
from lint.render.notices import Notice, amiss, notices, unreadable
from lint.run import Failure, Seen


class JsonList:
    """Draws what comes before the list with its bracket, an item for each notice, and what comes after the list."""

    def __init__(self, root: Path, before: str, item: Callable[[Notice], dict[str, Any]], after: str) -> None:
        self._root, self._before, self._item, self._after = root, before, item, after
        self._first = True

    def begin(self) -> str:
        return f"{self._before}["

    def report(self, run: Seen, report: shape.Report) -> str:
        return "".join(map(self._drawn, notices(run, report, self._root)))

    def failure(self, failure: Failure) -> str:
        return self._drawn(unreadable(failure, self._root))

    def policy(self, finding: shape.PolicyFinding) -> str:
        return self._drawn(amiss(finding, self._root))

    def finish(self) -> str:
        return f"]{self._after}\n" if self._first else f"\n]{self._after}\n"

    def _drawn(self, notice: Notice) -> str:
        lead = "\n" if self._first else ",\n"
        self._first = False
        return lead + dump(self._item(notice))

"""Checkstyle XML: file > error. Columns count UTF-16 code units, as Java does; a file without lines has line 1."""

from collections.abc import Iterable
from pathlib import Path

from lint.record import shape
from lint.render.locations import relative_path
from lint.render.notices import Notice, amiss, notices, unreadable
from lint.render.xml import HEAD, element
from lint.run import Failure, Seen

_SEVERITY = {"error": "error", "warning": "warning", "hint": "info"}


class Checkstyle:
    """Draws the document; keeps nothing."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def begin(self) -> str:
        return f'{HEAD}<checkstyle version="4.3">\n'

    def report(self, run: Seen, report: shape.Report) -> str:
        return _file(relative_path(run.path, self._root), notices(run, report, self._root))

    def failure(self, failure: Failure) -> str:
        notice = unreadable(failure, self._root)
        return _file(notice.path, [notice])

    def policy(self, finding: shape.PolicyFinding) -> str:
        notice = amiss(finding, self._root)
        return _file(notice.path, [notice])

    def finish(self) -> str:
        return "</checkstyle>\n"


def _file(path: str, found: Iterable[Notice]) -> str:
    return f"<{element('file', {'name': path})}>\n{''.join(map(_error, found))}</file>\n"


def _error(notice: Notice) -> str:
    at = notice.region("utf16")
    attributes = {
        **({"line": str(at.line), "column": str(at.column)} if at else {"line": "1"}),
        "severity": _SEVERITY[notice.severity],
        "message": notice.text,
        "source": f"qingdan.{notice.rule.removeprefix('qingdan.')}",
    }
    return f"  <{element('error', attributes)}/>\n"

"""GitLab Code Quality: a JSON array of six keys each, "[]" when clean. GitLab shows lines and no columns.

`check_name` is not shown, so that the description ends with it. A file without lines is pointed at in line 1, and the
description tells the place. Items with equal fingerprints collapse into one: equal ones are told apart by number.
"""

from collections import Counter
from hashlib import sha256
from pathlib import Path

from lint.record import shape
from lint.render.json_text import dump
from lint.render.notices import UNREADABLE, Notice, amiss, notices, unreadable
from lint.run import Failure, Seen

_SEVERITY = {"error": "major", "warning": "minor", "hint": "info"}


class Gitlab:
    """Draws the array; keeps the fingerprints only."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: Counter[str] = Counter()

    def begin(self) -> str:
        return "["

    def report(self, run: Seen, report: shape.Report) -> str:
        return "".join(map(self._item, notices(run, report, self._root)))

    def failure(self, failure: Failure) -> str:
        return self._item(unreadable(failure, self._root))

    def policy(self, finding: shape.PolicyFinding) -> str:
        return self._item(amiss(finding, self._root))

    def finish(self) -> str:
        return "\n]\n" if self._seen else "]\n"

    def _item(self, notice: Notice) -> str:
        lead = ",\n" if self._seen else "\n"
        at = notice.region("points")
        return lead + dump(
            {
                "description": f"{notice.text}[{notice.rule}]",
                "check_name": notice.rule,
                "fingerprint": self._unique(notice.fingerprint),
                "severity": "critical" if notice.rule == UNREADABLE else _SEVERITY[notice.severity],
                "location": {"path": notice.path, "lines": {"begin": at.line if at else 1}},
            }
        )

    def _unique(self, fingerprint: str) -> str:
        self._seen[fingerprint] += 1
        number = self._seen[fingerprint]
        return fingerprint if number == 1 else sha256(f"{fingerprint}\0{number}".encode()).hexdigest()[:32]

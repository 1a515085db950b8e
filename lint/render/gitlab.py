"""GitLab Code Quality: a JSON array of six keys each, "[]" when clean. GitLab shows lines and no columns.

`check_name` is not shown, so that the description ends with it. A file without lines is pointed at in line 1, and the
description tells the place. Items with equal fingerprints collapse into one: equal ones are told apart by number.
"""

from collections import Counter
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from lint.render.json_list import JsonList
from lint.render.notices import UNREADABLE, Notice

_SEVERITY = {"error": "major", "warning": "minor", "hint": "info"}


def gitlab(root: Path) -> JsonList:
    """Draws the array; keeps the fingerprints only."""
    return JsonList(root, "", partial(_issue, Counter()), "")


def _issue(seen: Counter[str], notice: Notice) -> dict[str, Any]:
    at = notice.region("points")
    return {
        "description": f"{notice.text}[{notice.rule}]",
        "check_name": notice.rule,
        "fingerprint": _unique(notice.fingerprint, seen),
        "severity": "critical" if notice.rule == UNREADABLE else _SEVERITY[notice.severity],
        "location": {"path": notice.path, "lines": {"begin": at.line if at else 1}},
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    seen[fingerprint] += 1
    number = seen[fingerprint]
    return fingerprint if number == 1 else sha256(f"{fingerprint}\0{number}".encode()).hexdigest()[:32]

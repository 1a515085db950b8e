"""A bench for text rules, on the helpers that are published as lint.testing."""

from typing import Any

import msgspec
import tomli

from lint import resources
from lint.checklist.checklist import Checklist
from lint.checklist.model import ChecklistFile
from lint.testing import ROLES, checklist, context, find, report, words

__all__ = ["ROLES", "checklist", "context", "find", "report", "shipped", "words"]


def shipped(*names: str) -> Checklist:
    """The rules of shipped files laid over each other by id, without their elements."""
    rows: dict[str, dict[str, Any]] = {}
    vocabulary: dict[str, Any] = {}
    for name in names:
        data = tomli.loads((resources.folder("checklists") / f"{name}.toml").read_text(encoding="utf-8"))
        vocabulary.update(data.get("vocabulary", {}))
        for row in data.get("rule", ()):
            rows[row["id"]] = {**rows.get(row["id"], {}), **row}
    whole = {
        "checklist": {"id": "t", "title": "t", "version": "1", "subject": "法治政府建设"},
        "vocabulary": vocabulary,
        "roles": ROLES,
        "rule": [row for row in rows.values() if "title" in row],
    }
    return Checklist(msgspec.convert(whole, ChecklistFile))

"""rdjson for reviewdog: columns in UTF-8 bytes, from 1, the end exclusive.

A diagnostic of a file without lines has no range, only its path. A correction is offered where it replaces exactly the
words that the file holds: one place, one line, nothing masked, a file in UTF-8.
"""

from pathlib import Path
from typing import Any

from lint.record import shape
from lint.record.build import TOOL
from lint.render.json_list import JsonList
from lint.render.json_text import dump
from lint.render.locations import Region, region
from lint.render.notices import Notice, spot
from lint.run import Seen

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "hint": "INFO"}
_RELATED = 20


def rdjson(root: Path) -> JsonList:
    """Draws the object; keeps nothing."""
    return JsonList(root, f'{{"source":{dump({"name": TOOL["name"]})},"diagnostics":', _diagnostic, "}")


def _diagnostic(notice: Notice) -> dict[str, Any]:
    at = notice.region("bytes")
    value: dict[str, Any] = {
        "message": notice.text,
        "location": _location(notice.path, at),
        "severity": _SEVERITY[notice.severity],
        "code": {"value": notice.rule},
    }
    run, finding = notice.run, notice.finding
    if run is None or finding is None or at is None:
        return value
    if exact_correction(run, finding) and (run.document.encoding or "").startswith("UTF-8"):
        value["suggestions"] = [{"range": _range(at), "text": finding["suggestion"]}]
    related = []
    for place in finding["places"][1 : _RELATED + 1]:
        other = region(run, place, "bytes")
        if other:
            related.append({"message": spot(run, place), "location": _location(notice.path, other)})
    if related:
        value["related_locations"] = related
    return value


def exact_correction(run: Seen, finding: shape.Finding) -> bool:
    """Whether the suggestion replaces exactly the words at the finding's only place."""
    return (
        finding["suggestion"] is not None
        and finding["count"] == 1
        and finding["line"] == finding["end_line"]
        and finding["start"] < finding["end"]
        and "\n" not in finding["suggestion"]
        and run.document.text[finding["start"] : finding["end"]] == finding["quote"]
    )


def _location(path: str, at: Region | None) -> dict[str, Any]:
    return {"path": path} if at is None else {"path": path, "range": _range(at)}


def _range(at: Region) -> dict[str, Any]:
    return {"start": {"line": at.line, "column": at.column}, "end": {"line": at.end_line, "column": at.end_column}}

"""Places in SARIF: percent-encoded URIs relative to the repository, regions in code points, sections and pages."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lint.record import shape
from lint.render.flat import flat
from lint.render.locations import Region, region, uri
from lint.render.words import shorten, where
from lint.run import Seen

BASE = "SRCROOT"
_QUOTE = 60  # characters
_SNIPPET = 300  # characters
_BRACES = str.maketrans("{}", "｛｝")  # SARIF takes them for placeholders


def message(text: str) -> dict[str, str]:
    """A message of plain words: what would be a placeholder or a link to SARIF is none."""
    return {"text": text.translate(_BRACES).replace("](", "]（")}


def artifact(path: str, root: Path, index: int | None = None) -> dict[str, Any]:
    """The file."""
    address, inside = uri(path, root)
    found: dict[str, Any] = {"uri": address}
    if inside:
        found["uriBaseId"] = BASE
    if index is not None:
        found["index"] = index
    return found


def whole_file(path: str, root: Path, line: int = 1) -> dict[str, Any]:
    """The file where GitHub wants a region and no place is known but perhaps a line."""
    at = _region(Region(line, 1, line, 1))
    return {"physicalLocation": {"artifactLocation": artifact(path, root), "region": at}}


def location(run: Seen, place: shape.Place, root: Path, *, index: int | None = None, strict: bool) -> dict[str, Any]:
    """A place. A file without lines gets the first line, which GitHub wants, unless it is `strict`: then none, since
    SARIF forbids a text region in a binary file."""
    physical: dict[str, Any] = {"artifactLocation": artifact(run.path, root, index)}
    at = region(run, place, "points")
    if at is not None:
        physical["region"] = _region(at)
        if strict and place["quote"] and len(place["quote"]) <= _SNIPPET and _is_source(run, place):
            physical["region"]["snippet"] = {"text": place["quote"]}
    elif not strict:
        physical["region"] = _region(Region(1, 1, 1, 1))
    found: dict[str, Any] = {"physicalLocation": physical}
    if logical := _logical(run, place):
        found["logicalLocations"] = logical
    if strict and at is None and place["quote"]:
        found["message"] = message(f"原文：“{flat(shorten(place['quote'], _QUOTE))}”")
    return found


def different(locations: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The locations without repetitions, which SARIF forbids: two places may stand in one paragraph."""
    found: list[dict[str, Any]] = []
    for one in locations:
        if one not in found:
            found.append(one)
    return found


def _logical(run: Seen, place: shape.Place) -> list[dict[str, Any]]:
    found = []
    if place["section"]:
        found.append({"fullyQualifiedName": flat(place["section"]), "kind": "section"})
    if place["page"] is not None or place["paragraph"] is not None:
        kind = "page" if place["page"] is not None else "paragraph"
        found.append({"fullyQualifiedName": flat(where({**place, "section": None})), "kind": kind})
    return found


def _is_source(run: Seen, place: shape.Place) -> bool:
    return run.document.text[place["start"] : place["end"]] == place["quote"]  # nothing in it is masked


def _region(at: Region) -> dict[str, Any]:
    return {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}

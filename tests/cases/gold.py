"""Joins the two markings of every case into the format a scoring tool reads: `python tests/cases/gold.py FOLDER`."""

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def joined(first: dict[str, Any], second: dict[str, Any], text: str) -> dict[str, Any]:
    """Both markings in one: statuses and links of either, quotes of both. A defect is agreed when both marked it.

    A status marked `na` by either is allowed beside the others.
    """
    elements = {}
    for key in first["elements"]:
        rows = [marks["elements"].get(key) for marks in (first, second)]
        rows = [row for row in rows if row]
        statuses = list(dict.fromkeys(s for row in rows for s in row["status"]))
        if any(row.get("na") for row in rows):
            statuses.append("na")
        quotes = list(dict.fromkeys(q for row in rows for q in row.get("quotes", [])))
        elements[key] = {
            "status": statuses,
            "quotes": quotes,
            "note": "；".join(filter(None, (row.get("note") for row in rows))),
        }
    shortcomings = []
    for row in first["shortcomings"]:
        other = _same(row, second["shortcomings"], text)
        merged = {"label": row["label"], "quote": row["quote"]}
        for part in ("cause", "rectification", "plan"):
            present = list(dict.fromkeys([*row[part]["present"], *(other[part]["present"] if other else [])]))
            merged[part] = {"present": present, "quotes": row[part]["quotes"]}
        shortcomings.append(merged)
    marks = [*first["all_marks"], *first["agreed_defects"]]
    for defect in second.get("defects", []):
        start = text.find(defect["quote"])
        marks.append(
            {**defect, "start": start, "end": start + len(defect["quote"]), "line": text.count("\n", 0, start) + 1}
        )
    extra = marks[len(first["all_marks"]) + len(first["agreed_defects"]) :]
    agreed = [d for d in first["agreed_defects"] if any(d["start"] < e["end"] and e["start"] < d["end"] for e in extra)]
    return {**first, "elements": elements, "shortcomings": shortcomings, "agreed_defects": agreed, "all_marks": marks}


def _same(row: dict[str, Any], others: list[dict[str, Any]], text: str) -> dict[str, Any] | None:
    at = text.find(row["quote"])
    for other in others:
        start = text.find(other["quote"])
        if start < at + len(row["quote"]) and at < start + len(other["quote"]):
            return other
    return None


def write(folder: Path) -> int:
    """Writes one joined file per case that has both markings into `folder`; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for path in sorted((HERE / "first").glob("*.json")):
        second = HERE / "second" / path.name
        if not second.exists():
            continue
        text = (HERE / "reports" / f"{path.stem}.txt").read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        result = joined(
            json.loads(path.read_text(encoding="utf-8")), json.loads(second.read_text(encoding="utf-8")), text
        )
        (folder / path.name).write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
        count += 1
    return count


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))

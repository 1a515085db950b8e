"""How far the tool agrees with the two markings of our own cases: statuses, evidence, links, front, findings.

The same measures as the marking scheme's scoring tool, kept small; that tool itself is used where it is at hand.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cases.gold import HERE, joined

MAX_PLACE = 40


@dataclass
class Agreement:
    """Counts of agreement over some cases; `misses` say what went wrong, for whoever reads a failing test."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    by_status: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    misses: list[str] = field(default_factory=list)
    false_findings: Counter[str] = field(default_factory=Counter)

    def add(self, figure: str, credit: float, miss: str) -> None:
        self.right[figure] += credit  # type: ignore[assignment]
        self.asked[figure] += 1
        if credit < 1:
            self.misses.append(miss)

    def share(self, figure: str) -> float:
        return self.right[figure] / self.asked[figure] if self.asked[figure] else 1.0

    @property
    def balanced(self) -> float:
        shares = [sum(credits) / len(credits) for credits in self.by_status.values()]
        return sum(shares) / len(shares)


def cases() -> list[str]:
    """Names of the cases that have been marked twice."""
    return sorted(p.stem for p in (HERE / "first").glob("*.json") if (HERE / "second" / p.name).exists())


def report_path(name: str) -> Path:
    return HERE / "reports" / f"{name}.txt"


def marks_of(name: str) -> tuple[dict[str, Any], str]:
    """Both markings of a case joined, and the report's text as the marks count it."""
    text = report_path(name).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    first, second = (json.loads((HERE / f / f"{name}.json").read_text(encoding="utf-8")) for f in ("first", "second"))
    return joined(first, second, text), text


def author_marks(name: str) -> dict[str, Any]:
    """The marks of a case by its own author, who knows which defects were put in."""
    return dict(json.loads((HERE / "first" / f"{name}.json").read_text(encoding="utf-8")))


def compare(name: str, record: dict[str, Any], agreement: Agreement) -> None:
    """Adds one case, judged by the report part of a record, to the agreement."""
    gold, text = marks_of(name)
    said = {element["id"]: element for element in record["elements"]}
    for key, want in gold["elements"].items():
        status = said.get(key, {}).get("status")
        credit = 1.0 if status in want["status"] else 0.5 if status == "review" else 0.0
        agreement.add("elements", credit, f"{name} {key}: said {status}, marks {want['status']} {want['note'][:60]}")
        alone = [s for s in want["status"] if s != "na"]
        if len(alone) == 1:
            agreement.by_status[alone[0]].append(credit)
    for row in gold["shortcomings"]:
        found = _nearest(row["quote"], text, record["shortcomings"])
        for part in ("cause", "rectification", "plan"):
            answer = None if found is None else found[part] is not None
            agreement.add(
                "links", float(answer in row[part]["present"]), f"{name} {row['label']} {part}: said {answer}"
            )
    marks = [(m["start"], m["end"]) for m in gold["all_marks"]]
    for finding in record["findings"]:
        if finding["element"] is None and finding["severity"] != "hint":
            hit = any(p["start"] < e and s < p["end"] for p in finding["places"] for s, e in marks)
            agreement.add("precision", float(hit), f"{name} unmarked {finding['rule']}: {finding['quote'][:40]}")
            agreement.false_findings[name] += not hit


def _nearest(quote: str, text: str, found: list[dict[str, Any]]) -> dict[str, Any] | None:
    start = text.find(quote)
    shared = [(min(start + len(quote), f["end"]) - max(start, f["start"]), i) for i, f in enumerate(found)]
    best = max(shared, default=(0, 0))
    return found[best[1]] if best[0] > 0 else None

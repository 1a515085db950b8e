"""What a verdict can be given on in one report, each with a key that a person can type."""

import unicodedata
from collections import Counter
from dataclasses import dataclass

from lint.policy.verdicts import Word, permitted
from lint.record import shape

_OLD = "old"
_LONGEST = 60  # code points of a quote


@dataclass(frozen=True)
class Subject:
    """`key` is an element's id, or a rule's id and the number of its finding in the order of the text (sums.2), or that
    of a verdict that holds no longer (old.1). `status` is an element's; `about` its title or the quoted words."""

    key: str
    fingerprint: str
    rule: str
    about: str
    status: shape.Status | None = None
    verdict: shape.Verdict | None = None
    element: shape.Element | None = None
    finding: shape.Finding | None = None
    lapsed: shape.Lapsed | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """What can be said of it."""
        return () if self.lapsed else permitted(self.status)


def subjects(report: shape.Report) -> list[Subject]:
    """Elements in the checklist's order, findings of text rules in the order of the text, what holds no more."""
    by_element = {finding["element"]: finding for finding in report["findings"] if finding["element"]}
    found = [
        Subject(
            element["id"],
            element["fingerprint"],
            element["id"],
            element["title"],
            element["status"],
            element["verdict"],
            element,
            by_element.get(element["id"]),
        )
        for element in report["elements"]
    ]
    seen: Counter[str] = Counter()
    for finding in report["findings"]:
        if finding["element"] is None:
            rule = finding["rule"]
            seen[rule] += 1
            key, about = f"{rule}.{seen[rule]}", _short(finding["quote"] or finding["message"])
            found.append(Subject(key, finding["fingerprint"], rule, about, verdict=finding["verdict"], finding=finding))
    for number, lapsed in enumerate(report["lapsed"], 1):
        key = f"{_OLD}.{number}"
        found.append(Subject(key, lapsed["fingerprint"], lapsed["rule"], lapsed["about"], lapsed=lapsed))
    return found


def folded(key: str) -> str:
    """A key however it was typed: full-width letters, capitals."""
    return unicodedata.normalize("NFKC", key).strip().casefold()


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"

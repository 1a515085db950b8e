"""How text rules speak: one finding from a rule, its words and its places."""

from collections.abc import Iterable
from typing import Protocol

from lint.checks.results import Finding, SourceSpan

_WEIGHT = {"hint": 0, "warning": 1, "error": 2}


class Speaker(Protocol):
    """What every rule of a checklist has."""

    @property
    def id(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def basis(self) -> tuple[str, ...]: ...


def finding(
    rule: Speaker,
    message: str,
    places: Iterable[SourceSpan],
    *,
    severity: str = "error",
    suggestion: str | None = None,
    fixes: Iterable[str | None] = (),
    private: bool = False,
    custom: bool = False,
) -> Finding:
    """One finding. `severity` is how grave this is by itself; the rule's own severity is the most it can be. A rule's
    `message` replaces the words; "{…}" in it stands for them. `fixes` are the certain replacements of the places, in
    their order; where all are the same, this is the suggestion. `custom` says that this is a custom of writing, of
    which the rule's sources do not speak."""
    grave = min(severity, rule.severity, key=_WEIGHT.__getitem__)
    words = rule.message.replace("{…}", message) if rule.message else message
    given = list(places)
    fixed = dict(zip(given, fixes, strict=False))
    ordered = tuple(sorted(set(given)))
    in_order = tuple(fixed.get(place) for place in ordered) if fixed else ()
    if suggestion is None and len(set(in_order)) == 1:
        suggestion = in_order[0]
    return Finding(rule.id, grave, words, ordered, suggestion, () if custom else rule.basis, private, in_order)


def shown(text: str, limit: int = 14) -> str:
    """A quotation short enough for a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"

"""Roles and cue words as data: what a checklist lends to the understanding of a report.

The document layer does not know patterns; it is handed functions over folded text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Spans: TypeAlias = list[tuple[int, int]]
Finder: TypeAlias = Callable[[Any], Spans]  # takes what `Lexicon.prepare` made of a folded text


@dataclass(frozen=True, slots=True)
class RoleWords:
    """One role. `heading` says whether a heading's text names it; `leads` finds in a whole text the places of first
    words that begin it where there is no heading; `barred` tells what no heading of it may say. The flags are those of
    the checklist's [roles.*]."""

    id: str
    heading: Callable[[str], bool]
    leads: Finder
    standing: str = "done"
    under: tuple[str, ...] = ()
    begins_in: tuple[str, ...] = ()
    inner: bool = True
    keep: bool = False
    fallback: bool = False
    barred: Callable[[str], bool] = bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`cues` finds the cue words of a standing in a whole folded text, by the names of CUES in the checklist layer.
    `opening` is the role of what stands before the first heading, "" when the checklist has none."""

    roles: tuple[RoleWords, ...] = ()
    cues: Mapping[str, Finder] = field(default_factory=dict)
    opening: str = ""
    prepare: Callable[[str], Any] = str

    def find(self, cue: str, prepared: Any) -> Spans:
        """The places of a cue in a prepared folded text; none when the checklist has no such cue."""
        finder = self.cues.get(cue)
        return finder(prepared) if finder else []

    def role(self, name: str) -> RoleWords | None:
        """The role of an id, or None."""
        return next((role for role in self.roles if role.id == name), None)

    @property
    def fallback(self) -> RoleWords | None:
        """The role of sections that no heading pattern knows."""
        return next((role for role in self.roles if role.fallback), None)

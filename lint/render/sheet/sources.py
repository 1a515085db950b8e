"""Legal sources on paper: short in the rows, in full once at the end."""

from collections.abc import Iterable

from lint.record import shape
from lint.record.basis import lead, titled

_LONG = 26  # characters; a longer title gives way to its number


class Sources:
    """Says sources and remembers what was said."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}

    def short(self, entries: Iterable[shape.Basis]) -> list[str]:
        """《名称》第几条, or the number of a document with a long name; articles of one source together."""
        by_title: dict[str, list[shape.Basis]] = {}
        for entry in entries:
            by_title.setdefault(_named(entry), []).append(entry)
            self._said.setdefault(_named(entry), _full(entry))
        return [_short(found) for found in by_title.values()]

    def full(self) -> list[str]:
        """Every source that was cited, with its whole name and number, in the order of first mention."""
        return list(self._said.values())


def _short(entries: list[shape.Basis]) -> str:
    first = entries[0]
    name = _named(first)
    if len(name) > _LONG and first["number"]:
        name = first["number"]
    articles = "、".join(dict.fromkeys(entry["article"] for entry in entries if entry["article"]))
    return lead(first["rank"], all(entry["by_reference"] for entry in entries)) + name + articles


def _full(entry: shape.Basis) -> str:
    return lead(entry["rank"], False) + _named(entry) + (f"（{entry['number']}）" if entry["number"] else "")


def _named(entry: shape.Basis) -> str:
    return titled(entry["title"], entry["rank"], entry["number"])

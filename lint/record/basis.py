"""Legal sources as they apply to one report: which are in force, which apply directly, how they are cited.

The words 应当 and 必须 are never ours: they appear only inside a source's own wording or its checklist's paraphrase,
and a source that does not apply to this kind of issuer directly is introduced by 参照.
"""

from collections.abc import Iterable

from lint.checklist.model import Basis
from lint.record import shape
from lint.run import Run

_STREET = "街道"
_CUSTOM = "惯例"
_LOCAL = "地方要求"


class BasisBook:
    """The sources of a run's checklist, as they apply to its report."""

    def __init__(self, run: Run) -> None:
        self._sources = run.checklist.basis
        self._kind = run.report.front.issuer_kind
        self._from, self._to = _relevant_dates(run)
        self._known: dict[str, shape.Basis | None] = {}

    def entries(self, ids: Iterable[str]) -> list[shape.Basis]:
        """The sources of these ids that are in force, in the given order."""
        entries = []
        for ident in dict.fromkeys(ids):
            if ident not in self._known:
                source = self._sources.get(ident)
                self._known[ident] = self._entry(source) if source and self._in_force(source) else None
            if entry := self._known[ident]:
                entries.append(entry)
        return entries

    def _in_force(self, source: Basis) -> bool:
        begun = source.in_force_from is None or source.in_force_from <= self._to
        return begun and (source.in_force_to is None or source.in_force_to >= self._from)

    def _entry(self, source: Basis) -> shape.Basis:
        direct = not source.kinds or self._kind in source.kinds
        by_reference = source.by_reference or not direct
        note = None
        if self._kind == _STREET and source.street_note:
            note = source.street_note
        elif not direct:
            note = f"直接适用于{'、'.join(source.kinds)}，对本机关供参照"
        return {
            "title": source.title,
            "number": source.number,
            "article": source.article,
            "rank": source.rank,
            "wording": source.wording or None,
            "paraphrase": source.paraphrase or None,
            "by_reference": by_reference,
            "note": note,
            "cite": cite(source, by_reference, note),
        }


def cite(source: Basis, by_reference: bool, note: str | None) -> str:
    """A source as a sentence ready to be shown; `by_reference` where it does not apply directly."""
    title = titled(source.title, source.rank, source.number)
    if source.rank == _CUSTOM:
        head = title if _CUSTOM in title else f"惯例：{title}"
    elif source.rank == _LOCAL and title == source.title and "《" not in title:
        head = f"{_LOCAL}（{title}）"
    else:
        head = lead(source.rank, by_reference) + title
    if source.number:
        head += f"（{source.number}）"
    head += source.article
    body = f"：“{source.wording}”" if source.wording else (f"：{source.paraphrase}" if source.paraphrase else "")
    if body.endswith(("。", "。”")):
        body = body[:-2] + "”" if body.endswith("”") else body[:-1]
    tail = f"（{note.rstrip('。')}）" if note else ""
    return f"{head}{body}{tail}。"


def titled(title: str, rank: str, number: str | None) -> str:
    """The name of a source in 《》. As it is: a custom, a name that has them already, and what is asked in places
    without a document of its own."""
    plain = rank == _CUSTOM or (rank == _LOCAL and not number) or "《" in title
    return title if plain else f"《{title}》"


def lead(rank: str, by_reference: bool) -> str:
    """What is said before the name of a source: 参照, or that it is asked in some places only."""
    if rank == _CUSTOM:
        return ""
    return "参照" if by_reference else ("地方要求：" if rank == _LOCAL else "")


def _relevant_dates(run: Run) -> tuple[str, str]:
    """From the first day of the report year to the day the report was made (else the last day of that year)."""
    if run.year is None:
        return run.today.isoformat(), run.today.isoformat()
    first = f"{run.year:04}-01-01"
    made = run.report.front.date
    date = "{:04}-{:02}-{:02}".format(*made) if made else ""
    return first, date if date >= first else f"{run.year:04}-12-31"

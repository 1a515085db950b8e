"""Everything that is wrong with a checklist, in one go."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from lint.checklist.extend import Layer
from lint.checklist.faults.complaints import Complaint, placed
from lint.checklist.faults.coverage import untried
from lint.checklist.faults.lookalikes import lookalikes
from lint.checklist.faults.names import dangling, repeated_ids
from lint.checklist.faults.never import never, overlapping
from lint.checklist.faults.notes import notes
from lint.checklist.faults.sense import nonsense
from lint.checklist.faults.sources import unready
from lint.checklist.faults.structure import misfits
from lint.checklist.faults.tables import untenable
from lint.checklist.faults.wording import book_of, faulty
from lint.checklist.layers import layers
from lint.checklist.plugins import broken, converted
from lint.checklist.problems import ChecklistError, Problem, ordered


def validate(source: str | Path) -> tuple[Problem, ...]:
    """All problems of a checklist of a shipped name or a path, errors (错误) and notes (提示), by file and line."""
    try:
        layer = layers(source)
    except ChecklistError as error:
        return error.problems
    wrong = errors(layer)
    noted = [*_noted(layer), *(() if wrong else unready(layer))]  # a row that is not understood seems to use nothing
    return ordered([*wrong, *(placed(layer, complaint) for complaint in noted)])


def untried_patterns(source: str | Path) -> tuple[Problem, ...]:
    """Patterns that none of their owner's examples matches; `qingdan checklist test` fails on them.

    Raises ChecklistError when the checklist cannot be read.
    """
    layer = layers(source)
    return ordered(placed(layer, complaint) for complaint in untried(layer.data, book_of(layer.data)))


def errors(layer: Layer) -> tuple[Problem, ...]:
    """The problems with which a checklist must not be used."""
    found = [complaint for complaint in _complaints(layer) if complaint.level == "错误"]
    return ordered([*layer.problems, *repeated_ids(layer), *(placed(layer, complaint) for complaint in found)])


def _complaints(layer: Layer) -> Iterator[Complaint]:
    data, book = layer.data, book_of(layer.data)
    fitting = True
    for complaint in (*broken(data), *misfits(layer)):
        fitting = False
        yield complaint
    if fitting:
        try:
            converted(data)
        except msgspec.ValidationError as error:  # the schema is meant to be as strict as the model
            yield Complaint((), f"清单读不成：{error}")
    yield from dangling(data)
    yield from faulty(data, book)
    yield from nonsense(data, book)
    yield from (complaint for complaint in never(data, book) if complaint.level == "错误")
    yield from untenable(data)


def _noted(layer: Layer) -> Iterator[Complaint]:
    data, book = layer.data, book_of(layer.data)
    yield from (complaint for complaint in nonsense(data, book) if complaint.level == "提示")
    yield from (complaint for complaint in never(data, book) if complaint.level == "提示")
    yield from notes(layer)
    yield from overlapping(data, book)
    unmatched = list(untried(data, book))
    yield from unmatched
    yield from lookalikes(data, {complaint.path for complaint in unmatched})

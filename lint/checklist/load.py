"""From a name or a path to a Checklist, fast: 3 ms for 1,900 lines with a thousand patterns.

Shape and names are checked here. Patterns are parsed when they are first needed (all of them would be 14 ms more); a
run that meets a PatternError asks `broken_pattern` for its place. `lint.checklist.faults.validate` looks at everything.
"""

from pathlib import Path

import msgspec

from lint.checklist.checklist import Checklist
from lint.checklist.extend import Layer
from lint.checklist.faults.names import dangling, repeated_ids
from lint.checklist.layers import is_shipped, layers, shipped_names
from lint.checklist.model import Identity
from lint.checklist.pins import digest, inherited
from lint.checklist.plugins import converted
from lint.checklist.problems import ChecklistError, Problem
from lint.patterns import PatternError


def load(source: str | Path) -> Checklist:
    """The checklist of a shipped name or a path, with what it extends. Raises ChecklistError with all its errors."""
    layer = layers(source)
    try:
        file = converted(layer.data)
    except msgspec.ValidationError:
        raise _broken(layer) from None
    if layer.problems or any(repeated_ids(layer)) or any(dangling(layer.data)):
        raise _broken(layer)
    names = tuple(one.name for one in layer.files)
    return Checklist(file, digest(layer.files), names, inherited(layer.files), shipped=is_shipped(source))


def shipped() -> list[Identity]:
    """The identities of the shipped checklists, with what they inherit, by id. Raises ChecklistError."""
    return [_identity(layers(name)) for name in shipped_names()]


def _identity(layer: Layer) -> Identity:
    try:
        return msgspec.convert(layer.data.get("checklist"), Identity)
    except msgspec.ValidationError:
        raise _broken(layer) from None


def broken_pattern(checklist: Checklist, error: PatternError) -> ChecklistError:
    """The problems of a loaded checklist, one of whose patterns turned out to be broken, each at its place."""
    try:
        found = _broken(layers(Path(checklist.sources[0]))).problems if checklist.sources else ()
    except ChecklistError as unreadable:  # the file has changed since
        found = unreadable.problems
    name = checklist.sources[0] if checklist.sources else checklist.identity.id
    return ChecklistError(found or [Problem(name, 0, 0, error.message, error.suggestion)])


def _broken(layer: Layer) -> ChecklistError:
    from lint.checklist.faults.validate import errors  # noqa: PLC0415  a sound checklist does without

    return ChecklistError(errors(layer))

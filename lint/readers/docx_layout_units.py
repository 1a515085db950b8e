"""Lengths of WordprocessingML: bare numbers in the unit of their attribute, or measures with a unit (Strict)."""

import re

_MEASURE = re.compile(r"\s*([+-]?[0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(mm|cm|in|pt|pc|pi)?\s*", re.ASCII)
_UNITS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def points(said: str | None, per: float) -> float | None:
    """A length in points; `per` of the bare unit make a point (20 twips). None for what is no length.

    Counts of characters are read with `per` 100 likewise.
    """
    found = _MEASURE.fullmatch(said or "")
    if found is None:
        return None
    return float(found[1]) * _UNITS[found[2]] if found[2] else float(found[1]) / per

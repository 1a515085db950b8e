"""Which document a baseline or a verdict speaks of: issuer, report year, checklist.

The path is only a hint: a renamed file is the same document, a neighbour's report in a file of that name is another.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lint.record import shape
from lint.record.fingerprint import normalised

_ABOVE = ("省", "市", "区", "县", "旗", "州", "盟")  # 东梨溪镇 is not 梨溪镇


@dataclass(frozen=True)
class Identity:
    """`issuer` as printed, without white space; None where the report does not tell, as `year`. `checklist` is an id.
    `path` is relative to the folder of the file that remembers the document, with "/", where it lies in that folder."""

    issuer: str | None
    year: int | None
    checklist: str
    path: str

    @cached_property  # asked of all that are known, for each report
    def key(self) -> tuple[str, int, str] | None:
        """What the document is known by whatever its path; None when the report does not tell enough."""
        if self.issuer is None or self.year is None:
            return None
        return (normalised(self.issuer), self.year, self.checklist)


def identity(report: shape.Report, folder: str | Path) -> Identity:
    """The identity of a report, its path as seen from the folder of the file that is to remember it."""
    issuer = "".join((report["issuer"] or "").split())
    path = relative(report["path"], folder)
    return Identity(issuer or None, report["report_year"], report["checklist"]["id"], path)


def match(document: Identity, known: Iterable[Identity]) -> Identity | None:
    """The one of the known documents that it is: the one of the same issuer, year and checklist wherever it lay; else
    the one of the same path, checklist and whatever of issuer and year both tell (梨溪镇人民政府 may have been written
    for 禾阳县梨溪镇人民政府 in an earlier draft)."""
    candidates = tuple(known)
    if document.key is not None:
        found = [one for one in candidates if one.key == document.key]
        if found:
            return next((one for one in found if one.path == document.path), found[0])
    return next((one for one in candidates if _at_same_place(document, one)), None)


def relative(path: str | Path, folder: str | Path) -> str:
    """A path with "/" as seen from a folder; of one on another drive only the name."""
    try:
        return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))).as_posix()
    except (ValueError, OSError):
        return Path(path).name


def same_issuer(one: str, other: str) -> bool:
    """Whether two issuers are the same, one of them perhaps written without the county above it."""
    short, long = sorted((normalised(one), normalised(other)), key=len)
    above = long.removesuffix(short)
    return bool(short) and long.endswith(short) and (not above or above.endswith(_ABOVE))


def _at_same_place(one: Identity, other: Identity) -> bool:
    if (one.path, one.checklist) != (other.path, other.checklist):
        return False
    if None not in (one.year, other.year) and one.year != other.year:
        return False
    if one.issuer is None or other.issuer is None:
        return True
    return same_issuer(one.issuer, other.issuer)

"""The report that a feedback sheet is about, found by whose it is and not by the name of its file."""

from pathlib import Path

from lint.cli.policies import Chosen
from lint.policy.identity import Identity, match
from lint.readers import ReadError, read
from lint.select import select

_MOST = 100  # files that are opened; more are no folder of one office


def report_in(folder: Path, document: Identity, chosen: Chosen) -> str | None:
    """The name of the file in a folder that holds a document of this issuer, year and checklist; None without one, and
    for a document that does not tell them. Raises ChecklistError for a broken checklist."""
    if document.key is None:
        return None
    here = [Path(path) for path in select([str(folder)]).files if Path(path).parent == folder]
    for path in here[:_MOST]:
        library, choices = chosen(str(path))
        try:
            fit = library.fit(read(path, encoding=choices.encoding), choices.year)
        except ReadError:
            continue
        front = fit.report.front
        issuer = "".join((front.issuer or "").split())
        found = Identity(issuer or None, front.report_year, fit.ready.checklist.identity.id, document.path)
        if fit.recognised and match(document, [found]) is not None:
            return path.name
    return None

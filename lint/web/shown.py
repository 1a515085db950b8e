"""What the page is told of a report: data, every word of it fit to be shown."""

from dataclasses import asdict
from typing import Any

from lint.render.words import neutral
from lint.web.desk import Item
from lint.web.made import DOWNLOADS, address


def shown(item: Item) -> dict[str, Any]:
    """What the page needs of a report. Characters that cannot be seen are shown by their code point."""
    said: dict[str, Any] = {
        "number": item.number,
        "name": neutral(item.name),
        "state": item.state,
        "message": neutral(item.message),
        "earlier": item.earlier,
        "later": item.later,
        "options": asdict(item.options),
    }
    found = item.found
    if found is None:
        return said
    made = ("page", *(key for key, (kind, _, _) in DOWNLOADS.items() if kind in found.made))
    said["found"] = {
        "recognised": found.recognised,
        "title": neutral(found.line.title),
        "issuer": neutral(found.line.issuer),
        "year": found.line.year,
        "advice": neutral(found.advice),
        "numbers": neutral(found.numbers),
        "score": found.line.numbers,
        "remarks": [neutral(remark) for remark in found.remarks],
        "checklist": neutral(f"{found.checklist['title']}（{found.checklist['version']}）"),
        "files": {kind: address(item, kind) for kind in made},
        "unmade": [neutral(sentence) for sentence in found.unmade.values()],
    }
    if item.since is not None:
        said["since"] = {
            key: [neutral(one) for one in value] if isinstance(value, tuple) else value
            for key, value in asdict(item.since).items()
        }
    return said

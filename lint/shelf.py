"""The shipped checklists that a report may choose from, told by the beginning of their files: loading them all costs a
cold run more than checking the report."""

import re
from dataclasses import dataclass
from typing import Any

import msgspec
import tomli

from lint import resources
from lint.checklist.extend import OWN_IDENTITY
from lint.checklist.layers import shipped_names
from lint.checklist.model import Identity

_OTHER_TABLE = re.compile(r"^\s*\[(?!checklist[\].])", re.MULTILINE)
_TELLING = {"recognise", "kinds", "years-from", "years-to"}  # by which a report is told
_Head = dict[str, Any]


@dataclass(frozen=True)
class Offered:
    """A shipped checklist that a report may choose. `files` is how many files it is made of; `identity` is that of the
    whole checklist, None where the beginnings of its files do not tell it and it has to be loaded."""

    name: str
    files: int = 1
    identity: Identity | None = None


def shipped() -> list[str]:
    """The names of the shipped checklists; a file whose name begins with "_" is a draft of its authors."""
    return [name for name in shipped_names() if not name.startswith("_")]


def offered() -> list[Offered]:
    """All by name, without the abstract ones and without those that lie over another and are told by nothing of their
    own: no report can say that such a layer is meant; it is used when it is named."""
    heads = {name: _head(name) for name in shipped()}
    return [
        _offered(name, heads) for name, head in heads.items() if not head.get("abstract") and not _is_layer(head, heads)
    ]


def _is_layer(head: _Head, heads: dict[str, _Head]) -> bool:
    base = heads.get(str(head.get("extends")))
    return base is not None and not base.get("abstract") and not _TELLING & head.keys()


def _offered(name: str, heads: dict[str, _Head]) -> Offered:
    chain = [name]
    while (base := heads[chain[-1]].get("extends")) is not None:
        if base not in heads or base in chain:
            return Offered(name)
        chain.append(base)
    merged: _Head = {}
    for one in reversed(chain):
        if not heads[one]:
            return Offered(name)
        merged = {key: value for key, value in merged.items() if key not in OWN_IDENTITY} | heads[one]
    try:
        return Offered(name, len(chain), msgspec.convert(merged, Identity))
    except msgspec.ValidationError:  # loading tells what is wrong
        return Offered(name)


def _head(name: str) -> _Head:
    """The [checklist] table of a file that begins with it; else nothing, and the file is loaded to see."""
    try:
        text = (resources.folder("checklists") / f"{name}.toml").read_text(encoding="utf-8-sig")
        end = _OTHER_TABLE.search(text)
        head = tomli.loads(text[: end.start()] if end else text).get("checklist")
    except (OSError, ValueError):  # loading tells what is wrong
        return {}
    return head if isinstance(head, dict) else {}

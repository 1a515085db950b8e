"""The shipped checklists that a report may choose from, told by the beginning of their files: loading them all costs a
cold run more than checking the report."""

import re
from typing import Any

import tomli

from lint import resources
from lint.checklist.layers import shipped_names

_OTHER_TABLE = re.compile(r"^\s*\[(?!checklist[\].])", re.MULTILINE)
_TELLING = {"recognise", "kinds", "years-from", "years-to"}  # by which a report is told


def shipped() -> list[str]:
    """The names of the shipped checklists; a file whose name begins with "_" is a draft of its authors."""
    return [name for name in shipped_names() if not name.startswith("_")]


def choosable() -> list[str]:
    """The names without the abstract ones and without those that lie over another and are told by nothing of their
    own: no report can say that such a layer is meant; it is used when it is named."""
    heads = {name: _head(name) for name in shipped()}
    return [name for name, head in heads.items() if not head.get("abstract") and not _is_layer(head, heads)]


def _is_layer(head: dict[str, Any], heads: dict[str, dict[str, Any]]) -> bool:
    base = heads.get(str(head.get("extends")))
    return base is not None and not base.get("abstract") and not _TELLING & head.keys()


def _head(name: str) -> dict[str, Any]:
    """The [checklist] table of a file that begins with it; else nothing, and the file is loaded to see."""
    try:
        text = (resources.folder("checklists") / f"{name}.toml").read_text(encoding="utf-8-sig")
        end = _OTHER_TABLE.search(text)
        head = tomli.loads(text[: end.start()] if end else text).get("checklist")
    except (OSError, ValueError):  # loading tells what is wrong
        return {}
    return head if isinstance(head, dict) else {}

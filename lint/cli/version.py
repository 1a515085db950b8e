"""What `qingdan --version` says: for people one line, for programs what this installation is made of and can do."""

import json
import platform
import re
import shutil
import sys
from importlib import metadata
from importlib.util import find_spec
from typing import Any

from lint import __version__
from lint.checklist.plugins import installed
from lint.cli.catalogue import catalogue
from lint.readers import READABLE_SUFFIXES, ReadError
from lint.readers.soffice import find_office

SCHEMA = 1
DISTRIBUTION = "qingdan-lint"
EXTRAS = {"ocr": ("rapidocr", "onnxruntime"), "web": ("starlette", "uvicorn"), "xlsx": ("xlsxwriter",)}
"""The extras of pyproject.toml that are for users, with the modules that they bring."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def version_json() -> str:
    """One JSON object. Raises ChecklistError when a shipped checklist is broken."""
    said: dict[str, Any] = {
        "schema": SCHEMA,
        "name": "qingdan",
        "version": __version__,
        "python": {"version": platform.python_version(), "implementation": platform.python_implementation()},
        "platform": {"system": platform.system(), "machine": platform.machine(), "id": sys.platform},
        "checklists": [{key: row[key] for key in ("id", "title", "version", "sha256")} for row in catalogue()],
        "extras": extras(),
        "kinds": sorted(installed()),
        "programs": {"libreoffice": _has_office(), "git": shutil.which("git") is not None},
        "dependencies": _dependencies(),
        "suffixes": sorted(READABLE_SUFFIXES),
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def extras() -> dict[str, bool]:
    """The optional parts of the distribution by name, and whether all that they want is there."""
    return {name: all(find_spec(module) is not None for module in modules) for name, modules in EXTRAS.items()}


def _dependencies() -> dict[str, str | None]:
    """What the distribution wants, with the versions that are installed; nothing when it runs without having been
    installed."""
    try:
        lines = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return {}
    names = (_NAME.match(line) for line in lines if "extra ==" not in line)
    return {name: _installed(name) for name in sorted({found.group().lower() for found in names if found})}


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _has_office() -> bool:
    try:
        return find_office() is not None
    except ReadError:  # the user names one that is not there
        return False

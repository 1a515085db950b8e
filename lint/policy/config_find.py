"""Where the configuration lies: found upward from what is checked. Every run does this, most of them in vain."""

import os
from pathlib import Path

import tomli

NAME = "qingdan.toml"
PYPROJECT = "pyproject.toml"
_MENTION, _HEADER = b"qingdan", b"[tool.qingdan"


def find(start: str | Path) -> Path | None:
    """The configuration for what lies at `start` (a file, a folder, a glob), in its folder or the nearest above; none
    above the root of a repository. Where qingdan.toml and pyproject.toml lie in one folder, the former is taken."""
    folder = Path(os.path.abspath(start))  # noqa: PTH100  resolve() would leave the folder that a link lies in
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    for above in (folder, *folder.parents):
        if (above / NAME).is_file():
            return _shown(above / NAME)
        if _mentions(above / PYPROJECT):
            return _shown(above / PYPROJECT)
        if (above / ".git").exists():
            return None
    return None


def _mentions(path: Path) -> bool:
    """Whether a pyproject.toml is ours as well; most are not, and are not even parsed."""
    try:
        raw = path.read_bytes() if path.is_file() else b""
    except OSError:
        return False
    if _MENTION not in raw:
        return False
    try:
        tool = tomli.loads(raw.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):
        return _HEADER in raw  # then loading tells what is wrong; else it is another tool's to tell
    return isinstance(tool, dict) and "qingdan" in tool


def _shown(path: Path) -> Path:
    """The path as short as it can be said from here."""
    try:
        near = Path(os.path.relpath(path))
    except ValueError:  # on another drive
        return path
    return near if len(near.parts) <= len(path.parts) else path

"""Checklists written for one test, in a folder of its own that is the current one, so that names are short."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Writes a checklist into the current folder; its path is its bare name."""
    monkeypatch.chdir(tmp_path)

    def write(text: str | bytes, name: str = "甲.toml") -> Path:
        Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return Path(name)

    return write

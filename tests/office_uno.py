"""A LibreOffice that is asked through its own interface (UNO) what it sees in a Word file."""

import json
import shutil
import subprocess
import uuid
from dataclasses import dataclass
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).with_name("office_script.py")
_PYTHON = "/usr/bin/python3"  # Debian's python3-uno is there, not in the environment of the tests


@dataclass(frozen=True)
class SeenComment:
    """One comment as LibreOffice shows it, and the words it is anchored at (deleted words among them)."""

    author: str
    initials: str
    text: str
    words: str


@dataclass(frozen=True)
class Seen:
    """What LibreOffice shows of one file."""

    comments: list[SeenComment]
    text: str


class Office:
    """One LibreOffice for several files."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("soffice")
        if program is None:
            pytest.skip("LibreOffice (soffice) is not installed")
        if subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
            pytest.skip(f"{_PYTHON} has no uno (python3-uno)")
        self._folder = folder
        self._count = 0
        self._process = subprocess.Popen(
            [_PYTHON, str(_SCRIPT), program, f"qingdan-{uuid.uuid4().hex}", (folder / "profile").as_uri()],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def look(self, content: bytes) -> Seen:
        """Open a file, and tell what is there."""
        self._count += 1
        path = self._folder / f"file{self._count}.docx"
        path.write_bytes(content)
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps({"path": str(path)}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "LibreOffice has gone away"
        answer = json.loads(line)
        assert "error" not in answer, answer
        return Seen([SeenComment(*said) for said in answer["comments"]], answer["text"])

    def close(self) -> None:
        self._process.communicate(timeout=60)

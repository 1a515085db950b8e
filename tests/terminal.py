"""A command on a terminal of its own: what it asks is answered as a person would, line by line."""

import os
import select
import signal
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

_SECONDS = 10  # without a sign of life
_MOST = 1000  # pieces of what is shown
CTRL_C, CTRL_D = "\x03", "\x04"


@dataclass(frozen=True)
class Session:
    """`shown` is all that stood on the terminal, the answers included."""

    shown: str
    code: int


def converse(words: Sequence[str], answers: Sequence[str], folder: Path) -> Session:
    """Runs `qingdan` with the words in a folder; after each question (words that end in ：) the next answer is typed.
    An answer that is a control character is sent without Enter."""
    fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
    pty = pytest.importorskip("pty", reason="没有伪终端（Windows）")
    command = [sys.executable, "-m", "lint.cli.main", *words]
    environment = {**os.environ, "TERM": "dumb", "PYTHONUTF8": "1", "PYTHONPATH": str(Path(__file__).parents[1])}
    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        os.execve(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    left, seen, again, answered = list(answers), bytearray(), b"", 0
    for _ in range(_MOST):
        if not select.select([terminal], [], [], _SECONDS)[0]:
            if not again:
                os.kill(child, signal.SIGKILL)
            os.write(terminal, again)  # a key that came before it was waited for is pressed again
            continue
        try:
            seen += os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
        echo = answered and b"\n" not in seen[answered:]  # an answer may end like a question
        if left and not echo and seen.endswith("：".encode()):
            answered = len(seen)
            answer = left.pop(0)
            again = answer.encode() if answer in (CTRL_C, CTRL_D) else b""
            os.write(terminal, again or f"{answer}\n".encode())
    os.close(terminal)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Session(seen.decode("utf-8", "replace").replace("\r\n", "\n"), code)

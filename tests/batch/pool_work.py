"""What the pool's tests let it do; a module of its own, so that other processes can import it."""

import os
import signal
from pathlib import Path


def double(item: int) -> int:
    return item * 2


def double_or_die(item: int) -> int:
    """Kills its process at multiples of ten."""
    if item % 10 == 0:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return item * 2


def refuse_seven(item: int) -> int:
    if item == 7:
        raise ValueError("seven")
    return item


def meet(pipe: tuple[str, str]) -> str:
    """Opens a named pipe, which waits until another process opens its other end; gives up after a minute."""
    path, mode = pipe
    signal.alarm(60)
    with Path(path).open(mode) as stream:
        signal.alarm(0)
        return stream.read() if mode == "r" else str(stream.write("met"))


def lost(item: int) -> int:
    return -item

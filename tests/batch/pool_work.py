"""What the pool's tests let it do; a module of its own, so that other processes can import it."""

import os
import signal
import threading
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


class Refusal(Exception):
    """Cannot be put together again from what is sent of it."""

    def __init__(self, item: int, reason: str) -> None:
        super().__init__(f"{item} {reason}")


def refuse_oddly(item: int) -> int:
    raise Refusal(item, "is not taken")


def give_oddly(item: int) -> Exception:
    return Refusal(item, "is given")


def meet(pipe: tuple[str, str]) -> str:
    """Opens a named pipe, which waits until another process opens its other end; gives up after a minute."""
    path, mode = pipe
    signal.alarm(60)
    with Path(path).open(mode) as stream:
        signal.alarm(0)
        return stream.read() if mode == "r" else str(stream.write("met"))


def double_or_hang(item: int) -> int:
    """Hangs for an hour at multiples of ten."""
    if item % 10 == 0:
        threading.Event().wait(3600)
    return item * 2


def die_once(item: tuple[str, int]) -> str:
    """Kills its process the first time that it gets an item."""
    folder, number = item
    mark = Path(folder) / str(number)
    if mark.exists():
        return "done"
    mark.touch()
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return "never"


def lost(item: int, how: str) -> str:
    return f"{item} {how}"

"""Processes that do one task at a time and can be killed: a task that hangs or takes its process with it costs itself.

Processes are spawned, not forked: PDFium and LibreOffice's helpers do not survive a fork, and Windows has no other way.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from lint.batch.lost import Lost

Task = TypeVar("Task")
Result = TypeVar("Result")
_START_SECONDS = 60  # for a process to begin, on an old computer
_GRACE_SECONDS = 1.0  # for a process to end its own children (LibreOffice)


@dataclass(frozen=True)
class Means:
    """What a process may use: seconds for a task, tasks before it is started anew, bytes of address space where the
    system can limit them, and the folder for its temporary files. None is as much as there is, and the usual folder."""

    seconds: float | None = None
    tasks: int | None = None
    memory: int | None = None
    temporary: str | None = None


@dataclass
class _Running:
    process: SpawnProcess
    pipe: "Connection[Any, Any]"
    done: int = 0


@dataclass(frozen=True)
class _Order(Generic[Task, Result]):
    task: Task
    begun: Callable[[], bool]
    done: Callable[[Result | Lost], None]


class Workers(Generic[Task, Result]):
    """`number` processes, each with a thread that hands it tasks. `make` is called once in each process and gives the
    function that does a task; it, tasks and results must be picklable."""

    def __init__(self, make: Callable[[], Callable[[Task], Result]], number: int, means: Means) -> None:
        self._make, self._means = make, means
        self._orders: SimpleQueue[_Order[Task, Result] | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._processes: list[SpawnProcess] = []
        self._closed = False
        self._threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(number)]
        for thread in self._threads:
            thread.start()

    def submit(self, task: Task, begun: Callable[[], bool], done: Callable[[Result | Lost], None]) -> None:
        """Do a task when a process is free. Both callbacks come from another thread: `begun` tells whether the task is
        still wanted, `done` is called unless it is not."""
        self._orders.put(_Order(task, begun, done))

    def close(self) -> None:
        """End all processes, whatever they are at; tasks that wait are dropped."""
        with self._lock:
            self._closed = True
            processes = tuple(self._processes)
        for process in processes:
            _ask_to_end(process)
        for process in processes:
            _end(process)
        for _ in self._threads:
            self._orders.put(None)
        for thread in self._threads:
            thread.join(_GRACE_SECONDS)

    def _serve(self) -> None:
        running = self._start()
        while (order := self._orders.get()) is not None and not self._closed:
            if not order.begun():
                continue
            running = running or self._start()
            result = self._do(running, order.task) if running else "died"
            if self._closed:
                return
            if running and (result in ("late", "died") or running.done == self._means.tasks):
                self._stop(running)
                running = None
            order.done(result)
        if running:
            self._stop(running)

    def _do(self, running: _Running, task: Task) -> Result | Lost:
        try:
            running.pipe.send(task)
            if not running.pipe.poll(self._means.seconds):
                return "late"
            result: Result = running.pipe.recv()
        except Exception:  # the process is gone, or sent what nobody can put together again: the task has an answer
            return "died"
        running.done += 1
        return result

    def _start(self) -> _Running | None:
        context = get_context("spawn")
        try:
            ours, theirs = context.Pipe()
        except OSError:  # the system gives no more files
            return None
        process = context.Process(target=_work, args=(theirs, self._make, self._means), daemon=True)
        with self._lock, theirs:
            if self._closed:
                return None
            try:
                process.start()
            except OSError:  # no more processes
                return None
            self._processes.append(process)
        running = _Running(process, ours)
        with suppress(EOFError, OSError):
            if ours.poll(_START_SECONDS) and ours.recv():
                return running
        self._stop(running)
        return None

    def _stop(self, running: _Running) -> None:
        _ask_to_end(running.process)
        _end(running.process)
        running.pipe.close()
        with self._lock, suppress(ValueError):
            self._processes.remove(running.process)


def _ask_to_end(process: SpawnProcess) -> None:
    """With all its children where the system knows them; elsewhere the process ends them itself, see _work."""
    if sys.platform == "win32" and process.is_alive():
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(process.pid)],
            check=False,
            capture_output=True,
            creationflags=subprocess.CREATE_NO_WINDOW,  # without a console of our own a black window would flash up
        )
    process.terminate()


def _end(process: SpawnProcess) -> None:
    process.join(_GRACE_SECONDS)
    if process.is_alive():
        process.kill()
        process.join()


def _work(pipe: "Connection[Any, Any]", make: Callable[[], Callable[[Any], Any]], means: Means) -> None:
    """The process: ends when its parent does, since nobody holds the other end of its pipe any longer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told as well, and ends this one
    signal.signal(signal.SIGTERM, _leave)  # an exception, so that readers end the programs that they started
    if means.temporary is not None:
        tempfile.tempdir = means.temporary
        os.environ.update(TMPDIR=means.temporary, TEMP=means.temporary, TMP=means.temporary)
    _limit(means.memory)
    work = make()
    with suppress(EOFError, OSError):
        pipe.send("ready")
        while True:
            pipe.send(work(pipe.recv()))


def _leave(_signal: int, _frame: object) -> None:
    raise SystemExit(0)


def _limit(memory: int | None) -> None:
    """Bounds the memory where the system can, and leaves no core dump: a report would be in it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory is None:
        return
    with suppress(ValueError, OSError):  # the user's own limit may be lower
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))

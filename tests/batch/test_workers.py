"""Processes that can be killed: what hangs or crashes costs itself, and what was removed is not done."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from types import SimpleNamespace
from typing import Any

import pytest

from lint.batch import workers as module
from lint.batch.workers import Means, Workers

PATIENCE = 60  # seconds until a test gives up on what it waits for


def _maker() -> Callable[[str], Any]:
    def work(task: str) -> Any:
        if task == "crash":
            os._exit(3)
        if task == "hang":
            threading.Event().wait()
        if task == "memory":
            try:
                return len(b"x" * 4_000_000_000)
            except MemoryError:
                return "MemoryError"
        if task == "temporary":
            return os.environ["TMPDIR"]
        return os.getpid()

    return work


@contextmanager
def workers(tmp_path: Path, seconds: float = PATIENCE, tasks: int = 100) -> Iterator[Callable[[str], Any]]:
    pool: Workers[str, Any] = Workers(_maker, 1, Means(seconds, tasks, 3_000_000_000, str(tmp_path)))

    def done(task: str, wanted: bool = True) -> Any:
        results: Queue[Any] = Queue()
        pool.submit(task, lambda: wanted, results.put)
        return results.get(timeout=PATIENCE) if wanted else None

    yield done
    pool.close()


def test_a_crash_costs_its_task_and_the_next_is_done(tmp_path: Path) -> None:
    with workers(tmp_path) as done:
        first = done("who")
        assert done("crash") == "died"
        assert done("who") not in (first, "died", "late")


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    with workers(tmp_path, seconds=0.5) as done:
        assert done("hang") == "late"
        assert isinstance(done("who"), int)


def test_a_process_is_started_anew_after_so_many_tasks(tmp_path: Path) -> None:
    with workers(tmp_path, tasks=2) as done:
        pids = [done("who") for _ in range(4)]
        assert pids[0] == pids[1] != pids[2] == pids[3]


def test_memory_is_bounded_and_temporary_files_lie_in_the_given_folder(tmp_path: Path) -> None:
    with workers(tmp_path) as done:
        assert done("memory") == "MemoryError"
        assert done("temporary") == str(tmp_path)


def test_what_is_not_wanted_any_longer_is_not_done(tmp_path: Path) -> None:
    with workers(tmp_path) as done:
        done("crash", wanted=False)  # type: ignore[call-arg]
        assert isinstance(done("who"), int)


def test_closing_ends_what_is_under_way_at_once(tmp_path: Path) -> None:
    begun = threading.Event()
    pool: Workers[str, Any] = Workers(_maker, 1, Means(PATIENCE, 9, 3_000_000_000, str(tmp_path)))
    pool.submit("hang", lambda: begun.set() or True, lambda _: None)
    assert begun.wait(PATIENCE)
    started = time.monotonic()
    pool.close()
    assert time.monotonic() - started < PATIENCE / 2


def test_on_windows_no_black_window_flashes_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr(module.sys, "platform", "win32")
    monkeypatch.setattr(module.subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    monkeypatch.setattr(module.subprocess, "run", lambda command, **options: asked.append(options))
    module._ask_to_end(SimpleNamespace(pid=7, is_alive=lambda: True, terminate=lambda: None))  # type: ignore[arg-type]
    assert [options["creationflags"] for options in asked] == [0x08000000]

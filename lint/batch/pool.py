"""Work on many items in several processes; results come in the items' order, whatever the order they are done in.

Processes are spawned, not forked: PDFium and LibreOffice's helpers do not survive a fork, and Windows has no other way.
A process that dies (out of memory, a crash inside a C library) costs the item it was on, not the run.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST = 61  # processes: Windows can wait for no more
AHEAD = 4  # items handed out per process beyond the one that is waited for: nobody idles, and results do not pile up

# Set once in each worker process and never in the main one: a function with its checklists is too large to be sent
# along with every item.
_given: list[Callable[[Any], Any]] = []


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], workers: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """work(item) for each item, in order, by `workers` processes; lost(item) for one that took its process with it.

    `work`, items and results must be picklable. Whatever `work` raises is raised here when its turn comes. There are
    MOST processes at most, and AHEAD items a process are under way, so memory does not grow with their number.
    """
    rest = deque(items)
    workers = min(workers, MOST)
    while rest:
        yield from _until_broken(work, rest, workers)
        if rest:  # the pool broke: the items under way are done one at a time, to see which of them it was
            for _ in range(min(len(rest), workers * AHEAD)):
                yield _alone(work, rest[0], lost)
                rest.popleft()


def _until_broken(work: Callable[[Item], Result], rest: deque[Item], workers: int) -> Iterator[Result]:
    """Takes items from `rest` as their results are yielded; returns early when a process died."""
    with _executor(work, workers) as pool:
        under_way: deque[Future[Result]] = deque()
        try:
            while rest:
                while len(under_way) < min(len(rest), workers * AHEAD):
                    under_way.append(pool.submit(_do, rest[len(under_way)]))
                result = under_way[0].result()
                under_way.popleft()
                rest.popleft()
                yield result
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(work: Callable[[Item], Result], item: Item, lost: Callable[[Item], Result]) -> Result:
    with suppress(BrokenProcessPool), _executor(work, 1) as pool:
        done: Result = pool.submit(_do, item).result()
        return done
    return lost(item)


def _executor(work: Callable[[Any], Any], workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_receive, initargs=(work,))


def _receive(work: Callable[[Any], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process is told as well, and ends this one
    _given.append(work)


def _do(item: Any) -> Any:
    return _given[-1](item)

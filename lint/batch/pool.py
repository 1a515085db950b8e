"""Work on many items in several processes; results come in the items' order, whatever the order they are done in.

A process that dies (out of memory, a crash inside a C library) or takes too long costs the item it was on, not the run.
"""

import pickle
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from lint.batch.lost import Lost
from lint.batch.workers import Means, Workers
from lint.debug import debugging

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST = 61  # processes, each with a thread; more than a computer of an office has processors
AHEAD = 4  # items handed out per process beyond the one that is waited for: nobody idles, and results do not pile up


@dataclass(frozen=True, slots=True)
class _Done(Generic[Result]):
    """What the work gave."""

    value: Result


@dataclass(frozen=True, slots=True)
class _Raised:
    """What it raised instead."""

    error: Exception


_Answer = _Done[Result] | _Raised | Lost


def spread(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    workers: int,
    lost: Callable[[Item, Lost], Result],
    seconds: float | None = None,
) -> Iterator[Result]:
    """work(item) for each item, in order, by `workers` processes; lost(item, how) for one that took its process with
    it, or that took longer than `seconds` (None for as long as it takes).

    `work`, items and results must be picklable. Whatever `work` raises is raised here when its turn comes. There are
    MOST processes at most, and AHEAD items a process are under way, so memory does not grow with their number.
    """
    number = min(workers, MOST, len(items))
    pool: Workers[Item, _Done[Result] | _Raised] = Workers(partial(_trying, work), number, Means(seconds))
    rest = deque(items)
    under_way: deque[Future[_Answer[Result]]] = deque()
    try:
        while rest:
            while len(under_way) < min(len(rest), number * AHEAD):
                under_way.append(_handed_to(pool, rest[len(under_way)]))
            answer = under_way[0].result()
            if answer == "died":  # perhaps the others had taken the memory: once more, alone
                wait(under_way)
                answer = _handed_to(pool, rest[0]).result()
            under_way.popleft()
            item = rest.popleft()
            if isinstance(answer, _Raised):
                raise answer.error
            yield answer.value if isinstance(answer, _Done) else lost(item, answer)
    finally:
        pool.close()


def _handed_to(pool: Workers[Item, _Done[Result] | _Raised], item: Item) -> "Future[_Answer[Result]]":
    future: Future[_Answer[Result]] = Future()
    pool.submit(item, lambda: True, future.set_result)
    return future


def _trying(work: Callable[[Item], Result]) -> Callable[[Item], _Done[Result] | _Raised]:
    """The work as it is done in a process."""

    def tried(item: Item) -> _Done[Result] | _Raised:
        try:
            return _Done(work(item))
        except Exception as error:  # raised where the results are waited for
            if debugging():
                traceback.print_exc()  # its frames do not travel
            return _Raised(_travelling(error))

    return tried


def _travelling(error: Exception) -> Exception:
    """The error, or one that tells it where it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error

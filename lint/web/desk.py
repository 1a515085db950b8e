"""What lies on the desk: the reports of this session and what has become of each, in memory and the private folder."""

import secrets
import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from lint.batch.lost import Lost, lost_said
from lint.batch.workers import Workers
from lint.policy.identity import Identity, match
from lint.web.bounds import Bounds
from lint.web.checking import Found, Refused, Task
from lint.web.compare import Comparison, compare

State = Literal["receiving", "waiting", "checking", "done", "failed"]
_UNDER_WAY = ("receiving", "waiting", "checking")


class DeskFull(Exception):
    """No more can be taken; the message says what to do."""


class NotThere(Exception):
    """No such report, or it is under way."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is checked. `checklist` is a key of the choices offered, "" where the report chooses."""

    checklist: str = ""
    layout: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One report. `change` orders all changes of the desk. `earlier` is the draft before, `later` the one after;
    `apart` says that the user wants it to be nobody's next draft. `met` is how many were done when this one came in."""

    number: int
    secret: str
    name: str
    size: int
    options: Options
    state: State
    change: int
    met: int
    message: str = ""
    found: Found | None = None
    finished: int = 0
    earlier: int | None = None
    later: int | None = None
    apart: bool = False
    since: Comparison | None = None


@dataclass
class _Counts:
    change: int = 0
    number: int = 0
    finished: int = 0
    removed: dict[int, int] = field(default_factory=dict)  # number → change


class Desk:
    """Thread-safe. `choices` gives the checklist of each key; `folder` is the private one."""

    def __init__(
        self,
        folder: Path,
        workers: Workers[Task, Found | Refused],
        bounds: Bounds,
        choices: Mapping[str, str | Path],
        today: Callable[[], date],
    ) -> None:
        self.folder = folder
        self._workers, self._bounds, self._choices, self._today = workers, bounds, choices, today
        self._lock = threading.RLock()
        self._items: dict[int, Item] = {}
        self._counts = _Counts()

    def expect(self, name: str, options: Options, earlier: int | None = None) -> Item:
        """A place for a report that is about to come in. Raises DeskFull, or NotThere for a draft that is not there."""
        with self._lock:
            if options.checklist and options.checklist not in self._choices:
                raise NotThere
            if earlier is not None and earlier not in self._items:
                raise NotThere
            if len(self._items) >= self._bounds.files:
                raise DeskFull(f"已经有 {self._bounds.files} 份，放不下了；请移除一些，或点“关闭”后重新打开。")
            if sum(item.state == "receiving" for item in self._items.values()) >= self._bounds.uploads:
                raise DeskFull("同时送来的文件太多，请稍等再放。")
            self._counts.number += 1
            number = self._counts.number
            (self.folder / str(number)).mkdir(mode=0o700)
            return self._put(
                Item(
                    number,
                    secrets.token_urlsafe(18),
                    name,
                    0,
                    options,
                    "receiving",
                    0,
                    self._counts.finished,
                    earlier=earlier,
                )
            )

    def source(self, number: int) -> Path:
        """Where the bytes of a report lie; no part of this path comes from outside."""
        return self.folder / str(number) / "source"

    def room(self) -> int:
        """How many bytes are left for reports."""
        with self._lock:
            return self._bounds.total_bytes - sum(item.size for item in self._items.values())

    def came(self, number: int, size: int) -> None:
        """A report is there: it waits for a worker."""
        with self._lock:
            item = self._items.get(number)
            if item is not None:
                self._queue(replace(item, size=size))

    def failed(self, number: int, message: str) -> None:
        """A report did not come in."""
        with self._lock:
            if (item := self._items.get(number)) is not None:
                self._put(replace(item, state="failed", message=message))

    def again(self, number: int, options: Options) -> None:
        """Check the same file with other options. Raises NotThere."""
        with self._lock:
            item = self._items.get(number)
            known = not options.checklist or options.checklist in self._choices
            if item is None or item.state in _UNDER_WAY or not self.source(number).is_file() or not known:
                raise NotThere
            self._queue(replace(item, options=options, message="", found=None, since=None))

    def remove(self, number: int) -> None:
        """Forget a report and what was made of it. Raises NotThere."""
        with self._lock:
            item = self._items.pop(number, None)
            if item is None:
                raise NotThere
            self._counts.change += 1
            self._counts.removed[number] = self._counts.change
            for other in tuple(self._items.values()):
                if number in (other.earlier, other.later):
                    earlier = None if other.earlier == number else other.earlier
                    later = None if other.later == number else other.later
                    self._put(replace(other, earlier=earlier, later=later, since=other.since if earlier else None))
            if item.state != "checking":
                shutil.rmtree(self.folder / str(number), ignore_errors=True)

    def item(self, number: int) -> Item | None:
        """One report."""
        with self._lock:
            return self._items.get(number)

    def part(self, number: int) -> None:
        """A report is no draft of the one that it was compared with: both stand on their own, also when this one is
        checked again. Raises NotThere."""
        with self._lock:
            item = self._items.get(number)
            if item is None or item.earlier is None:
                raise NotThere
            before = self._items.get(item.earlier)
            if before is not None and before.later == number:
                self._put(replace(before, later=None))
            self._put(replace(item, earlier=None, since=None, apart=True))

    def changes(self, since: int) -> tuple[int, list[Item], list[int]]:
        """The number of the last change, the reports changed after `since`, those removed after it."""
        with self._lock:
            items = [item for item in self._items.values() if item.change > since]
            removed = [number for number, change in self._counts.removed.items() if change > since]
            return self._counts.change, sorted(items, key=lambda item: item.number), removed

    def latest(self) -> list[Item]:
        """The reports that no later draft took the place of."""
        with self._lock:
            return [item for item in self._items.values() if item.later is None]

    def file(self, number: int, kind: str) -> Path:
        """Where something made of a report lies; `kind` is one of checking.KINDS."""
        return self.folder / str(number) / kind

    def _queue(self, item: Item) -> None:
        checklist = self._choices[item.options.checklist] if item.options.checklist else None
        task = Task(
            str(self.source(item.number)),
            item.name,
            str(self.folder / str(item.number)),
            checklist,
            item.options.layout,
            item.options.year,
            self._today(),
        )
        self._put(replace(item, state="waiting"))
        self._workers.submit(task, lambda: self._begun(item.number), lambda result: self._finished(item.number, result))

    def _begun(self, number: int) -> bool:
        with self._lock:
            item = self._items.get(number)
            if item is not None:
                self._put(replace(item, state="checking"))
            return item is not None

    def _finished(self, number: int, result: Found | Refused | Lost) -> None:
        with self._lock:
            item = self._items.get(number)
            if item is None:  # removed meanwhile
                shutil.rmtree(self.folder / str(number), ignore_errors=True)
            elif isinstance(result, Found):
                self._counts.finished += 1
                item = replace(item, state="done", found=result, finished=self._counts.finished)
                self._put(self._compared(item, result))
            else:
                self._put(replace(item, state="failed", message=self._failure(result)))

    def _failure(self, result: Refused | Lost) -> str:
        if isinstance(result, Refused):
            return result.message
        return lost_said(result, self._bounds.check_seconds) + "。"

    def _compared(self, item: Item, found: Found) -> Item:
        """The report with what has changed since the draft before: the one that the user named, else the latest of the
        same issuer, year and checklist that was done when this one came in."""
        number = item.earlier if item.earlier in self._items else self._draft_before(item, found)
        before = self._items.get(number) if number is not None else None
        if before is None:
            return item
        if before.later != item.number:
            self._put(replace(before, later=item.number))
        if before.found is None:
            return replace(item, earlier=before.number)
        now = {column.id: status for column, status in zip(found.head.columns, found.line.statuses, strict=True)}
        since = compare(before.found.points, found.points, now)
        return replace(item, earlier=before.number, since=since)

    def _draft_before(self, item: Item, found: Found) -> int | None:
        if item.apart or not found.recognised:
            return None
        known: dict[Identity, int] = {}
        for other in sorted(self._items.values(), key=lambda one: one.finished, reverse=True):
            last = other.number != item.number and other.later is None and other.finished <= item.met
            if last and other.found and other.found.recognised:
                known.setdefault(_identity(other.name, other.found), other.number)
        one = match(_identity(item.name, found), known)
        return None if one is None else known[one]

    def _put(self, item: Item) -> Item:
        self._counts.change += 1
        kept = replace(item, change=self._counts.change)
        self._items[item.number] = kept
        return kept


def _identity(name: str, found: Found) -> Identity:
    """As policy.identity knows a document; the name is compared and never looked up on the disk."""
    issuer = "".join(found.line.issuer.split())
    return Identity(issuer or None, found.line.year, found.checklist["id"], name)

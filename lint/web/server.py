"""Starting, telling where, and ending: one server on 127.0.0.1, in a private folder, until its page is closed."""

import asyncio
import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import FrameType

import uvicorn

from lint.batch.workers import Means, Workers
from lint.checklist.load import load
from lint.shelf import shipped
from lint.web.app import application
from lint.web.bounds import Bounds
from lint.web.checking import checker
from lint.web.connections import connection
from lint.web.desk import Desk
from lint.web.folder import private_folder
from lint.web.guard import Guard, Keys
from lint.web.site import Offer, Site
from lint.web.tabs import Tabs

_HOST = "127.0.0.1"
_MOST_WORKERS = 4
_SECOND, _MOMENT = 1.0, 0.02


@dataclass(frozen=True)
class Settings:
    """What the user chose: the port (0: a free one), a checklist (the name of a shipped one or a path), the day that
    counts as today. `parent` is where the private folder is made, None for the system's temporary folder."""

    port: int = 0
    checklist: str | None = None
    today: Callable[[], date] = date.today
    bounds: Bounds = field(default_factory=Bounds)
    workers: int = field(default_factory=lambda: max(1, min(_MOST_WORKERS, os.cpu_count() or 1)))
    parent: Path | None = None


@dataclass(frozen=True)
class Addresses:
    """Where the page is: `printed` for people, `opening` for the browser that is started; it opens once."""

    printed: str
    opening: str


def serve(settings: Settings, ready: Callable[[Addresses], None]) -> None:
    """Serve until the page is closed; `ready` is called when it can be opened. Raises OSError when the port or the
    temporary folder cannot be had, ChecklistError for a broken checklist."""
    offers = _offers(settings.checklist)
    with _ending_well(), _listening(settings.port) as listener, private_folder(settings.parent) as folder:
        authority = f"{_HOST}:{listener.getsockname()[1]}"
        bounds, keys, tabs = settings.bounds, Keys(), Tabs(settings.bounds)
        temporary = folder / "tmp"
        temporary.mkdir(mode=0o700)
        means = Means(bounds.check_seconds, bounds.reports_per_worker, bounds.memory_bytes, str(temporary))
        workers = Workers(checker, settings.workers, means)
        try:
            desk = Desk(folder, workers, bounds, {offer.key: offer.source for offer in offers}, settings.today)
            addresses = Addresses(f"http://{authority}/#{keys.token}", f"http://{authority}/#{keys.opening}")
            running = Running(lambda: ready(addresses), tabs)
            preferred = "own" if any(offer.key == "own" for offer in offers) else settings.checklist or ""
            secret = secrets.token_urlsafe(18)
            site = Site(desk, keys, tabs, bounds, offers, preferred, secret, settings.today, running.close)
            running.run(_config(Guard(application(site), authority, keys, bounds), bounds), listener)
        finally:
            workers.close()


class Running:
    """uvicorn while it runs: says when it has started, looks every second whether a page is open, can be closed."""

    def __init__(self, started: Callable[[], None], tabs: Tabs) -> None:
        self._started, self._tabs = started, tabs
        self._server: uvicorn.Server | None = None

    def run(self, config: uvicorn.Config, listener: socket.socket) -> None:
        self._server = uvicorn.Server(config)
        asyncio.run(self._run(self._server, listener))

    def close(self) -> None:
        """End soon."""
        if self._server is not None:
            self._server.should_exit = True

    async def _run(self, server: uvicorn.Server, listener: socket.socket) -> None:
        watching = asyncio.create_task(self._watch(server))
        await server.serve(sockets=[listener])
        watching.cancel()

    async def _watch(self, server: uvicorn.Server) -> None:
        while not server.started:
            await asyncio.sleep(_MOMENT)
        self._started()
        while True:
            await asyncio.sleep(_SECOND)
            if self._tabs.tick():
                self.close()


def _config(app: Guard, bounds: Bounds) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=connection(bounds),
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=1,
        backlog=512,
    )


def _offers(given: str | None) -> tuple[Offer, ...]:
    """The checklists to choose from; a path given by the user comes first. Raises ChecklistError."""
    offers = [Offer(name, load(name).identity.title, name) for name in shipped()]
    offers = [offer for offer in offers if not load(offer.source).identity.abstract]
    if given is not None and given not in {offer.key for offer in offers}:
        offers.insert(0, Offer("own", load(given).identity.title, str(Path(given).resolve())))
    return tuple(offers)


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    """A socket that only this computer reaches. Raises OSError when the port is taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        if sys.platform == "win32":  # elsewhere a port is nobody else's anyway
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_HOST, port))
        yield listener


@contextmanager
def _ending_well() -> Iterator[None]:
    """Being told to end, or the closing of the terminal, ends as closing the page does: nothing is left behind."""
    names = ("SIGTERM", "SIGHUP", "SIGBREAK")
    before = {number: signal.signal(number, _leave) for name in names if (number := getattr(signal, name, None))}
    try:
        yield
    finally:
        for number, handler in before.items():
            with suppress(ValueError):
                signal.signal(number, handler)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)

"""What all routes of the local page speak of."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lint.web.bounds import Bounds
from lint.web.desk import Desk
from lint.web.guard import Keys
from lint.web.tabs import Tabs


@dataclass(frozen=True)
class Offer:
    """A checklist that can be chosen: its key, its title, and to what it adds, if it lies over another."""

    key: str
    title: str
    source: str | Path


@dataclass(frozen=True)
class Site:
    """All that the routes speak of. `preferred` is the key chosen at the start; `matrix` the secret of the matrix
    and of the zip. One zip is packed at a time."""

    desk: Desk
    keys: Keys
    tabs: Tabs
    bounds: Bounds
    offers: tuple[Offer, ...]
    preferred: str
    matrix: str
    today: Callable[[], date]
    close: Callable[[], None]
    packing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

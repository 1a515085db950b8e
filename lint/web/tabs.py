"""Which pages are open: the server ends when the last one has been closed for a while."""

from lint.web.bounds import Bounds

_MOST = 1_000  # pages that are remembered


class Tabs:
    """Counts in seconds of its own (`tick`), so that a computer that slept does not find its server gone. A page has a
    name of its own each time it is loaded."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._now = 0
        self._seen: dict[str, int] = {}
        self._gone: dict[str, None] = {}  # in the order in which they went
        self._left = 0  # since when nobody is there
        self._closed = False  # whether the last one said that it closes

    def seen(self, tab: str) -> None:
        """A page has spoken. What a page had asked just before it was closed may come after its farewell."""
        if tab in self._gone or (tab not in self._seen and len(self._seen) >= _MOST):
            return
        self._seen[tab] = self._now
        self._closed = False

    def closed(self, tab: str) -> None:
        """A page says that it is being closed, or loaded again."""
        self._gone[tab] = None
        if len(self._gone) > _MOST:
            del self._gone[next(iter(self._gone))]
        self._seen.pop(tab, None)
        if not self._seen and not self._closed:
            self._left, self._closed = self._now, True

    def tick(self) -> bool:
        """One second has passed; whether the server is to end."""
        self._now += 1
        before = len(self._seen)
        self._seen = {tab: at for tab, at in self._seen.items() if self._now - at < self._bounds.tab_seconds}
        if before and not self._seen:
            return True
        if self._seen:
            return False
        return self._now - self._left >= (self._bounds.closed_seconds if self._closed else self._bounds.tab_seconds)

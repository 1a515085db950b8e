"""Connections that are slow or many: the head of a request has to come in time, and there is a most of connections."""

import asyncio
from functools import partial
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from lint.web.bounds import Bounds


class Connection(H11Protocol):
    """uvicorn's connection, bounded; uvicorn itself waits for the first byte, and for the rest of a head, for ever."""

    def __init__(self, bounds: Bounds, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._bounds = bounds
        self._head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        if len(self.connections) > self._bounds.connections:
            transport.abort()
        else:
            self._arm()

    def data_received(self, data: bytes) -> None:
        self._disarm()
        super().data_received(data)
        if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
            self._arm()

    def connection_lost(self, exc: Exception | None) -> None:
        self._disarm()
        super().connection_lost(exc)

    def _arm(self) -> None:
        self._head_timer = self.loop.call_later(self._bounds.head_seconds, self.transport.abort)

    def _disarm(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None


def connection(bounds: Bounds) -> Any:
    """The protocol for uvicorn's configuration."""
    return partial(Connection, bounds)

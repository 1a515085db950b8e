"""Who may speak to the server: pages that it served itself, opened by whoever started it. Everything else is refused.

Host and Origin are checked against one address (DNS rebinding, foreign sites); all but the empty page needs a key that
was handed out for the token in the address (other users of this computer). The key travels in a header that only our
own script can set, not in a cookie: cookies of 127.0.0.1 are sent to every port, so to the servers of other users, too.
"""

import asyncio
import hmac
import secrets
import threading
from collections.abc import Mapping
from contextlib import suppress

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lint.web.bounds import Bounds

KEY = "x-qingdan-key"
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}


class Keys:
    """The secrets of one server. `opening` is for the browser that is started with it on its command line, where other
    users may see it: it opens once. `token` is the one that is printed."""

    def __init__(self) -> None:
        self.token, self.opening = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self._key = secrets.token_urlsafe(32)
        self._lock, self._opened = threading.Lock(), False

    def enter(self, token: str) -> str | None:
        """The key for a token, None for a wrong one or one that was used up."""
        if _same(token, self.token):
            return self._key
        with self._lock:
            if _same(token, self.opening) and not self._opened:
                self._opened = True
                return self._key
        return None

    def fits(self, key: str) -> bool:
        """Whether this is the key."""
        return _same(key, self._key)


class Guard:
    """The outermost ASGI application: refuses before anything is read, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, authority: str, keys: Keys, bounds: Bounds) -> None:
        self._app, self._authority, self._keys, self._bounds = app, authority, keys, bounds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return  # a WebSocket is closed

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        with suppress(asyncio.TimeoutError):  # whoever does not take his answer is left
            await asyncio.wait_for((refusal or self._app)(scope, receive, guarded), 2 * self._bounds.upload_seconds)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.getlist("host") != [self._authority]:
            return refused(400, f"地址不对，请用 http://{self._authority}/ 打开。")
        origin = headers.get("origin")
        writes = scope["method"] not in ("GET", "HEAD")
        if (origin is not None or writes) and origin != f"http://{self._authority}":
            return refused(403, "这个请求不是从本页发出的，没有受理。")
        if writes and headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return refused(403, "这个请求不是从本页发出的，没有受理。")
        if scope["path"].startswith("/api/") and scope["path"] != "/api/enter" and not self._has_key(headers):
            return refused(403, "没有钥匙，没有受理；请从打开本页的地址重新进入。")
        return None

    def _has_key(self, headers: Mapping[str, str]) -> bool:
        return self._keys.fits(headers.get(KEY, ""))


def refused(status: int, sentence: str) -> Response:
    """An answer that says why not. The connection is closed: what else comes on it is not read."""
    return JSONResponse({"message": sentence}, status, headers={"connection": "close"})


def same_secret(given: str, secret: str) -> bool:
    """Whether a secret of an address is right, in constant time."""
    return _same(given, secret)


async def small_body(request: Request, limit: int = 4096) -> bytes | None:
    """The body of a request that is to be short; None for one that is not."""
    taken = bytearray()
    async for piece in request.stream():
        taken += piece
        if len(taken) > limit:
            return None
    return bytes(taken)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8"))

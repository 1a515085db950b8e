"""The routes of the local page. What they answer is data; the page makes its elements from it, never markup."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from lint import __version__
from lint.readers import READABLE_SUFFIXES
from lint.record import shape
from lint.render.matrix import Head, Line, matrices
from lint.render.matrix_page import matrix_page
from lint.render.templates import text_of
from lint.render.words import neutral
from lint.render.write import page_names
from lint.web.bounds import Bounds
from lint.web.desk import Desk, DeskFull, Item, NotThere, Options
from lint.web.guard import Keys, refused, same_secret, small_body
from lint.web.tabs import Tabs
from lint.web.uploads import UploadError, file_name, receive

_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_MADE = (  # beside the policy that the page itself brings, which names its own style and script
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PAGE = "text/html; charset=utf-8"
_DOWNLOADS = {
    "word": ("word", ".批注.docx", _WORD),
    "sheet": ("sheet", ".反馈单.docx", _WORD),
    "html": ("page", ".体检.html", _PAGE),
    "json": ("json", ".体检.json", "application/json"),
}
_GONE = "没有这份文件了；请回到清单体检的页面。"


@dataclass(frozen=True)
class Offer:
    """A checklist that can be chosen: its key, its title, and to what it adds, if it lies over another."""

    key: str
    title: str
    source: str | Path


@dataclass(frozen=True)
class Site:
    """All that the routes speak of. `preferred` is the key chosen at the start; `matrix` the secret of the matrix."""

    desk: Desk
    keys: Keys
    tabs: Tabs
    bounds: Bounds
    offers: tuple[Offer, ...]
    preferred: str
    matrix: str
    today: Callable[[], date]
    close: Callable[[], None]


def application(site: Site) -> Starlette:
    """The application without its guard."""

    def to(answer: Callable[[Site, Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def respond(request: Request) -> Response:
            try:
                return await answer(site, request)
            except NotThere:
                return refused(409, "这份报告已经移除，或者正在核对；请稍等再试。")
            except ClientDisconnect:
                return refused(400, "请求没有收完。")

        return respond

    writes = {"methods": ["POST"]}
    return Starlette(
        routes=[
            *(Route(path, _static(*found)) for path, found in _own_files().items()),
            Route("/api/enter", to(_enter), **writes),  # type: ignore[arg-type]
            Route("/api/start", to(_start)),
            Route("/api/changes", to(_changes)),
            Route("/api/files", to(_take), **writes),  # type: ignore[arg-type]
            Route("/api/files/{number:int}/again", to(_again), **writes),  # type: ignore[arg-type]
            Route("/api/files/{number:int}/remove", to(_remove), **writes),  # type: ignore[arg-type]
            Route("/api/bye", to(_bye), **writes),  # type: ignore[arg-type]
            Route("/api/close", to(_close), **writes),  # type: ignore[arg-type]
            Route("/f/{number:int}/{secret}/{kind}", to(_file)),
            Route("/m/{secret}/{kind}", to(_matrix)),
        ],
        exception_handlers={HTTPException: _not_so, Exception: _failed},
    )


def _own_files() -> dict[str, tuple[str, str, dict[str, str]]]:
    style = text_of("page.css") + text_of("web/app.css")
    return {
        "/": (text_of("web/app.html"), _PAGE, {"content-security-policy": _OWN}),
        "/app.css": (style, "text/css; charset=utf-8", {}),
        "/app.js": (text_of("web/app.js"), "text/javascript; charset=utf-8", {}),
        "/icon.svg": (text_of("web/icon.svg"), "image/svg+xml", {}),
    }


def _static(content: str, kind: str, headers: dict[str, str]) -> Callable[[Request], Awaitable[Response]]:
    async def respond(_: Request) -> Response:
        return Response(content, media_type=kind, headers=headers)

    return respond


async def _enter(site: Site, request: Request) -> Response:
    key = site.keys.enter(((await small_body(request)) or b"").decode("utf-8", "replace"))
    if key is None:
        return refused(403, "进入的地址不对或者已经用过；请关掉本页，重新启动清单体检。")
    return JSONResponse({"key": key})


async def _start(site: Site, _: Request) -> Response:
    return JSONResponse(
        {
            "version": __version__,
            "suffixes": list(READABLE_SUFFIXES),
            "bytes": site.bounds.file_bytes,
            "choices": [{"key": offer.key, "title": neutral(offer.title)} for offer in site.offers],
            "preferred": site.preferred,
            "matrix": f"/m/{site.matrix}/",
            "xlsx": find_spec("xlsxwriter") is not None,
        }
    )


async def _changes(site: Site, request: Request) -> Response:
    if tab := request.query_params.get("tab", "")[:40]:
        site.tabs.seen(tab)
    since = request.query_params.get("since", "0")
    at, items, removed = site.desk.changes(int(since) if re.fullmatch("[0-9]{1,12}", since) else 0)
    return JSONResponse({"at": at, "items": [_shown(item) for item in items], "removed": removed})


async def _take(site: Site, request: Request) -> Response:
    options = _options(request)
    earlier = request.query_params.get("earlier", "")
    if options is None or not re.fullmatch("[0-9]{0,9}", earlier):
        return refused(400, "选项不对；年度请写四位数字，例如 2024。")
    name = file_name(request.headers.get("x-file-name", ""))
    try:
        item = site.desk.expect(name, options, int(earlier) if earlier else None)
    except DeskFull as error:
        return refused(503, str(error))
    try:
        size = await receive(request, site.desk.source(item.number), site.bounds, site.desk.room())
    except UploadError as error:
        site.desk.source(item.number).unlink(missing_ok=True)
        site.desk.failed(item.number, str(error))
        return refused(error.status, str(error))
    except BaseException:  # the server stops
        site.desk.failed(item.number, "文件没有收完；请重新放入。")
        raise
    site.desk.came(item.number, size)
    return JSONResponse({"number": item.number})


async def _again(site: Site, request: Request) -> Response:
    options = _options(request)
    if options is None:
        return refused(400, "年度请写四位数字，例如 2024。")
    site.desk.again(request.path_params["number"], options)
    return JSONResponse({})


async def _remove(site: Site, request: Request) -> Response:
    site.desk.remove(request.path_params["number"])
    return JSONResponse({})


async def _bye(site: Site, request: Request) -> Response:
    site.tabs.closed(request.query_params.get("tab", "")[:40])
    return JSONResponse({})


async def _close(site: Site, _: Request) -> Response:
    site.close()
    return JSONResponse({})


async def _file(site: Site, request: Request) -> Response:
    asked = request.path_params
    item = site.desk.item(asked["number"])
    if not same_secret(asked["secret"], item.secret if item else "") or item is None or item.found is None:
        return _sentence(404, _GONE)
    if asked["kind"] == "page":
        # Its script may run, as anybody's: not as ours. It brings a policy of its own, which this one adds to.
        policy = f"sandbox allow-scripts allow-modals; {_MADE}"
        headers = {"content-security-policy": policy, "cross-origin-opener-policy": "unsafe-none"}
        return _sent(site.desk.file(item.number, "page"), _PAGE, headers)
    if asked["kind"] not in _DOWNLOADS:
        return _sentence(404, _GONE)
    kind, ending, media = _DOWNLOADS[asked["kind"]]
    name = page_names((item.name,), suffix=ending, taken=())[0]
    return _sent(site.desk.file(item.number, kind), media, _attached(name))


async def _matrix(site: Site, request: Request) -> Response:
    asked = request.path_params
    kind = asked["kind"]
    if not same_secret(asked["secret"], site.matrix) or kind not in ("page", "html", "xlsx"):
        return _sentence(404, _GONE)
    items = site.desk.latest()
    failures = [_failure(item) for item in items if item.state == "failed"]
    if kind == "xlsx":
        if find_spec("xlsxwriter") is None:
            return _sentence(404, "这台电脑上没有装写 .xlsx 的组件；请改存网页，或执行 pip install xlsxwriter。")
        from lint.render.matrix_xlsx import matrix_xlsx  # noqa: PLC0415  an extra

        made = await asyncio.to_thread(matrix_xlsx, matrices(_lines(items)), failures, site.today())
        return Response(made, media_type=_SHEET, headers=_attached("清单体检矩阵.xlsx"))
    text = await asyncio.to_thread(matrix_page, matrices(_lines(items, linked=kind == "page")), failures)
    headers = {"content-security-policy": _MADE} if kind == "page" else _attached("清单体检矩阵.html")
    return Response(text.encode("utf-8", "replace"), media_type=_PAGE, headers=headers)


def _lines(items: list[Item], *, linked: bool = False) -> list[tuple[Head, Line]]:
    return [
        (item.found.head, replace(item.found.line, href=_address(item, "page") if linked else ""))
        for item in items
        if item.found is not None
    ]


def _failure(item: Item) -> shape.Failed:
    return {"path": item.name, "message": item.message}


def _options(request: Request) -> Options | None:
    """The options of a request; None when one is wrong."""
    asked = request.query_params
    year = asked.get("year", "")
    if year and not re.fullmatch("(?:19|20)[0-9]{2}", year):
        return None
    return Options(asked.get("checklist", ""), asked.get("layout") == "1", int(year) if year else None)


def _shown(item: Item) -> dict[str, Any]:
    """What the page needs of a report. Characters that cannot be seen are shown by their code point."""
    said: dict[str, Any] = {
        "number": item.number,
        "name": neutral(item.name),
        "state": item.state,
        "message": neutral(item.message),
        "earlier": item.earlier,
        "later": item.later,
        "options": asdict(item.options),
    }
    found = item.found
    if found is None:
        return said
    files = {kind: _address(item, kind) for kind in ("page", *_DOWNLOADS)}
    unmade = {kind: neutral(sentence) for kind, sentence in found.unmade.items()}
    said["found"] = {
        "recognised": found.recognised,
        "title": neutral(found.line.title),
        "issuer": neutral(found.line.issuer),
        "year": found.line.year,
        "advice": neutral(found.advice),
        "numbers": neutral(found.numbers),
        "score": found.line.numbers,
        "remarks": [neutral(remark) for remark in found.remarks],
        "checklist": neutral(f"{found.checklist['title']}（{found.checklist['version']}）"),
        "files": {kind: address for kind, address in files.items() if kind not in unmade},
        "unmade": list(unmade.values()),
    }
    if item.since is not None:
        said["since"] = {
            key: [neutral(one) for one in value] if isinstance(value, tuple) else value
            for key, value in asdict(item.since).items()
        }
    return said


def _address(item: Item, kind: str) -> str:
    return f"/f/{item.number}/{item.secret}/{kind}"


def _attached(name: str) -> dict[str, str]:
    """A download; the name for old clients has no foreign character."""
    plain = "qingdan." + name.rpartition(".")[2]
    return {"content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"}


def _sent(path: Path, media: str, headers: dict[str, str]) -> Response:
    return FileResponse(path, media_type=media, headers=headers) if path.is_file() else _sentence(404, _GONE)


def _sentence(status: int, sentence: str) -> Response:
    return Response(sentence, status, media_type="text/plain; charset=utf-8")


async def _not_so(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _sentence(status, "没有这个地址。" if status == 404 else "这样的请求没有受理。")


async def _failed(_: Request, __: Exception) -> Response:
    return refused(500, "程序内部出错，这一步没有做成；请再试一次，仍然这样请告诉开发者。")

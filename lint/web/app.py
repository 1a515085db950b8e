"""The routes of the local page. What they answer is data; the page makes its elements from it, never markup."""

import re
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lint import __version__
from lint.readers import READABLE_SUFFIXES
from lint.render.templates import text_of
from lint.render.words import neutral
from lint.web.desk import DeskFull, NotThere, Options
from lint.web.formats import TOLD
from lint.web.guard import refused, small_body
from lint.web.made import PAGE, has_xlsx, plain, send_matrix, send_report
from lint.web.pack import send_all
from lint.web.shown import shown
from lint.web.site import Site
from lint.web.uploads import UploadError, file_name, receive

_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


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
            Route("/api/files/{number:int}/part", to(_part), **writes),  # type: ignore[arg-type]
            Route("/api/files/{number:int}/remove", to(_remove), **writes),  # type: ignore[arg-type]
            Route("/api/bye", to(_bye), **writes),  # type: ignore[arg-type]
            Route("/api/close", to(_close), **writes),  # type: ignore[arg-type]
            Route("/f/{number:int}/{secret}/{kind}", to(send_report)),
            Route("/m/{secret}/zip", to(send_all)),
            Route("/m/{secret}/{kind}", to(send_matrix)),
        ],
        exception_handlers={HTTPException: _not_so, Exception: _failed},
    )


def _own_files() -> dict[str, tuple[str, str, dict[str, str]]]:
    style = text_of("page.css") + text_of("web/app.css")
    return {
        "/": (text_of("web/app.html"), PAGE, {"content-security-policy": _OWN}),
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
            "formats": list(TOLD),
            "bytes": site.bounds.file_bytes,
            "choices": [{"key": offer.key, "title": neutral(offer.title)} for offer in site.offers],
            "preferred": site.preferred,
            "matrix": f"/m/{site.matrix}/",
            "xlsx": has_xlsx(),
        }
    )


async def _changes(site: Site, request: Request) -> Response:
    if tab := request.query_params.get("tab", "")[:40]:
        site.tabs.seen(tab)
    since = request.query_params.get("since", "0")
    at, items, removed = site.desk.changes(int(since) if re.fullmatch("[0-9]{1,12}", since) else 0)
    return JSONResponse({"at": at, "items": [shown(item) for item in items], "removed": removed})


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


async def _part(site: Site, request: Request) -> Response:
    site.desk.part(request.path_params["number"])
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


def _options(request: Request) -> Options | None:
    """The options of a request; None when one is wrong."""
    asked = request.query_params
    year = asked.get("year", "")
    if year and not re.fullmatch("(?:19|20)[0-9]{2}", year):
        return None
    return Options(asked.get("checklist", ""), asked.get("layout") == "1", int(year) if year else None)


async def _not_so(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return plain(status, "没有这个地址。" if status == 404 else "这样的请求没有受理。")


async def _failed(_: Request, __: Exception) -> Response:
    return refused(500, "程序内部出错，这一步没有做成；请再试一次，仍然这样请告诉开发者。")

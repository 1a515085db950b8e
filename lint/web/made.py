"""What was made of the reports, sent: their pages and downloads, and the matrix of all. A link cannot carry the key of
the page, so that each address holds a secret of its own."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from lint.record import shape
from lint.render.matrix import Head, Line, matrices
from lint.render.matrix_page import matrix_page
from lint.render.write import page_names
from lint.web.desk import Item
from lint.web.guard import same_secret
from lint.web.site import Site

_POLICY = (  # beside the policy that the page itself brings, which names its own style and script
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGE = "text/html; charset=utf-8"
DOWNLOADS = {  # by the last part of the address: what a worker made, the ending of the name, the type
    "word": ("word", ".批注.docx", _WORD),
    "sheet": ("sheet", ".反馈单.docx", _WORD),
    "html": ("page", ".体检.html", PAGE),
    "json": ("json", ".体检.json", "application/json"),
}
GONE = "没有这份文件了；请回到清单体检的页面。"
MATRIX = "清单体检矩阵"


async def send_report(site: Site, request: Request) -> Response:
    """The page of one report, or a download."""
    asked = request.path_params
    item = site.desk.item(asked["number"])
    if not same_secret(asked["secret"], item.secret if item else "") or item is None or item.found is None:
        return plain(404, GONE)
    if asked["kind"] == "page":
        # Its script may run, as anybody's: not as ours. It brings a policy of its own, which this one adds to.
        policy = f"sandbox allow-scripts allow-modals; {_POLICY}"
        headers = {"content-security-policy": policy, "cross-origin-opener-policy": "unsafe-none"}
        return _sent(site.desk.file(item.number, "page"), PAGE, headers)
    if asked["kind"] not in DOWNLOADS:
        return plain(404, GONE)
    kind, ending, media = DOWNLOADS[asked["kind"]]
    name = page_names((item.name,), suffix=ending, taken=())[0]
    return _sent(site.desk.file(item.number, kind), media, attached(name))


async def send_matrix(site: Site, request: Request) -> Response:
    """The matrix of the latest drafts: as a page, or to be kept as a page or for Excel."""
    asked = request.path_params
    kind = asked["kind"]
    if not same_secret(asked["secret"], site.matrix) or kind not in ("page", "html", "xlsx"):
        return plain(404, GONE)
    items = site.desk.latest()
    if kind == "xlsx":
        if not has_xlsx():
            return plain(404, "这台电脑上没有装写 .xlsx 的组件；请改存网页。")
        made = await asyncio.to_thread(matrix_book, items, site.today())
        return Response(made, media_type=_SHEET, headers=attached(f"{MATRIX}.xlsx"))
    links = {item.number: address(item, "page") for item in items} if kind == "page" else {}
    text = await asyncio.to_thread(matrix_html, items, links)
    headers = {"content-security-policy": _POLICY} if kind == "page" else attached(f"{MATRIX}.html")
    return Response(text.encode("utf-8", "replace"), media_type=PAGE, headers=headers)


def has_xlsx() -> bool:
    """Whether the matrix can be written for Excel."""
    return find_spec("xlsxwriter") is not None


def matrix_html(items: Sequence[Item], links: Mapping[int, str]) -> str:
    """The matrix of reports as a page; `links` leads from the number of a report to its page."""
    return matrix_page(matrices(_lines(items, links)), _failures(items))


def matrix_book(items: Sequence[Item], today: date) -> bytes:
    """The matrix of reports for Excel."""
    from lint.render.matrix_xlsx import matrix_xlsx  # noqa: PLC0415  an extra

    return matrix_xlsx(matrices(_lines(items, {})), _failures(items), today)


def _lines(items: Sequence[Item], links: Mapping[int, str]) -> list[tuple[Head, Line]]:
    return [
        (item.found.head, replace(item.found.line, href=links.get(item.number, "")))
        for item in items
        if item.found is not None
    ]


def _failures(items: Sequence[Item]) -> list[shape.Failed]:
    return [{"path": item.name, "message": item.message} for item in items if item.state == "failed"]


def address(item: Item, kind: str) -> str:
    """Where a report's page ("page") or one of its DOWNLOADS is sent from."""
    return f"/f/{item.number}/{item.secret}/{kind}"


def attached(name: str) -> dict[str, str]:
    """The headers of a download; the name for old clients has no foreign character."""
    plain = "qingdan." + name.rpartition(".")[2]
    return {"content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"}


def _sent(path: Path, media: str, headers: dict[str, str]) -> Response:
    return FileResponse(path, media_type=media, headers=headers) if path.is_file() else plain(404, GONE)


def plain(status: int, sentence: str) -> Response:
    """An answer for a person who followed a link."""
    return Response(sentence, status, media_type="text/plain; charset=utf-8")

"""What was made of the reports, sent: their pages and downloads, and the matrix of all. A link cannot carry the key of
the page, so that each address holds a secret of its own."""

import asyncio
from dataclasses import replace
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
_GONE = "没有这份文件了；请回到清单体检的页面。"


async def send_report(site: Site, request: Request) -> Response:
    """The page of one report, or a download."""
    asked = request.path_params
    item = site.desk.item(asked["number"])
    if not same_secret(asked["secret"], item.secret if item else "") or item is None or item.found is None:
        return plain(404, _GONE)
    if asked["kind"] == "page":
        # Its script may run, as anybody's: not as ours. It brings a policy of its own, which this one adds to.
        policy = f"sandbox allow-scripts allow-modals; {_POLICY}"
        headers = {"content-security-policy": policy, "cross-origin-opener-policy": "unsafe-none"}
        return _sent(site.desk.file(item.number, "page"), PAGE, headers)
    if asked["kind"] not in DOWNLOADS:
        return plain(404, _GONE)
    kind, ending, media = DOWNLOADS[asked["kind"]]
    name = page_names((item.name,), suffix=ending, taken=())[0]
    return _sent(site.desk.file(item.number, kind), media, _attached(name))


async def send_matrix(site: Site, request: Request) -> Response:
    """The matrix of the latest drafts: as a page, or to be kept as a page or for Excel."""
    asked = request.path_params
    kind = asked["kind"]
    if not same_secret(asked["secret"], site.matrix) or kind not in ("page", "html", "xlsx"):
        return plain(404, _GONE)
    items = site.desk.latest()
    failures = [_failure(item) for item in items if item.state == "failed"]
    if kind == "xlsx":
        if find_spec("xlsxwriter") is None:
            return plain(404, "这台电脑上没有装写 .xlsx 的组件；请改存网页，或执行 pip install xlsxwriter。")
        from lint.render.matrix_xlsx import matrix_xlsx  # noqa: PLC0415  an extra

        made = await asyncio.to_thread(matrix_xlsx, matrices(_lines(items)), failures, site.today())
        return Response(made, media_type=_SHEET, headers=_attached("清单体检矩阵.xlsx"))
    text = await asyncio.to_thread(matrix_page, matrices(_lines(items, linked=kind == "page")), failures)
    headers = {"content-security-policy": _POLICY} if kind == "page" else _attached("清单体检矩阵.html")
    return Response(text.encode("utf-8", "replace"), media_type=PAGE, headers=headers)


def _lines(items: list[Item], *, linked: bool = False) -> list[tuple[Head, Line]]:
    return [
        (item.found.head, replace(item.found.line, href=address(item, "page") if linked else ""))
        for item in items
        if item.found is not None
    ]


def _failure(item: Item) -> shape.Failed:
    return {"path": item.name, "message": item.message}


def address(item: Item, kind: str) -> str:
    """Where a report's page ("page") or one of its DOWNLOADS is sent from."""
    return f"/f/{item.number}/{item.secret}/{kind}"


def _attached(name: str) -> dict[str, str]:
    """A download; the name for old clients has no foreign character."""
    plain = "qingdan." + name.rpartition(".")[2]
    return {"content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"}


def _sent(path: Path, media: str, headers: dict[str, str]) -> Response:
    return FileResponse(path, media_type=media, headers=headers) if path.is_file() else plain(404, _GONE)


def plain(status: int, sentence: str) -> Response:
    """An answer for a person who followed a link."""
    return Response(sentence, status, media_type="text/plain; charset=utf-8")

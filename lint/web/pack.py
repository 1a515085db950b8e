"""All that was made of the reports in one zip: a folder for each kind of paper, and the matrix over them."""

import asyncio
import tempfile
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from lint.bundle.archive import write_zip
from lint.os_errors import told
from lint.render.words import neutral
from lint.render.write import page_names
from lint.web.desk import Item
from lint.web.guard import same_secret
from lint.web.made import DOWNLOADS, GONE, MATRIX, attached, has_xlsx, matrix_book, matrix_html, plain
from lint.web.site import Site

NAME = "清单体检结果.zip"
_FOLDERS = {"html": "体检页", "word": "批注", "sheet": "反馈单", "json": "JSON"}  # by the keys of DOWNLOADS
_CHANGED = "结果刚刚有了变化，没有打包；请回到清单体检的页面，再点一次“全部下载”。"
_PIECE = 1 << 18  # bytes sent at a time

Papers = list[tuple[str, Path]]  # where it lies in the zip, and where a worker has written it


class PackError(Exception):
    """The zip cannot be made; the message says what to do."""


async def send_all(site: Site, request: Request) -> Response:
    """The zip of the latest drafts. It is built in the private folder, in a file without a name."""
    if not same_secret(request.path_params["secret"], site.matrix):
        return plain(404, GONE)
    items = site.desk.latest()
    if not any(item.found for item in items):
        return plain(404, GONE)
    file = tempfile.TemporaryFile(dir=site.desk.folder)  # noqa: SIM115  closed when it was sent
    try:
        async with site.packing:
            await asyncio.to_thread(_pack, file, items, site)
        if _results(site.desk.latest()) != _results(items):
            raise PackError(_CHANGED)
    except PackError as error:
        file.close()
        return plain(409, str(error))
    except OSError as error:
        file.close()
        return plain(507, f"没有打成包：{told(error)}")
    except BaseException:  # the server stops
        file.close()
        raise
    size = file.seek(0, 2)
    headers = {**attached(NAME), "content-length": str(size)}
    return StreamingResponse(_pieces(file), media_type="application/zip", headers=headers)


def _pack(file: IO[bytes], items: Sequence[Item], site: Site) -> None:
    pack(file, overview(items, site.today()), papers(items, site.desk.file), site.bounds.total_bytes)


def pack(file: IO[bytes], first: Sequence[tuple[str, bytes]], some: Papers, most: int) -> None:
    """Write the zip: `first` (name, content), then the papers, of which one at a time is in memory. Same content, same
    bytes. Raises PackError when all of it is more than `most` bytes or a paper is gone, OSError."""
    try:
        if sum(path.stat().st_size for _, path in some) + sum(len(content) for _, content in first) > most:
            raise PackError("结果合起来太大，打不成一个包；请移除一些报告，或一份一份下载。")
        write_zip(file, _members(first, some), zipfile.ZIP_DEFLATED)
    except FileNotFoundError:
        raise PackError(_CHANGED) from None


def places(items: Sequence[Item]) -> dict[int, dict[str, str]]:
    """Where the papers of each report lie, by its number and the keys of DOWNLOADS: safe names, no two the same on any
    file system."""
    stems = page_names([item.name for item in items], suffix="", taken=())
    return {
        item.number: {key: f"{folder}/{stem}{DOWNLOADS[key][1]}" for key, folder in _FOLDERS.items()}
        for item, stem in zip(items, stems, strict=True)
    }


def papers(items: Sequence[Item], file: Callable[[int, str], Path]) -> Papers:
    """What was made of the reports, in their order; `file` tells where it lies."""
    where = places(items)
    return [
        (name, file(item.number, DOWNLOADS[key][0]))
        for item in items
        if item.found is not None
        for key, name in where[item.number].items()
        if DOWNLOADS[key][0] in item.found.made
    ]


def overview(items: Sequence[Item], today: date) -> list[tuple[str, bytes]]:
    """The matrix, whose page leads to the pages beside it, and a note on what could not be made, where there is any."""
    where = places(items)
    links = {item.number: quote(where[item.number]["html"]) for item in items if item.found}
    made = [(f"{MATRIX}.html", matrix_html(items, links).encode("utf-8", "replace"))]
    if has_xlsx():
        made.append((f"{MATRIX}.xlsx", matrix_book(items, today)))
    unmade = [(item.name, why) for item in items if item.found for why in item.found.unmade.values()]
    if unmade:
        lines = ["下面这些没有生成：", *(f"{neutral(name)}：{neutral(why)}" for name, why in unmade), ""]
        made.append(("没有生成的文件.txt", "\r\n".join(lines).encode("utf-8-sig", "replace")))  # for Windows' Notepad
    return made


def _results(items: Sequence[Item]) -> list[tuple[int, int]]:
    return [(item.number, item.finished) for item in items if item.found is not None]


def _members(first: Sequence[tuple[str, bytes]], some: Papers) -> Iterator[tuple[str, bytes, bool]]:
    for name, content in first:
        yield name, content, False
    for name, path in some:
        yield name, path.read_bytes(), False


async def _pieces(file: IO[bytes]) -> AsyncIterator[bytes]:
    with file:
        file.seek(0)
        while piece := await asyncio.to_thread(file.read, _PIECE):
            yield piece

"""A report as it comes in: the raw body of a request, counted and written piece by piece."""

import asyncio
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from starlette.requests import ClientDisconnect, Request

from lint.os_errors import why
from lint.web.bounds import Bounds

_LONGEST = 200  # characters of a name


class UploadError(Exception):
    """The upload is refused; the message says what to do."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def file_name(header: str) -> str:
    """What a report is called: percent-encoded UTF-8, its last part if it is a path. It is shown, and its extension
    helps to tell the format; no file is ever opened by it."""
    decoded = unquote_to_bytes(header).decode("utf-8", "replace")
    last = re.split(r"[/\\]", decoded)[-1].strip()
    if len(last) > _LONGEST:
        stem, dot, suffix = last.rpartition(".")
        last = stem[: _LONGEST - len(suffix) - 1] + dot + suffix if dot and len(suffix) < 10 else last[:_LONGEST]
    return last if last.strip(".") else "未命名文件"


async def receive(request: Request, target: Path, bounds: Bounds, room: int) -> int:
    """Write the body of a request; its size. Raises UploadError."""
    limit = min(bounds.file_bytes, room)
    told = request.headers.get("content-length", "0")
    if told.isdigit() and int(told) > limit:
        raise _too_large(bounds, room)
    try:
        return await asyncio.wait_for(_receive(request, target, bounds, room), bounds.upload_seconds)
    except asyncio.TimeoutError:
        raise UploadError(408, "文件送得太慢，没有收完；请重新放入。") from None
    except ClientDisconnect:
        raise UploadError(400, "文件没有收完（浏览器中断了）；请重新放入。") from None
    except OSError as error:
        raise UploadError(507, f"临时文件夹写不进去（{why(error)}）；请检查磁盘空间后重新放入。") from None


async def _receive(request: Request, target: Path, bounds: Bounds, room: int) -> int:
    size = 0
    pieces = request.stream().__aiter__()
    with target.open("wb") as file:
        while True:
            try:
                piece = await asyncio.wait_for(pieces.__anext__(), bounds.stall_seconds)
            except StopAsyncIteration:
                return size
            size += len(piece)
            if size > min(bounds.file_bytes, room):
                raise _too_large(bounds, room)
            file.write(piece)


def _too_large(bounds: Bounds, room: int) -> UploadError:
    if room < bounds.file_bytes:
        return UploadError(507, "放入的文件合起来太大了，放不下；请移除一些，或点“关闭”后重新打开。")
    most = bounds.file_bytes // 1_000_000
    return UploadError(413, f"文件过大（超过 {most} MB），不像是一份报告；请确认文件无误，或删去图片后再检。")

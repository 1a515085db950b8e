"""`qingdan serve`."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from lint.cli.chinese import Command
from lint.cli.streams import tell

if TYPE_CHECKING:
    from lint.web.server import Addresses

_MISSING = "网页界面要用 starlette 和 uvicorn，这里没有装；请执行 pip install 'qingdan-lint[web]' 后再运行。"


def _port(value: str) -> int:
    if re.fullmatch(r"[0-9]{1,5}", value) and int(value) < 65536:
        return int(value)
    raise click.BadParameter(f"“{value}”不是端口，请写 1 到 65535 之间的数；不写则自己选一个空着的。")


@click.command(
    cls=Command,
    options_metavar="[选项]…",
    short_help="在浏览器里检查报告（只在本机）",
    epilog="\b\n例：\n  qingdan serve\n  qingdan serve --checklist township-rectification\n\n"
    "\b\n退出码：\n  0  用完关闭了\n  2  用法不对、清单有错、没有装网页界面、端口被占用",
)
@click.option("--port", type=_port, default="0", metavar="N", help="用哪个端口；不写则自己选一个空着的")
@click.option("--no-open", is_flag=True, help="不打开浏览器，只显示地址")
@click.option("--checklist", metavar="NAME|FILE", help="先选好哪份清单；不写则由报告自己决定")
@click.pass_obj
def command(notice: Callable[[str], None] | None, *, port: int, no_open: bool, checklist: str | None) -> None:
    """\b
    在浏览器里检查报告：把文件拖进网页，看结果，下载批注后的
    Word、反馈单、体检页。文件不离开本机，关闭即清除。
    """
    try:
        from lint.web.server import Settings, serve  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "anyio", "h11"):
            raise
        raise click.UsageError(_MISSING) from None

    def ready(addresses: "Addresses") -> None:
        click.echo(f"清单体检：{addresses.printed}")
        click.echo("文件不离开本机，关闭即清除。用完请点网页上的“关闭”，或在这里按 Ctrl-C。")
        if not no_open:
            _open(addresses, notice or tell)

    try:
        serve(Settings(port=port, checklist=checklist), ready)
    except OSError as error:
        from lint.os_errors import what_to_do, why  # noqa: PLC0415

        if port:
            raise click.UsageError(f"端口 {port} 用不了（{why(error)}）；请换一个端口。") from None
        raise click.UsageError(f"没有能启动（{why(error)}）；{what_to_do(error)}。") from None
    click.echo("已经关闭，放入的文件和结果都已清除。")


def _open(addresses: "Addresses", notice: Callable[[str], None]) -> None:
    """In a thread: a browser without a window would keep the server from answering it. `notice` shows a sentence where
    somebody sees it."""
    import threading  # noqa: PLC0415
    import webbrowser  # noqa: PLC0415

    def opening() -> None:
        if not webbrowser.open(addresses.opening):
            notice(f"没有找到浏览器，请把这个地址复制到浏览器里打开：{addresses.printed}")

    threading.Thread(target=opening, daemon=True).start()

"""`qingdan-gui`: `qingdan serve` by a double click. There may be no console, so what goes wrong is shown elsewhere."""

import gc
import html
import os
import sys
import tempfile
import webbrowser
from collections.abc import Callable
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from lint.cli import codes

_TITLE = "清单体检"
_LONGEST = 4_000  # of what is shown; the end says what went wrong
_PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 40em; margin: 2em auto; padding: 0 1em; color: #1b1b1b; line-height: 1.7;
        font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }}
h1 {{ color: #1c4f7c; font-size: 1.5em }}
p {{ white-space: pre-wrap; overflow-wrap: anywhere }}
</style></head>
<body><h1>{title}没有启动</h1><p>{text}</p></body></html>
"""


def main() -> None:
    """The window's script: like `qingdan serve`, but errors are shown in a message box or in the browser."""
    said = TextIOWrapper(tempfile.TemporaryFile(), encoding="utf-8", errors="replace", write_through=True)  # noqa: SIM115  for the whole run
    consoles = sys.stdout, sys.stderr
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = said
    code = _serve(partial(_notice, consoles[1]))
    sys.stdout, sys.stderr = consoles
    said.seek(0)
    text = said.read().strip()
    if text and sys.stderr is not None:
        print(text, file=sys.stderr)
    if code not in (codes.CLEAN, codes.INTERRUPTED):
        _show(text[-_LONGEST:] or f"程序没有启动（退出码 {code}）。请再安装一次；还不行，请联系提供安装包的人。")
    sys.exit(code)


def _serve(notice: Callable[[str], None]) -> int:
    gc.set_threshold(100_000)
    try:
        from lint.cli.main import cli  # noqa: PLC0415  a broken installation is told, too

        cli.main(args=["serve"], prog_name="qingdan", obj=notice)
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else codes.WRONG
    except ImportError as error:
        print(f"安装不完整（缺少 {error.name}），请再安装一次。", file=sys.stderr)
        return codes.WRONG
    return codes.CLEAN


def _notice(console: TextIO | None, text: str) -> None:
    """What must be seen while the page is served."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.MessageBoxW(None, text, _TITLE, 0x40 | 0x10000)  # a remark, in the foreground
    elif console is not None:
        print(text, file=console, flush=True)


def _show(text: str) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.MessageBoxW(None, text, _TITLE, 0x10 | 0x10000)  # an error, in the foreground
        return
    handle, name = tempfile.mkstemp(prefix="qingdan-", suffix=".html")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(_PAGE.format(title=_TITLE, text=html.escape(text)))
    webbrowser.open(Path(name).as_uri())


if __name__ == "__main__":
    main()

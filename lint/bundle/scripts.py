"""The scripts and the short manual of a bundle, written as the target's system reads them.

A .bat is read by cmd.exe in the console's code page, byte by byte: so it is GB2312, in which no byte of a Chinese
character looks like an ASCII one (in the rest of GBK, one may be | or ^), and the script sets code page 936 itself;
everything that is not shown is ASCII, and lines end with CRLF, without which cmd.exe misses labels.
Windows' Notepad tells UTF-8 for sure by a BOM.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lint.bundle.target import Target
from lint.resources import folder

_BLANK = re.compile(r"@([A-Z_]+)@")
_SYSTEM = {"windows": "Windows", "linux": "Linux", "macos": "macOS"}
_BITS = {
    "AMD64": "Windows installer (64-bit)",
    "ARM64": "Windows installer (ARM64)",
    "x86": "Windows installer (32-bit)",
}
_GET_WINDOWS = (
    "在能上网的电脑上打开 python.org 的 Windows 下载页，找到 Python {version} 里有“{installer}”的最新一个，\n"
    "     下载后拷来双击，勾选“Add python.exe to PATH”，再点“Install Now”；\n"
    "     没有管理员权限的话，先去掉“Use admin privileges when installing py.exe”前的勾。"
)
_GET_LINUX = "请用系统的软件商店或安装盘安装 python{version}，或者请单位的技术人员安装，再运行一次“安装.sh”。"
_GET_MACOS = "请在能上网的电脑上从 python.org 下载 Python {version} 的 macOS 安装程序，拷来双击安装，再运行一次。"
_BY_TERMINAL = "打开终端，输入 sh 和一个空格，把“{}”拖进终端窗口，按回车。"
_FOREGROUND = 'exec "$here/venv/bin/python" -I -m lint.cli.gui'
_BACKGROUND = 'nohup "$here/venv/bin/python" -I -m lint.cli.gui > /dev/null 2>&1 &'


@dataclass(frozen=True)
class Names:
    """What the files that a person touches are called."""

    install: str
    start: str


def names_for(target: Target) -> Names:
    """The names for a system."""
    suffix = {"windows": "bat", "linux": "sh", "macos": "command"}[target.system]
    return Names(f"安装.{suffix}", f"启动.{suffix}")


def how_to_start(target: Target) -> str:
    """What a person does to use it once it is installed."""
    start = names_for(target).start
    if target.system == "windows":
        return f"双击“{start}”。想放到桌面：在它上面点右键，选“发送到”、“桌面快捷方式”。"
    by_terminal = _BY_TERMINAL.format(start)
    return f"在程序菜单或桌面上点“清单体检”；也可以{by_terminal}" if target.system == "linux" else by_terminal


def scripts_for(target: Target, project_version: str) -> dict[str, bytes]:
    """The files by their path in the bundle."""
    names = names_for(target)
    get = {"windows": _GET_WINDOWS, "linux": _GET_LINUX, "macos": _GET_MACOS}[target.system]
    blanks = {
        "VERSION": target.version,
        "VERSION_TUPLE": f"{target.python[0]}, {target.python[1]}",
        "PROJECT_VERSION": project_version,
        "SYSTEM": f"{_SYSTEM[target.system]}，{target.name}",
        "PYTHON_INSTALLER": _BITS.get(target.machine, ""),
        "GET_PYTHON": get.format(version=target.version, installer=_BITS.get(target.machine, "")),
        "MORE_PYTHONS": f"/Library/Frameworks/Python.framework/Versions/{target.version}/bin/python3"
        if target.system == "macos"
        else f"/usr/local/bin/python{target.version}",
        "INSTALL": names.install,
        "START": _BACKGROUND if target.system == "macos" else _FOREGROUND,
        "HOW_INSTALL": f"双击“{names.install}”。" if target.system == "windows" else _BY_TERMINAL.format(names.install),
        "HOW_START": how_to_start(target),
        "LEFT_OVER": "程序菜单和桌面上的图标“清单体检”（qingdan.desktop）也一并删掉。"
        if target.system == "linux"
        else "",
    }
    if target.system == "windows":
        made = {
            names.install: _batch(_filled("install.bat", blanks)),
            names.start: _batch(_filled("start.bat", blanks)),
            "说明.txt": _crlf(_filled("readme.txt", blanks)).encode("utf-8-sig"),
        }
    else:
        made = {
            names.install: _filled("install.sh", blanks).encode(),
            names.start: _filled("start.sh", blanks).encode(),
            "说明.txt": _filled("readme.txt", blanks).encode(),
        }
    made["program/install.py"] = _template("install.py").encode()
    if target.system == "linux":
        made["program/qingdan.desktop"] = _template("qingdan.desktop").encode()
        made["program/qingdan.svg"] = _template("qingdan.svg").encode()
    return made


def _filled(name: str, blanks: Mapping[str, str]) -> str:
    return _BLANK.sub(lambda found: blanks[found[1]], _template(name))


def _template(name: str) -> str:
    return (folder("templates") / "bundle" / name).read_text(encoding="utf-8")


def _batch(text: str) -> bytes:
    return _crlf(text).encode("gb2312")


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")

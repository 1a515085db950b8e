"""Any text document → .docx by LibreOffice, where it is installed.

The file may be hostile, so the office runs without macros, without following links and without a network, in a folder
of its own. Its exit code says nothing (0 for a file that it could not open): what counts is the file that it wrote.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from lint.os_errors import why
from lint.readers.errors import ReadError
from lint.readers.limits import Limits

PROGRAM = "QINGDAN_SOFFICE"
SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 再检"
MISSING = (
    f"{{what}}要用 LibreOffice 转换，这台电脑上没有找到；{SAVE_AS}，或安装 LibreOffice（装在别处时用环境变量"
    f" {PROGRAM} 写明程序的路径）。"
)

_NAMES = ("soffice.com", "soffice", "libreoffice")  # soffice.exe does not wait for the end, soffice.com does
_PLACES = (
    r"%ProgramFiles%\LibreOffice\program\soffice.com",
    r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
)
_OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard")
_FILTER = "docx:MS Word 2007 XML"
_NOWHERE = "127.0.0.1", "9"  # the proxy that all connections are sent to; nothing listens there

# (node, property, value): no macro runs, no link is followed, nothing is fetched, no Java is started.
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Load", "UpdateDocMode", "0"),
    ("Writer/Content/Update", "Link", "0"),
    ("Java/VirtualMachine", "Enable", "false"),
)
_PROXY = (
    ("ooInetProxyType", "1"),
    ("ooInetHTTPProxyName", _NOWHERE[0]),
    ("ooInetHTTPProxyPort", _NOWHERE[1]),
    ("ooInetHTTPSProxyName", _NOWHERE[0]),
    ("ooInetHTTPSProxyPort", _NOWHERE[1]),
    ("ooInetFTPProxyName", _NOWHERE[0]),
    ("ooInetFTPProxyPort", _NOWHERE[1]),
    ("ooInetNoProxy", ""),
)


def find_office() -> str | None:
    """The path of LibreOffice's program, or None. Raises ReadError where the user names one that is not there.

    The variable set to nothing says that it is not to be used.
    """
    named = os.environ.get(PROGRAM)
    if named == "":
        return None
    if named is not None:
        found = shutil.which(named)
        if found is None:
            raise ReadError(f"环境变量 {PROGRAM} 写的程序（{named}）找不到或不能运行；请改对路径，或去掉这个变量。")
        return found
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    places = (Path(os.path.expandvars(place)).expanduser() for place in _PLACES)
    return next((str(place) for place in places if place.is_file()), None)


def convert_with_office(program: str, data: bytes, suffix: str, *, limits: Limits) -> bytes:
    """The .docx that LibreOffice makes of a file's content; `suffix` (".rtf") tells it the format.

    Raises ReadError: it cannot start, takes longer than `limits.max_seconds`, or writes nothing.
    """
    with tempfile.TemporaryDirectory(prefix="qingdan-", ignore_cleanup_errors=True) as folder:
        top = Path(folder)
        try:
            source = top / f"report{suffix}"  # a neutral name: the user's may hold anything
            source.write_bytes(data)
            profile = _profile(top / "profile")
        except OSError as error:
            raise ReadError(f"临时文件夹写不进去（{why(error)}）；请检查磁盘空间和权限后再检。") from None
        command = [program, f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS]
        command += ["--convert-to", _FILTER, "--outdir", str(top / "out"), str(source)]
        _run(command, top, limits)
        made = top / "out" / "report.docx"
        if not made.is_file() or not 0 < made.stat().st_size <= limits.max_unpacked:
            raise ReadError(f"LibreOffice 打不开这个文件，可能已损坏；{SAVE_AS}。")
        return made.read_bytes()


def _profile(folder: Path) -> Path:
    """A fresh profile: two processes with one profile would get in each other's way."""
    items = [(f"org.openoffice.Office.{node}", name, value) for node, name, value in _SETTINGS]
    items += [("org.openoffice.Inet/Settings", name, value) for name, value in _PROXY]
    rows = "".join(
        f'<item oor:path="/{node}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for node, name, value in items
    )
    target = folder / "user" / "registrymodifications.xcu"
    target.parent.mkdir(parents=True)
    target.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{rows}</oor:items>\n",
        encoding="utf-8",
    )
    return folder


def _run(command: list[str], folder: Path, limits: Limits) -> None:
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # a pipe would stay open as long as one of its children lives
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ReadError(f"LibreOffice 没有能启动（{why(error)}）；{SAVE_AS}。") from None
    try:
        process.wait(limits.max_seconds)
    except subprocess.TimeoutExpired:
        raise ReadError(f"LibreOffice 转换了 {limits.max_seconds} 秒还没有完成，已经停止；{SAVE_AS}。") from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process that still runs, with all its children (soffice is a script that starts the real program)."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)  # its own session, see Popen
    process.wait()

"""Runs in a network namespace of its own: python without_network.py BUNDLE HOME. Installs by the script, starts the
page by the script, asks it for the page, and prints what happened as JSON. The standard library alone."""

import contextlib
import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import urllib.request
from pathlib import Path

_SIOCSIFFLAGS, _IFF_UP_RUNNING = 0x8914, 0x41


def main(bundle: Path, home: Path) -> None:
    loopback_up()
    said: dict[str, object] = {"outside": reach_outside()}
    path = f"{Path(sys.executable).resolve().parent}:/usr/bin:/bin"
    temporary = home / "tmp"
    temporary.mkdir()
    settings = {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "TMPDIR": str(temporary)}
    said["install"] = ran(["sh", str(bundle / "安装.sh")], settings)
    said["checked"] = ran([str(bundle / "venv" / "bin" / "python"), "-I", "-m", "lint", "checklists"], settings)
    said["page"] = started(bundle, home, settings)
    said["left"] = sorted(path.name for path in temporary.iterdir())
    print(json.dumps(said))


def loopback_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sh", b"lo", _IFF_UP_RUNNING) + b"\0" * 14)


def reach_outside() -> str:
    """What comes of a connection to an address that stands for any other computer."""
    try:
        socket.create_connection(("192.0.2.1", 443), timeout=5).close()
    except OSError as error:
        return error.strerror or str(error)
    return "reached"


def ran(command: list[str], settings: dict[str, str]) -> dict[str, object]:
    done = subprocess.run(
        command, env=settings, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=180, check=False
    )
    return {"code": done.returncode, "said": done.stdout + done.stderr}


def started(bundle: Path, home: Path, settings: dict[str, str]) -> dict[str, object]:
    """The browser is a program that passes on the address that it is to open."""
    pipe, browser = home / "address", home / "browser"
    os.mkfifo(pipe)
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" > "{pipe}"\n', encoding="utf-8")
    browser.chmod(0o755)
    with subprocess.Popen(
        ["sh", str(bundle / "启动.sh")], env={**settings, "BROWSER": f"{browser} %s"}, start_new_session=True
    ) as server:
        try:
            address = pipe.read_text(encoding="utf-8").strip()
            if not address.startswith("http"):
                shown = Path(urllib.request.url2pathname(address.removeprefix("file://"))).read_text(encoding="utf-8")
                return {"address": address, "status": None, "body": shown}
            with urllib.request.urlopen(address, timeout=30) as answer:
                body = answer.read().decode("utf-8")
                return {"address": address, "status": answer.status, "body": body}
        finally:
            with contextlib.suppress(ProcessLookupError):
                server.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

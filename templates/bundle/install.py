"""Installs what lies beside it into the folder `venv`, without any network. Runs on the computer that it is for, with
nothing but Python; syntax and library of Python 3.6, so that an older one can be told what is wanted."""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent
HERE = PROGRAM.parent
VENV = HERE / "venv"
INSTALLED = VENV / "installed.txt"
LOG = HERE / "安装记录.txt"
LONGEST_WINDOWS_PATH = 259


class Refused(Exception):
    """The installation cannot go on; the message says what to do."""


def main() -> int:
    """Installs. Returns the exit code: 0 installed, 2 not."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    log = []  # type: list[str]
    try:
        install(log)
    except Refused as refused:
        code, said = 2, "没有装成：" + str(refused)
    except KeyboardInterrupt:
        code, said = 2, "中断了，没有装完。再运行一次就可以接着装。"
    except OSError as error:
        code, said = (
            2,
            f"没有装成：写不了文件（{error}）。请把整个文件夹复制到本机硬盘上自己能写的地方（例如桌面），再运行一次。",
        )
    else:
        code, said = 0, f"装好了。{info()['how_start']}"
    print("\n" + said)
    log.append(said)
    with suppress(OSError):  # the same has been said on the screen
        LOG.write_text("\n".join(log) + "\n", encoding="utf-8-sig")
    return code


def install(log):
    """All steps in order. Raises Refused or OSError."""
    step(log, "一、核对这台电脑")
    fits(info())
    step(log, "二、核对文件有没有损坏")
    count = intact()
    log.append(f"{count} 个文件核对无误")
    step(log, "三、安装（不联网，大约一分钟）")
    make_environment()
    run_pip(log)
    step(log, "四、试运行")
    try_out(log)
    INSTALLED.write_text(info()["name"] + "\n", encoding="utf-8")
    if info()["system"] == "linux":
        add_to_menu(log)


def step(log, said):
    print(said, flush=True)
    log.append(said)


def info():
    """What this bundle is for."""
    return json.loads((PROGRAM / "bundle.json").read_text(encoding="utf-8"))


def fits(wanted):
    """Refuses another Python, system or kind of processor than the wheels are for."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if version != wanted["python"] or platform.python_implementation() != "CPython":
        raise Refused(f"这里的 Python 是 {version}，这个安装包要 Python {wanted['python']}。")
    systems = {"Windows": "windows", "Linux": "linux", "Darwin": "macos"}
    machine = platform.machine()
    if wanted["system"] == "windows" and sys.maxsize < 2**32:
        machine = "x86"  # a 32-bit Python tells the processor of its 64-bit Windows
    here = (systems.get(platform.system(), platform.system()), machine.lower())
    if here != (wanted["system"], wanted["machine"].lower()):
        raise Refused(
            f"这个安装包是给 {wanted['platform']} 的，这里的 Python 是 {here[0]} {here[1]} 的；请换对应的安装包。"
        )


def intact():
    """Compares every file with SHA256SUMS. Returns how many there are."""
    try:
        lines = (HERE / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refused("找不到或读不出 SHA256SUMS，文件没有拷全。请重新复制整个文件夹。") from None
    bad = []
    for line in lines:
        digest, _, name = line.partition("  ")
        path = HERE.joinpath(*name.split("/"))
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            bad.append(name)
    if bad or not lines:
        raise Refused(f"有文件缺少或损坏，请重新复制整个文件夹：{'、'.join(bad or ['SHA256SUMS'])}")
    return len(lines)


def make_environment():
    """The folder `venv`, anew. pip comes from its own wheel: some Linux systems leave it out of Python."""
    try:
        import venv  # noqa: PLC0415
    except ImportError:
        raise Refused("这里的 Python 不完整，缺少 venv；请安装 python3-venv，或换 python.org 的 Python。") from None
    if VENV.exists() and not (VENV / "pyvenv.cfg").is_file() and any(VENV.iterdir()):
        raise Refused("这里已有一个名为 venv 的文件夹，不是本程序装的，没有动它。请把它移走再运行一次。")
    try:
        if INSTALLED.exists():
            INSTALLED.unlink()  # what is half gone must not be started
        if VENV.exists():
            shutil.rmtree(str(VENV))
    except OSError:
        raise Refused("清单体检可能正开着。请先关掉它的页面，等一分钟，再运行一次。") from None
    venv.EnvBuilder(symlinks=os.name != "nt", with_pip=False).create(str(VENV))


def python():
    """The Python of the new environment, which knows nothing of the settings and packages around it."""
    return [str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")), "-I"]


def run(command, log):
    """Runs a program without the user's settings of pip; what it says goes to the log."""
    settings = {name: value for name, value in os.environ.items() if not name.upper().startswith(("PIP_", "PYTHON"))}
    settings.update(PIP_CONFIG_FILE=os.devnull, PYTHONIOENCODING="utf-8")
    done = subprocess.run(
        command,
        check=False,
        env=settings,
        cwd=str(HERE),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    log.append(done.stdout.decode("utf-8", "replace"))
    return done.returncode


def run_pip(log):
    """Exactly the locked wheels, each with its hash, from this folder and nowhere else."""
    (pip,) = PROGRAM.glob("pip-*.whl")
    command = [
        *python(), str(pip / "pip"), "--disable-pip-version-check", "install", "--no-index", "--no-cache-dir",
        "--only-binary", ":all:", "--find-links", str(HERE / "wheels"), "--require-hashes",
        "--no-warn-script-location", "-r", str(PROGRAM / "requirements.lock"),
    ]  # fmt: skip
    if run(command, log) != 0:
        longest = len(str(VENV)) + info()["longest_path"]
        if os.name == "nt" and longest > LONGEST_WINDOWS_PATH:
            raise Refused("这个文件夹的路径太长，请移到短一些的地方（例如 D:\\qingdan），再运行一次。")
        raise Refused(
            f"没有全部装上，常见原因是这台电脑的系统比安装包要求的（{info()['platform']}）旧。"
            f"详情在“{LOG.name}”里，可以发给做安装包的人。"
        )


def try_out(log):
    """The program must start and find its checklists."""
    if run([*python(), "-m", "lint", "checklists"], log) != 0:
        raise Refused(f"装上了，但运行不起来。详情在“{LOG.name}”里，可以发给做安装包的人。")


def add_to_menu(log):
    """An entry in the menu of programs; where there is a desktop folder, there too."""
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share"))
    text = entry((PROGRAM / "qingdan.desktop").read_text(encoding="utf-8"))
    places = [data / "applications" / "qingdan.desktop"]
    places += [folder / "qingdan.desktop" for folder in (home / "桌面", home / "Desktop") if folder.is_dir()]
    for place in places:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
            place.chmod(0o755)
        except OSError as error:
            step(log, f"没有放上图标 {place}（{error}）；不影响使用，可以直接运行“{info()['start']}”。")
        else:
            step(log, f"放了图标：{place}")


def entry(text):
    """The desktop entry with the command and the picture of this folder, quoted as the specification wants."""
    command = " ".join(map(quoted, [*python(), "-m", "lint.cli.gui"]))
    picture = str(PROGRAM / "qingdan.svg").replace("\\", "\\\\")
    lines = {"Exec=qingdan-gui": "Exec=" + command.replace("\\", "\\\\"), "Icon=qingdan": "Icon=" + picture}
    return "".join(lines.get(line, line) + "\n" for line in text.splitlines())


def quoted(argument):
    """One argument of Exec."""
    for char in '\\"`$':
        argument = argument.replace(char, "\\" + char)
    return '"' + argument.replace("%", "%%") + '"'


if __name__ == "__main__":
    sys.exit(main())

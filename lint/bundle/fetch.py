"""Wheels for another computer, by pip from the index that is configured here."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from lint.bundle.closure import Need, lacking, needs_of, unfit
from lint.bundle.errors import BundleError
from lint.bundle.target import Target
from lint.bundle.wheels import Wheel, read_wheel, read_wheels

_ROUNDS = 20  # each goes one requirement deeper; real trees are less than ten deep
_NO_MATCH = re.compile(
    r"(?:No matching distribution found for ([\w.-]+)|Package '([\w.-]+)' requires a different Python)", re.ASCII
)
_OFFLINE = re.compile(r"Retrying \(Retry\(|NewConnectionError|NameResolutionError|ConnectTimeoutError|ProxyError")
_SECRET = re.compile(r"(?<=://)[^/@\s]+@")


def fetch(
    own: Wheel, extras: Iterable[str], target: Target, folder: Path, tell: Callable[[str], None]
) -> dict[NormalizedName, Wheel]:
    """Downloads into the folder, which holds our own wheel, all that it needs on the target. Returns exactly the
    wheels that are needed, ours included, by name; others that came along are removed.

    Raises BundleError when something is missing for the target, or no index can be reached.
    """
    root = Requirement(f"{own.name}[{','.join(sorted(extras))}]=={own.version}")
    for _ in range(_ROUNDS):
        wheels = read_wheels(folder)
        needs = needs_of([root], wheels, target)
        missing = lacking(needs, wheels)
        if not missing:
            return _only(needs, wheels, target)
        for need in missing:
            if need.name in wheels:  # of a version that another one does not want
                wheels[need.name].path.unlink()
        tell(f"正在取 {len(missing)} 个安装包：{'、'.join(need.name for need in missing)}")
        _download(missing, target, folder)
    raise BundleError(f"各安装包要求的版本互相矛盾：{'；'.join(map(_told, missing))}。请联系维护者。")


def fetch_pip(target: Target, folder: Path) -> Path:
    """Downloads pip itself: a Linux may have Python without it. Raises BundleError."""
    _run(["download", *_for(target), "--dest", str(folder), "pip"], [])
    (path,) = folder.glob("pip-*.whl")
    if reason := unfit(read_wheel(path), target):
        raise BundleError(f"pip 不能用：{reason}。")
    return path


def build(source: Path, folder: Path) -> Path:
    """Builds the wheel of a source folder, with the hatchling that is installed here or else one from the index.
    Raises BundleError."""
    here = ["--no-build-isolation"] if find_spec("hatchling") else []
    with tempfile.TemporaryDirectory(prefix="qingdan-") as temporary:
        try:
            _run(["wheel", "--no-deps", *here, "--wheel-dir", temporary, str(source)], [])
        except BundleError as error:
            if _OFFLINE.search(error.detail):
                raise
            raise BundleError("由源码生成本程序的安装包没有成功，请看源码是否完整。", error.detail) from None
        (made,) = Path(temporary).glob("*.whl")
        return Path(shutil.move(made, folder / made.name))


def _only(needs: Iterable[Need], wheels: dict[NormalizedName, Wheel], target: Target) -> dict[NormalizedName, Wheel]:
    names = {need.name for need in needs}
    for name in sorted(wheels.keys() - names):
        wheels.pop(name).path.unlink()
    reasons = [reason for wheel in wheels.values() if (reason := unfit(wheel, target))]
    if reasons:
        raise BundleError(f"有安装包不适用：{'；'.join(reasons)}。请换一个 --python 或 --platform。")
    return wheels


def _download(needs: Sequence[Need], target: Target, folder: Path) -> None:
    waiting = {need.name: need for need in needs}
    missing = []
    while waiting:
        try:
            _run(["download", *_for(target), "--dest", str(folder)], list(waiting.values()))
            break
        except BundleError as error:  # pip stops at the first that is missing; a person wants to know all
            found = None if _OFFLINE.search(error.detail) else _NO_MATCH.search(error.detail)
            need = waiting.pop(canonicalize_name(found[1] or found[2]), None) if found else None
            if need is None:
                raise
            missing.append(need)
    if missing:
        raise BundleError(
            f"索引里没有适用于 {target.name}、Python {target.version} 的安装包：{'；'.join(map(_told, missing))}。"
            "请换一个 --python 或 --platform，或者去掉需要它的 --with。"
        )


def _for(target: Target) -> list[str]:
    platforms = [part for platform in target.platforms for part in ("--platform", platform)]
    return [
        *("--no-deps", "--only-binary", ":all:", *platforms, "--python-version", target.version),
        *("--implementation", "cp", "--abi", target.abi, "--abi", "abi3", "--abi", "none"),
    ]


def _run(arguments: Sequence[str], needs: Sequence[Need]) -> None:
    with tempfile.TemporaryDirectory(prefix="qingdan-") as temporary:
        listed = Path(temporary, "requirements.txt")
        listed.write_text("".join(f"{need.line()}\n" for need in needs), encoding="utf-8")
        try:
            done = subprocess.run(
                [sys.executable, "-m", "pip", *arguments, *(("-r", str(listed)) if needs else ())],
                capture_output=True,
                stdin=subprocess.DEVNULL,
                encoding="utf-8",
                errors="replace",
                env={**os.environ, **_QUIET},
                check=False,
            )
        except OSError as error:
            raise BundleError("这里的 Python 运行不了 pip，取不来安装包。", str(error)) from error
    if done.returncode:
        raise _failure(done.stderr)


_QUIET = {
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_INPUT": "1",
    "PIP_RETRIES": "2",
    "PYTHONIOENCODING": "utf-8",
}


def _failure(said: str) -> BundleError:
    detail = _SECRET.sub("", said).strip()
    if "No module named pip" in said:
        return BundleError("这里的 Python 没有 pip，取不来安装包；请先运行 python -m ensurepip。", detail)
    if _OFFLINE.search(said):
        return BundleError("连不上软件包索引。制作离线安装包的这台电脑要能上网；做好以后，装的那台不用。", detail)
    return BundleError("pip 没有取到需要的安装包。", detail)


def _told(need: Need) -> str:
    return f"{need.line()}（{'、'.join(need.wanted_by)} 需要它）"

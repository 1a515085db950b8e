"""A bundle: a folder and the same as a zip, both whole or not there at all."""

import hashlib
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from lint import __version__
from lint.bundle.archive import write_zip
from lint.bundle.closure import lacking, needs_of, unfit
from lint.bundle.errors import BundleError
from lint.bundle.fetch import fetch, fetch_pip
from lint.bundle.own import own_wheel
from lint.bundle.papers import info_of, licences_of, lock_of, sums_of
from lint.bundle.scripts import names_for, scripts_for
from lint.bundle.target import Target
from lint.bundle.wheels import Wheel, by_name, read_wheel, read_wheels
from lint.os_errors import told

ALWAYS = ("web",)  # the page in the browser is what a bundle is for
_NOT_FOR_USERS = ("bundle", "dev")


@dataclass(frozen=True)
class Made:
    """What was made."""

    folder: Path
    archive: Path
    sha256: str  # of the archive
    wheels: tuple[Wheel, ...]


def make_bundle(target: Target, extras: Iterable[str], output: Path, tell: Callable[[str], None]) -> Made:
    """Makes the bundle in the output folder and tells how it goes. Needs the network.

    Raises BundleError when something is missing for the target or was there before; then nothing is left behind.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".qingdan-", suffix=".tmp", dir=output) as temporary:
            return _make(target, frozenset([*extras, *ALWAYS]), output, Path(temporary), tell)
    except OSError as error:
        raise BundleError(f"写不了 {output}：{told(error)}") from error


def _make(target: Target, extras: frozenset[str], output: Path, temporary: Path, tell: Callable[[str], None]) -> Made:
    name = f"qingdan-{__version__}-{target.name}-py{target.python[0]}{target.python[1]}"
    folder, archive = output / name, output / f"{name}.zip"
    for taken in (folder, archive):
        if taken.exists():
            raise BundleError(f"已经有 {taken}，没有覆盖。请把它移走，或者用 --output 换一个文件夹。")
    made = temporary / "wheels"
    made.mkdir()
    tell("制作本程序自己的安装包")
    path, whence = own_wheel(made)
    tell(f"{path.name}：{whence}")
    own = read_wheel(path)
    _known(extras, own)
    if reason := unfit(own, target):
        raise BundleError(f"{reason}，请换一个 --python。")
    fetch(own, extras, target, made, tell)
    inside = temporary / name
    wheels = _assemble(inside, name, target, own, extras, made)
    _verify(inside, target, own, extras)
    tell("写压缩包")
    return _publish(inside, temporary / "bundle.zip", folder, archive, target, wheels)


def _known(extras: Iterable[str], own: Wheel) -> None:
    known = sorted(set(own.extras) - set(_NOT_FOR_USERS))
    for extra in sorted(extras):
        if canonicalize_name(extra) not in known:
            raise BundleError(
                f"没有“{extra}”这个附加部分；--with 可以写 {'、'.join(one for one in known if one not in ALWAYS)}。"
            )


def _assemble(
    inside: Path, name: str, target: Target, own: Wheel, extras: Iterable[str], made: Path
) -> tuple[Wheel, ...]:
    inside.mkdir()
    made.rename(inside / "wheels")
    wheels = tuple(read_wheels(inside / "wheels").values())
    (inside / "program").mkdir()
    pip = read_wheel(fetch_pip(target, inside / "program"))
    for path, data in {
        **scripts_for(target, str(own.version)),
        "program/requirements.lock": lock_of(wheels, own, extras).encode(),
        "program/LICENSES.txt": licences_of([*wheels, pip]).encode("utf-8-sig"),
        "program/bundle.json": info_of(name, target, wheels).encode(),
    }.items():
        (inside / path).write_bytes(data)
    for script in (names_for(target).install, names_for(target).start):
        (inside / script).chmod(0o755)
    (inside / "SHA256SUMS").write_text(sums_of(_files(inside)), encoding="utf-8", newline="\n")
    return wheels


def _verify(inside: Path, target: Target, own: Wheel, extras: Iterable[str]) -> None:
    """What was written, read back: every line of the lock has its wheel, each fits, and nothing they need is left
    out."""
    wheels = read_wheels(inside / "wheels")
    lock = (inside / "program" / "requirements.lock").read_text(encoding="utf-8").splitlines()
    locked = {canonicalize_name(one.name): one for one in (Requirement(line.partition(" --hash")[0]) for line in lock)}
    hashes = {line.partition("sha256:")[2] for line in lock}
    root = Requirement(f"{own.name}[{','.join(sorted(extras))}]=={own.version}")
    needs = needs_of([root, *locked.values()], wheels, target)
    wrong = [f"缺少 {need.line()}" for need in lacking(needs, wheels)]
    wrong += [f"锁定文件里没有 {need.name}" for need in needs if need.name not in locked]
    wrong += [reason for wheel in wheels.values() if (reason := unfit(wheel, target))]
    wrong += [f"{wheel.path.name} 与锁定文件不符" for wheel in wheels.values() if wheel.sha256 not in hashes]
    if wrong:
        raise BundleError(f"做出来的安装包不完整：{'；'.join(wrong)}。请重新制作。")


def _publish(
    inside: Path, packed: Path, folder: Path, archive: Path, target: Target, wheels: tuple[Wheel, ...]
) -> Made:
    programs = {names_for(target).install, names_for(target).start}
    members = ((f"{inside.name}/{name}", data, name in programs) for name, data in sorted(_files(inside).items()))
    with packed.open("wb") as stream:
        write_zip(stream, members, zipfile.ZIP_STORED)  # wheels are compressed already
    inside.rename(folder)
    try:
        packed.rename(archive)
    except OSError:
        folder.rename(inside)  # back to where it is removed
        raise
    moved = tuple(by_name(read_wheel(folder / "wheels" / wheel.path.name) for wheel in wheels).values())
    return Made(folder, archive, _sha256(archive), moved)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        digest = hashlib.sha256()
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()

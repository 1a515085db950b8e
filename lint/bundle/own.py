"""Our own wheel: built from the checkout, or packed again from the files that were installed."""

import base64
import csv
import hashlib
import io
import sys
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from lint.bundle.archive import write_zip
from lint.bundle.errors import BundleError
from lint.bundle.fetch import build

DISTRIBUTION = "qingdan-lint"
_CHECKOUT = Path(__file__).resolve().parents[2]
_MADE_BY_INSTALLER = ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json", "RECORD.jws", "RECORD.p7s")


def own_wheel(folder: Path) -> tuple[Path, str]:
    """Puts the wheel of this program into the folder. Returns it, and where it came from as a person is told.

    Raises BundleError when the installed files are not those that were installed.
    """
    if (_CHECKOUT / "pyproject.toml").is_file():
        return build(_CHECKOUT, folder), "由源码生成"
    return _packed_again(folder), "由已安装的文件重新打包，与安装时逐个核对无误"


def _packed_again(folder: Path) -> Path:
    try:
        distribution = metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        raise BundleError("这份 qingdan 没有正式安装，制作不了；请在源码文件夹里运行，或先用 pip 安装。") from None
    return pack_again(distribution, Path(sys.prefix), folder)


def pack_again(distribution: metadata.Distribution, prefix: Path, folder: Path) -> Path:
    """The wheel that a distribution was installed from: the same files, each checked against its recorded hash.
    What the installer wrote itself (scripts, bytecode, its notes) is left out. `prefix` is the environment that it
    is installed in. Raises BundleError."""
    members = dict(sorted(_members(distribution, prefix.resolve())))
    (info,) = {name.partition("/")[0] for name in members if name.endswith(".dist-info/WHEEL")}
    members[f"{info}/RECORD"] = _record(members, info)
    tag = next(line for line in members[f"{info}/WHEEL"].decode().splitlines() if line.startswith("Tag:"))
    path = folder / f"{info.removesuffix('.dist-info')}-{tag.partition(':')[2].strip()}.whl"
    with path.open("wb") as stream:
        write_zip(stream, ((name, data, False) for name, data in members.items()), zipfile.ZIP_DEFLATED)
    return path


def _members(distribution: metadata.Distribution, prefix: Path) -> Iterator[tuple[str, bytes]]:
    name = distribution.metadata["Name"].replace("-", "_")
    for entry in distribution.files or ():
        if entry.hash is None or entry.suffix == ".pyc" or entry.name in _MADE_BY_INSTALLER:
            continue
        path = Path(str(entry.locate())).resolve()
        inside = entry.as_posix()
        if inside.startswith("../"):  # what a wheel calls its data lies under the environment, its scripts too
            below = path.relative_to(prefix).as_posix() if path.is_relative_to(prefix) else ""
            if not below.startswith("share/"):
                continue
            inside = f"{name}-{distribution.version}.data/data/{below}"
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BundleError(f"已安装的文件 {entry} 读不出来，请重新安装 qingdan 后再试。", str(error)) from error
        digest = base64.urlsafe_b64encode(hashlib.new(entry.hash.mode, data).digest()).rstrip(b"=").decode()
        if digest != entry.hash.value:
            raise BundleError(f"已安装的文件 {entry} 与安装时不同，请重新安装 qingdan 后再试。")
        yield inside, data


def _record(members: dict[str, bytes], info: str) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for name, data in members.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        rows.writerow((name, f"sha256={digest}", len(data)))
    rows.writerow((f"{info}/RECORD", "", ""))
    return text.getvalue().encode()

"""The lists of a bundle: the lock, the checksums, the licences, and what it is for."""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from lint.bundle.scripts import how_to_start, names_for
from lint.bundle.target import Target
from lint.bundle.wheels import Wheel

_SITE_PACKAGES = len("/Lib/site-packages/")


def lock_of(wheels: Iterable[Wheel], own: Wheel, extras: Iterable[str]) -> str:
    """The requirements of pip's hash-checking mode: exact versions, each with the hash of its wheel. Our own stands
    with its extras, so that pip on the target says when one of their requirements is not in the lock."""
    lines = []
    for wheel in wheels:
        chosen = f"[{','.join(sorted(extras))}]" if wheel.name == own.name else ""
        lines.append(f"{wheel.name}{chosen}=={wheel.version} --hash=sha256:{wheel.sha256}\n")
    return "".join(lines)


def sums_of(files: Mapping[str, bytes]) -> str:
    """As `sha256sum -c` reads them."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))


def licences_of(wheels: Iterable[Wheel]) -> str:
    """One line a wheel. The texts themselves lie in the wheels."""
    lines = [
        "安装包里的程序和它们自己声明的许可证。许可证全文在各 .whl 文件里（用解压软件打开，看 dist-info 文件夹）。",
        "",
        *(f"{wheel.name} {wheel.version}　{wheel.license or '（没有写明）'}　{wheel.path.name}" for wheel in wheels),
    ]
    return "".join(f"{' '.join(line.splitlines())}\r\n" for line in lines)


def info_of(name: str, target: Target, wheels: Iterable[Wheel]) -> str:
    """What the installing script needs to know, as JSON."""
    return json.dumps(
        {
            "name": name,
            "platform": target.name,
            "system": target.system,
            "machine": target.machine,
            "python": target.version,
            "start": names_for(target).start,
            "how_start": how_to_start(target),
            "longest_path": _SITE_PACKAGES + max(_longest(wheel) for wheel in wheels),
        },
        ensure_ascii=False,
        indent=2,
    )


def _longest(wheel: Wheel) -> int:
    with zipfile.ZipFile(wheel.path) as archive:
        return max(len(str(PurePosixPath(name))) for name in archive.namelist())

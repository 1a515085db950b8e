"""What a wheel says of itself."""

import hashlib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag
from packaging.utils import InvalidWheelFilename, NormalizedName, canonicalize_name, parse_wheel_filename
from packaging.version import InvalidVersion, Version

from lint.bundle.errors import BundleError


@dataclass(frozen=True)
class Wheel:
    """One wheel file."""

    path: Path
    name: NormalizedName
    version: Version
    tags: frozenset[Tag]
    python: SpecifierSet  # the versions of Python that it works with
    requires: tuple[Requirement, ...]
    extras: tuple[NormalizedName, ...]
    license: str  # "" when it does not say
    sha256: str


def read_wheel(path: Path) -> Wheel:
    """The wheel at this path. Raises BundleError when it is none, or a damaged one."""
    try:
        name, version, _, tags = parse_wheel_filename(path.name)
        with zipfile.ZipFile(path) as archive:
            (metadata,) = (
                entry for entry in archive.namelist() if entry.endswith(".dist-info/METADATA") and entry.count("/") == 1
            )
            said = BytesParser().parsebytes(archive.read(metadata))
        return Wheel(
            path=path,
            name=name,
            version=version,
            tags=tags,
            python=SpecifierSet(said.get("Requires-Python", "")),
            requires=tuple(Requirement(line) for line in said.get_all("Requires-Dist", [])),
            extras=tuple(canonicalize_name(line) for line in said.get_all("Provides-Extra", [])),
            license=_license(said),
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        )
    except (InvalidWheelFilename, InvalidRequirement, InvalidVersion, zipfile.BadZipFile, ValueError, OSError) as error:
        raise BundleError(f"取来的安装包 {path.name} 读不出来，请重新制作。", str(error)) from error


def read_wheels(folder: Path) -> dict[NormalizedName, Wheel]:
    """The wheels of a folder by name."""
    return by_name(read_wheel(path) for path in sorted(folder.glob("*.whl")))


def by_name(wheels: Iterable[Wheel]) -> dict[NormalizedName, Wheel]:
    """The wheels by name, names in order."""
    return {wheel.name: wheel for wheel in sorted(wheels, key=lambda wheel: wheel.name)}


def _license(said: Message) -> str:
    """Its licence in one line: an expression, a short free text, else its classifiers."""
    expression: str = said.get("License-Expression", "")
    free = str(said.get("License", "")).strip()
    named = [
        line.rpartition(" :: ")[2] for line in said.get_all("Classifier", []) if str(line).startswith("License ::")
    ]
    if expression:
        return expression
    return free if free and "\n" not in free else "、".join(named)

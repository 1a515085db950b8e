"""Small wheels, made on the spot."""

import zipfile
from collections.abc import Sequence
from pathlib import Path


def make_wheel(
    folder: Path,
    name: str,
    version: str = "1.0",
    tag: str = "py3-none-any",
    requires: Sequence[str] = (),
    extras: Sequence[str] = (),
    more: Sequence[str] = (),
) -> Path:
    """A wheel without code that says this of itself."""
    said = [f"Name: {name}", f"Version: {version}", *more]
    said += [f"Requires-Dist: {line}" for line in requires] + [f"Provides-Extra: {line}" for line in extras]
    path = folder / f"{name.replace('-', '_')}-{version}-{tag}.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            f"{name.replace('-', '_')}-{version}.dist-info/METADATA",
            "\n".join(["Metadata-Version: 2.1", *said, "", ""]),
        )
    return path

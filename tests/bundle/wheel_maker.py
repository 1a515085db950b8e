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
    stem = f"{name.replace('-', '_')}-{version}"
    path = folder / f"{stem}-{tag}.whl"
    wheel = f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{stem}.dist-info/METADATA", "\n".join(["Metadata-Version: 2.1", *said, "", ""]))
        archive.writestr(f"{stem}.dist-info/WHEEL", wheel)
        archive.writestr(f"{stem}.dist-info/RECORD", "")
    return path

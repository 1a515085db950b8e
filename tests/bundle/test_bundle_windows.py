"""The bundle for Windows, made here: complete by our own reckoning and by pip's."""

import hashlib
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from lint.bundle.closure import needs_of
from lint.bundle.target import target_of
from lint.bundle.wheels import read_wheels

TARGET = target_of("win_amd64", "3.12")
ENVIRONMENT = {**TARGET.environments()[0], "extra": ""}


def lock(bundle: Path) -> dict[str, tuple[str, str]]:
    """Name → version and hash of each line of the lock."""
    text = (bundle / "program" / "requirements.lock").read_text(encoding="utf-8")
    found = re.findall(r"^([a-z0-9-]+)(?:\[web\])?==(\S+) --hash=sha256:([0-9a-f]{64})$", text, re.MULTILINE)
    assert len(found) == len(text.splitlines())
    return {name: (version, digest) for name, version, digest in found}


def test_every_line_of_the_lock_has_its_wheel(windows_bundle: Path) -> None:
    files = {path.name: path for path in (windows_bundle / "wheels").iterdir()}
    digests = {hashlib.sha256(path.read_bytes()).hexdigest(): name for name, path in files.items()}
    locked = lock(windows_bundle)
    assert len(locked) == len(files)
    for name, (version, digest) in locked.items():
        assert digests[digest].lower().startswith(f"{name.replace('-', '_')}-{version}-")
        assert re.search(r"-(py3|py2\.py3|cp312|cp3\d+)-(none|abi3|cp312)-(any|win_amd64)\.whl$", digests[digest])


def test_every_requirement_of_every_wheel_is_in_the_lock(windows_bundle: Path) -> None:
    """Reckoned here once more, from the metadata alone."""
    locked = lock(windows_bundle)
    for path in (windows_bundle / "wheels").iterdir():
        with zipfile.ZipFile(path) as archive:
            (name,) = (entry for entry in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", entry))
            lines = re.findall(r"^Requires-Dist: ([^\r\n]+)", archive.read(name).decode(), re.MULTILINE)
        extra = "web" if path.name.startswith("qingdan_lint-") else ""
        for requirement in map(Requirement, lines):
            if requirement.marker is None or requirement.marker.evaluate({**ENVIRONMENT, "extra": extra}):
                version, _ = locked[canonicalize_name(requirement.name)]
                assert requirement.specifier.contains(version, prereleases=True), requirement
    assert {"starlette", "uvicorn", "click", "lxml"} < locked.keys()


def test_nothing_is_carried_that_is_not_needed(windows_bundle: Path) -> None:
    wheels = read_wheels(windows_bundle / "wheels")
    needs = needs_of([Requirement("qingdan-lint[web]")], wheels, TARGET)
    assert {need.name for need in needs} == set(wheels)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="pip judges the markers of the Python it runs on")
def test_pip_would_install_it_with_the_hashes_alone(windows_bundle: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet", "--isolated"),
            *("--no-index", "--find-links", str(windows_bundle / "wheels"), "--require-hashes", "--no-cache-dir"),
            *("--only-binary", ":all:", "--platform", "win_amd64", "--python-version", "3.12"),
            *("--implementation", "cp", "--abi", "cp312", "--target", str(tmp_path)),
            *("-r", str(windows_bundle / "program" / "requirements.lock")),
        ],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_sums_cover_everything(windows_bundle: Path) -> None:
    sums = dict(
        reversed(line.split("  ", 1))
        for line in (windows_bundle / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    files = {path.relative_to(windows_bundle).as_posix() for path in windows_bundle.rglob("*") if path.is_file()}
    assert set(sums) == files - {"SHA256SUMS"}
    assert {"安装.bat", "启动.bat", "说明.txt", "program/install.py", "program/requirements.lock"} < set(sums)
    for name, digest in sums.items():
        assert hashlib.sha256((windows_bundle / name).read_bytes()).hexdigest() == digest


def test_licences_and_purpose_are_told(windows_bundle: Path) -> None:
    said = (windows_bundle / "program" / "LICENSES.txt").read_text(encoding="utf-8-sig")
    for name in lock(windows_bundle):
        assert re.search(rf"^{name} \S+　[^（\s]", said, re.MULTILINE), name
    info = json.loads((windows_bundle / "program" / "bundle.json").read_text(encoding="utf-8"))
    assert (info["platform"], info["python"], info["start"]) == ("win_amd64", "3.12", "启动.bat")


def test_the_zip_is_the_folder(windows_bundle: Path) -> None:
    with zipfile.ZipFile(f"{windows_bundle}.zip") as archive:
        assert archive.testzip() is None
        inside = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        assert list(inside) == sorted(inside)
        assert {entry.date_time for entry in archive.infolist()} == {(2020, 2, 2, 0, 0, 0)}
        assert archive.getinfo(f"{windows_bundle.name}/安装.bat").flag_bits & 0x800  # named in UTF-8
    files = {path for path in windows_bundle.rglob("*") if path.is_file()}
    assert inside == {path.relative_to(windows_bundle.parent).as_posix(): path.read_bytes() for path in files}

"""Bundles made once for all tests of this folder. Making one needs a package index: without it, tests are skipped."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

HERE_PLATFORM = f"manylinux_{sysconfig.get_platform().rpartition('-')[2].replace('-', '_')}"
HERE_PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
UNREACHABLE = "连不上软件包索引"


@pytest.fixture(scope="session")
def windows_bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a bundle for Windows."""
    return _made("win_amd64", "3.12", tmp_path_factory.mktemp("windows"))


@pytest.fixture(scope="session")
def own_bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a bundle for this computer, in a path that a careless script would stumble over."""
    if not sys.platform.startswith("linux"):
        pytest.skip("installing is tried on Linux")
    return _made(HERE_PLATFORM, HERE_PYTHON, tmp_path_factory.mktemp("own") / "U 盘 (1) & $x%'`")


def _made(platform: str, python: str, output: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "lint", "bundle", "--platform", platform, "--python", python, "--output", str(output)],
        capture_output=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    if UNREACHABLE in done.stderr:
        pytest.skip("no package index can be reached; making a bundle needs one")
    assert done.returncode == 0, done.stderr
    (folder,) = (path for path in output.iterdir() if path.is_dir())
    assert sorted(path.name for path in output.iterdir()) == [folder.name, f"{folder.name}.zip"]
    return folder

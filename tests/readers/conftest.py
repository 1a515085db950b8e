"""Fixtures of the readers' tests."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of sample reports beside the checkout; tests that need it are skipped where it is missing."""
    if not _SHARED.is_dir():
        pytest.skip(f"no sample files at {_SHARED}")
    return _SHARED


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str, str], bytes]:
    """Convert a file with LibreOffice: (content, its extension, a --convert-to argument) → content."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("profile")

    def convert(content: bytes, suffix: str, target: str) -> bytes:
        folder = tmp_path_factory.mktemp("convert")
        source = folder / f"报告.{suffix}"
        source.write_bytes(content)
        out = folder / "out"
        subprocess.run(
            [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", target,
             "--outdir", str(out), str(source)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return next(out.iterdir()).read_bytes()  # soffice exits 0 even when it wrote nothing

    return convert

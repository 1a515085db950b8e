"""What all tests share: the paths, the profile of the property tests, and skips that count as failures in CI."""

import os
import shutil
import subprocess
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
"""Sample reports and files beside the checkout; not part of it."""

NO_SKIPS = os.environ.get("QINGDAN_NO_SKIPS") == "1"

settings.register_profile("qingdan", derandomize=True, deadline=None, database=None)
settings.load_profile("qingdan")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The sample files beside the checkout; a test that needs them is skipped, and says so, where they are missing."""
    if not SHARED.is_dir():
        pytest.skip(f"no sample files at {SHARED}")
    return SHARED


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With QINGDAN_NO_SKIPS=1 a skipped test has failed: CI has everything, so nothing may go untested unseen."""
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which QINGDAN_NO_SKIPS=1 forbids: {_reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole module that skips itself."""
    report = yield
    if NO_SKIPS and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, which QINGDAN_NO_SKIPS=1 forbids: {_reason(report.longrepr)}"
    return report


def _reason(longrepr: object) -> str:
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)

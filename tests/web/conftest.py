"""What the tests in Chromium share: the browser, and a server for those that do not end it."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.serving import Served, serving

CHROMIUM = os.environ.get("QINGDAN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium found (set QINGDAN_CHROMIUM to its path)")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for the tests that do not end it."""
    with serving(tmp_path_factory.mktemp("desk"), workers=2, bounds={"closed_seconds": 3600}) as served:
        yield served

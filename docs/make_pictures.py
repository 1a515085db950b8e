"""Takes the pictures of the README in Chromium: `python -m docs.make_pictures`, in an environment with the extra dev.

They show the real pages with the examples of examples/reports.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.web.conftest import ARGUMENTS, CHROMIUM
from tests.web.serving import serving

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
REPORTS = [ROOT / "examples" / "reports" / name for name in ("lixi-2025.txt", "zhuli-2025.docx", "tongwan-2024.html")]
WIDTH, HEIGHT = 1280, 900


def main() -> None:
    """Writes serve.png (the local page with three reports) and page.png (the page of one)."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        _local_page(browser, Path(folder))
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto((ROOT / "examples" / "pages" / "lixi-2025.html").as_uri())
        tab.screenshot(path=PICTURES / "page.png")
        browser.close()


def _local_page(browser: Browser, folder: Path) -> None:
    with serving(folder) as served:
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(served.printed)
        tab.set_input_files("#files", REPORTS)
        tab.wait_for_function("n => document.querySelectorAll('[data-state=done]').length >= n", arg=len(REPORTS))
        tab.mouse.move(0, 0)
        tab.screenshot(path=PICTURES / "serve.png")


if __name__ == "__main__":  # the worker processes import this file anew
    main()

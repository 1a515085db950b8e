"""`qingdan-gui`: what goes wrong is shown in the browser where there is no console."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.request import url2pathname

import pytest

NO_WEB = "import sys; sys.modules['{module}'] = None; from lint.cli.gui import main; main()"


@pytest.mark.parametrize("module", ["uvicorn", "click"])
@pytest.mark.skipif(sys.platform == "win32", reason="a message box waits for a person")
def test_an_error_is_shown_as_a_page(tmp_path: Path, module: str) -> None:
    shown = tmp_path / "shown"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{shown}"\n', encoding="utf-8")
    browser.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", NO_WEB.format(module=module)],
        env={**os.environ, "BROWSER": f"{browser} %s", "TMPDIR": str(tmp_path)},
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    page = Path(url2pathname(shown.read_text(encoding="utf-8").removeprefix("file://"))).read_text(encoding="utf-8")
    assert "<h1>清单体检没有启动</h1>" in page and "请" in page
    assert "Traceback" not in page + done.stderr
    assert done.stderr.strip()  # a console, where there is one, says it too

"""`qingdan serve` on the command line."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.serving import PATIENCE, ROOT

WITHOUT = (
    "import sys; sys.modules['starlette'] = None; sys.argv = ['qingdan', 'serve'];"
    "from lint.cli.main import main; main()"
)


def serve(*options: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "lint", "serve", "--no-open", *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip


def test_without_the_extra_it_says_how_to_install_it() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "qingdan：网页界面要用 starlette 和 uvicorn，这里没有装；请执行 pip install 'qingdan-lint[web]' 后再运行。\n"
    )


class TestWithTheExtra:
    """What needs it."""

    @pytest.fixture(autouse=True)
    def _extra(self) -> None:
        pytest.importorskip("starlette", reason="the extra `web` is not installed")
        pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

    def test_it_prints_its_address_and_ends_with_ctrl_c(self) -> None:
        process = serve()
        assert process.stdout is not None
        assert re.fullmatch(r"清单体检：http://127\.0\.0\.1:\d+/#[\w-]{43}\n", process.stdout.readline())
        assert process.stdout.readline() == "文件不离开本机，关闭即清除。用完请点网页上的“关闭”，或在这里按 Ctrl-C。\n"
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=PATIENCE) == ("", "\n")
        assert process.returncode == 130

    @pytest.mark.skipif(sys.platform != "linux", reason="only here can all browsers be taken away")
    @pytest.mark.parametrize(
        "program", ["lint.cli.main import main; sys.argv[1:] = ['serve']", "lint.cli.gui import main"]
    )
    def test_where_there_is_no_browser_the_address_is_shown(self, program: str) -> None:
        environment = {**os.environ, "PATH": "/nowhere", "DISPLAY": "", "BROWSER": "", "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", f"import sys; from {program}; main()"]
        with subprocess.Popen(command, stdout=-1, stderr=-1, text=True, cwd=ROOT, env=environment) as process:
            assert process.stderr is not None
            assert re.fullmatch(
                r"没有找到浏览器，请把这个地址复制到浏览器里打开：http://127\.0\.0\.1:\d+/#[\w-]{43}\n",
                process.stderr.readline(),
            )
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=PATIENCE)

    def test_a_port_that_is_taken_is_told(self) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            said = serve("--port", str(port)).communicate(timeout=PATIENCE)[1]
        assert said.startswith(f"qingdan：端口 {port} 用不了（") and said.endswith("）；请换一个端口。\n")

    @pytest.mark.parametrize("port", ["x", "70000", "-1"])
    def test_what_is_no_port_is_refused(self, port: str) -> None:
        said = serve("--port", port).communicate(timeout=PATIENCE)[1]
        assert said == (
            f"qingdan：--port 的值不对：“{port}”不是端口，请写 1 到 65535 之间的数；不写则自己选一个空着的。\n"
        )

    def test_a_checklist_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        process = serve("--checklist", str(tmp_path / "无.toml"))
        said = process.communicate(timeout=PATIENCE)[1]
        assert process.returncode == 2
        assert "无.toml" in said

"""A target holds the old file or the new one: when the disk is full, when the process is killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from lint.select import select
from tests.conftest import ROOT

REPORT = ROOT / "examples" / "reports" / "zhuli-2025.docx"
OLD = b"what was there before"

# a limit on the size of files is what a full disk looks like to a program: the write fails in the middle
FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
sys.argv = ["qingdan", "check", *sys.argv[1:]]
from lint.cli.main import main
main()
"""
WAITING = """
import sys
from lint.render.write import write_chunks

def chunks():
    yield b"x" * 1_000_000
    print("half", flush=True)
    sys.stdin.read()
    yield b"y"

write_chunks(sys.argv[1], chunks())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize(
    ("option", "name"), [("--annotate", "稿.批注.docx"), ("--sheet", "单.docx"), ("--html", "页.html")]
)
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, option: str, name: str) -> None:
    target = tmp_path / name
    wish = [str(REPORT), option, str(target), "--today", "2026-03-01"]
    subprocess.run([sys.executable, "-m", "lint", "check", *wish], capture_output=True, check=False, cwd=ROOT)
    old = target.read_bytes()
    command = [sys.executable, "-c", FULL, *wish]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert f"写不了 {target}：文件太大，那里放不下。请换一个磁盘，或者分几次做。" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert target.read_bytes() == old
    assert list(tmp_path.iterdir()) == [target]  # nothing half-written lies beside it


def test_a_killed_process_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "稿.批注.docx"
    target.write_bytes(OLD)
    command = [sys.executable, "-c", WAITING, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as writing:
        assert writing.stdout is not None
        assert writing.stdout.readline().strip() == b"half"
        writing.kill()
    assert target.read_bytes() == OLD
    assert select([str(tmp_path)]).files == ()  # what the killed process left is hidden and passed over

"""The private folder: gone at the end, gone at the next start after a crash, and never anybody else's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lint.web.folder import private_folder, remove_leftovers
from tests.web.serving import ROOT, serving, waited

OLD = 1_000_000_000


def test_it_is_private_and_goes_with_its_server_even_when_that_fails(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), private_folder(tmp_path) as folder:
        assert folder.parent == tmp_path
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "1").mkdir()
        (folder / "1" / "source").write_bytes(b"x")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_two_servers_leave_each_other_alone(tmp_path: Path) -> None:
    with private_folder(tmp_path) as one, private_folder(tmp_path) as other:
        assert one != other
        assert remove_leftovers(tmp_path) == []
        assert one.is_dir() and other.is_dir()


def test_what_a_crashed_server_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    left = tmp_path / "qingdan-serve-left"
    left.mkdir()
    (left / "lock").touch()
    (left / "source").write_bytes(b"x")
    new, old = tmp_path / "qingdan-serve-new", tmp_path / "qingdan-serve-old"
    for folder in (new, old):
        folder.mkdir()
    os.utime(old, (OLD, OLD))
    mine = tmp_path / "qingdan-mine"
    mine.mkdir()
    (tmp_path / "qingdan-serve-file").write_bytes(b"x")
    (tmp_path / "qingdan-serve-link").symlink_to(mine)
    assert remove_leftovers(tmp_path) == [left, old]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "qingdan-mine", "qingdan-serve-file", "qingdan-serve-link", "qingdan-serve-new",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
def test_after_a_kill_the_next_start_removes_what_was_left_and_no_worker_lives_on(tmp_path: Path) -> None:
    pytest.importorskip("starlette", reason="the extra `web` is not installed")
    pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
    command = [sys.executable, "-m", "tests.web.start", str(tmp_path), "{}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as crashed:
        assert crashed.stdout is not None and crashed.stdout.readline()
        left = next(tmp_path.glob("qingdan-serve-*"))
        children = Path(f"/proc/{crashed.pid}/task/{crashed.pid}/children")
        workers = children.read_text().split() if children.exists() else []
        crashed.kill()
    assert left.is_dir()
    with serving(tmp_path) as served:
        assert not left.exists()
        assert served.folder.is_dir()
    for pid in workers:
        waited(
            lambda pid=pid: not Path(f"/proc/{pid}").exists() or "Z" in Path(f"/proc/{pid}/stat").read_text().split()[2]
        )

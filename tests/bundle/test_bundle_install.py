"""The bundle for this computer, installed and started by its own scripts where no network can be reached."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from lint.bundle.errors import BundleError
from lint.bundle.own import pack_again

SCRIPT = Path(__file__).with_name("without_network.py")
BASE_PYTHON = str(Path(getattr(sys, "_base_executable", sys.executable)).resolve())


def namespace() -> list[str]:
    """The command that runs another one without any network."""
    for flags in ("-n", "-rn"):
        command = ["unshare", flags]
        if (
            shutil.which("unshare")
            and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
        ):
            return command
    pytest.skip("a network namespace (unshare -n) is not permitted here")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's own folder, empty but for a desktop."""
    home = tmp_path_factory.mktemp("home")
    (home / "桌面").mkdir()
    return home


@pytest.fixture(scope="module")
def said(own_bundle: Path, home: Path) -> dict[str, Any]:
    """What happened without a network."""
    done = subprocess.run(
        [*namespace(), BASE_PYTHON, str(SCRIPT), str(own_bundle), str(home)],
        capture_output=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_it_installs_without_any_network(said: dict[str, Any]) -> None:
    assert "unreachable" in said["outside"]
    assert said["install"]["code"] == 0, said["install"]["said"]
    assert "二、核对文件有没有损坏" in said["install"]["said"]
    assert "装好了。在程序菜单或桌面上点“清单体检”" in said["install"]["said"]
    assert said["checked"]["code"] == 0 and "■ township" in said["checked"]["said"]


def test_the_page_answers(said: dict[str, Any]) -> None:
    assert re.match(r"http://127\.0\.0\.1:\d+/", said["page"]["address"]), said["page"]["body"]
    assert said["page"]["status"] == 200
    assert "清单体检" in said["page"]["body"] and "文件不离开本机" in said["page"]["body"]


def test_the_page_leaves_nothing_behind(said: dict[str, Any]) -> None:
    assert said["left"] == []


def test_icons_lead_to_the_installed_program(said: dict[str, Any], own_bundle: Path, home: Path) -> None:
    assert said["install"]["code"] == 0
    entries = [home / "桌面" / "qingdan.desktop", home / ".local" / "share" / "applications" / "qingdan.desktop"]
    for entry in entries:
        assert entry.read_text(encoding="utf-8").count("Exec=") == 1 and os.access(entry, os.X_OK)
    command = re.search(r"^Exec=(.*)$", entries[0].read_text(encoding="utf-8"), re.MULTILINE)
    assert command is not None
    plain = command[1].replace("\\\\", "\\").replace("%%", "%").replace('"-m" "lint.cli.gui"', '-c "import lint"')
    subprocess.run(["sh", "-c", plain], check=True)
    assert str(own_bundle).replace("$", "").split("/")[-1] in plain


def test_nothing_was_changed_but_what_was_installed(said: dict[str, Any], own_bundle: Path) -> None:
    assert said["install"]["code"] == 0
    with zipfile.ZipFile(f"{own_bundle}.zip") as archive:
        shipped = {name.split("/", 1)[1].split("/")[0] for name in archive.namelist()}
    assert {path.name for path in own_bundle.iterdir()} == shipped | {"venv", "安装记录.txt"}


def installed(own_bundle: Path) -> metadata.Distribution:
    (info,) = own_bundle.glob("venv/lib/python3*/site-packages/qingdan_lint-*.dist-info")
    return metadata.Distribution.at(info)


def contents(wheel: Path) -> dict[str, bytes]:
    """What a wheel holds, its list of hashes as a set of lines."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            name: b"\n".join(sorted(archive.read(name).splitlines()))
            if name.endswith("/RECORD")
            else archive.read(name)
            for name in archive.namelist()
        }


def test_an_installed_program_packs_the_wheel_that_it_came_from(
    said: dict[str, Any], own_bundle: Path, tmp_path: Path
) -> None:
    assert said["install"]["code"] == 0
    (original,) = own_bundle.glob("wheels/qingdan_lint-*.whl")
    again = pack_again(installed(own_bundle), own_bundle / "venv", tmp_path)
    assert again.name == original.name
    assert contents(again) == contents(original)
    first = again.read_bytes()
    assert pack_again(installed(own_bundle), own_bundle / "venv", tmp_path).read_bytes() == first


def test_an_altered_program_packs_nothing(said: dict[str, Any], own_bundle: Path, tmp_path: Path) -> None:
    assert said["install"]["code"] == 0
    copy = tmp_path / "copy"
    shutil.copytree(own_bundle / "venv", copy, symlinks=True)
    (info,) = copy.glob("lib/python3*/site-packages/qingdan_lint-*.dist-info")
    changed = info.parent / "lint" / "resources.py"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(BundleError, match=r"已安装的文件 lint/resources\.py 与安装时不同"):
        pack_again(metadata.Distribution.at(info), copy, tmp_path)
    assert not list(tmp_path.glob("*.whl"))


@pytest.fixture
def fresh(own_bundle: Path, tmp_path: Path) -> Path:
    """The bundle as it comes out of its zip."""
    with zipfile.ZipFile(f"{own_bundle}.zip") as archive:
        archive.extractall(tmp_path)
    return tmp_path / own_bundle.name


def install(bundle: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [BASE_PYTHON, "-I", str(bundle / "program" / "install.py")],
        capture_output=True, encoding="utf-8", env={"HOME": str(bundle.parent), "LANG": "C.UTF-8"}, check=False,
    )  # fmt: skip


def test_a_damaged_or_missing_file_stops_it_before_anything_is_installed(fresh: Path) -> None:
    wheel = next(fresh.glob("wheels/lxml-*.whl"))
    wheel.write_bytes(wheel.read_bytes()[:-1] + b"?")
    (fresh / "说明.txt").unlink()
    done = install(fresh)
    assert done.returncode == 2
    said = f"没有装成：有文件缺少或损坏，请重新复制整个文件夹：wheels/{wheel.name}、说明.txt"
    assert said in done.stdout
    assert said in (fresh / "安装记录.txt").read_text(encoding="utf-8-sig")
    assert not (fresh / "venv").exists()


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("python", "3.99", "这个安装包要 Python 3.99。"),
        ("system", "windows", "请换对应的安装包。"),
        ("machine", "pdp11", "请换对应的安装包。"),
    ],
)
def test_a_bundle_for_another_computer_is_refused(fresh: Path, key: str, value: str, message: str) -> None:
    info = fresh / "program" / "bundle.json"
    info.write_text(json.dumps({**json.loads(info.read_text(encoding="utf-8")), key: value}), encoding="utf-8")
    done = install(fresh)
    assert done.returncode == 2 and message in done.stdout
    assert not (fresh / "venv").exists()


def test_a_folder_of_someone_else_is_left_alone(fresh: Path) -> None:
    (fresh / "venv").mkdir()
    (fresh / "venv" / "照片.txt").write_text("x", encoding="utf-8")
    done = install(fresh)
    assert done.returncode == 2 and "不是本程序装的，没有动它" in done.stdout
    assert (fresh / "venv" / "照片.txt").is_file()


def test_a_wheel_that_is_not_in_the_lock_is_not_installed(fresh: Path) -> None:
    """Even where somebody has made the checksums fit: pip has the hashes of the lock."""
    lock = fresh / "program" / "requirements.lock"
    lock.write_text(re.sub(r"(click==\S+ --hash=sha256:)[0-9a-f]{64}", r"\g<1>" + "0" * 64, lock.read_text()))
    sums = fresh / "SHA256SUMS"
    kept = [line for line in sums.read_text(encoding="utf-8").splitlines() if "requirements.lock" not in line]
    sums.write_text("\n".join(kept) + "\n", encoding="utf-8")
    done = install(fresh)
    assert done.returncode == 2 and "详情在“安装记录.txt”里" in done.stdout
    assert "HASHES" in (fresh / "安装记录.txt").read_text(encoding="utf-8-sig")
    assert not (fresh / "venv" / "installed.txt").exists()

"""Which computer, and what it needs: markers and tags are those of the target, not of the computer that packs."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from lint.bundle.closure import lacking, needs_of, unfit
from lint.bundle.errors import BundleError
from lint.bundle.target import target_of
from lint.bundle.wheels import read_wheel, read_wheels
from tests.bundle.wheel_maker import make_wheel


@pytest.mark.parametrize(
    ("written", "name", "system", "machine"),
    [
        ("win_amd64", "win_amd64", "windows", "AMD64"),
        ("win-amd64", "win_amd64", "windows", "AMD64"),
        ("win32", "win32", "windows", "x86"),
        ("manylinux", "manylinux_2_28_x86_64", "linux", "x86_64"),
        ("manylinux_aarch64", "manylinux_2_28_aarch64", "linux", "aarch64"),
        ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "linux", "x86_64"),
        ("manylinux_2_34_x86_64", "manylinux_2_34_x86_64", "linux", "x86_64"),
        ("macosx_arm64", "macosx_13_0_arm64", "macos", "arm64"),
        ("macosx_14_0_x86_64", "macosx_14_0_x86_64", "macos", "x86_64"),
    ],
)
def test_platforms(written: str, name: str, system: str, machine: str) -> None:
    target = target_of(written, "3.12")
    assert (target.name, target.system, target.machine, target.abi) == (name, system, machine, "cp312")


def test_a_linux_takes_wheels_for_older_ones() -> None:
    platforms = target_of("manylinux_x86_64", "3.12").platforms
    assert platforms[0] == "manylinux_2_28_x86_64"
    assert {"manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux1_x86_64", "linux_x86_64"} < set(platforms)
    assert "manylinux1_aarch64" not in target_of("manylinux_aarch64", "3.12").platforms


@pytest.mark.parametrize(
    ("platform", "python", "message"),
    [
        ("windows", "3.12", "不认识的系统“windows”。可以写 win_amd64、win_arm64、manylinux_x86_64"),
        ("manylinux_3_1_x86_64", "3.12", "不认识的系统"),
        ("win_amd64;rm", "3.12", "不认识的系统"),
        ("win_amd64", "3.12.4", "--python 写的是“3.12.4”；请写两段版本号，例如 3.12。"),
        ("win_amd64", "2.7", "--python 写的是“2.7”"),
    ],
)
def test_what_cannot_be_understood(platform: str, python: str, message: str) -> None:
    with pytest.raises(BundleError) as caught:
        target_of(platform, python)
    assert message in str(caught.value)


MARKED = (
    "colorama; platform_system == 'Windows'",
    "uvloop; sys_platform != 'win32'",
    "exceptiongroup; python_version < '3.11'",
    "patched; python_full_version < '3.12.4'",
    "pypy-only; platform_python_implementation == 'PyPy'",
    "chips; platform_machine == 'AMD64'",
    "quick; extra == 'quick'",
    "slow; extra == 'slow'",
)


@pytest.mark.parametrize(
    ("platform", "python", "needed"),
    [
        ("win_amd64", "3.12", ["app", "chips", "colorama", "patched", "quick"]),
        ("manylinux", "3.12", ["app", "patched", "quick", "uvloop"]),
        ("macosx_arm64", "3.10", ["app", "exceptiongroup", "patched", "quick", "uvloop"]),
        ("win_arm64", "3.13", ["app", "colorama", "quick"]),
    ],
)
def test_markers_are_those_of_the_target(tmp_path: Path, platform: str, python: str, needed: Sequence[str]) -> None:
    make_wheel(tmp_path, "app", requires=MARKED, extras=("quick", "slow"))
    needs = needs_of([Requirement("app[quick]")], read_wheels(tmp_path), target_of(platform, python))
    assert [need.name for need in needs] == needed


def test_extras_of_requirements_count_too_and_circles_end(tmp_path: Path) -> None:
    make_wheel(tmp_path, "app", requires=("server[fast]>=2", "server<4"))
    make_wheel(tmp_path, "server", "3.0", requires=("loop; extra == 'fast'", "app"), extras=("fast",))
    make_wheel(tmp_path, "loop", requires=("server>=1",))
    needs = needs_of([Requirement("app")], read_wheels(tmp_path), target_of("manylinux", "3.12"))
    assert [need.name for need in needs] == ["app", "loop", "server"]
    assert needs[2].line() == "server<4,>=1,>=2"
    assert needs[2].wanted_by == ("app", "loop")


def test_a_wheel_of_an_unwanted_version_is_lacking(tmp_path: Path) -> None:
    make_wheel(tmp_path, "app", requires=("old<2", "gone"))
    make_wheel(tmp_path, "old", "2.0")
    wheels = read_wheels(tmp_path)
    needs = needs_of([Requirement("app")], wheels, target_of("manylinux", "3.12"))
    assert [need.name for need in lacking(needs, wheels)] == ["gone", "old"]


@pytest.mark.parametrize(
    ("tag", "python", "reason"),
    [
        ("cp312-cp312-win_amd64", ">=3.10", None),
        ("cp38-abi3-win_amd64", ">=3.8", None),
        ("py3-none-any", ">=3.8", None),
        ("cp311-cp311-win_amd64", ">=3.8", "不是给 win_amd64、Python 3.12 的"),
        ("cp312-cp312-manylinux_2_17_x86_64", ">=3.8", "不是给 win_amd64、Python 3.12 的"),
        ("cp312-cp312-win_arm64", ">=3.8", "不是给 win_amd64、Python 3.12 的"),
        ("py3-none-any", ">=3.13", "要求 Python >=3.13"),
    ],
)
def test_a_wheel_fits_or_not(tmp_path: Path, tag: str, python: str, reason: str | None) -> None:
    wheel = read_wheel(make_wheel(tmp_path, "part", tag=tag, more=(f"Requires-Python: {python}",)))
    said = unfit(wheel, target_of("win_amd64", "3.12"))
    assert (said is None) if reason is None else (said is not None and reason in said)


def test_a_damaged_wheel_is_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "part-1.0-py3-none-any.whl"
    path.write_bytes(b"PK")
    with pytest.raises(BundleError, match=r"取来的安装包 part-1\.0-py3-none-any\.whl 读不出来"):
        read_wheel(path)

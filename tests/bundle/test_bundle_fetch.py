"""Fetching, from a folder that stands for the index: versions that suit everyone, nothing more than is needed, and a
clear word on what is missing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.bundle.errors import BundleError
from lint.bundle.fetch import fetch
from lint.bundle.target import target_of
from lint.bundle.wheels import read_wheel
from tests.bundle.wheel_maker import make_wheel

Fetch = Callable[..., list[str]]
FOR_WINDOWS = "cp312-cp312-win_amd64"
FOR_LINUX = "cp312-cp312-manylinux_2_28_x86_64"


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels, the only place where pip looks."""
    folder = tmp_path / "index"
    folder.mkdir()
    settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": folder.as_uri(), "PIP_CONFIG_FILE": os.devnull}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Fetch:
    """Fetches for an own wheel with these requirements; gives the names of the wheels that are there afterwards."""

    def run(*requires: str, platform: str = "win_amd64") -> list[str]:
        folder = tmp_path / "wheels"
        folder.mkdir()
        own = make_wheel(folder, "app", requires=requires, extras=("web",))
        found = fetch(read_wheel(own), ("web",), target_of(platform, "3.12"), folder, lambda said: None)
        names = sorted(path.name for path in folder.iterdir())
        assert names == sorted(wheel.path.name for wheel in found.values())
        return names

    return run


def test_the_wheel_for_the_target_is_taken_whatever_computer_this_is(index: Path, run: Fetch) -> None:
    for tag in (FOR_WINDOWS, FOR_LINUX, "cp311-cp311-win_amd64"):
        make_wheel(index, "part", tag=tag)
    make_wheel(index, "colours")
    names = run("part", "colours; sys_platform == 'win32'", "unheard-of; sys_platform != 'win32'")
    assert names == ["app-1.0-py3-none-any.whl", "colours-1.0-py3-none-any.whl", f"part-1.0-{FOR_WINDOWS}.whl"]


def test_a_version_that_suits_everyone_is_found_and_what_it_no_longer_needs_is_left_out(
    index: Path, run: Fetch
) -> None:
    make_wheel(index, "part", "2.0", requires=("only-of-two",))
    make_wheel(index, "part", "1.0")
    make_wheel(index, "only-of-two")
    make_wheel(index, "other", requires=("deep",))
    make_wheel(index, "deep", requires=("deeper",))
    make_wheel(index, "deeper", requires=("part<2",))
    names = run("part", "other")
    assert "part-1.0-py3-none-any.whl" in names
    assert not [name for name in names if name.startswith(("part-2", "only_of_two"))]


def test_all_that_is_missing_is_named_with_who_wants_it(index: Path, run: Fetch) -> None:
    make_wheel(index, "here")
    make_wheel(index, "part", "2.0", tag=FOR_LINUX)
    make_wheel(index, "young", more=("Requires-Python: >=3.13",))
    with pytest.raises(BundleError) as caught:
        run("part>=1.5", "here", "young", "gone; extra == 'web'")
    said = str(caught.value)
    assert said.startswith("索引里没有适用于 win_amd64、Python 3.12 的安装包：")
    for one in ("part>=1.5（app 需要它）", "young（app 需要它）", "gone（app 需要它）"):
        assert one in said
    assert "here" not in said


def test_requirements_that_contradict_each_other(index: Path, run: Fetch) -> None:
    make_wheel(index, "part", "1.0")
    make_wheel(index, "part", "2.0")
    make_wheel(index, "other", requires=("part<2",))
    with pytest.raises(BundleError, match=r"part<2,>=2（app、other 需要它）"):
        run("part>=2", "other")

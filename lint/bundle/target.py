"""The computer that a bundle is for: its system and Python, as wheels' tags and requirements' markers name them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from packaging import tags

from lint.bundle.errors import BundleError

OLDEST_GLIBC = (2, 28)  # 统信 UOS 20, 银河麒麟 V10 SP1 and every newer Linux have it
OLDEST_MACOS = (13, 0)
PLATFORMS = "win_amd64、win_arm64、manylinux_x86_64、manylinux_aarch64、macosx_arm64、macosx_x86_64"

_WINDOWS = {"win_amd64": "AMD64", "win_arm64": "ARM64", "win32": "x86"}
_LINUX = re.compile(r"manylinux(?:_(\d+)_(\d+)|(2014))?_(x86_64|aarch64|ppc64le|s390x|loongarch64|riscv64)")
_MACOS = re.compile(r"macosx(?:_(\d+)_(\d+))?_(arm64|x86_64)")
_PYTHON = re.compile(r"3\.(\d{1,2})")
_LEGACY = {(2, 17): "manylinux2014", (2, 12): "manylinux2010", (2, 5): "manylinux1"}
_MANY_FULL_VERSIONS = ("0", "99")  # a marker may ask for a patch release, which is not known: either is provided for


@dataclass(frozen=True)
class Target:
    """One system and Python."""

    system: str  # windows, linux or macos
    machine: str  # as platform.machine() says it there
    name: str  # the platform as wheels call it: win_amd64, manylinux_2_28_x86_64
    platforms: tuple[str, ...]  # every platform tag that works there, best first
    python: tuple[int, int]

    @property
    def version(self) -> str:
        """Its Python: "3.12"."""
        return f"{self.python[0]}.{self.python[1]}"

    @property
    def abi(self) -> str:
        """The ABI tag of its Python: "cp312"."""
        return f"cp{self.python[0]}{self.python[1]}"

    def tags(self) -> frozenset[tags.Tag]:
        """Every tag of a wheel that can be installed there."""
        own = tags.cpython_tags(self.python, abis=[self.abi], platforms=self.platforms)
        return frozenset([*own, *tags.compatible_tags(self.python, self.abi, self.platforms)])

    def environments(self) -> tuple[dict[str, str], ...]:
        """The values of environment markers there; a requirement that holds in any of them is provided for."""
        system, os_name, sys_platform = {
            "windows": ("Windows", "nt", "win32"),
            "linux": ("Linux", "posix", "linux"),
            "macos": ("Darwin", "posix", "darwin"),
        }[self.system]
        return tuple(
            {
                "implementation_name": "cpython",
                "implementation_version": f"{self.version}.{patch}",
                "os_name": os_name,
                "platform_machine": self.machine,
                "platform_release": "",
                "platform_system": system,
                "platform_version": "",
                "python_full_version": f"{self.version}.{patch}",
                "platform_python_implementation": "CPython",
                "python_version": self.version,
                "sys_platform": sys_platform,
            }
            for patch in _MANY_FULL_VERSIONS
        )


def target_of(platform: str, python: str) -> Target:
    """The target that the options name. Raises BundleError, which lists what can be written."""
    version = _PYTHON.fullmatch(python)
    if version is None:
        raise BundleError(f"--python 写的是“{python}”；请写两段版本号，例如 3.12。")
    return _of(platform.strip().replace("-", "_"), (3, int(version[1])), platform)


def _of(name: str, python: tuple[int, int], written: str) -> Target:
    if name in _WINDOWS:
        return Target("windows", _WINDOWS[name], name, (name,), python)
    name = {"manylinux": "manylinux_x86_64", "macosx": "macosx_arm64"}.get(name, name)
    if found := _LINUX.fullmatch(name):
        glibc = (2, 17) if found[3] else (int(found[1]), int(found[2])) if found[1] else OLDEST_GLIBC
        if glibc[0] == 2:
            platforms = tuple(_manylinux(glibc, found[4]))
            return Target("linux", found[4], platforms[0], platforms, python)
    if found := _MACOS.fullmatch(name):
        macos = (int(found[1]), int(found[2])) if found[1] else OLDEST_MACOS
        platforms = tuple(tags.mac_platforms(macos, found[3]))
        if platforms:
            return Target("macos", found[3], platforms[0], platforms, python)
    raise BundleError(
        f"不认识的系统“{written}”。可以写 {PLATFORMS}；要指明最低版本，写成 manylinux_2_28_x86_64 的样子。"
    )


def _manylinux(glibc: tuple[int, int], machine: str) -> Iterator[str]:
    """The platform tags of a Linux with this glibc, newest first; pip itself does not go down from the one it is
    given."""
    lowest = 5 if machine == "x86_64" else 17
    for minor in range(glibc[1], lowest - 1, -1):
        yield f"manylinux_2_{minor}_{machine}"
        if (2, minor) in _LEGACY:
            yield f"{_LEGACY[2, minor]}_{machine}"
    yield f"linux_{machine}"

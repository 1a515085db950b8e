"""Which files git ignores. Where there is no git, or no work tree, none is."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 20
_OPTIONS = ("-c", "core.fsmonitor=false")  # a strange repository must not run programs of its own


def ignored_by_git(top: str, paths: Sequence[str]) -> set[str]:
    """Those of the paths, all inside the folder `top`, that git ignores. None when `top` itself is ignored: then the
    user has named it on purpose."""
    if not paths or not _in_work_tree(Path(top)) or (git := shutil.which("git")) is None:
        return set()
    import subprocess  # noqa: PLC0415  most runs are outside of work trees

    # a repository's hook sets GIT_DIR and others, which would be taken for ours
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    by_name = {os.path.relpath(path, top): path for path in paths}
    asked = b"\0".join([b".", *map(os.fsencode, by_name)])
    command = [git, *_OPTIONS, "-C", top, "check-ignore", "-z", "--stdin"]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=_SECONDS, env=environment, check=False)
    except (OSError, subprocess.SubprocessError):
        return set()
    answers = [os.fsdecode(answer) for answer in done.stdout.split(b"\0") if answer]
    if done.returncode != 0 or "." in answers:  # 1: nothing is ignored; 128: git cannot tell
        return set()
    return {by_name[name] for name in answers if name in by_name}


def _in_work_tree(folder: Path) -> bool:
    """Without starting git: whether the folder or one above it holds a .git."""
    try:
        real = folder.resolve()
        return any((above / ".git").exists() for above in (real, *real.parents))
    except OSError:
        return False

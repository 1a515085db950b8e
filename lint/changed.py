"""Which files have changed since a revision, as git sees it: for a check of what somebody has worked on only.

Changed is what differs between the working tree, committed or not, and the commit at which this branch and the revision
parted; and what git does not know yet and does not ignore.
"""

import os
import shutil
import unicodedata
from collections.abc import Iterable
from pathlib import Path

_SECONDS = 60
_SAFE = ("-c", "core.fsmonitor=false")  # a strange repository must not run programs of its own
_DIFF = ("diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", "--no-ext-diff", "--no-textconv")
_UNTRACKED = ("ls-files", "-z", "--others", "--exclude-standard")


class ChangedError(Exception):
    """What has changed cannot be told; the message is a Chinese sentence that says what to do."""


def changed_since(revision: str, paths: Iterable[str]) -> set[str]:
    """Those of the paths (files) that have changed. Raises ChangedError when git is missing, a path lies in no
    repository, or the revision is not known."""
    git = shutil.which("git")
    if git is None:
        raise ChangedError("没有找到 git，不能用 --changed-since；请安装 git，或者不写这个选项。")
    by_folder: dict[str, str] = {}
    changed: dict[str, set[str]] = {}
    found = set()
    for path in paths:
        folder = os.path.dirname(os.path.realpath(path))  # noqa: PTH120
        if folder not in by_folder:
            by_folder[folder] = _top(folder, path)
        top = by_folder[folder]
        if top not in changed:
            changed[top] = _changed(git, top, revision)
        if _key(os.path.realpath(path)) in changed[top]:
            found.add(path)
    return found


def _top(folder: str, path: str) -> str:
    """The root of the working tree around a folder."""
    here = Path(folder)
    for above in (here, *here.parents):
        if (above / ".git").exists():
            return str(above)
    raise ChangedError(f"{path} 不在 git 仓库里，不能用 --changed-since；请到仓库里运行，或者不写这个选项。")


def _changed(git: str, top: str, revision: str) -> set[str]:
    commit = _commit(git, top, revision)
    names = [*_run(git, top, *_DIFF, commit, "--").split(b"\0"), *_run(git, top, *_UNTRACKED).split(b"\0")]
    return {_key(os.path.join(top, os.fsdecode(name))) for name in names if name}  # noqa: PTH118


def _commit(git: str, top: str, revision: str) -> str:
    """The commit at which HEAD and the revision parted; that of the revision where they have none in common."""
    unknown = f"仓库里没有“{revision}”这个版本；请核对写法，只取了一部分历史的（浅克隆）先运行 git fetch --unshallow。"
    try:
        named = _run(git, top, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    except ChangedError:
        raise ChangedError(unknown) from None
    commit = named.decode("ascii", "replace").strip()
    if not commit:
        raise ChangedError(unknown)
    try:
        return _run(git, top, "merge-base", commit, "HEAD").decode("ascii", "replace").strip() or commit
    except ChangedError:
        return commit


def _run(git: str, top: str, *arguments: str) -> bytes:
    import subprocess  # noqa: PLC0415  most runs do not ask git

    # a repository's hook sets GIT_DIR and others, which would be taken for ours
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [git, *_SAFE, "-C", top, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, env=environment, check=False)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise ChangedError("git 没有运行成，不能用 --changed-since；请不写这个选项再试。") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise ChangedError(f"git 没有答出哪些文件有改动（{said}）；请在仓库里运行 git status 看看。")
    return done.stdout


def _key(path: str) -> str:
    """What two names of one file have in common: a Mac writes them decomposed."""
    return unicodedata.normalize("NFC", os.path.normcase(path))

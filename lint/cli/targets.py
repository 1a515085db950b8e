"""Where a run writes: a file or a folder by its name, and never over what the run lives by, nor twice into one file."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from lint.cli.side_files import NAME
from lint.cli.values import Target
from lint.policy.config import Settings

PAGE = (".html", ".htm")
WORD = (".docx", ".docm")  # Word opens a file with macros only under the name of one
SHEET = (".docx", *PAGE)

_WHAT = {
    PAGE: "体检页是网页文件，请把文件名写成 .html",
    WORD: "批注副本是 Word 文件，请把文件名写成 .docx",
    SHEET: "反馈单是 Word 或网页文件，请把文件名写成 .docx 或 .html",
}
_EXTENSION = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")  # not the dots of 2024.12 or of 结果.旧


def is_folder(path: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a path given for an output means a folder: it is one, ends like one, or has no extension. `suffixes` is
    PAGE, WORD or SHEET. Raises click.UsageError for the extension of another kind of file."""
    if path.endswith(("/", os.sep)) or Path(path).is_dir():
        return True
    if path.lower().endswith(suffixes):
        return False
    if _EXTENSION.search(path):
        raise click.UsageError(f"{_WHAT[suffixes]}：{path}（要放进叫这个名字的文件夹，请在末尾加 /）。")
    return True


def refuse_clashes(targets: Iterable[Target], annotate: str | None, sheets: Sequence[str], in_force: Settings) -> None:
    """Raises click.UsageError where an output would take the place of a file that the run lives by, or of another
    output."""
    wanted = list(_wanted(targets, annotate, sheets))
    if not wanted:
        return
    from lint.render.write import same_file  # noqa: PLC0415  brings tempfile, which most runs do without

    spared = list(_spared(in_force))
    before: list[tuple[str, bool, Path]] = []
    for said, folder, path in wanted:
        target = Path(path)
        if target.exists() and not target.is_file() and not target.is_dir():
            continue  # /dev/null takes what comes
        for called, own in (*spared, *([("记复核意见的文件", path)] if target.name == NAME else ())):
            if same_file(target, Path(own)):
                raise click.UsageError(f"{said} 要写的 {path} 是{called}，不能覆盖。请换一个文件名。")
        for other, among, earlier in before:
            if same_file(target, earlier) and (other == said or not (folder and among)):
                raise click.UsageError(f"{other} 和 {said} 都要写到 {path}，只会留下一个。请写成不同的文件名。")
        before.append((said, folder, target))


def _spared(in_force: Settings) -> Iterator[tuple[str, str]]:
    """Files that a run reads: what each is called, its path."""
    if in_force.config is not None:
        yield "这次用的配置文件", str(in_force.config.file.path)
    if in_force.baseline.said:
        yield "这次用的基线", in_force.baseline.said
    if in_force.review.said:
        yield "记复核意见的文件", in_force.review.said
    for checklist in in_force.checklists():
        if checklist.said and checklist.said.lower().endswith(".toml"):
            yield "这次用的清单", checklist.said


def _wanted(targets: Iterable[Target], annotate: str | None, sheets: Sequence[str]) -> Iterator[tuple[str, bool, str]]:
    """Each output: the option as it is said, whether it means a folder, its path."""
    for one in targets:
        if one.kind == "html":
            yield "--html", is_folder(one.path, PAGE), one.path
        elif one.path != "-":
            yield f"--output {one.kind}", False, one.path
    for path in sheets:
        yield "--sheet", is_folder(path, SHEET), path
    if annotate:
        yield "--annotate", is_folder(annotate, WORD), annotate

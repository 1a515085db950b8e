"""What `qingdan check` calls, in order: select, check each file, hand it to every output, count, say what is left."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

import click

from lint.cli.codes import WRONG, Tally
from lint.cli.outputs import PolicyOutput
from lint.cli.planning import Plan, plan
from lint.cli.streams import tell, trace
from lint.fitting import Library
from lint.readers import Limits
from lint.record import report_record, shape
from lint.run import Choices, Failure, Run, check_bytes, check_file
from lint.select import STDIN, Selection, select

_BAR_FROM = 20  # files


@dataclass(frozen=True)
class Inputs:
    """What is checked: the paths as given, and the name that standard input goes by. With `changed_since` only what has
    changed since that git revision; `chosen` gives the library and the choices for a path where they differ."""

    paths: tuple[str, ...]
    stdin_name: str | None = None
    changed_since: str | None = None
    chosen: Callable[[str], tuple[Library, Choices]] | None = None


def check_all(inputs: Inputs, library: Library, choices: Choices, wishes: Plan, *, fail_on: str, opened: bool) -> int:
    """The exit code. Raises ChecklistError for a broken checklist or side file, click.UsageError for wishes that contradict."""
    selection = select(inputs.paths)
    if inputs.changed_since is not None:
        selection = _changed(selection, inputs.changed_since)
        if not selection.files and not selection.failures:
            tell(f"自 {inputs.changed_since} 以来没有改动过的报告，没有要检查的。")
    _mention(selection)
    if not selection.files and not selection.failures and inputs.changed_since is None:
        tell(
            f"没有可以检查的文件：{'、'.join(inputs.paths)}。能检查 .docx、.doc、.wps、.txt、.md、.html、.pdf、.rtf、.odt 文件。"
        )
        return WRONG
    names = tuple(inputs.stdin_name or path if path == STDIN else path for path in selection.files)
    outputs, shown = plan(wishes, names, library)
    overlays = (*(wishes.verdicts(selection.files) if wishes.verdicts else ()), *wishes.overlays)
    tally = Tally(fail_on, may_be_none=inputs.changed_since is not None)

    @contextmanager
    def writing(output: object) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            from lint.render.write import OutputError  # noqa: PLC0415  brings tempfile, which most runs do without

            if not isinstance(error, OutputError):
                raise
            tell(str(error))  # once; the other outputs go on
            tally.failure()
            outputs[:] = [other for other in outputs if other is not output]

    def take(result: Run | Failure) -> None:
        if isinstance(result, Failure):
            trace(result.cause)
            tally.failure()
            for watch in wishes.watches:
                watch.failure()
            if wishes.quiet:
                tell(f"{result.path}：{result.message}")
            for output in tuple(outputs):
                with writing(output):
                    output.failure(result)
            return
        record = report_record(result)
        for overlay in overlays:
            record = overlay(result, record)
        for watch in wishes.watches:
            watch.report(record)
        for override in wishes.overrides:
            record = override(result, record)
        tally.report(record)
        for output in tuple(outputs):
            with writing(output):
                output.report(result, record)

    for failure in selection.failures:
        take(failure)
    with _progress(selection.files, wanted=wishes.form in ("text", "json")) as files:
        for path, name in zip(files, names, strict=True):
            take(_check(path, name, *(inputs.chosen(name) if inputs.chosen else (library, choices))))
    for finding in (finding for watch in wishes.watches for finding in watch.findings()):
        tally.policy(finding)
        if wishes.form != "text" or wishes.explain:
            _tell_policy(finding)
        for output in tuple(outputs):
            if isinstance(output, PolicyOutput):
                with writing(output):
                    output.policy(finding)
    for output in tuple(outputs):
        with writing(output):
            output.finish()
    if not tally.checked and not tally.broken and inputs.changed_since is None:
        titles = "”或“".join(ready.checklist.identity.title for ready in library.choices)
        tell(f"没有一份文件像是“{titles}”，等于什么也没有检查。")
    if opened:
        _open(shown())
    return tally.code


def _check(path: str, name: str, library: Library, choices: Choices) -> Run | Failure:
    if path != STDIN:
        return check_file(path, library, choices)
    data = sys.stdin.buffer.read(Limits().max_bytes + 1)
    return check_bytes(data, name, library, choices)


def _changed(selection: Selection, revision: str) -> Selection:
    """The selection without what has not changed. Raises click.UsageError when git cannot tell."""
    from lint.changed import ChangedError, changed_since  # noqa: PLC0415

    if STDIN in selection.files:
        raise click.UsageError("--changed-since 看的是文件有没有改动，不能用于标准输入（-）。")
    try:
        changed = changed_since(revision, (*selection.files, *selection.unsupported))
    except ChangedError as error:
        raise click.UsageError(str(error)) from error
    return replace(
        selection,
        files=tuple(path for path in selection.files if path in changed),
        unsupported=tuple(path for path in selection.unsupported if path in changed),
    )


def _tell_policy(finding: shape.PolicyFinding) -> None:
    """One line beside the result, where the screen shows data for programs."""
    from lint.render.terminal import policy_line_text  # noqa: PLC0415

    tell(f"{finding['path']}：{policy_line_text(finding).strip()}")


def _mention(selection: Selection) -> None:
    """One line on the files that were met but are in a format that cannot be read."""
    if found := selection.unsupported:
        suffixes = "、".join(sorted({PurePath(path).suffix.lower() for path in found}))
        tell(f"另有 {len(found)} 个 {suffixes} 文件没有检查（如 {found[0]}）；请另存为 .docx 再检。")


@contextmanager
def _progress(files: Sequence[str], *, wanted: bool) -> Iterator[Iterator[str]]:
    """The files, with a bar on standard error where somebody can see it and it is worth it."""
    if not wanted or len(files) < _BAR_FROM or not sys.stderr.isatty():
        yield iter(files)
        return
    with click.progressbar(files, label="正在检查", file=sys.stderr) as bar:
        yield iter(bar)


def _open(page: Path | None) -> None:
    if page is None:
        tell("没有生成网页，打不开。")
        return
    import webbrowser  # noqa: PLC0415

    address = page.resolve().as_uri()
    if not webbrowser.open(address):
        tell(f"没有找到浏览器，请自己打开：{address}")

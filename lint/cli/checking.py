"""What `qingdan check` calls, in order: select, check each file, hand it to every output, count, say what is left."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath

import click

from lint.batch.work import Checked, Sending, Work, lost, received
from lint.cli.codes import WRONG, Tally
from lint.cli.delivered import Ledger
from lint.cli.outputs import DrawnOutput, PolicyOutput
from lint.cli.planning import Plan, plan
from lint.cli.policies import Chosen
from lint.cli.streams import show, tell, trace
from lint.cli.values import TIME_LIMIT
from lint.debug import debugging
from lint.readers import Limits
from lint.record import shape
from lint.run import Failure, Run, check_bytes
from lint.select import STDIN, Selection, select

_READS = ".docx、.doc、.wps、.txt、.md、.html、.pdf、.rtf、.odt"
_BAR_FROM = 20  # files
_WORTH_A_PROCESS = 25  # files


@dataclass(frozen=True)
class Inputs:
    """What is checked: the paths as given, and the name that standard input goes by; `chosen` gives the library and the
    choices for each. With `changed_since` only what has changed since that git revision. `jobs` is the number of
    processes, None for as many as are worth it; `time_limit` the seconds that one file may take, 0 for no limit, None
    for the usual one where there are several processes. `allow_none` says that none of the files need be a report."""

    paths: tuple[str, ...]
    chosen: Chosen
    stdin_name: str | None = None
    changed_since: str | None = None
    jobs: int | None = None
    time_limit: int | None = None
    allow_none: bool = False


def check_all(inputs: Inputs, wishes: Plan, *, fail_on: str, opened: bool) -> int:
    """The exit code. Raises ChecklistError for a broken checklist or a broken file of verdicts, click.UsageError for
    wishes that contradict."""
    selection = select(inputs.paths)
    if inputs.changed_since is not None:
        selection = _changed(selection, inputs.changed_since)
        if not selection.files and not selection.failures:
            tell(f"自 {inputs.changed_since} 以来没有改动过的报告，没有要检查的。")
    _mention(selection)
    may_be_none = inputs.allow_none or inputs.changed_since is not None
    if not selection.files and not selection.failures and not may_be_none:
        tell(f"没有可以检查的文件：{'、'.join(inputs.paths)}。能检查 {_READS} 文件。")
        return WRONG
    names = tuple(inputs.stdin_name or path if path == STDIN else path for path in selection.files)
    outputs, shown = plan(wishes, names, inputs.chosen.main)
    drawing = [output for output in outputs if isinstance(output, DrawnOutput)]
    verdicts = wishes.verdicts(selection.files) if wishes.verdicts else ()
    draws = tuple(output.draw for output in drawing)
    work = Work(inputs.chosen, (*verdicts, *wishes.overlays), wishes.overrides, draws)
    tally, ledger = Tally(fail_on, may_be_none=may_be_none), Ledger(outputs)

    @contextmanager
    def writing(output: object, path: str = "") -> Iterator[None]:
        try:
            yield
        except Exception as error:
            from lint.render.write import OutputError  # noqa: PLC0415  brings tempfile, which most runs do without

            if not isinstance(error, OutputError):
                raise
            tally.failure()
            if error.of_report:
                ledger.lost(output)
                tell(f"{path}：{error}")
                return
            ledger.stopped(output, str(error))
            tell(str(error))  # once; the other outputs go on
            outputs[:] = [other for other in outputs if other is not output]

    def take(result: Checked | Failure) -> None:
        if isinstance(result, Failure) and result.sheet and result.path in selection.met:
            tell(f"{result.path}：{result.message}")
            return
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
        for watch in wishes.watches:
            watch.report(result.before)
        tally.report(result.record)
        for output in tuple(outputs):
            with writing(output, result.seen.path):
                if isinstance(output, DrawnOutput):
                    output.take(result.seen.path, result.record, _made(result.drawn[drawing.index(output)]))
                else:
                    output.report(result.seen, result.record)

    for failure in selection.failures:
        take(failure)
    seen = wishes.form == "text" and not wishes.quiet and sys.stdout.isatty()
    with _progress(names, wanted=wishes.form in ("text", "json") and not seen) as ticks:
        for result in _results(selection.files, names, inputs, work):
            take(result)
            next(ticks, None)
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
    if wishes.form == "text" and not wishes.quiet and (said := ledger.lines()):
        show("\n".join([*said, ""]))
    if not tally.checked and not tally.broken and not may_be_none:
        choices = inputs.chosen.main.choices
        titles = "”或“".join(ready.checklist.identity.title for ready in choices)
        other = "要用别的清单，例如自己写的，请加上 --checklist 清单.toml。" if len(choices) > 1 else ""
        tell(f"没有一份文件像是“{titles}”，等于什么也没有检查。{other}")
    if opened:
        _open(shown())
    return tally.code


def _results(files: Sequence[str], names: Sequence[str], inputs: Inputs, work: Work) -> Iterator[Checked | Failure]:
    """What became of each file, in order; by several processes where it is worth starting them, by one that can be
    ended where a time limit is asked for."""
    workers = _workers(len(files), inputs.jobs)
    if (workers > 1 or inputs.time_limit) and STDIN not in files:
        from lint.batch.pool import spread  # noqa: PLC0415  brings multiprocessing

        seconds = (TIME_LIMIT if inputs.time_limit is None else inputs.time_limit) or None
        for sent in spread(Sending(work), files, max(workers, 1), partial(lost, seconds=seconds), seconds):
            yield received(sent, inputs.chosen)
        return
    for path, name in zip(files, names, strict=True):
        yield work(path) if path != STDIN else work.finish(_standard_input(name, inputs.chosen))


def _workers(files: int, asked: int | None) -> int:
    """Starting a process costs as much as thirty reports."""
    if asked is not None or debugging():  # an exception is shown by the process that met it
        return min(asked or 1, files)
    return min(os.cpu_count() or 1, files // _WORTH_A_PROCESS)


def _standard_input(name: str, chosen: Chosen) -> Run | Failure:
    return check_bytes(sys.stdin.buffer.read(Limits().max_bytes + 1), name, *chosen(name))


def _made(drawn: object) -> object:
    """What was drawn. Raises the OutputError that came instead."""
    if isinstance(drawn, Exception):
        raise drawn
    return drawn


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
def _progress(names: Sequence[str], *, wanted: bool) -> Iterator[Iterator[str]]:
    """Something to take from for each file done; with a bar on standard error where somebody can see it and it is
    worth it."""
    if not wanted or len(names) < _BAR_FROM or not sys.stderr.isatty():
        yield iter(())
        return
    with click.progressbar(names, label="正在检查", file=sys.stderr) as bar:
        ticks = iter(bar)
        next(ticks, None)
        yield ticks


def _open(page: Path | None) -> None:
    if page is None:
        tell("没有生成网页，打不开。")
        return
    import webbrowser  # noqa: PLC0415

    address = page.resolve().as_uri()
    if not webbrowser.open(address):
        tell(f"没有找到浏览器，请自己打开：{address}")

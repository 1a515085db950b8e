"""Where the results of `qingdan check` go while it runs: each output takes one report at a time."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from lint.record import failure_line, gather, policy_line, report_line, shape
from lint.run import Failure, Run

_IN_MEMORY = 1 << 20  # bytes

Writer = Callable[[str], None]


class Output(Protocol):
    """Takes the results in the order of the selection; `finish` is called once, at the end. OutputError may come from
    each."""

    def report(self, run: Run, report: shape.Report) -> None: ...
    def failure(self, failure: Failure) -> None: ...
    def finish(self) -> None: ...


@runtime_checkable
class PolicyOutput(Output, Protocol):
    """An output that shows what is amiss with the configuration, too. It is told after the last report."""

    def policy(self, finding: shape.PolicyFinding) -> None: ...


class Whole:
    """One text of the whole run. It is written at the end, when no progress bar is in the way.

    `draw` makes it of the reports and the failures, each in the order of the selection, and of what is amiss with the
    configuration.
    """

    def __init__(
        self,
        write: Writer,
        draw: Callable[[list[shape.Report], list[Failure], list[shape.PolicyFinding]], str],
    ) -> None:
        self._write, self._draw = write, draw
        self._policy: list[shape.PolicyFinding] = []
        self._reports: list[shape.Report] = []
        self._failures: list[Failure] = []

    def report(self, run: Run, report: shape.Report) -> None:
        self._reports.append(report)

    def failure(self, failure: Failure) -> None:
        self._failures.append(failure)

    def policy(self, finding: shape.PolicyFinding) -> None:
        self._policy.append(finding)

    def finish(self) -> None:
        self._write(self._draw(self._reports, self._failures, self._policy))


def text_output(write: Writer, *, colour: bool = False) -> Output:
    """The terminal's text, the reports in the order of the selection."""

    def draw(reports: list[shape.Report], failures: list[Failure], policy: list[shape.PolicyFinding]) -> str:
        from lint.render.terminal import terminal  # noqa: PLC0415

        whole = gather(reports, failures, policy)
        whole["reports"] = reports
        return terminal(whole, colour=colour)

    return Whole(write, draw)


def json_output(write: Writer) -> Output:
    """One object, reports and errors sorted by path as in any record."""

    def draw(reports: list[shape.Report], failures: list[Failure], policy: list[shape.PolicyFinding]) -> str:
        from lint.render.json_text import json_text  # noqa: PLC0415

        return json_text(gather(reports, failures, policy))

    return Whole(write, draw)


class JsonLines:
    """One line a report or failure, written as it comes."""

    def __init__(self, write: Writer) -> None:
        self._write = write

    def report(self, run: Run, report: shape.Report) -> None:
        from lint.render.json_text import json_line  # noqa: PLC0415

        self._write(json_line(report_line(run, report)))

    def failure(self, failure: Failure) -> None:
        from lint.render.json_text import json_line  # noqa: PLC0415

        self._write(json_line(failure_line(failure)))

    def policy(self, finding: shape.PolicyFinding) -> None:
        from lint.render.json_text import json_line  # noqa: PLC0415

        self._write(json_line(policy_line(finding)))

    def finish(self) -> None:
        pass  # nothing is kept back


class Explained:
    """What was looked at for one element, instead of the text."""

    def __init__(self, write: Writer, element: str) -> None:
        self._write, self._element = write, element

    def report(self, run: Run, report: shape.Report) -> None:
        from lint.render.explain import explain_text  # noqa: PLC0415

        self._write(explain_text(run, self._element) or "")

    def failure(self, failure: Failure) -> None:
        from lint.render.terminal import failure_text  # noqa: PLC0415

        self._write(failure_text({"path": failure.path, "message": failure.message}))

    def finish(self) -> None:
        pass


class Collected:
    """The pieces of an output for a file that is written whole. They wait on the disk: there may be thousands."""

    def __init__(self, output: Callable[[Writer], Output], path: str, inputs: tuple[str, ...]) -> None:
        from tempfile import SpooledTemporaryFile  # noqa: PLC0415  most runs do without

        self._pieces = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  closed by finish
        self._output, self._path, self._inputs = output(self._keep), path, inputs

    def report(self, run: Run, report: shape.Report) -> None:
        self._output.report(run, report)

    def failure(self, failure: Failure) -> None:
        self._output.failure(failure)

    def policy(self, finding: shape.PolicyFinding) -> None:
        if isinstance(self._output, PolicyOutput):
            self._output.policy(finding)

    def finish(self) -> None:
        from lint.render.write import write_chunks  # noqa: PLC0415

        with self._pieces:
            self._output.finish()
            self._pieces.seek(0)
            write_chunks(self._path, iter(partial(self._pieces.read, _IN_MEMORY), b""), inputs=self._inputs)

    def _keep(self, piece: str) -> None:
        self._pieces.write(piece.encode("utf-8", "replace"))

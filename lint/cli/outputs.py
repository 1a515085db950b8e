"""Where the results of `qingdan check` go while it runs: each output takes one report at a time."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, runtime_checkable

from lint.batch.work import Draw
from lint.cli.delivered import Delivered
from lint.record import failure_line, gather, policy_line, report_line, shape
from lint.run import Failure, Run, Seen

_IN_MEMORY = 1 << 20  # bytes

Writer = Callable[[str], None]


class Output(Protocol):
    """Takes the results in the order of the selection; `finish` is called once, at the end. OutputError may come from
    each."""

    def report(self, run: Seen, report: shape.Report) -> None: ...
    def failure(self, failure: Failure) -> None: ...
    def finish(self) -> None: ...


@runtime_checkable
class PolicyOutput(Output, Protocol):
    """An output that shows what is amiss with the configuration, too. It is told after the last report."""

    def policy(self, finding: shape.PolicyFinding) -> None: ...


@runtime_checkable
class DrawnOutput(Protocol):
    """An output that needs the whole report. `draw` makes of it what the output keeps, perhaps in another process: it
    is picklable and knows nothing of the output's state. `take` gets what it made."""

    draw: Draw

    def take(self, path: str, report: shape.Report, drawn: Any) -> None: ...
    def failure(self, failure: Failure) -> None: ...
    def finish(self) -> None: ...


class Text:
    """The terminal's text, report by report as it comes; what could not be read at the end."""

    def __init__(self, write: Writer, *, colour: bool = False) -> None:
        self._write, self._colour = write, colour
        from lint.render.terminal import Counts  # noqa: PLC0415

        self._counts = Counts()
        self._failures: list[shape.Failed] = []
        self._policy: list[shape.PolicyFinding] = []

    def report(self, run: Seen, report: shape.Report) -> None:
        from lint.render.terminal import report_text  # noqa: PLC0415

        self._counts.add(report)
        self._write(report_text(report, report["checklist"]["title"], colour=self._colour) + "\n")

    def failure(self, failure: Failure) -> None:
        self._failures.append({"path": failure.path, "message": failure.message})

    def policy(self, finding: shape.PolicyFinding) -> None:
        self._policy.append(finding)

    def finish(self) -> None:
        from lint.render.terminal import ending  # noqa: PLC0415

        self._write(ending(self._counts, self._failures, self._policy, colour=self._colour))


class Json:
    """One object, reports and errors sorted by path as in any record; it is written when all of them are there."""

    def __init__(self, write: Writer) -> None:
        self._write = write
        self._reports: list[shape.Report] = []
        self._failures: list[Failure] = []
        self._policy: list[shape.PolicyFinding] = []

    def report(self, run: Seen, report: shape.Report) -> None:
        self._reports.append(report)

    def failure(self, failure: Failure) -> None:
        self._failures.append(failure)

    def policy(self, finding: shape.PolicyFinding) -> None:
        self._policy.append(finding)

    def finish(self) -> None:
        from lint.render.json_text import json_text  # noqa: PLC0415

        self._write(json_text(gather(self._reports, self._failures, self._policy)))


class JsonLines:
    """One line a report or failure, written as it comes."""

    def __init__(self, write: Writer) -> None:
        self._write = write

    def report(self, run: Seen, report: shape.Report) -> None:
        from lint.render.json_text import json_line  # noqa: PLC0415

        self._write(json_line(report_line(report)))

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
        self._write = write
        self.draw: Draw = partial(_explained, element)

    def take(self, path: str, report: shape.Report, drawn: str) -> None:
        self._write(drawn)

    def failure(self, failure: Failure) -> None:
        from lint.render.terminal import failure_text  # noqa: PLC0415

        self._write(failure_text({"path": failure.path, "message": failure.message}))

    def finish(self) -> None:
        pass


def _explained(element: str, run: Run, report: shape.Report) -> str:
    from lint.render.explain import explain_text  # noqa: PLC0415

    return explain_text(run, element) or ""


class Collected:
    """The pieces of an output for a file that is written whole. They wait on the disk: there may be thousands."""

    def __init__(self, kind: str, output: Callable[[Writer], Output], path: str, inputs: tuple[str, ...]) -> None:
        from tempfile import SpooledTemporaryFile  # noqa: PLC0415  most runs do without

        self._pieces = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  closed by finish
        self._output, self._kind, self._path, self._inputs = output(self._keep), kind, path, inputs

    @property
    def delivered(self) -> Delivered:
        """The file that is written at the end."""
        return Delivered(self._kind, self._path)

    def report(self, run: Seen, report: shape.Report) -> None:
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

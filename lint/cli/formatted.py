"""Outputs in the formats that other programs read: on the screen, in a file, or where a CI runner wants them."""

import os
import sys
from collections.abc import Callable
from functools import partial

from lint.cli.outputs import Output, Writer
from lint.record import shape
from lint.render.formats import NAMES, Drawing, drawing
from lint.run import Failure, Seen

SUMMARY = "GITHUB_STEP_SUMMARY"
"""The environment variable in which GitHub Actions names the file of the job summary."""


class Formatted:
    """One format, written piece by piece as the reports come."""

    def __init__(self, kind: str, write: Writer) -> None:
        self._kind, self._write = kind, write
        self._begun: Drawing | None = None

    def report(self, run: Seen, report: shape.Report) -> None:
        self._put(self._drawing.report(run, report))

    def failure(self, failure: Failure) -> None:
        self._put(self._drawing.failure(failure))

    def policy(self, finding: shape.PolicyFinding) -> None:
        self._put(self._drawing.policy(finding))

    def finish(self) -> None:
        self._put(self._drawing.finish())

    @property
    def _drawing(self) -> Drawing:
        if self._begun is None:
            self._begun = drawing(self._kind)
            self._put(self._begun.begin())
        return self._begun

    def _put(self, piece: str) -> None:
        if piece:
            self._write(piece)


def formatted_kinds() -> dict[str, Callable[[Writer], Output]]:
    """What makes an output of each format, given where it writes."""
    return {kind: partial(Formatted, kind) for kind in NAMES}


def beside(kind: str) -> Output | None:
    """An output whose file is given as "-": annotations go to standard error, where GitHub reads them as well, so that
    data may go to standard output; the job summary goes where GitHub wants it. None for the other formats."""
    if kind == "github":
        return Formatted(kind, _complain)
    if kind == "github-summary" and os.environ.get(SUMMARY):
        return Formatted(kind, _append)
    return None


def _complain(text: str) -> None:
    sys.stderr.flush()
    sys.stderr.buffer.write(text.encode("utf-8", "replace"))
    sys.stderr.buffer.flush()


def _append(text: str) -> None:
    from lint.render.write import append_output  # noqa: PLC0415

    append_output(os.environ[SUMMARY], text)

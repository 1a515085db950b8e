"""What must hold for any bytes: before long, a file is refused in a sentence, or checked to a sound record and page."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import NoReturn

from lint.checks.results import ERROR
from lint.fitting import Library
from lint.record import report_record
from lint.render.page import page
from lint.run import Choices, Failure, check_bytes

CHOICES = Choices(date(2026, 3, 1))
LIMIT = 10.0
"""Seconds of processor time for one file of a few kilobytes, where a usual one takes 0.05."""


def check(data: bytes, name: str, library: Library) -> bool:
    """Whether the file was read; raises AssertionError where a promise does not hold."""
    with limited(LIMIT):
        run = check_bytes(data, name, library, CHOICES)
    if isinstance(run, Failure):
        assert run.cause is None, f"{run.message}: {run.cause!r}"
        assert run.message
        return False
    record = report_record(run)
    assert json.loads(json.dumps(record, ensure_ascii=False)) == record
    assert not [outcome for outcome in run.result.outcomes if outcome.status == ERROR]
    text = run.document.text
    for finding in record["findings"]:
        for place in (finding, *finding["places"]):
            assert 0 <= place["start"] <= place["end"] <= len(text)
            line, column = run.document.line_column(place["start"])
            assert (place["line"], place["column"]) == (line, column)
    assert page(run).rstrip().endswith("</html>")
    return True


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises TimeoutError inside the block when it has used so much processor time; Windows has no such timer."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def over(number: int, frame: object) -> NoReturn:
        raise TimeoutError(f"more than {seconds:.0f} s of processor time for one file")

    before = signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)

"""What must hold for any bytes at all: a file is refused in a sentence, or checked to a sound record and a page."""

import json
from datetime import date

from lint.checks.results import ERROR
from lint.fitting import Library
from lint.record import report_record
from lint.render.page import page
from lint.run import Choices, Failure, check_bytes

CHOICES = Choices(date(2026, 3, 1))


def check(data: bytes, name: str, library: Library) -> bool:
    """Whether the file was read; raises AssertionError where a promise does not hold."""
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

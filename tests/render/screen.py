"""What a run shows on the screen for a record, by the way that its reports take there."""

from lint.cli.outputs import Text
from lint.record import shape
from lint.run import Failure
from tests.render.build import build


def terminal(record: shape.Record, *, colour: bool = False) -> str:
    """The whole text."""
    pieces: list[str] = []
    text = Text(pieces.append, colour=colour)
    run = build()  # the text is drawn from the record alone
    for report in record["reports"]:
        text.report(run, report)
    for error in record["errors"]:
        text.failure(Failure(error["path"], error["message"]))
    for finding in record["policy_findings"]:
        text.policy(finding)
    text.finish()
    return "".join(pieces)

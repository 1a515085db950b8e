"""SARIF for code scanning (GitHub's profile): only what fails and counts.

GitHub takes every result for an alarm, whatever its kind and though it be suppressed, so that nothing else is written;
it wants a line for every result, so that a Word or PDF file is pointed at in line 1 and the message tells the place.
"""

from pathlib import Path
from typing import Any

from lint.record import shape
from lint.render.locations import has_lines
from lint.render.notices import ELSEWHERE, Notice, amiss, elsewhere, notices, others, said, unreadable
from lint.render.sarif_log import Log
from lint.render.sarif_places import location, message, whole_file
from lint.render.sarif_rules import LEVEL
from lint.run import Failure, Seen


class Sarif:
    """Draws the log; keeps the rules only."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._log = Log(root)

    def begin(self) -> str:
        return self._log.begin()

    def report(self, run: Seen, report: shape.Report) -> str:
        self._log.met(run, report)
        found = (self._result(run, report, notice) for notice in notices(run, report, self._root))
        return "".join(map(self._log.result, found))

    def failure(self, failure: Failure) -> str:
        self._log.failed(failure)
        return self._log.result(self._told(unreadable(failure, self._root), failure.path))

    def policy(self, finding: shape.PolicyFinding) -> str:
        return self._log.result(self._told(amiss(finding, self._root), finding["path"]))

    def finish(self) -> str:
        return self._log.finish()

    def _told(self, notice: Notice, path: str) -> dict[str, Any]:
        return {
            "ruleIndex": self._log.rules.own(notice.rule, notice.title),
            "level": LEVEL[notice.severity],
            "message": message(notice.text),
            "locations": [whole_file(path, self._root, notice.line or 1)],
            "partialFingerprints": {"primaryLocationLineHash": f"{notice.fingerprint}:1"},
        }

    def _result(self, run: Seen, report: shape.Report, notice: Notice) -> dict[str, Any]:
        place, finding = notice.place, notice.finding
        found: dict[str, Any] = {
            "ruleIndex": self._log.rules.index(run, notice.rule, notice.title),
            "level": LEVEL[notice.severity],
            "message": message(notice.text),
            "locations": [
                location(run, place, self._root, strict=False) if place else whole_file(run.path, self._root)
            ],
            "partialFingerprints": {"primaryLocationLineHash": f"{notice.fingerprint}:1"},
        }
        if finding is not None:
            found["partialFingerprints"]["qingdan/v1"] = finding["fingerprint"]
            if len(finding["places"]) > 1 and has_lines(run):
                found |= linked(run, report, finding, self._root, strict=False)
        return found


def linked(run: Seen, report: shape.Report, finding: shape.Finding, root: Path, *, strict: bool) -> dict[str, Any]:
    """The message of a habit with links to its other places, and these places."""
    related = [
        {**location(run, place, root, strict=strict), "id": number, "message": {"text": words}}
        for number, (words, place) in enumerate(others(run, finding)[:ELSEWHERE], 1)
    ]
    links = elsewhere(run, finding, lambda number, words: f"[{words}]({number})")
    text = message(said(run, report, finding))["text"] + links
    return {"message": {"text": text}, **({"relatedLocations": related} if related else {})}

"""A SARIF 2.1.0 log being written: the results come first and stream, what they taught about the run comes last."""

from pathlib import Path
from typing import Any

from lint.record import shape
from lint.record.build import TOOL
from lint.render.json_text import dump
from lint.render.notices import unchecked, unreadable
from lint.render.sarif_places import BASE, artifact, message
from lint.render.sarif_rules import RuleBook
from lint.run import Failure, Seen

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_TEXT = ("txt", "md", "html")


class Log:
    """The one run of a log. It keeps the rules, and a notification for each check that broke."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.rules = RuleBook()
        self._notifications: list[dict[str, Any]] = []
        self._results = 0
        self._has_text = False

    def begin(self) -> str:
        return f'{{"$schema":{dump(_SCHEMA)},"version":"2.1.0","runs":[{{"results":['

    def met(self, run: Seen, report: shape.Report) -> None:
        """A report is about to give results."""
        self.rules.learn(run)
        self._has_text |= run.document.format in _TEXT
        for element in report["elements"]:
            if element["status"] == "error":
                self._notify(run.path, f"[{element['id']}] {unchecked(element)}")

    def failed(self, failure: Failure) -> None:
        """A file could not be checked."""
        self._notify(failure.path, unreadable(failure, self.root).text)

    def result(self, value: dict[str, Any]) -> str:
        """One more result; `value` has "ruleIndex"."""
        lead = ",\n" if self._results else "\n"
        self._results += 1
        return lead + dump({"ruleId": self.rules.descriptors[value["ruleIndex"]]["id"], **value})

    def finish(self, more: dict[str, str] | None = None, driver: dict[str, Any] | None = None) -> str:
        """The rest of the log, with more about the run (as JSON already) and about the tool."""
        run: dict[str, Any] = {
            # The standard wants it where text was looked at, and only there.
            **({"columnKind": "unicodeCodePoints"} if self._has_text and self._results else {}),
            "language": "zh-CN",
            "originalUriBaseIds": {BASE: {"description": {"text": "仓库的根目录"}}},
            "invocations": [
                {
                    "executionSuccessful": not self._notifications,
                    "toolExecutionNotifications": self._notifications,
                }
            ],
            "tool": {
                "driver": {
                    "name": TOOL["name"],
                    "fullName": f"清单体检 {TOOL['name']} {TOOL['version']}",
                    "version": TOOL["version"],
                    "semanticVersion": TOOL["version"],
                    "language": "zh-CN",
                    **(driver or {}),
                    "rules": self.rules.descriptors,
                }
            },
        }
        said = {**(more or {}), **{key: dump(value) for key, value in run.items()}}
        members = "".join(f",\n{dump(key)}:{value}" for key, value in said.items())
        return f"\n]{members}\n}}]}}\n"

    def _notify(self, path: str, text: str) -> None:
        place = {"physicalLocation": {"artifactLocation": artifact(path, self.root)}}
        self._notifications.append({"level": "error", "message": message(text), "locations": [place]})

"""Exit codes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the record brings everything with it
    from lint.record import shape

CLEAN = 0  # checked, and nothing at or above --fail-on
FOUND = 1  # findings at or above it
WRONG = 2  # wrong use, a broken checklist, a check that failed, a file that could not be read, nothing checked
INTERRUPTED = 130  # Ctrl-C
CLOSED_PIPE = 141  # whoever read the output went away; as a shell tells of any program that this happens to

NEVER = "never"
FAIL_ON = ("error", "warning", NEVER)
_FAILING = {"error": ("error",), "warning": ("error", "warning"), NEVER: ()}


class Tally:
    """What a run has come to so far."""

    def __init__(self, fail_on: str, *, may_be_none: bool = False) -> None:
        """`may_be_none` says that a run may well have no report to check (only what has changed is looked at)."""
        self._failing = _FAILING[fail_on]
        self._may_be_none = may_be_none
        self.checked = 0
        self.found = False
        self.broken = False

    def report(self, report: "shape.Report") -> None:
        """Counts one report."""
        self.checked += report["recognised"]
        self.broken |= any(element["status"] == "error" for element in report["elements"])
        self.found |= any(f["severity"] in self._failing and not f["waived"] for f in report["findings"])

    def policy(self, finding: "shape.PolicyFinding") -> None:
        """Counts what is amiss with the configuration."""
        self.found |= finding["severity"] in self._failing

    def failure(self) -> None:
        """Counts a file that could not be read or checked, or an output that could not be written."""
        self.broken = True

    @property
    def code(self) -> int:
        """The exit code. A run that checked nothing must not look like one that found nothing."""
        if self.broken or not (self.checked or self._may_be_none):
            return WRONG
        return FOUND if self.found else CLEAN

"""How the tests of the engine judge a text with the flagship checklist."""

from functools import cache

from lint.checklist.checklist import Checklist
from lint.checklist.lexicon import lexicon
from lint.checklist.load import load
from lint.checks.results import CheckResult
from lint.document.lexicon import Lexicon
from lint.document.understand import understand
from lint.engine import run_checks
from tests.element_cases import TODAY, document


@cache
def flagship() -> tuple[Checklist, Lexicon]:
    """The flagship checklist and its words."""
    checklist = load("township")
    return checklist, lexicon(checklist)


def judged(text: str, year: int | None = None) -> CheckResult:
    """Everything the flagship says of a text."""
    checklist, words = flagship()
    return run_checks(understand(document(text), words, year), checklist, TODAY, year)


def statuses(text: str) -> dict[str, str]:
    """The status of every element of the flagship."""
    return {o.element: o.status for o in judged(text).outcomes}

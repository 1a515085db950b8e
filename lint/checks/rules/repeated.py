"""Words, clauses and sentences that stand there twice."""

from lint.checklist.model import RepeatedRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.repeated_clauses import clauses
from lint.checks.rules.repeated_words import words


def check(context: Context, rule: RepeatedRule) -> list[Finding]:
    """All repetitions; the second place is marked."""
    return [*words(context.report, rule), *clauses(context.report, rule)]

"""Stub."""

from lint.checklist.model import DeadlineRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: DeadlineRule) -> list[Finding]:
    """Stub."""
    return []

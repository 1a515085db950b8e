"""Stub."""

from lint.checklist.model import YearRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: YearRule) -> list[Finding]:
    """Stub."""
    return []

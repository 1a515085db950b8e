"""Stub."""

from lint.checklist.model import NumberingRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: NumberingRule) -> list[Finding]:
    """Stub."""
    return []

"""Stub."""

from lint.checklist.model import RepeatedRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: RepeatedRule) -> list[Finding]:
    """Stub."""
    return []

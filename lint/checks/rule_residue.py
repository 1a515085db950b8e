"""Stub."""

from lint.checklist.model import ResidueRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: ResidueRule) -> list[Finding]:
    """Stub."""
    return []

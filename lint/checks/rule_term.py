"""Stub."""

from lint.checklist.model import TermRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: TermRule) -> list[Finding]:
    """Stub."""
    return []

"""Stub."""

from lint.checklist.model import WordingRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: WordingRule) -> list[Finding]:
    """Stub."""
    return []

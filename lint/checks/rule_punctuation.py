"""Stub."""

from lint.checklist.model import PunctuationRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: PunctuationRule) -> list[Finding]:
    """Stub."""
    return []

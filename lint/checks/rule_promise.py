"""Stub."""

from lint.checklist.model import PromiseRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: PromiseRule) -> list[Finding]:
    """Stub."""
    return []

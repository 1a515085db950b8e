"""Stub."""

from lint.checklist.model import AnachronismRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: AnachronismRule) -> list[Finding]:
    """Stub."""
    return []

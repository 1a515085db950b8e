"""Stub."""

from lint.checklist.model import IssuerRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: IssuerRule) -> list[Finding]:
    """Stub."""
    return []

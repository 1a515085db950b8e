"""Stub."""

from lint.checklist.model import PrivacyRule
from lint.checks.context import Context
from lint.checks.results import Finding


def check(context: Context, rule: PrivacyRule) -> list[Finding]:
    """Stub."""
    return []

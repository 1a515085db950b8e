"""Punctuation: width, pairs, doubled and misused marks (GB/T 15834)."""

from lint.checklist.model import PunctuationRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.punctuation_ends import unfinished
from lint.checks.rules.punctuation_misuse import misuse
from lint.checks.rules.punctuation_pairs import pairs
from lint.checks.rules.punctuation_width import widths
from lint.checks.rules.regions import stretches


def check(context: Context, rule: PunctuationRule) -> list[Finding]:
    """All that is wrong with the punctuation of a report."""
    report = context.report
    spans = stretches(report)
    return [
        *widths(report, rule),
        *pairs(report, rule, spans),
        *misuse(report, rule, spans),
        *unfinished(report, rule, spans),
    ]

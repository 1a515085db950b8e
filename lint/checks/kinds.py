"""The explicit list of kinds: which function judges which kind of element or rule."""

from collections.abc import Callable, Mapping
from typing import Any

from lint.checklist import model
from lint.checks import (
    rule_anachronism,
    rule_deadline,
    rule_issuer,
    rule_numbering,
    rule_privacy,
    rule_promise,
    rule_punctuation,
    rule_repeated,
    rule_residue,
    rule_sums,
    rule_term,
    rule_wording,
    rule_year,
)
from lint.checks.context import Context
from lint.checks.results import Finding

RULES: Mapping[type, Callable[[Context, Any], list[Finding]]] = {
    model.NumberingRule: rule_numbering.check,
    model.PromiseRule: rule_promise.check,
    model.SumsRule: rule_sums.check,
    model.YearRule: rule_year.check,
    model.IssuerRule: rule_issuer.check,
    model.TermRule: rule_term.check,
    model.AnachronismRule: rule_anachronism.check,
    model.ResidueRule: rule_residue.check,
    model.RepeatedRule: rule_repeated.check,
    model.PunctuationRule: rule_punctuation.check,
    model.PrivacyRule: rule_privacy.check,
    model.DeadlineRule: rule_deadline.check,
    model.WordingRule: rule_wording.check,
}

"""The explicit list of kinds: which function judges which kind of element or rule."""

from collections.abc import Callable, Mapping
from typing import Any

from lint.checklist import model
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules import (
    anachronism,
    deadline,
    issuer,
    layout,
    numbering,
    privacy,
    promise,
    punctuation,
    repeated,
    residue,
    sums,
    term,
    wording,
    year,
)

RULES: Mapping[type, Callable[[Context, Any], list[Finding]]] = {
    model.NumberingRule: numbering.check,
    model.PromiseRule: promise.check,
    model.SumsRule: sums.check,
    model.YearRule: year.check,
    model.IssuerRule: issuer.check,
    model.TermRule: term.check,
    model.AnachronismRule: anachronism.check,
    model.ResidueRule: residue.check,
    model.RepeatedRule: repeated.check,
    model.PunctuationRule: punctuation.check,
    model.PrivacyRule: privacy.check,
    model.DeadlineRule: deadline.check,
    model.WordingRule: wording.check,
    model.LayoutRule: layout.check,
}

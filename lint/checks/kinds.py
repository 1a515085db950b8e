"""The explicit list of kinds: which function judges which kind of rule. Kinds of other packages are asked for last."""

from collections.abc import Callable, Mapping
from typing import Any

from lint.checklist import model
from lint.checklist.plugins import PluginError
from lint.checks.context import Context
from lint.checks.plugged import kind_of, run_plugged
from lint.checks.results import Finding
from lint.checks.rules import (
    anachronism,
    deadline,
    issuer,
    numbering,
    privacy,
    promise,
    punctuation,
    repeated,
    residue,
    slips,
    sums,
    term,
    wording,
    year,
)


def _layout(context: Context, rule: model.LayoutRule) -> list[Finding]:
    from lint.checks.rules.layout import check  # noqa: PLC0415  most runs look at no layout

    return check(context, rule)


def _table(context: Context, rule: model.TableRule) -> list[Finding]:
    from lint.checks.rules.table import check  # noqa: PLC0415  most reports have no tables

    return check(context, rule)


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
    model.SlipsRule: slips.check,
    model.PunctuationRule: punctuation.check,
    model.PrivacyRule: privacy.check,
    model.DeadlineRule: deadline.check,
    model.WordingRule: wording.check,
    model.LayoutRule: _layout,
    model.TableRule: _table,
}


def findings(context: Context, rule: Any) -> list[Finding]:
    """What a rule finds, whatever its kind. Raises PluginError when a plug-in fails."""
    check = RULES.get(type(rule))
    if check is not None:
        return check(context, rule)
    found = run_plugged(context, rule)
    if not isinstance(found, list) or not all(isinstance(one, Finding) for one in found):
        raise PluginError(f"检查种类“{kind_of(rule)}”的插件没有给出 Finding 的列表；请告诉插件的作者")
    return found

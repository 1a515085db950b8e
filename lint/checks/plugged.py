"""Runs the checks of other packages: whatever they raise becomes a sentence."""

from typing import Any

from lint.checklist.plugins import PluginError, plugged
from lint.checks.context import Context
from lint.patterns import BudgetExceeded, PatternError


def kind_of(spec: Any) -> str:
    """The kind of an element or rule, as a checklist writes it."""
    return str(spec.__struct_config__.tag)


def run_plugged(context: Context, spec: Any) -> Any:
    """What the installed check of the spec's kind gives. Raises PluginError; BudgetExceeded and PatternError pass."""
    kind = kind_of(spec)
    check = plugged(kind)
    if check is None:
        raise PluginError(f"没有装提供检查种类“{kind}”的插件")
    try:
        return check.run(context, spec)
    except (BudgetExceeded, PatternError):
        raise
    except Exception as error:  # a stranger's code must not lose the report
        said = f"检查种类“{kind}”的插件出错（{type(error).__name__}：{error}），这一项没有查；请告诉插件的作者"
        raise PluginError(said) from error

"""Severities and ignored rules of a configuration, laid over a record."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from lint.policy.config_model import Wanted
from lint.record import shape

_WORD: dict[Wanted, str] = {"error": "错误", "warning": "警告", "hint": "提示"}
_THIN: dict[Wanted, shape.Severity] = {"error": "warning", "warning": "hint", "hint": "hint"}


def overridden(report: shape.Report, wanted: Mapping[str, Wanted]) -> shape.Report:
    """The record with the wanted severities, without the findings that are ignored; its remarks say so once.

    A name means its parts as well (`names` means `names.ducha`); the longest name counts. An element that is thin is
    one lower than its severity, as in the checklist.
    """
    if not wanted:
        return report
    elements: list[shape.Element] = []
    for element in report["elements"]:
        severity = _severity(wanted_for(element["id"], wanted))
        elements.append({**element, "severity": severity} if severity else element)
    status = {element["id"]: element["status"] for element in report["elements"]}
    kept: list[shape.Finding] = []
    ignored: list[str] = []
    changed: dict[str, str] = {}
    for finding in report["findings"]:
        said = wanted_for(finding["rule"], wanted)
        if said == "off":
            ignored.append(finding["rule"])
            continue
        severity, lower = _severity(said), ""
        if severity and status.get(finding["element"] or "") == "thin":
            lower = "" if _THIN[severity] == severity else f"（写得不充分，比所配置的“{_WORD[severity]}”低一级）"
            severity = _THIN[severity]
        if severity and severity != finding["severity"]:
            changed.setdefault(finding["rule"], _WORD[severity] + lower)
            finding = {**finding, "severity": severity}  # noqa: PLW2901
        kept.append(finding)
    return {**report, "elements": elements, "findings": kept, "remarks": [*report["remarks"], *_said(ignored, changed)]}


def wanted_for(rule: str, wanted: Mapping[str, Wanted]) -> Wanted | None:
    """What is wanted of a rule: what is said of it, or of the rule that it is a part of."""
    while rule and rule not in wanted:
        rule = rule.rpartition(".")[0]
    return wanted.get(rule)


def unknown_names(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Those of the names that are neither known nor parts of something known."""
    ids: dict[str, Wanted] = dict.fromkeys(known, "hint")
    return [name for name in names if wanted_for(name, ids) is None]


def overlay(wanted: Callable[[str], Mapping[str, Wanted]]) -> Callable[[object, shape.Report], shape.Report]:
    """What lays over a record the severities that are wanted for its path."""
    return partial(_override, wanted)


def _override(wanted: Callable[[str], Mapping[str, Wanted]], _run: object, report: shape.Report) -> shape.Report:
    return overridden(report, wanted(report["path"]))


def _severity(wanted: Wanted | None) -> shape.Severity | None:
    return wanted if wanted in ("error", "warning", "hint") else None


def _said(ignored: list[str], changed: dict[str, str]) -> list[str]:
    said = []
    if ignored:
        said.append(f"另有 {len(ignored)} 条按配置不提示（{'、'.join(dict.fromkeys(ignored))}）。")
    if changed:
        said.append(f"按配置调整了级别：{'、'.join(f'{rule} 为{word}' for rule, word in changed.items())}。")
    return said

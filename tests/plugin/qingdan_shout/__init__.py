"""A plug-in for qingdan: exclamation marks, and a line that must stand in the report."""

from typing import Annotated

from lint.plugin import ABSENT, MET, Check, Context, ElementSpec, Finding, Outcome, Phrases, RuleSpec, says


class ShoutRule(RuleSpec, tag_field="kind", tag="shout", frozen=True, kw_only=True):
    """公文一般不用感叹号。"""

    most: Annotated[int, says("全文至多几个感叹号", 2)] = 0
    unless: Annotated[Phrases, says("同句出现即不算", ["(口号|标语)"])] = ()


class NameplateElement(ElementSpec, tag_field="kind", tag="nameplate", frozen=True, kw_only=True):
    """报告里须有的一行。"""

    line: Annotated[Phrases, says("这一行里的话", ["联系人：…电话"])]


def _shouts(context: Context, rule: ShoutRule) -> list[Finding]:
    text = context.report.document.text
    excused = context.hits(rule.unless)
    places = [(at, at + 1) for at, sign in enumerate(text) if sign == "！"]
    if len(places) <= rule.most or excused:
        return []
    message = f"公文一般不用感叹号，这里用了{len(places)}个，请改用句号。"
    return [Finding(rule.id, rule.severity, message, tuple(places), suggestion="。")]


def _nameplate(context: Context, element: NameplateElement) -> Outcome:
    found = context.first(element.line, 0, len(context.report.text))
    if found is None:
        return Outcome(element.id, ABSENT)
    return Outcome(element.id, MET, evidence=(context.report.source(*found),))


shout = Check(ShoutRule, _shouts)
nameplate = Check(NameplateElement, _nameplate)

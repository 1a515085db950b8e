"""What a package needs that adds a kind of rule or element: the one import of its module.

A rule that finds shouted words, in `shout.py` of a package:

    class ShoutRule(RuleSpec, tag_field="kind", tag="shout", frozen=True, kw_only=True):
        \"\"\"不宜用感叹号。\"\"\"

        most: Annotated[int, says("全文至多几个感叹号", 0)] = 0

    def check(context: Context, rule: ShoutRule) -> list[Finding]:
        text = context.report.document.text
        places = [(at, at + 1) for at, sign in enumerate(text) if sign == "！"]
        if len(places) <= rule.most:
            return []
        return [Finding(rule.id, rule.severity, "公文一般不用感叹号，请改用句号。", tuple(places), suggestion="。")]

    shout = Check(ShoutRule, check)

and in its pyproject.toml, under the name of the kind:

    [project.entry-points."qingdan.checks"]
    shout = "shout:shout"

From then on `kind = "shout"` may stand in a checklist, `qingdan checklist validate` knows its keys, and
`qingdan checklist schema` prints a JSON Schema that has them. `lint.testing` tries such a rule on a text.

A check is given values and gives values: it reads no file and no clock, and it changes nothing. Places are offsets
(code points, ends exclusive) into `context.report.document.text`; `context.report.source(start, end)` makes them from
offsets of the folded text that patterns see (`context.report.text`).
"""

from lint.checklist.fields import BasisId, Date, IssuerKind, Phrase, Phrases, Regex, RoleName, Table, says
from lint.checklist.plugins import GROUP, Check, ElementSpec, RuleSpec
from lint.checks.context import Context
from lint.checks.results import ABSENT, MET, NA, REVIEW, THIN, Finding, Outcome

__all__ = [
    "ABSENT",
    "GROUP",
    "MET",
    "NA",
    "REVIEW",
    "THIN",
    "BasisId",
    "Check",
    "Context",
    "Date",
    "ElementSpec",
    "Finding",
    "IssuerKind",
    "Outcome",
    "Phrase",
    "Phrases",
    "Regex",
    "RoleName",
    "RuleSpec",
    "Table",
    "says",
]

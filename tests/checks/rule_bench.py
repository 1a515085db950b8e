"""A bench for text rules: a report as text, a checklist as data, what a rule finds as the words it found."""

from datetime import date
from typing import Any

import msgspec
import tomli

from lint import resources
from lint.checklist.checklist import Checklist
from lint.checklist.lexicon import lexicon
from lint.checklist.model import ChecklistFile
from lint.checks.context import Context
from lint.checks.kinds import RULES
from lint.checks.results import Finding
from lint.document.document import Document, plain_lines
from lint.document.understand import understand

ROLES = {
    "measures": {"title": "做法", "heading": ["举措", "做法", "成效"], "fallback": True},
    "shortcomings": {"title": "不足", "heading": ["不足", "问题"], "standing": "lacking"},
    "plan": {"title": "安排", "heading": ["安排", "打算", "下一步"], "standing": "planned", "keep": True},
}


def checklist(*rules: dict[str, Any], subject: str = "水利建设") -> Checklist:
    """A checklist of nothing but rules."""
    data = {
        "checklist": {"id": "t", "title": "t", "version": "1", "subject": subject},
        "roles": ROLES,
        "rule": [{"id": "r", "title": "规则", "severity": "error", **rule} for rule in rules],
    }
    return Checklist(msgspec.convert(data, ChecklistFile))


def shipped(*names: str) -> Checklist:
    """The rules of shipped files laid over each other by id, without their elements."""
    rows: dict[str, dict[str, Any]] = {}
    vocabulary: dict[str, Any] = {}
    for name in names:
        data = tomli.loads((resources.folder("checklists") / f"{name}.toml").read_text(encoding="utf-8"))
        vocabulary.update(data.get("vocabulary", {}))
        for row in data.get("rule", ()):
            rows[row["id"]] = {**rows.get(row["id"], {}), **row}
    whole = {
        "checklist": {"id": "t", "title": "t", "version": "1", "subject": "法治政府建设"},
        "vocabulary": vocabulary,
        "roles": ROLES,
        "rule": [row for row in rows.values() if "title" in row],
    }
    return Checklist(msgspec.convert(whole, ChecklistFile))


def context(text: str, using: Checklist, year: int | None = None, **metadata: str) -> Context:
    """What the checks of a text are given."""
    document = Document("甲.txt", "txt", text, plain_lines(text), metadata=metadata)
    report = understand(document, lexicon(using), year)
    return Context(report, using, report.prepared, date(2026, 6, 1), year or report.front.report_year)


def find(text: str, using: Checklist, year: int | None = None, only: str = "", **metadata: str) -> list[Finding]:
    """What the rules of a checklist find in a text; `only` names one of them."""
    given = context(text, using, year, **metadata)
    found: list[Finding] = []
    for rule in using.file.rule:
        if not only or rule.id == only:
            found.extend(RULES[type(rule)](given, rule))
    return found


def words(text: str, found: list[Finding]) -> list[str]:
    """The words at all places of the findings, in order of findings and places."""
    return [text[start:end] for finding in found for start, end in finding.places]


def report(body: str, *, year: int = 2024, issuer: str = "杨树镇", name: str = "", signed: str = "") -> str:
    """A whole report around a body."""
    title = f"{name or issuer + '人民政府'}关于{year}年水利建设情况的报告"
    opening = f"{year}年，{issuer}认真落实各项要求。现将有关情况报告如下："
    return "\n".join(line for line in (title, "县委、县政府：", opening, body.strip("\n"), signed) if line) + "\n"

"""Helpers for tests of checks: the project's own tests use them, and so may those of a plug-in.

    from lint.testing import checklist, find, report, words

    def test_shouting() -> None:
        text = report("一、做法\\n渠道通了！")
        found = find(text, checklist({"kind": "shout"}))
        assert words(text, found) == ["！"]

Everything is made of text and data in memory; nothing is read but a checklist that is named.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lint.checklist.checklist import Checklist
from lint.checklist.examples import ExampleResult, run_examples
from lint.checklist.lexicon import lexicon
from lint.checklist.load import load
from lint.checklist.plugins import converted
from lint.checks import kinds
from lint.checks.context import Context
from lint.checks.results import CheckResult, Finding, Outcome
from lint.document.document import Document, plain_lines
from lint.document.understand import understand
from lint.engine import run_checks
from lint.patterns import TextIndex
from lint.trial import Trial

TODAY = date(2026, 6, 1)
ROLES: Mapping[str, Mapping[str, Any]] = {
    "measures": {"title": "做法", "heading": ["举措", "做法", "成效"], "fallback": True},
    "shortcomings": {"title": "不足", "heading": ["不足", "问题"], "standing": "lacking"},
    "plan": {"title": "安排", "heading": ["安排", "打算", "下一步"], "standing": "planned", "keep": True},
}
_ELEMENT = {
    "title": "要素",
    "group": "要素",
    "severity": "error",
    "met": "写明了。",
    "thin": "只点到。",
    "absent": "没有写。",
    "remedy": {"text": "请写明。"},
}


def document(text: str, name: str = "甲.txt", **metadata: str) -> Document:
    """A text as the reader of text files gives it."""
    return Document(name, "txt", text, plain_lines(text), metadata=metadata)


def report(body: str, *, year: int = 2024, issuer: str = "杨树镇", name: str = "", signed: str = "") -> str:
    """The text of a whole report around a body. `name` stands instead of the issuer in the title; `signed` are the
    last lines."""
    title = f"{name or issuer + '人民政府'}关于{year}年水利建设情况的报告"
    opening = f"{year}年，{issuer}认真落实各项要求。现将有关情况报告如下："
    return "\n".join(line for line in (title, "县委、县政府：", opening, body.strip("\n"), signed) if line) + "\n"


def checklist(
    *rules: Mapping[str, Any],
    elements: Iterable[Mapping[str, Any]] = (),
    subject: str = "水利建设",
    roles: Mapping[str, Any] = ROLES,
    **tables: Any,
) -> Checklist:
    """A checklist of these rules and elements, written as the data of a TOML file; what each must have besides its
    kind is filled in. `tables` are further ones: vocabulary, cues, chain, basis.

    Raises msgspec.ValidationError for keys that the kind does not have.
    """
    data = {
        "checklist": {"id": "t", "title": "t", "version": "1", "subject": subject},
        "roles": dict(roles),
        "rule": [{"id": "r", "title": "规则", "severity": "error", **rule} for rule in rules],
        "element": [{**_ELEMENT, "id": f"E{at}", **element} for at, element in enumerate(elements, 1)],
        **tables,
    }
    return Checklist(converted(data))


def context(text: str, using: Checklist, year: int | None = None, **metadata: str) -> Context:
    """What the checks of a text are given. `year` is the report year; else it is what the text tells."""
    understood = understand(document(text, **metadata), lexicon(using), year)
    index = understood.prepared if isinstance(understood.prepared, TextIndex) else TextIndex(understood.text)
    return Context(understood, using, index, TODAY, year or understood.front.report_year)


def find(text: str, using: Checklist, year: int | None = None, only: str = "", **metadata: str) -> list[Finding]:
    """What the rules of a checklist find in a text; `only` names one of them by its id."""
    given = context(text, using, year, **metadata)
    return [one for rule in using.file.rule if not only or rule.id == only for one in kinds.findings(given, rule)]


def words(text: str, found: Iterable[Finding]) -> list[str]:
    """The words at all places of the findings, in order of findings and places."""
    return [text[start:end] for finding in found for start, end in finding.places]


def judge(text: str, using: Checklist, year: int | None = None, today: date = TODAY) -> CheckResult:
    """Everything that a checklist says of a text, as a run has it: a check that fails is one `error` outcome."""
    return run_checks(understand(document(text), lexicon(using), year), using, today, year)


def outcome(text: str, using: Checklist, element: str = "E1", year: int | None = None) -> Outcome:
    """The outcome of one element."""
    return {one.element: one for one in judge(text, using, year).outcomes}[element]


def wrong_examples(source: str | Path) -> list[ExampleResult]:
    """The examples inside a checklist (a shipped name or a path) that do not come out as it says; known gaps aside.

    Raises ChecklistError when the checklist cannot be used.
    """
    loaded = load(source)
    return [result for result in run_examples(loaded, Trial(loaded).judge) if result.failed]

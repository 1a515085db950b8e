"""Tries the examples that a checklist carries: from an example a small report is built and judged as any other.

A text of several lines is a report of its own. A bare sentence is put where its role stands: under a heading that names
the role, before the first heading for an opening, in its own place for a part of the document's form.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import msgspec

from lint.checklist.checklist import Checklist
from lint.checklist.examples import Actual, Owner
from lint.checklist.lexicon import OPENING, lexicon
from lint.checklist.model import ChainElement, Example, FrontElement, Role, SectionElement, TermRule
from lint.checks import kinds
from lint.checks.context import Context
from lint.checks.elements import chain
from lint.checks.elements.judge import judge_element
from lint.checks.results import ERROR, Outcome
from lint.document.document import Document, plain_lines
from lint.document.fold import fold_text
from lint.document.lexicon import Lexicon
from lint.document.tables import pipe_tables
from lint.document.understand import understand
from lint.patterns import BudgetExceeded, PatternBook, TextIndex
from lint.patterns.parse import Choice, Literal, Number, Sequence

YEAR = 2024
_TODAY = date(YEAR + 1, 2, 20)
_ISSUERS = {
    "乡": "青禾乡人民政府", "镇": "青禾镇人民政府", "街道": "青禾街道办事处", "县": "青禾县人民政府",
    "市": "青禾市人民政府", "区": "青禾区人民政府", "部门": "青禾县统计局",
}  # fmt: skip
_LAST_PARTS = ("signature", "date")


@dataclass(frozen=True)
class Staged:
    """The text of a report that tries an example, which stands at start..end in it."""

    text: str
    start: int
    end: int
    year: int


@dataclass(frozen=True)
class Trial:
    """Judges the examples of one checklist; `judge` is what `run_examples` wants. Raises PatternError."""

    checklist: Checklist

    @cached_property
    def lexicon(self) -> Lexicon:
        return lexicon(self.checklist)

    def judge(self, checklist: Checklist, owner: Owner, example: Example) -> Actual:
        """An element's outcome, or the quotes that a rule finds within the example's text."""
        staged = self.stage(owner, example)
        return self.verdict(self.context(staged), owner, staged)

    def stage(self, owner: Owner, example: Example) -> Staged:
        """The report that tries an example."""
        year = example.year or YEAR
        text, start = self.report_text(owner, example, year)
        return Staged(text, start, start + len(example.text), year)

    def context(self, staged: Staged) -> Context:
        """The report, understood with the words of the checklist."""
        tables = pipe_tables(staged.text) or None
        document = Document("例", "txt", staged.text, plain_lines(staged.text), tables=tables)
        report = understand(document, self.lexicon, staged.year)
        index = report.prepared if isinstance(report.prepared, TextIndex) else TextIndex(report.text)
        return Context(report, self.checklist, index, _TODAY, staged.year)

    def verdict(self, context: Context, owner: Owner, staged: Staged) -> Actual:
        """The outcome, or the quotes, that the owner gives there; the owner need not be the checklist's own."""
        try:
            if owner.is_rule:
                return _quotes(context, _only(owner, owner.spec), staged.start, staged.end)
            return self._outcome(context, owner.spec).status
        except BudgetExceeded as error:
            return (f"（模式“{error.pattern[:60]}”匹配超时）",) if owner.is_rule else ERROR

    def _outcome(self, context: Context, element: Any) -> Outcome:
        linked = isinstance(element, ChainElement | SectionElement)
        shortcomings = chain.read_chain(context) if linked else ()
        judged: dict[str, Outcome] = {}
        for other in self.checklist.file.element:
            if other.id in getattr(element, "backed_by", ()) and other.id != element.id:
                judged[other.id] = judge_element(context, other, shortcomings, judged)
        return judge_element(context, element, shortcomings, judged)

    def report_text(self, owner: Owner, example: Example, year: int) -> tuple[str, int]:
        """The text of the report that tries an example, and where in it the example begins."""
        if "\n" in example.text.strip():
            return example.text, 0
        identity = self.checklist.identity
        issuer = _ISSUERS[example.kind or next(iter(identity.kinds), "镇")]
        title = f"{issuer}关于{year}年{identity.subject}情况的报告\n"
        part = owner.spec.part if isinstance(owner.spec, FrontElement) else ""
        heading = self.heading(example.role or self._fallback)
        body = f"一、{heading}\n" if heading else ""
        if part == "title":
            return f"{example.text}\n{body}", 0
        if part in _LAST_PARTS:
            before = f"{title}{body}各项工作按计划完成。\n"
        elif part or example.role == OPENING:
            return f"{title}{example.text}\n{body}", len(title)
        else:
            before = title + body
        return before + example.text, len(before)

    @property
    def _fallback(self) -> str:
        return next((name for name, role in self.checklist.file.roles.items() if role.fallback), "")

    def heading(self, role: str) -> str:
        """A heading that names the role, and if possible no other; "" for a role that no heading leads to."""
        words = self.lexicon.role(role)
        if words is None:
            return ""
        fitting = [
            text for text in _headings(self.checklist.file.roles[role], self.checklist.book) if words.heading(text)
        ]
        alone = (text for text in fitting if sum(other.heading(text) for other in self.lexicon.roles) == 1)
        plain = self.checklist.file.roles[role].title if words.fallback else ""
        return next(alone, next(iter(fitting), plain))


def _only(owner: Owner, rule: Any) -> Any:
    """The rule with nothing but the term whose example it is."""
    if owner.term is not None and isinstance(rule, TermRule):
        return msgspec.structs.replace(rule, term=(owner.term,))
    return rule


def _quotes(context: Context, rule: Any, start: int, end: int) -> tuple[str, ...]:
    text = context.report.document.text
    places = sorted(place for finding in kinds.findings(context, rule) for place in finding.places)
    return tuple(text[first:last] for first, last in places if first < end and last > start)


def _headings(role: Role, book: PatternBook) -> Iterator[str]:
    """Texts that may name the role: its title, and a plain reading of each of its patterns."""
    yield fold_text(role.title)[0]
    for pattern in book.phrases(role.heading):
        if pattern.tree is not None:
            yield from (_plain(pattern.tree, branch) for branch in range(3))


def _plain(tree: Sequence, branch: int) -> str:
    """A text that the pattern matches: of each choice one branch, nothing for a gap."""
    pieces = []
    for part in tree.parts:
        if isinstance(part, Literal):
            pieces.append(part.text)
        elif isinstance(part, Number):
            pieces.append("3")
        elif isinstance(part, Sequence):
            pieces.append(_plain(part, branch))
        elif isinstance(part, Choice) and not part.optional:
            pieces.append(_plain(part.branches[min(branch, len(part.branches) - 1)], branch))
    return "".join(pieces)

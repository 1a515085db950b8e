"""The year that a part of the report states for itself."""

import re

from lint.checklist.model import YearElement
from lint.checks.context import Context
from lint.checks.elements.evidence import passage, section_titles
from lint.checks.results import ABSENT, MET, THIN, Outcome
from lint.document.report import Clause, Section
from lint.document.report_year import to_year

_YEAR = re.compile(r"(?<![0-9-])(20[0-9]{2}|二[〇零][〇零一二三四五六七八九]{2})年?(?!年?-[0-9]|[0-9])")
_TITLE = re.compile(r"《[^》\n]{0,100}》")


def judge(context: Context, element: YearElement) -> Outcome:
    """Met where a heading or sentence of the role names the report year plus the offset; thin where it only says "next
    year", or names another year; absent where there is neither."""
    report, text = context.report, context.report.text
    headings = [s for s in report.sections if element.role in s.roles and s.own_role]
    clauses = [c for c in report.clauses if element.role in c.roles]
    wanted = context.year + element.offset if context.year is not None else None
    searched = section_titles(report, (element.role,))
    other = None
    stretches: list[Section | Clause] = [*headings, *clauses]
    for stretch in stretches:
        for found in _YEAR.finditer(_blank_titles(text[stretch.start : stretch.end])):
            at = stretch.start + found.start()
            if wanted is not None and to_year(found[1]) == wanted:
                return Outcome(element.id, MET, evidence=(_shown(context, stretch, at),), searched=searched)
            if isinstance(stretch, Section) and other is None:
                other = _shown(context, stretch, at)
    if other is not None:
        return Outcome(
            element.id,
            THIN,
            evidence=(other,),
            searched=searched,
            message=f"这里写的不是{wanted}年，请核对年度" if wanted else "看不出报告年度，请核对安排写的年度",
        )
    for stretch in stretches:
        for pattern in context.phrases(element.relative):
            if found_span := pattern.search(context.index, stretch.start, stretch.end):
                return Outcome(element.id, THIN, evidence=(_shown(context, stretch, found_span[0]),), searched=searched)
    anchor = report.source(headings[0].start, headings[0].end) if headings else None
    return Outcome(element.id, ABSENT, searched=searched, anchor=anchor)


def _blank_titles(words: str) -> str:
    return _TITLE.sub(lambda m: "　" * len(m[0]), words)


def _shown(context: Context, stretch: Section | Clause, at: int) -> tuple[int, int]:
    if isinstance(stretch, Section):
        return context.report.source(stretch.start, stretch.end)
    return passage(context.report, at, at + 1)

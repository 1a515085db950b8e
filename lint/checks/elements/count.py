"""Elements that are counted: measures of the plan, figures that back the claims."""

from lint.checklist.model import CountElement
from lint.checks.context import Context
from lint.checks.elements.evidence import passage, section_titles, standing_at
from lint.checks.elements.parts import parts_of
from lint.checks.results import ABSENT, MET, THIN, Outcome, SourceSpan
from lint.document import report as r


def judge(context: Context, element: CountElement) -> Outcome:
    """Met from `at_least` up, thin from `thin_from` up."""
    places = measures(context, element.role or "", element.empty) if element.what == "measures" else figures(context)
    status = MET if len(places) >= element.at_least else THIN if len(places) >= element.thin_from else ABSENT
    searched = section_titles(context.report, (element.role,) if element.role else ())
    return Outcome(element.id, status, evidence=tuple(places[:3]), searched=searched)


def measures(context: Context, role: str, slogans: tuple[str, ...] = ()) -> list[SourceSpan]:
    """The separate measures of a plan: its members; without numbers, its clauses that begin with an act are told apart
    by sentences and ；."""
    report = context.report
    places: list[SourceSpan] = []
    for part in parts_of(report, role):
        if (
            not part.numbered
            and slogans
            and context.first(slogans, part.start, part.end)
            and not report.has_figure(part.start, part.end)
        ):
            continue
        stop = min(part.end, part.start + 40)
        words = report.text[part.start : part.end]
        cut = min((i for i in (words.find(m) for m in "。；\n") if i > 0), default=stop - part.start)
        places.append(
            report.source(part.start, part.start + min(cut + 1, max(stop - part.start, 1)) if cut < 60 else stop)
        )
    return places


def figures(context: Context) -> list[SourceSpan]:
    """The figures of what was done in the report year, with their clauses; one clause counts each of its figures."""
    report = context.report
    places = []
    for figure in report.figures:
        found = standing_at(report, figure.start, figure.end)
        if found and found[0] in (r.DONE, r.TOPIC, r.NONE):
            places.append(passage(report, figure.start, figure.end))
    return places

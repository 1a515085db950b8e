"""Elements that are counted: measures of the plan, figures that back the claims."""

from lint.checklist.model import CountElement
from lint.checks.context import Context
from lint.checks.elements.evidence import passage, section_titles, standing_at
from lint.checks.elements.parts import Part, parts_of
from lint.checks.results import ABSENT, MET, THIN, Outcome, SourceSpan
from lint.document import report as r


def judge(context: Context, element: CountElement) -> Outcome:
    """Met from `at_least` up, thin from `thin_from` up."""
    places = (
        measures(context, element.role or "", element.empty, element.acts)
        if element.what == "measures"
        else figures(context)
    )
    status = MET if len(places) >= element.at_least else THIN if len(places) >= element.thin_from else ABSENT
    searched = section_titles(context.report, (element.role,) if element.role else ())
    return Outcome(element.id, status, evidence=tuple(places[:3]), searched=searched)


def measures(
    context: Context, role: str, slogans: tuple[str, ...] = (), acts: tuple[str, ...] = ()
) -> list[SourceSpan]:
    """The separate measures of a plan: its members; without numbers they are told apart by sentences and ；, and where
    one sentence has several clauses that begin with an act, by these."""
    report = context.report
    places: list[SourceSpan] = []
    parts = parts_of(report, role)
    if any(part.numbered for part in parts):
        acts = ()  # who numbers the measures has told them apart
    for part in parts:
        if slogans and not report.has_figure(part.start, part.end) and _says_nothing(context, slogans, part):
            continue
        if len(told := _acts(context, acts, part)) > 1:
            places.extend(told)
            continue
        stop = min(part.end, part.start + 40)
        words = report.text[part.start : part.end]
        cut = min((i for i in (words.find(m) for m in "。；\n") if i > 0), default=stop - part.start)
        places.append(
            report.source(part.start, part.start + min(cut + 1, max(stop - part.start, 1)) if cut < 60 else stop)
        )
    return places


def _acts(context: Context, acts: tuple[str, ...], part: Part) -> list[SourceSpan]:
    """The clauses of a member without a number that begin with an act."""
    if part.numbered or not acts:
        return []
    clauses = context.report.clauses_in(part.start, part.end)
    return [passage(context.report, c.start, c.end) for c in clauses if context.any_in(acts, c.start, c.end)]


def _says_nothing(context: Context, slogans: tuple[str, ...], part: Part) -> bool:
    """Whether a member is a slogan: with a number of its own when all its clauses are, else when one is."""
    if not part.numbered:
        return context.first(slogans, part.start, part.end) is not None
    clauses = context.report.clauses_in(part.start, part.end)
    return bool(clauses) and all(context.any_in(slogans, c.start, c.end) for c in clauses)


def figures(context: Context) -> list[SourceSpan]:
    """The figures of what was done in the report year, with their clauses; one clause counts each of its figures."""
    report = context.report
    places = []
    for figure in report.figures:
        found = standing_at(report, figure.start, figure.end)
        if found and found[0] in (r.DONE, r.TOPIC, r.NONE):
            places.append(passage(report, figure.start, figure.end))
    return places

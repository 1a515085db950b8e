"""Years must agree: title, opening, headings, plan, signature; text of last year's report that was left standing.

Other years are mentioned rightly all the time (比上年, 2022年以来, 上年反馈的问题), so only places that speak for the
report itself are compared: its headings, its opening, the beginning of its plan, its date.
"""

from collections.abc import Iterator

from lint.checklist.model import YearRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, cited_titles, day, furniture, listed, printed, titles_in
from lint.checks.rules.year_body import early_reviews, left_standing, plan_papers, short_years, written_figures
from lint.checks.rules.year_date import date_form
from lint.checks.rules.year_future import told_too_early
from lint.checks.rules.year_past import told_too_late
from lint.document.lazy import lazy
from lint.document.report import Section
from lint.document.stretches import Stretches

_YEAR = lazy(r"(?<![0-9-])(20[0-9]{2})(?=年?度|年(?!以来|起|至|来|-|版|底以前|前)|法)(?!年?-)")
_OTHER_YEAR_RIGHT = lazy(
    r"反馈|督察|督查|巡察|巡视|考核|审计|上年|上一年|往年|遗留|移交|回头看|对比|比较|以前|历年|规划"
)
_PLAN_WORDS = lazy(r"下一|下步|安排|计划|打算|思路|谋划|展望|目标|重点|明年|来年|开局")
_OPENING = lazy(r"(20[0-9]{2})年(?:度|来)?，")
_FORMULA = lazy(r"现将[^。；\n]{0,60}?(20[0-9]{2})年度?(?!以来|起)[^。；\n]{0,60}?如下")
_PLANNED = lazy(r"将|拟|计划|打算|重点(?:做好|抓好|推进)|着力|力争|确保")
_PLAN_START = lazy(r"(20[0-9]{2})年度?(?=，|将|我|全|乡|镇|街|重点|拟|要)")
_THIS_YEAR = lazy(r"今年以来")


def check(context: Context, rule: YearRule) -> list[Finding]:
    """Findings by kind: headings, opening, plan, date, 今年以来, remains of another year, the form of years."""
    front = context.report.front
    year = front.title_year or context.year
    if year is None:
        return []
    found = [*_headings(context, rule, year), *_openings(context, rule, year), *_plan(context, rule, year)]
    rolled = any(place for place in found)
    found.extend(_date(context, rule, year))
    found.extend(_this_year(context, rule, year))
    found.extend(left_standing(context, rule, year, rolled))
    found.extend(plan_papers(context, rule, year))
    found.extend(early_reviews(context, rule))
    found.extend(short_years(context, rule, year))
    found.extend(written_figures(context, rule))
    found.extend(date_form(context, rule))
    found.extend(told_too_early(context, rule, year))
    found.extend(told_too_late(context, rule))
    return found


def _is_plan(section: Section, rule: YearRule) -> bool:
    return bool(rule.plan_role) and rule.plan_role in section.roles


def _heading_years(context: Context, section: Section) -> Iterator[tuple[int, int, int]]:
    """The years that a heading itself names, with their places: none of cited titles and of years gone by."""
    text = context.report.text
    titles = Stretches(titles_in(text, section.start, section.end))
    for match in _YEAR.finditer(text, section.start, section.end):
        if not titles.hold(*match.span()):
            yield int(match[1]), match.start(), min(match.end() + 1, section.end)


def _headings(context: Context, rule: YearRule, year: int) -> list[Finding]:
    wrong: dict[tuple[bool, int], Spans] = {}
    for section in context.report.sections:
        heading = context.report.text[section.start : section.end]
        years = list(_heading_years(context, section))
        if len({named for named, _, _ in years}) != 1 or _OTHER_YEAR_RIGHT.search(heading):
            continue
        named = years[0][0]
        plan = _is_plan(section, rule)
        if plan:
            # inside the plan only its own headings speak of the plan's year
            own = section.own_role or section.parent is None
            if named == year + 1 or not own or not _PLAN_WORDS.search(heading):
                continue
        elif named == year or (named > year and (not section.own_role or _PLAN_WORDS.search(heading))):
            continue
        wrong.setdefault((plan, named), []).append((section.start, section.end))
    found = []
    for (plan, named), places in sorted(wrong.items()):
        should = year + 1 if plan else year
        what = "下一年度安排" if plan else "本年度情况"
        message = f"标题写的是{named}年，而这是{year}年度的报告，{what}应为{should}年，请核对是否沿用了旧稿。"
        found.append(finding(rule, message, [context.report.source(*place) for place in places], severity="error"))
    return found


def _openings(context: Context, rule: YearRule, year: int) -> list[Finding]:
    """The year with which the report begins, and the year it says it reports on."""
    front, text = context.report.front, context.report.text
    if front.title_year is None:
        return []
    start = front.opening.start if front.opening else front.body_start
    end = front.opening.end if front.opening else front.body_start
    places: Spans = []
    first = _OPENING.match(text, start, end)
    if first and int(first[1]) not in (year, year + 1):
        places.append((first.start(), first.end() - 1))
    if (formula := _FORMULA.search(text, start, end)) and int(formula[1]) != year:
        years = {int(found[1]) for found in _YEAR.finditer(text, formula.start(), formula.end())}
        ahead = int(formula[1]) == year + 1 and _PLAN_WORDS.search(text, formula.end(1), formula.end(1) + 16)
        if year not in years and not ahead:
            places.append((formula.start(1), formula.end(1) + 1))
    if not places:
        return []
    words = listed(printed(context, *place) for place in places)
    message = f"开头写的是{words}，标题写的是{year}年，请核对一致。"
    return [finding(rule, message, [context.report.source(*place) for place in places], severity="error")]


def _plan(context: Context, rule: YearRule, year: int) -> list[Finding]:
    """A plan that begins with the report year (“2024年，我镇将…” in the report of 2024)."""
    if not rule.plan_role:
        return []
    places: Spans = []
    text = context.report.text
    for clause in context.report.clauses:
        if rule.plan_role not in clause.roles or text[clause.start - 1 : clause.start] not in ("\n", "。", ""):
            continue
        match = _PLAN_START.match(text, clause.start, clause.end)
        if match and int(match[1]) <= year:
            sentence = context.report.sentences[clause.sentence]
            if _PLANNED.search(text, match.end(), sentence.end):
                places.append((match.start(), match.end()))
    if not places:
        return []
    words = listed(printed(context, *place) for place in places)
    message = f"安排部分写的是{words}，{year}年度报告的下一年安排应为{year + 1}年，请核对。"
    return [finding(rule, message, [context.report.source(*place) for place in places], severity="error")]


def _date(context: Context, rule: YearRule, year: int) -> list[Finding]:
    front = context.report.front
    if front.date is None or front.date_span is None or (year, 11, 15) <= front.date <= (year + 1, 12, 31):
        return []
    why = "早于年度工作结束之时" if front.date < (year, 11, 15) else "晚于次年年底"
    message = f"成文日期{day(front.date)}{why}，与{year}年度报告不符，请核对年份。"
    place = context.report.source(front.date_span.start, front.date_span.end)
    return [finding(rule, message, [place], severity="warning")]


def _this_year(context: Context, rule: YearRule, year: int) -> list[Finding]:
    """今年以来 in a report signed in the next year; one hint, for it is common and mostly understood."""
    report = context.report
    if report.front.date is None or report.front.date[0] != year + 1:
        return []
    outside = Stretches([*furniture(report), *cited_titles(report.text)])
    places: Spans = []
    for match in _THIS_YEAR.finditer(report.text, report.front.body_start, report.front.body_end):
        section = report.section_at(match.start())
        if not (section and _is_plan(section, rule)) and not outside.hold(*match.span()):
            places.append(match.span())
    if not places:
        return []
    words = listed(printed(context, *place) for place in places)
    message = f"{words}宜写明“{year}年”：报告成文于{year + 1}年，“今年”按字面指{year + 1}年。"
    return [finding(rule, message, [report.source(*place) for place in places], severity="hint")]

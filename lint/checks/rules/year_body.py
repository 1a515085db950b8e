"""Years inside the body: what another year's report or a page header left standing, and the form of years."""

from lint.checklist.model import YearRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, cited_titles, listed, printed
from lint.document.lazy import lazy
from lint.document.report_year import to_year
from lint.document.stretches import Stretches

_AS_OF = lazy(
    r"截[至止](?:到|目前)?，?(20[0-9]{2})年(?=(?:1[0-2]|[1-9])月|底|末|年底)(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:底|末)?"
)
_TOLD = lazy(r"(?:^|(?<=[。；！\n]))(20[0-9]{2})年度?(?=，)")
_TO_DRAW_UP = lazy(
    r"(?:编制|制定|拟定|编印)[^，。；\n《》]{0,6}?(20[0-9]{2}年)度?[^，。；\n]{0,16}?(?:目录|清单|计划|要点|方案)"
)
_REVIEW = lazy(
    r"(20[0-9]{2})年(?:1[0-2]|[1-9])月[^，。；\n]{0,8}?(20[0-9]{2})年度?[^，。；、\n]{0,6}?(述[职法]|总结|考核|表彰|测评)"
)
_COMPARES = lazy(r"以来|相比|同比|较上|比上|至今|历年|上年|去年|当年|时任|原有|基础上|此前|增至|增加到")
_BARE_YEAR = lazy(r"20[0-9]{2}年")
_SHORT = lazy(r"(2[0-9])(?<![0-9.第零〇来近约]..)年(?=度|初|底|末|上半年|下半年|全年|[0-9]{1,2}月)")
_WRITTEN = lazy(r"二[〇零][一二三四五六七八九〇零]{2}(?=年)")


def plan_papers(context: Context, rule: YearRule, year: int) -> list[Finding]:
    """A plan to draw up a list or programme of a year that is over."""
    report = context.report
    places = [
        match.span(1)
        for match in _TO_DRAW_UP.finditer(report.text, report.front.body_start, report.front.body_end)
        if int(match[1][:4]) <= year and _in_plan(context, rule, match.start())
    ]
    if not places:
        return []
    words = listed(printed(context, *place) for place in places)
    message = f"安排部分要制定的是{words}的文件，下一年应为{year + 1}年，请核对。"
    return [finding(rule, message, [report.source(*place) for place in places], severity="warning")]


def early_reviews(context: Context, rule: YearRule) -> list[Finding]:
    """A review of a year that was held before the year."""
    report = context.report
    found: list[Finding] = []
    for match in _REVIEW.finditer(report.text, report.front.body_start, report.front.body_end):
        if int(match[1]) < int(match[2]):
            message = f"{match[2]}年度的{match[3]}不可能在{match[1]}年进行，请核对年份。"
            found.append(finding(rule, message, [report.source(*match.span())], severity="error"))
    return found


def left_standing(context: Context, rule: YearRule, year: int, rolled: bool) -> list[Finding]:
    """Sentences of the year before. `rolled` says that headings or opening already betray last year's text: then a
    sentence that begins with that year is suspect, otherwise only a state of affairs as of that year."""
    report, text = context.report, context.report.text
    titles = Stretches(cited_titles(text))
    as_of: Spans = []
    for match in _AS_OF.finditer(text, report.front.body_start, report.front.body_end):
        if int(match[1]) == year - 1 and not titles.hold(*match.span()):
            index = report.sentence_index(match.start())
            words = text[report.sentences[index].start : report.sentences[index].end] if index is not None else ""
            if str(year) not in words and not _COMPARES.search(words):
                as_of.append(match.span())
    told: Spans = []
    begin = report.front.opening.end if report.front.opening else report.front.body_start
    for match in _TOLD.finditer(text, begin, report.front.body_end) if rolled else ():
        index = report.sentence_index(match.start())
        if index is None or int(match[1]) != year - 1:
            continue
        sentence = report.sentences[index]
        if not _COMPARES.search(text, sentence.start, sentence.end):
            told.append(match.span())
    found: list[Finding] = []
    places = sorted([*as_of, *told])
    if places:
        words = listed(printed(context, *place) for place in places)
        message = f"{words}是上一年的时间，这是{year}年度的报告，请核对是否上年文字未改。"
        severity = "warning" if rolled else "hint"
        found.append(finding(rule, message, [report.source(*place) for place in places], severity=severity))
    if strays := _strays(context, rule, year, titles):
        words = listed(printed(context, *place) for place in strays)
        message = f"{words}断在句子中间，疑为页眉或旧稿残留，请删去并核对前后文。"
        found.append(finding(rule, message, [report.source(*place) for place in strays], severity="error"))
    return found


def _strays(context: Context, rule: YearRule, year: int, titles: Stretches) -> Spans:
    """A page header torn into a sentence: a year with the first words of the report's subject, in the middle of a word
    that closes again behind it (建设法|2023年法治|治化 …)."""
    subject, report, text = context.checklist.identity.subject, context.report, context.report.text
    if len(subject) < 2:
        return []
    joins = set() if report.hard_wrapped else set(report.joins)
    found: Spans = []
    for match in _BARE_YEAR.finditer(text, report.front.body_start, report.front.body_end):
        start, end = match.span()
        if not "\u4e00" <= text[start - 1 : start] <= "\u9fff" or titles.hold(start, end):
            continue
        size = next((n for n in range(len(subject), 1, -1) if text.startswith(subject[:n], end)), 0)
        after = end + size
        if not size or after >= len(text):
            continue
        doubled = text[after] == subject[size - 1]
        torn = start in joins and _in_plan(context, rule, start) and int(match[0][:4]) <= year
        if (doubled or torn) and text.count(text[start - 1] + text[after]) >= 2:
            found.append((start, after + (1 if doubled else 0)))
    return found


def _in_plan(context: Context, rule: YearRule, at: int) -> bool:
    section = context.report.section_at(at)
    return section is not None and bool(rule.plan_role) and rule.plan_role in section.roles


def short_years(context: Context, rule: YearRule, year: int) -> list[Finding]:
    """Years of two digits (24年度)."""
    report = context.report
    titles = Stretches(cited_titles(report.text))
    places = [
        match.span()
        for match in _SHORT.finditer(report.text)
        if year - 3 <= 2000 + int(match[1]) <= year + 1 and not titles.hold(*match.span())
    ]
    if not places:
        return []
    words = listed(printed(context, *place) for place in places)
    message = f"{words}的年份宜写全四位数字。"
    return [finding(rule, message, [report.source(*place) for place in places], severity="hint")]


def written_figures(context: Context, rule: YearRule) -> list[Finding]:
    """Years in Chinese figures in a report that writes them in Arabic figures elsewhere."""
    report, text = context.report, context.report.text
    if not _BARE_YEAR.search(text):
        return []
    signed = report.front.date_span
    titles = Stretches([*cited_titles(text), *([(signed.start, signed.end)] if signed else [])])
    places = [m.span() for m in _WRITTEN.finditer(text) if to_year(m[0]) and not titles.hold(*m.span())]
    if not places:
        return []
    words = listed(printed(context, *place) for place in places)
    message = f"{words}与别处的阿拉伯数字年份写法不一，宜统一用阿拉伯数字。"
    return [finding(rule, message, [report.source(*place) for place in places], severity="hint")]

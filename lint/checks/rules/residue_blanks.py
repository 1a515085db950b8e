"""Stray blanks: between figures and words, inside sentences, at paragraph starts; tabs and no-break spaces."""

from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.regions import Stretch, Within, alphabet, is_han, numbers
from lint.checks.rules.residue_marks import missing
from lint.checks.rules.say import Speaker, finding
from lint.document.lazy import lazy
from lint.document.report import Report

_SPACE = " \u00a0\u2002-\u200a\u202f\u3000"
_RUN = lazy(rf"[{_SPACE}\t]+")
_ODD = frozenset(" \t\u00a0\u202f") | frozenset(map(chr, range(0x2002, 0x200B)))
_QUOTED = lazy(r"[“《][\u4e00-\u9fff]{4,}$")
_CLOSED = lazy(r"[\u4e00-\u9fff]{4,}[”》]")
_MARK = "，。；：！？、（）《》“”‘’,;:()%％—…"
TABLE_GAPS = 3


def blanks(report: Report, rule: Speaker, spans: list[Stretch]) -> list[Finding]:
    """One finding for each habit: at paragraph starts, between figures and words, elsewhere."""
    text = report.document.text
    if alphabet(text).isdisjoint(_ODD) and "\u3000" not in alphabet(text):
        return []
    barred = {span[1] for _, span in numbers(report)} | {start for start, _ in missing(text)}
    front = report.front
    beside = (front.recipient, front.speaker, front.signature, front.date_span)
    apart = {span.start for span in (*front.title_lines, *beside) if span}
    inside = Within(spans)
    gaps: dict[int, list[SourceSpan]] = {}
    for match in _RUN.finditer(text):
        if stretch := inside.stretch(match.start()):
            gaps.setdefault(stretch.start, []).append(match.span())
    starts: list[SourceSpan] = []
    figures: list[SourceSpan] = []
    inner: list[SourceSpan] = []
    for stretch in spans:
        own = stretch.folded.start not in apart
        within = gaps.get(stretch.start, [])
        if sum(1 for a, b in within if a > stretch.start and (b - a > 1 or text[a] == "\t")) >= TABLE_GAPS:
            continue  # columns of a table
        for place in within:
            a, b = place
            if a == stretch.start:
                if own and _odd_indent(text[a:b]):
                    starts.append((a, min(b + 2, stretch.end)))
                continue
            kind = _kind(text, place)
            if kind and a not in barred and (own or kind == "figure"):
                (figures if kind == "figure" else inner).append(_seen(text, place, kind))
    body = sum(1 for stretch in spans if stretch.folded.start not in apart)
    return [*_starts(report, rule, starts, body), *_figures(report, rule, figures), *_inner(report, rule, inner)]


def _without_blanks(report: Report, places: list[SourceSpan]) -> list[str | None]:
    return [_RUN.sub("", report.document.text[a:b]) for a, b in places]


def _odd_indent(lead: str) -> bool:
    """Whether the blanks at the beginning of a paragraph are others than full-width ones or one tab."""
    return lead != "\t" and lead.strip("\u3000") != ""


def _kind(text: str, place: SourceSpan) -> str:
    """ "figure" between a figure and a word, "inner" inside a sentence, "" where blanks may stand."""
    start, end = place
    before, after, run = text[start - 1], text[end : end + 1], text[start:end]
    if not after or after == "\n":
        return "inner" if "\t" in run else ""
    if before in "（〔(【[《" and after in "）〕)】]》":
        return ""  # left to be filled in
    if run == " " and _QUOTED.search(text, max(0, start - 60), start) and _CLOSED.match(text, end, end + 60):
        return ""  # between the two halves of a quoted title
    han_before, han_after = is_han(before), is_han(after)
    if (han_after and (before.isdigit() or before in "%％")) or (han_before and after.isdigit()):
        return "figure"
    if "\t" in run or "\u00a0" in run:
        return "inner"
    chinese = (han_before or before in _MARK) and (han_after or after in _MARK)
    return "inner" if chinese else ""


def _seen(text: str, place: SourceSpan, kind: str) -> SourceSpan:
    """The blank with its neighbours, so that there is something to see."""
    start, end = place
    if kind == "figure":
        while start > 0 and (text[start - 1].isdigit() or text[start - 1] in ".%％") and place[0] - start < 8:
            start -= 1
        if start == place[0]:
            start -= 1
        stop = end
        while stop < len(text) and text[stop].isdigit() and stop - end < 8:
            stop += 1
        return start, max(stop, end + 1)
    newline = text[end : end + 1] in ("", "\n")
    return max(start - 2, text.rfind("\n", 0, start) + 1), end if newline else end + 1


def _starts(report: Report, rule: Speaker, places: list[SourceSpan], body: int) -> list[Finding]:
    if not places:
        return []
    if 2 * len(places) > body:
        words = "段首用空格缩进，建议改用段落格式的首行缩进两字。"
        return [finding(rule, words, places, severity="hint")]
    words = "段首有多余的空格，与其他段落不一致，请删去。"
    return [finding(rule, words, places, severity="warning", fixes=_without_blanks(report, places))]


def _figures(report: Report, rule: Speaker, places: list[SourceSpan]) -> list[Finding]:
    if not places or report.document.format == "pdf":
        return []  # text taken from a PDF has such blanks of its own
    times = f"（{len(places)}处）" if len(places) > 1 else ""
    return [
        finding(
            rule,
            f"数字与汉字之间有多余的空格{times}，公文里不空格，请删去。",
            places,
            severity="warning",
            fixes=_without_blanks(report, places),
        )
    ]


def _inner(report: Report, rule: Speaker, places: list[SourceSpan]) -> list[Finding]:
    if not places:
        return []
    times = f"（{len(places)}处）" if len(places) > 1 else ""
    words = f"句中有多余的空格或者制表符{times}，请删去。"
    return [finding(rule, words, places, severity="warning", fixes=_without_blanks(report, places))]

"""Lines broken inside a sentence; page headers and page numbers caught in the text."""

import re

from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.regions import Stretch
from lint.checks.rules.say import Speaker, finding, shown
from lint.document.lazy import lazy
from lint.document.report import Report
from lint.document.stretches import Stretches

_PAGE_NUMBER = lazy(
    r"^[ \t\u3000]*(?:[-—－–] ?[0-9]{1,3} ?[-—－–]|第 ?[0-9]{1,3} ?页(?:[，, /]?共 ?[0-9]{1,3} ?页)?"
    r"|Page ?[0-9]{1,3}(?: of [0-9]{1,3})?)[ \t\u3000]*$",
    re.MULTILINE,
)
_HEADER = lazy(r"20[0-9]{2}年度?[\u4e00-\u9fff]{2}")
_WANTS_YEAR = lazy(r"(?:[，、（《：；。在于自从到至截对将及和与按照是了的]|年底前|完成)$")
_SHOWN = 4
_NOW = lazy(r"(?:现将|现就)[^，。\n]{0,40}$")
_SPOKEN_OF = lazy(r"》|，?(?:（|根据|依据|按照|由|包括|是|共|予以)")
_SPEAKING_OF = lazy(r"(?:《|公布|公开|公示|发布|编制|形成|制作)(?:了)?$")


def breaks(report: Report, rule: Speaker, spans: list[Stretch]) -> list[Finding]:
    """Page numbers, headers of a page, and line breaks inside sentences (one finding for a wrapped file)."""
    found = []
    text = report.document.text
    numbers = [_trimmed(text, match.span()) for match in _PAGE_NUMBER.finditer(text)]
    if numbers:
        found.append(finding(rule, "正文里残留了页码，请删去。", numbers, severity="warning", suggestion=""))
    headers, plain = _joins(report, numbers)
    found += [
        finding(
            rule,
            f"句子在这里断开，并夹入“{shown(text[start:end])}”，疑为页眉或者标题混入正文，请删去并把句子接好。",
            [(start, end)],
            severity="warning",
        )
        for start, end in headers
    ]
    found += _titles(report, rule)
    if not plain:
        return found
    if not report.hard_wrapped:
        words = "句子中间断了行，请接好；如果前一行已是一段的末尾，请补上句号。"
        return [*found, finding(rule, words, plain, severity="warning")]
    if report.document.format == "txt":
        words = f"全文按固定宽度断行，句子和词语被拆开（{len(plain)}处），请删去句中的换行。"
        found.append(finding(rule, words, plain, severity="warning"))
    return found


def _joins(report: Report, numbers: list[SourceSpan]) -> tuple[list[SourceSpan], list[SourceSpan]]:
    """The places where lines were joined: those after which the header of a page stands, and the others."""
    headers: list[SourceSpan] = []
    plain: list[SourceSpan] = []
    if report.document.format in ("md", "pdf"):
        return headers, plain
    barred = Stretches(numbers)
    for join in report.joins:
        start = max(0, join - _SHOWN)
        end = min(len(report.text), join + _SHOWN)
        place = report.source(start, end)
        if barred.touch(*place):
            continue
        header = _HEADER.match(report.text, join) if report.text.startswith("20", join) else None
        if header and not report.hard_wrapped and not _WANTS_YEAR.search(report.text[start:join]):
            headers.append(report.source(start, header.end()))
        else:
            plain.append(place)
    return headers, plain


def _titles(report: Report, rule: Speaker) -> list[Finding]:
    """The report's own title in the middle of a sentence."""
    front, text = report.front, report.text
    if front.title is None:
        return []
    title = text[front.title.start : front.title.end].replace("\n", "")
    places = []
    for words in {title, *(text[line.start : line.end] for line in front.title_lines)}:
        if len(words) < 12 or not words.endswith(("报告", "总结", "汇报", "情况")):
            continue  # a line with the issuer's name alone is no header
        at = text.find(words, front.body_start)
        before, after = text[max(at - 44, 0) : at], text[at + len(words) : at + len(words) + 3]
        named = _SPEAKING_OF.search(before) or _SPOKEN_OF.match(after) or (after[:2] == "如下" and _NOW.search(before))
        if 0 <= at < front.body_end and not named:
            places.append(report.source(at, at + len(words)))
    if not places:
        return []
    return [finding(rule, "正文里又出现了报告的标题，疑为页眉混入，请核对。", places, severity="warning")]


def _trimmed(text: str, place: SourceSpan) -> SourceSpan:
    start, end = place
    raw = text[start:end]
    return start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))

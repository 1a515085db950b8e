"""What the comments say, made from the record: what is wrong, what to write, what it rests on; short.

In the margin of a Word window the first three lines are seen: they say what is wrong and what to do.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from lint.checks.results import SourceSpan
from lint.document.lazy import lazy
from lint.record import shape
from lint.record.privacy import Masked
from lint.render.verdict import advice, excused_said, open_findings, tallied
from lint.render.word.quoting import QUOTE, in_context, quoted, sources
from lint.render.words import SEVERITY_WORD, STATUS_WORD, shorten
from lint.run import Run

FULL_AND_SHORT = 3  # places of one finding that get a comment; the others are told of in the first
HABIT = 9  # more places than this are the way the whole text was made: one comment says it all
_SECTIONS = 6
_OTHER = 24
_LONGEST = 48
_QUOTED = lazy(r"“([^”]*)”")
_CLAUSE = lazy(r"(?:“[^”]*”|（[^）]*）|[^。；，“])+")

Offered = frozenset[SourceSpan]


@dataclass(frozen=True, slots=True)
class Note:
    """One comment to be: the passage it is about, its lines, and the (masked) words of the passage for the case that
    the comment cannot stand at them; "" where it is about what is not there."""

    span: SourceSpan
    lines: tuple[str, ...]
    quote: str = ""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A comment before it is known which sources the comments above it have quoted."""

    span: SourceSpan
    lines: list[str]
    basis: list[shape.Basis]
    quote: str = ""


def notes(run: Run, report: shape.Report, offered: Offered, *, suggest: bool) -> list[Note]:
    """The comments in the order of the text, the summary first. `offered` are passages with a tracked change."""
    if not report["recognised"]:
        return [Note(_title(run), tuple(_unrecognised(report)))]
    masked = Masked.of(run.document.text, run.result.findings).text
    by_id = {element["id"]: element for element in report["elements"]}
    found: list[_Draft] = []
    told: set[str] = set()
    for finding in open_findings(report):
        if finding["element"] is not None and finding["element"] in by_id:
            told.add(finding["element"])
            found.append(_of_element(by_id[finding["element"]], finding))
        else:
            found += _of_finding(finding, masked, offered)
    for element in report["elements"]:
        if element["status"] in ("review", "error") and element["id"] not in told and not _settled(element):
            found.append(_question(element, run))
    found.sort(key=lambda draft: draft.span)
    cited: set[str] = set()
    return [
        Note(_title(run), tuple(_summary(report, offered, suggest=suggest))),
        *(Note(draft.span, (*draft.lines, *sources(draft.basis, cited)), draft.quote) for draft in found),
    ]


def _summary(report: shape.Report, offered: Offered, *, suggest: bool) -> Iterator[str]:
    title = report["checklist"]["title"]
    yield f"【总评】{advice(report, title)}"
    yield f"{tallied(report)}。"
    counted = Counter(finding["severity"] for finding in open_findings(report))
    said = "、".join(f"{SEVERITY_WORD[severity]} {counted[severity]} 条" for severity in ("error", "warning", "hint"))
    excused = excused_said(report)
    yield f"批注：{said}" + (f"；另有 {excused}，不再批注。" if excused else "。")
    yield from report["remarks"]
    if offered:
        yield _copy(report) + f"有把握的改法 {len(offered)} 处写成了修订，接受后才生效；其他文字一个没有动。"
    else:
        none = "没有可以直接写成修订的改法；" if suggest else ""
        yield _copy(report) + none + "只加了批注，文字一个没有动。"
    yield from _identity(report)


def _unrecognised(report: shape.Report) -> Iterator[str]:
    yield f"【总评】{advice(report, report['checklist']['title'])}"
    yield _copy(report) + "没有加其他批注。"
    yield from _identity(report)


def _copy(report: shape.Report) -> str:
    name = PurePath(report["path"].replace("\\", "/")).name
    if report["format"] in ("docx", "docm"):
        return f"这是“{name}”的批注副本，"
    return f"这是按“{name}”的文字做成的 Word 副本，"


def _identity(report: shape.Report) -> Iterator[str]:
    checklist = report["checklist"]
    yield f"清单：{checklist['title']}（{checklist['id']}，{checklist['version']}）；检查日期：{report['today']}。"


def _of_element(element: shape.Element, finding: shape.Finding) -> _Draft:
    status = STATUS_WORD[element["status"]]
    absent = element["status"] == "absent"
    words = finding["message"] if absent else f"{element['title']}：{finding['message']}"
    lines = [f"【{status}·{SEVERITY_WORD[finding['severity']]}】{_stopped(words)}"]
    span = finding["start"], finding["end"]
    others = [p for p in element["evidence"] if p["end"] <= span[0] or span[1] <= p["start"]][:2]
    if others and not absent:
        lines.append(f"还看到{_listed(others)}，也不够具体。")
    if absent and element["nearest"]:
        lines.append(f"最接近的是{_listed([element['nearest']])}。")
    lines += _remedy(element["remedy"])
    return _Draft(span, lines, finding["basis"], "" if absent else shorten(finding["quote"], QUOTE))


def _question(element: shape.Element, run: Run) -> _Draft:
    place = next(iter(element["evidence"]), element["nearest"])
    words = element["question"] or element["message"]
    if element["status"] == "error" and element["reason"]:
        words = f"{words}（{element['reason']}）"
    name = "" if element["title"] in words else f"{element['title']}："
    lines = [f"【{STATUS_WORD[element['status']]}】{name}{_stopped(words)}"]
    lines += _remedy(element["remedy"], "没有写明的，这样补")
    if place is None:
        return _Draft(_title(run), lines, element["basis"])
    return _Draft((place["start"], place["end"]), lines, element["basis"], shorten(place["quote"], QUOTE))


def _of_finding(finding: shape.Finding, masked: str, offered: Offered) -> Iterator[_Draft]:
    places = finding["places"]
    severity = SEVERITY_WORD[finding["severity"]]
    head = f"【{severity}】{_stopped(finding['message'])}"
    lines = [head, *_elsewhere(places), *_correction(finding, offered)]
    yield _draft(places[0], lines, masked, finding["basis"])
    for number, place in enumerate(places[1 : _commented(places)], 2):
        again = f"【{severity}】同前，第 {number} 处（共 {len(places)} 处）：{_again(finding, place)}"
        yield _draft(place, [again, *_correction_here(finding, place, offered)], masked)


def _again(finding: shape.Finding, place: shape.Place) -> str:
    """What a message says of a further place: what it quotes of the first one does not stand here."""
    brief, first = _brief(finding["message"]), finding["places"][0]["quote"]
    if any(words in first and words not in place["quote"] for words in _QUOTED.findall(brief)):
        return f"与{quoted(shorten(first, _OTHER))}处是同一问题，请一并改。"
    return brief


def _commented(places: list[shape.Place]) -> int:
    """How many of a finding's places get a comment."""
    return FULL_AND_SHORT if len(places) <= HABIT else 1


def _draft(place: shape.Place, lines: list[str], masked: str, basis: list[shape.Basis] | None = None) -> _Draft:
    return _Draft((place["start"], place["end"]), lines, basis or [], in_context(place, masked))


def _elsewhere(places: list[shape.Place]) -> Iterator[str]:
    """How many places a habit has, and in which sections those without a comment are."""
    commented = _commented(places)
    rest = places[commented:]
    if not rest:
        if len(places) > 1:
            yield f"共 {len(places)} 处，各有批注。"
        return
    sections = Counter(place["section"] or "标题和开头、结尾" for place in rest)
    said = "、".join(f"{section}（{count} 处）" for section, count in list(sections.items())[:_SECTIONS])
    more = f"等 {len(sections)} 个部分" if len(sections) > _SECTIONS else ""
    others = f"前 {commented} 处有批注，其余" if commented > 1 else "别的"
    yield f"共 {len(places)} 处，{others} {len(rest)} 处在：{said}{more}。"


def _correction(finding: shape.Finding, offered: Offered) -> Iterator[str]:
    """That tracked changes say what to write instead, else what to write."""
    count = sum((place["start"], place["end"]) in offered for place in finding["places"])
    if count and count == len(finding["places"]):
        yield "改法已用修订标出，同意就接受，不同意就拒绝。"
        return
    if count:
        yield f"其中 {count} 处的改法已用修订标出，同意就接受；其余请手工改。"
    yield from _write(finding, finding["quote"])


def _correction_here(finding: shape.Finding, place: shape.Place, offered: Offered) -> Iterator[str]:
    if (place["start"], place["end"]) in offered:
        yield "改法已用修订标出。"
    else:
        yield from _write(finding, place["quote"])


def _write(finding: shape.Finding, quote: str) -> Iterator[str]:
    """What to write instead of the quoted words; nothing where 请删去 has said it."""
    suggestion = finding["suggestion"]
    if suggestion is None:
        return
    only_deleted = not suggestion or "".join(suggestion.split()) == "".join(quote.split())
    if only_deleted and "删去" in finding["message"]:
        return
    yield f"可以改为：{quoted(shorten(suggestion, QUOTE))}" if suggestion else "可以直接删去。"


def _remedy(remedy: shape.Remedy | None, label: str = "怎么改") -> Iterator[str]:
    if remedy is None:
        return
    if remedy["text"]:
        yield f"{label}：{remedy['text']}"
    if remedy["sample"]:
        yield f"可以这样写：{remedy['sample']}"


def _listed(places: list[shape.Place]) -> str:
    return "、".join(
        quoted(shorten(place["quote"], _OTHER)) + (f"（{place['section']}）" if place["section"] else "")
        for place in places
    )


def _title(run: Run) -> SourceSpan:
    """The title, else the first paragraph."""
    report = run.report
    if report.front.title:
        return report.source(report.front.title.start, report.front.title.end)
    first = next((span for span in report.paragraphs if span.end > span.start), None)
    return report.source(first.start, first.end) if first else (0, len(run.document.text))


def _settled(element: shape.Element) -> bool:
    """Whether a person has answered the question already."""
    verdict = element["verdict"]
    return verdict is not None and verdict["verdict"] == "met"


def _brief(message: str) -> str:
    """The first clause of a message; what is quoted in it stays whole."""
    found = _CLAUSE.match(message)
    words = found[0] if found else message
    return f"{words[:_LONGEST]}……" if len(words) > _LONGEST else f"{words}。"


def _stopped(words: str) -> str:
    return words if words.endswith(("。", "？", "！", "。”", "？”", "！”")) else words + "。"

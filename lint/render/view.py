"""What a page says, in the order in which it says it: made from a run and its record, before any HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from lint.record import shape
from lint.record.findings import rule_of
from lint.render import chain_view
from lint.render.cards import Card, CardMaker, Note, card_id, waiver
from lint.render.marks import Mark, Marks
from lint.render.reviewed import counts, is_open, is_refuted, lapsed_said, status_said
from lint.render.verdict import advice, in_baseline, tallied
from lint.render.words import SEVERITY_RANK, STATUS_SIGN, STATUS_WORD
from lint.run import Run

_NARROWEST = 13.0  # per cent; a part of the bar holds its number


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the bar, in per cent of its width."""

    status: str
    sign: str
    word: str
    count: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Tile:
    """One element on the map."""

    href: str
    name: str
    status: str
    sign: str
    word: str
    reviewed: bool


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The findings of one text rule."""

    title: str
    notes: list[Note]
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """All that a page shows apart from the text itself."""

    report: shape.Report
    title: str
    file: str
    numbers: str
    advice: str
    bar: list[Part]
    groups: list[tuple[str, list[Tile]]]
    todo: list[Card]
    columns: list[str]
    rows: list[chain_view.Row]
    notes: list[NoteGroup]
    sums: list[chain_view.Arithmetic]
    review: list[Card]
    judged: list[Card]  # what a reviewer answered or disagreed with, where nothing is to be mended
    reviewed: str
    lapsed: list[tuple[str, str]]  # what is said of it, the rule
    met: list[Card]
    na: list[Card]
    waived_cards: list[Card]  # somebody said why it may stay
    waived: list[Note]
    owed_cards: list[Card]  # stands in the baseline
    owed: list[Note]
    marks: list[Mark]


def view(run: Run, report: shape.Report, masked: str) -> View:
    """The view of one page; `masked` is the text as it may be shown."""
    marks = Marks()
    maker = CardMaker(marks, report["outline"], masked)
    severities = {f["element"]: f["severity"] for f in report["findings"] if f["element"] and not f["waived"]}
    open_elements = [e for e in report["elements"] if e["id"] in severities]
    open_elements.sort(key=lambda e: (SEVERITY_RANK[severities[e["id"]]], e["status"] != "absent"))
    todo = [maker.card(element, severities[element["id"]]) for element in open_elements]
    rows = chain_view.rows(report, marks)
    texts = [finding for finding in report["findings"] if finding["element"] is None]
    notes = _note_groups(run, maker, [finding for finding in texts if not finding["waived"]])
    review = [maker.card(element) for element in report["elements"] if is_open(element)]
    answered = [element for element in report["elements"] if element["status"] == "review" and not is_open(element)]
    apart = [element for element in report["elements"] if is_refuted(element)]
    apart += [element for element in answered if element["id"] not in severities]
    judged = [maker.card(element) for element in apart]
    calm = [element for element in report["elements"] if not is_refuted(element)]
    met = [maker.card(element) for element in calm if element["status"] == "met"]
    na = [maker.card(element) for element in calm if element["status"] == "na"]
    excused = {f["element"]: f for f in report["findings"] if f["element"] and f["waived"]}
    waived_cards = [
        (excused[element["id"]], maker.card(element, waiver=waiver(excused[element["id"]])))
        for element in report["elements"]
        if element["id"] in excused
    ]
    waived = [(finding, maker.note(finding)) for finding in texts if finding["waived"]]
    return View(
        report=report,
        title=report["title"] or PurePath(report["path"].replace("\\", "/")).name,
        file=PurePath(report["path"].replace("\\", "/")).name,
        numbers=tallied(report),
        advice=advice(report, run.checklist.identity.title),
        bar=_bar(report["score"]),
        groups=_tiles(run, report),
        todo=todo,
        columns=chain_view.columns(run.checklist.file),
        rows=rows,
        notes=notes,
        sums=chain_view.arithmetic(report),
        review=review,
        judged=judged,
        reviewed=counts(report["reviewed"]),
        lapsed=[(lapsed_said(lapsed), lapsed["rule"]) for lapsed in report["lapsed"]],
        met=met,
        na=na,
        waived_cards=[card for finding, card in waived_cards if not in_baseline(finding)],
        waived=[note for finding, note in waived if not in_baseline(finding)],
        owed_cards=[card for finding, card in waived_cards if in_baseline(finding)],
        owed=[note for finding, note in waived if in_baseline(finding)],
        marks=marks.all,
    )


def _bar(score: shape.Score | None) -> list[Part]:
    """The parts of the bar; a part that is there is never narrower than its number."""
    if score is None:
        return []
    counts = [("met", score["met"]), ("thin", score["thin"]), ("absent", score["absent"]), ("review", score["review"])]
    total = sum(count for _, count in counts)
    raw = [max(_NARROWEST, 100 * count / total) if count else 0.0 for _, count in counts]
    parts, left = [], 0.0
    for (status, count), width in zip(counts, raw, strict=True):
        share = 100 * width / sum(raw) if total else 0.0
        parts.append(
            Part(status, STATUS_SIGN[status], STATUS_WORD[status], count, round(left, 2), round(share, 2)),
        )
        left += share
    return parts


def _tiles(run: Run, report: shape.Report) -> list[tuple[str, list[Tile]]]:
    """The elements by group, in the checklist's order of groups."""
    names = {element.id: element.short or element.title for element in run.checklist.file.element}
    groups: dict[str, list[Tile]] = {group: [] for group in run.checklist.identity.groups}
    for element in report["elements"]:
        status = element["status"]
        groups.setdefault(element["group"], []).append(
            Tile(
                f"#{card_id(element['id'])}",
                names.get(element["id"], element["title"]),
                status,
                *status_said(element),
                element["verdict"] is not None,
            )
        )
    return [(group, tiles) for group, tiles in groups.items() if tiles]


def _note_groups(run: Run, maker: CardMaker, findings: Iterable[shape.Finding]) -> list[NoteGroup]:
    """Findings by rule: the rule with the gravest first, inside it in the order of the text."""
    by_rule: dict[str, list[shape.Finding]] = {}
    for finding in findings:
        rule = rule_of(run, finding["rule"])
        by_rule.setdefault(rule.title if rule else finding["rule"], []).append(finding)
    ordered = sorted(by_rule.items(), key=lambda pair: min(SEVERITY_RANK[f["severity"]] for f in pair[1]))
    return [
        NoteGroup(title, [maker.note(f) for f in group], sum(f["count"] for f in group)) for title, group in ordered
    ]

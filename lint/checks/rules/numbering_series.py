"""Series inside the text: 一是…二是…三是…."""

from dataclasses import dataclass

from lint.checklist.model import NumberingRule
from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.say import finding
from lint.document.report import Item, Report

_DIGITS = "〇一二三四五六七八九十"


@dataclass(slots=True)
class _Run:
    """A series that is still open: its members so far, and the number its last member has or, where that is a
    doubled one, should have."""

    items: list[Item]
    value: int = 1


def series(report: Report, rule: NumberingRule) -> list[Finding]:
    """Doubled and missing members, and a member parted from its series."""
    found: list[Finding] = []
    open_runs: list[_Run] = []
    closed: list[_Run] = []
    section: int | None = -1
    for item in report.items:
        if not item.label.endswith("是") or item.label.startswith("第"):
            continue
        if item.section != section:
            section = item.section
            closed += open_runs
            open_runs = []
        if item.value == 1:
            open_runs.append(_Run([item]))
            continue
        while (
            len(open_runs) > 1
            and open_runs[-1].value + 1 != item.value
            and any(r.value + 1 == item.value for r in open_runs)
        ):
            closed.append(open_runs.pop())
        if not open_runs:
            continue  # its beginning is not recognised as a series
        run = open_runs[-1]
        if item.value not in (run.value + 1, run.items[-1].value + 1):
            found += _broken(report, rule, run, item)
        run.value = run.value + 1 if item.value == run.items[-1].value else item.value
        run.items.append(item)
    for run in closed + open_runs:
        found += _parted(report, rule, run)
    return found


def _broken(report: Report, rule: NumberingRule, run: _Run, item: Item) -> list[Finding]:
    before = run.items[-1]
    place = [report.source(item.start, item.start + len(item.label))]
    if item.value == before.value:
        right = f"{chinese(item.value + 1)}是"
        return [_said(rule, f"“{item.label}”重复，此处应为“{right}”，其后依次顺延。", place)]
    if item.value < before.value:
        return [_said(rule, f"“{before.label}”之后是“{item.label}”，次序不对，请核对。", place)]
    lost = [f"{chinese(value)}是" for value in range(before.value + 1, item.value)]
    if any(report.text.find(label, before.start + len(before.label), item.start) >= 0 for label in lost):
        return []
    words = "”“".join(lost)
    return [_said(rule, f"“{before.label}”之后直接是“{item.label}”，缺“{words}”，请核对。", place)]


def _said(rule: NumberingRule, words: str, place: list[SourceSpan], severity: str = "warning") -> Finding:
    """One finding; no standard speaks of 一是、二是."""
    return finding(rule, words, place, severity=severity, custom=True)


def _parted(report: Report, rule: NumberingRule, run: _Run) -> list[Finding]:
    """The last member alone begins a new paragraph while all others run on in one."""
    if len(run.items) < 4:
        return []
    paragraphs = [report.paragraph_index(item.start) for item in run.items]
    last = run.items[-1]
    index = paragraphs[-1]
    if index is None or len(set(paragraphs[:-1])) != 1 or index == paragraphs[0]:
        return []
    if report.paragraphs[index].start != last.start:
        return []
    return [
        _said(
            rule,
            f"“{run.items[0].label}”到“{run.items[-2].label}”在同一段，“{last.label}”单独成段，疑为误断，请接到上段。",
            [report.source(last.start, last.start + len(last.label))],
            "hint",
        )
    ]


def chinese(value: int) -> str:
    """The Chinese numeral of a number from 1 to 99."""
    tens, ones = divmod(value, 10)
    if value <= 10:
        return _DIGITS[value]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")

"""`qingdan outline`: what the tool understood of a report, before any check."""

from lint.document.report import Report, Section, Span
from lint.record.places import Places
from lint.record.privacy import Masked
from lint.render.console import safe
from lint.render.words import STANDING_WORD, shorten, spot, where
from lint.run import Run

_QUOTE = 40


def outline_text(run: Run, *, verbose: bool = False) -> str:
    """Front matter, the tree of sections with their roles, the items; with `verbose` every clause with its standing."""
    report = run.report
    masked = Masked.of(run.document.text, run.result.findings)
    places = Places(report, masked)
    titles = {name: role.title for name, role in run.checklist.file.roles.items()}
    lines = [f"■ {safe(run.path)}", *_front(run, places), "  结构："]
    lines += [_section(section, places, titles) for section in report.sections] or ["    没有认出标题"]
    lines += _items(report, places)
    if verbose:
        lines += _clauses(report, places, titles)
    return "\n".join(lines) + "\n"


def _front(run: Run, places: Places) -> list[str]:
    front = run.report.front
    kind = f"（{front.issuer_kind}）" if front.issuer_kind else ""
    made = "{}年{}月{}日".format(*front.date) if front.date else None
    published = "{}年{}月{}日".format(*front.published) if front.published else None
    issuer = f"{places.masked.clean(front.issuer)}{kind}" if front.issuer else None
    told = (
        ("标题", _text(places, run.report, front.title)),
        ("机关", issuer),
        ("年度", str(run.year) if run.year is not None else None),
        ("主送", _text(places, run.report, front.recipient)),
        ("落款", _text(places, run.report, front.signature)),
        ("成文日期", made),
        ("公开日期", published),
    )
    lines = [f"  {label}：{safe(value) if value else '未见'}" for label, value in told]
    if not run.recognised:
        lines.append(f"  看起来不是“{safe(run.checklist.identity.title)}”所查的报告")
    return lines + [f"  说明：{safe(remark)}" for remark in run.document.remarks]


def _text(places: Places, report: Report, span: Span | None) -> str | None:
    if span is None:
        return None
    start, end = report.source(span.start, span.end)
    return "".join(places.masked.text[start:end].split())


def _section(section: Section, places: Places, titles: dict[str, str]) -> str:
    roles = "、".join(titles.get(role, role) for role in section.roles)
    inherited = "" if section.own_role or not roles else "，随上级"
    place = places.folded(section.start, section.end)
    text = f"{section.number}{places.masked.clean(section.text)}"
    told = f" [{safe(roles)}{inherited}]" if roles else ""
    return f"    {'  ' * max(0, section.level - 1)}· {safe(shorten(text, _QUOTE))}{told} {spot(place)}"


def _items(report: Report, places: Places) -> list[str]:
    if not report.items:
        return []
    lines = [f"  分条 {len(report.items)} 条："]
    for item in report.items:
        place = places.folded(item.start, item.end)
        lines.append(
            f"    {safe(where(place))} 第{item.run + 1}组之{item.value}：{safe(shorten(place['quote'], _QUOTE))}"
        )
    return lines


def _clauses(report: Report, places: Places, titles: dict[str, str]) -> list[str]:
    lines = [f"  分句 {len(report.clauses)} 句："]
    for clause in report.clauses:
        place = places.folded(clause.start, clause.end)
        roles = "、".join(titles.get(role, role) for role in clause.roles) or "不明"
        standing = STANDING_WORD.get(clause.standing, clause.standing)
        lines.append(
            f"    {safe(where(place))} {safe(standing)} [{safe(roles)}] {safe(shorten(place['quote'], _QUOTE))}"
        )
        for start, end, other in clause.spans:
            inner = places.folded(start, end)["quote"]
            lines.append(f"      其中“{safe(shorten(inner, _QUOTE))}”：{safe(STANDING_WORD.get(other, other))}")
    return lines

"""`--explain ID`: for one element every candidate that was looked at, and why it was or was not enough."""

from lint.checks.results import MET, Outcome
from lint.record.places import Places
from lint.record.privacy import Masked
from lint.render.console import safe
from lint.render.words import STANDING_WORD, STATUS_WORD, shorten, where
from lint.run import Run

_QUOTE = 60


def explain_text(run: Run, ident: str) -> str | None:
    """The explanation of one element's outcome, or None when the checklist has no such element."""
    element = next((element for element in run.checklist.file.element if element.id == ident), None)
    if element is None:
        return None
    head = f"■ {safe(run.path)}\n{safe(element.id)} {safe(element.title)}"
    outcome = next((outcome for outcome in run.result.outcomes if outcome.element == ident), None)
    if outcome is None:
        return f"{head}：没有检查（文件不是本清单所查的报告，或者这一项不适用于这类机关、这一年度）\n"
    masked = Masked.of(run.document.text, run.result.findings)
    places = Places(run.report, masked)
    lines = [f"{head}：{STATUS_WORD[outcome.status]}"]
    lines += [f"  {label}：{safe(masked.clean(text))}" for label, text in _remarks(outcome, element) if text]
    if outcome.searched:
        lines.append(f"  查过：{safe('、'.join(map(masked.clean, outcome.searched)))}")
    for span in outcome.evidence:
        place = places.place(span)
        lines.append(f"  {'依据' if outcome.status == MET else '看到'}：{_quoted(places, span)} {safe(where(place))}")
    if outcome.nearest:
        lines.append(f"  最接近：{_quoted(places, outcome.nearest)} {safe(where(places.place(outcome.nearest)))}")
    titles = {name: role.title for name, role in run.checklist.file.roles.items()}
    lines.append(f"  看过 {len(outcome.traces)} 处：" if outcome.traces else "  没有一处与本项的模式相合。")
    for number, trace in enumerate(outcome.traces, 1):
        roles = "、".join(titles.get(role, role) for role in trace.roles) or "不明"
        word = STANDING_WORD.get(trace.standing, "")
        standing = f"；立意：{word}（{safe(trace.standing)}）" if trace.standing else ""
        verdict = STATUS_WORD.get(trace.verdict, safe(trace.verdict)) or "未采用"
        lines += [
            f"  {number}. {safe(where(places.place(trace.span)))} {_quoted(places, trace.span)}",
            f"     部分：{safe(roles)}{standing}",
            f"     模式：{safe(masked.clean(trace.pattern))}",
            f"     结论：{verdict}。{safe(masked.clean(trace.why))}",
        ]
    return "\n".join(lines) + "\n"


def _remarks(outcome: Outcome, element: object) -> tuple[tuple[str, str | None], ...]:
    said = outcome.message or getattr(element, outcome.status, None)
    return ("认定", said), ("原因", outcome.reason), ("请核对", outcome.question)


def _quoted(places: Places, span: tuple[int, int]) -> str:
    return f"“{safe(shorten(places.masked.text[span[0] : span[1]], _QUOTE))}”"

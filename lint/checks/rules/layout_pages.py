"""Paper, margins and page numbers."""

from bisect import bisect_right
from collections.abc import Sequence

from lint.checklist.model import LayoutRule
from lint.checks.results import Finding
from lint.checks.rules.layout_parts import Part
from lint.checks.rules.layout_say import told
from lint.document.layout import PageForm

_MM = 25.4 / 72
_ROUNDING = 0.06  # millimetres: a length in Word is a whole number of twentieths of a point
_PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "B5": (182, 257), "16 开": (184, 260),
           "Letter": (215.9, 279.4), "Legal": (215.9, 355.6)}  # fmt: skip


def pages(forms: Sequence[PageForm], parts: Sequence[Part], rule: LayoutRule) -> list[Finding]:
    """The sections that hold the report's text; one set crosswise for a wide table is left alone."""
    starts = [form.start for form in forms]
    held: dict[int, list[Part]] = {}
    for part in parts:
        held.setdefault(bisect_right(starts, part.start) - 1, []).append(part)
    judged = [(form, held[at]) for at, form in enumerate(forms) if at in held]
    upright = [one for one in judged if not _crosswise(one[0])]
    judged = upright or judged
    found = [*_paper(judged, rule), *_margins(judged, rule)]
    if rule.page_number and judged and not any(form.numbered for form, _ in judged):
        message = "没有页码；一般在版心下方编排页码，如“— 1 —”。"
        found.append(told(rule, "page-number", message, [judged[0][1][0].first_words]))
    return found


def _crosswise(form: PageForm) -> bool:
    return form.width is not None and form.height is not None and form.width > form.height


def _paper(judged: Sequence[tuple[PageForm, list[Part]]], rule: LayoutRule) -> list[Finding]:
    if rule.paper_width is None or rule.paper_height is None:
        return []
    wanted = _size(rule.paper_width, rule.paper_height)
    unsaid = [parts[0].first_words for form, parts in judged if form.width is None or form.height is None]
    found = []
    if unsaid:
        message = f"文件没有设定纸张，换一台电脑打印就可能不同；请设为 {wanted}。"
        found.append(told(rule, "paper", message, unsaid))
    wrong: dict[str, list[tuple[int, int]]] = {}
    for form, parts in judged:
        if form.width is None or form.height is None:
            continue
        width, height = form.width * _MM, form.height * _MM
        off = max(abs(width - rule.paper_width), abs(height - rule.paper_height))
        if off > rule.tolerance + _ROUNDING:
            wrong.setdefault(_size(width, height), []).append(parts[0].first_words)
    if wrong:
        places = [place for some in wrong.values() for place in some]
        message = f"纸张是 {'、'.join(wrong)}，公文用纸一般是 {wanted}，请在页面设置里改。"
        found.append(told(rule, "paper", message, places))
    return found


def _margins(judged: Sequence[tuple[PageForm, list[Part]]], rule: LayoutRule) -> list[Finding]:
    sides = (
        ("上", "top", rule.margin_top),
        ("下", "bottom", rule.margin_bottom),
        ("左", "left", rule.margin_left),
        ("右", "right", rule.margin_right),
    )
    wanted = {(word, side): value for word, side, value in sides if value is not None}
    wrong: dict[str, list[tuple[int, int]]] = {}
    for form, parts in judged:
        real = {(word, side): _millimetres(getattr(form, side)) for word, side in wanted}
        off = [abs(real[key] - value) for key, value in wanted.items() if real[key] is not None]  # type: ignore[operator]
        if off and max(off) > rule.tolerance + _ROUNDING:
            known = "、".join(f"{word} {value:g}" for (word, _), value in real.items() if value is not None)
            wrong.setdefault(known, []).append(parts[0].first_words)
    if not wrong:
        return []
    right = "、".join(f"{word} {value:g}" for (word, _), value in wanted.items())
    message = f"页边距是{'；'.join(wrong)} 毫米，一般是{right} 毫米，请在页面设置里改。"
    return [told(rule, "margins", message, [place for some in wrong.values() for place in some])]


def _millimetres(points: float | None) -> float | None:
    return None if points is None else round(points * _MM + 1e-6, 1)


def _size(width: float, height: float) -> str:
    """A4（210×297 毫米）; turned paper is told as such."""
    named = f"{width:.4g}×{height:.4g} 毫米"
    for name, (short, long) in _PAPERS.items():
        if abs(width - short) <= 1 and abs(height - long) <= 1:
            return f"{name}（{named}）"
        if abs(width - long) <= 1 and abs(height - short) <= 1:
            return f"横放的 {name}（{named}）"
    return named

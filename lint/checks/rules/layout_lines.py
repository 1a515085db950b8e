"""Line distances, first-line indents and the place of the title."""

from collections.abc import Sequence

from lint.checklist.model import LayoutRule
from lint.checks.results import Finding
from lint.checks.rules.layout_parts import RECIPIENT, TITLE, Part
from lint.checks.rules.layout_say import Odd, commonest, listed, mostly, told
from lint.document.layout import ParagraphForm

_POINT = 0.06  # what Word rounds line distances to
_INDENT = 0.35  # characters; bold or condensed text and rounding to millimetres differ by less
_SIZE = 16.0  # points, of a paragraph whose size is unknown
_DIGITS = {1.0: "一", 2.0: "两", 3.0: "三", 4.0: "四"}


def centring(parts: Sequence[Part], rule: LayoutRule) -> list[Finding]:
    """A title that does not stand in the middle; one pushed there by blanks is left alone."""
    places = [
        part.first_words
        for part in parts
        if part.kind == TITLE and part.form.alignment not in ("center", "distribute") and part.start == part.form.start
    ]
    if not rule.title_centred or not places:
        return []
    return [told(rule, "title-place", "标题没有居中，一般居中排布，分一行或多行。", places)]


def distances(parts: Sequence[Part], rule: LayoutRule) -> list[Finding]:
    """Line distances of the text and its headings."""
    if rule.line_from is None or rule.line_to is None:
        return []
    judged = [part for part in parts if part.begins and part.kind not in (TITLE, RECIPIENT)]
    odd = [
        Odd(_distance(part.form), part.first_words, _weight(part))
        for part in judged
        if not rule.line_from - _POINT <= _points(part.form) <= rule.line_to + _POINT
    ]
    if not odd:
        return []
    ends = dict.fromkeys((f"{rule.line_from:g}", f"{rule.line_to:g}"))
    wanted = f"一般用固定值 {'—'.join(ends)} 磅"
    places = [one.place for one in odd]
    if mostly(odd, sum(map(_weight, judged))):
        message = f"正文行距多为{commonest(odd)}（{len(odd)} 处），{wanted}。"
        return [told(rule, "line-distance", message, places)]
    message = f"正文有 {len(odd)} 处行距与其他段落不同（{listed(odd)}），{wanted}。"
    return [told(rule, "line-distance", message, places, "hint")]


def indents(text: str, parts: Sequence[Part], rule: LayoutRule) -> list[Finding]:
    """First-line indents of the text and its headings; blanks at the beginning count as part of the indent."""
    if rule.indent is None:
        return []
    odd: list[Odd] = []
    whole = 0
    for part in parts:
        aligned = part.form.alignment in (None, "left", "both")
        if not part.begins or part.kind in (TITLE, RECIPIENT) or not aligned:
            continue
        blanks = text[part.form.start : part.start]
        if "\t" in blanks:
            continue  # as wide as the tab stops make it
        whole += 1
        wide = _indent(part.form, blanks)
        if abs(wide - rule.indent) > _INDENT:
            odd.append(Odd(_called(wide), part.first_words))
    if not odd:
        return []
    wanted = f"一般首行空{_DIGITS.get(rule.indent, f' {rule.indent:g} ')}字"
    places = [one.place for one in odd]
    if mostly(odd, whole):
        return [told(rule, "indent", f"段落多{commonest(odd)}（{len(odd)} 处），{wanted}。", places)]
    message = f"有 {len(odd)} 处首行缩进与其他段落不同（{listed(odd)}），{wanted}。"
    return [told(rule, "indent", message, places, "hint")]


def _weight(part: Part) -> int:
    return part.form.end - part.form.start


def _points(form: ParagraphForm) -> float:
    """The line distance in points; 0 where it depends on the font."""
    kind, value = form.spacing
    if kind == "lines":
        return value * form.grid if form.grid is not None else 0.0
    return value


def _distance(form: ParagraphForm) -> str:
    kind, value = form.spacing
    if kind == "lines":
        return "单倍" if value == 1 else f" {round(value, 2):g} 倍"
    return f"{'固定值' if kind == 'exact' else '最小值'} {value:g} 磅"


def _indent(form: ParagraphForm, blanks: str) -> float:
    """Where the first line begins, in characters from the edge of the text."""
    size = next((one.size for one in form.fonts if one.size), None) or _SIZE
    pushed = sum(1.0 if blank == "\u3000" else 0.5 for blank in blanks)
    if form.indent_chars is not None and not form.left:
        return form.indent_chars + pushed
    return ((form.indent or 0.0) + (form.left or 0.0)) / size + pushed


def _called(wide: float) -> str:
    return "没有首行缩进" if abs(wide) <= _INDENT else f"首行缩进 {wide:.1f} 字".replace(".0 ", " ")

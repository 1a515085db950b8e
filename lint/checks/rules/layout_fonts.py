"""The fonts and sizes of title, headings and text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lint.checklist.model import Font, LayoutRule
from lint.checks.results import Finding
from lint.checks.rules.layout_parts import LEVELS, TEXT, TITLE, Part
from lint.checks.rules.layout_say import Odd, commonest, listed, mostly, size_name, told
from lint.checks.rules.regions import is_han
from lint.checks.rules.say import shown
from lint.document.layout import FontForm

_CALLED = {"一、": "一级标题", "（一）": "二级标题", "1.": "三级标题", "（1）": "四级标题"}
_HALF_POINT = 0.25  # sizes nearer than this are the same


def fonts(text: str, parts: Sequence[Part], rule: LayoutRule) -> list[Finding]:
    """One finding for each part of the report whose characters do not look as the rule's fonts say."""
    runs = [(part, form) for part in parts for form in _runs(text, part)]
    found = [one for font in rule.font if (one := _part(text, runs, font, rule))]
    if runs and rule.font and all(form.east_asian is None for _, form in runs):
        wanted = next((font for font in rule.font if font.part == TEXT), rule.font[0])
        message = (
            f"全文没有指定中文字体，换一台电脑打开字体就可能不同；请给标题和正文设定字体，正文一般用{_wanted(wanted)}。"
        )
        found.append(told(rule, "fonts", message, [parts[0].first_words]))
    return found


def _runs(text: str, part: Part) -> Iterator[FontForm]:
    """The stretches of a part that hold Chinese characters, cut to the part."""
    for form in part.form.fonts:
        start, end = max(form.start, part.start), min(form.end, part.end)
        if start < end and any(map(is_han, text[start:end])):
            yield FontForm(start, end, form.east_asian, form.latin, form.size, form.bold)


def _part(text: str, runs: Sequence[tuple[Part, FontForm]], font: Font, rule: LayoutRule) -> Finding | None:
    mine = [(part, form) for part, form in runs if part.kind == font.part]
    odd: list[Odd] = []
    last: tuple[Part, str] | None = None
    for part, form in mine:
        label = _odd(form, font)
        weight = form.end - form.start
        if label and last == (part, label):
            odd[-1] = Odd(label, odd[-1].place, odd[-1].weight + weight)
        elif label:
            start = form.start + len(text[form.start : form.end]) - len(text[form.start : form.end].lstrip())
            odd.append(Odd(label, (start, min(form.end, start + 12)), weight))
        last = (part, label)
    if not odd:
        return None
    called = _CALLED.get(font.part, font.part)
    habit = "title" if font.part == TITLE else "text" if font.part == TEXT else f"level-{LEVELS.index(font.part) + 1}"
    places = [one.place for one in odd]
    if mostly(odd, sum(form.end - form.start for _, form in mine)):
        times = f"（{len(odd)} 处）" if len(odd) > 1 and font.part != TITLE else ""
        verb = "多为" if len(odd) > 1 and font.part != TITLE else "用的是"
        return told(rule, habit, f"{called}{verb}{commonest(odd)}{times}，一般用{_wanted(font)}。", places)
    message = f"{called}里有 {len(odd)} 处不是{_wanted(font)}（{listed(odd)}），请核对。"
    return told(rule, habit, message, places, "hint")


def _odd(form: FontForm, font: Font) -> str:
    """What a stretch looks like where that is not as wanted, else ""."""
    named, size = form.east_asian, form.size
    wrong_face = named is not None and bool(font.names) and not _accepts(font.names, named)
    wrong_size = size is not None and font.size is not None and abs(size - font.size) > _HALF_POINT
    if not wrong_face and not wrong_size:
        return ""
    face = shown(named, 20) if named is not None and font.names else ""
    known = size_name(size) if size is not None and font.size is not None else ""
    return f"{known}{' ' if known.endswith('磅') else ''}{face}" if face else f"{known}字"


def _wanted(font: Font) -> str:
    return (size_name(font.size) if font.size is not None else "") + (f"{font.called}字" if font.called else "字")


def _accepts(patterns: tuple[str, ...], named: str) -> bool:
    return _pattern(patterns).fullmatch(_plain(named)) is not None


@lru_cache(maxsize=64)
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """The accepted names as one expression; at most a few * in names of a few characters."""
    names = (".*".join(re.escape(_plain(piece)) for piece in pattern.split("*")) for pattern in patterns)
    return re.compile("|".join(names), re.DOTALL)


def _plain(name: str) -> str:
    """A font's name without what does not tell fonts apart: width, case, blanks, the @ of vertical writing."""
    return "".join(unicodedata.normalize("NFKC", name[:64]).casefold().split()).lstrip("@")

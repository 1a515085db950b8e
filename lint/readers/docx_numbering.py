"""Automatic numbers of Word paragraphs, resolved to the text that Word shows.

A label is not in the text of a paragraph: it follows from numbering.xml, the styles and the paragraphs before.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from lint.readers.docx_names import attribute, child, child_value, children, is_on
from lint.readers.docx_numerals import numeral
from lint.readers.docx_styles import Styles

_PLACEHOLDER = re.compile("%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart`: None = after any higher level, 0 = never, n = after level n (from 1) or above."""

    start: int
    form: str
    pattern: str
    restart: int | None
    arabic: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class Instance:
    """A w:num: the abstract list it uses and what it changes about it, by level from 0."""

    abstract: str
    starts: Mapping[int, int]
    levels: Mapping[int, Level]


@dataclass(slots=True)
class Numbering:
    """The lists of a file and where their counting has come to. Ask for labels in document order."""

    abstracts: Mapping[str, Mapping[int, Level]]
    instances: Mapping[str, Instance]
    styles: Styles
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: etree._Element | None) -> str:
        """The label of the next paragraph, "" when it has none. `properties` is its w:pPr. Bullets are no labels."""
        number, index = self.list_of(properties)
        instance = self.instances.get(number) if number else None
        if number is None or instance is None:
            return ""
        levels = {**self.abstracts.get(instance.abstract, {}), **instance.levels}
        if index not in levels:
            return ""
        counts = self._counts.setdefault(instance.abstract, {})
        self._count(counts, levels, instance, number, index)
        level = levels[index]
        if level.form == "bullet":
            return ""

        def written(match: re.Match[str]) -> str:
            position = int(match[1]) - 1
            other = levels.get(position)
            if other is None:
                return ""
            # A higher level that has not occurred yet shows its first number, without being used up by that.
            return numeral(counts.get(position, other.start), "decimal" if level.arabic else other.form)

        return _PLACEHOLDER.sub(written, level.pattern)

    def _count(
        self, counts: dict[int, int], levels: Mapping[int, Level], instance: Instance, number: str, index: int
    ) -> None:
        if index in instance.starts and (number, index) not in self._started:
            counts[index] = instance.starts[index]
        elif index in counts:
            counts[index] += 1
        else:
            counts[index] = levels[index].start
        self._started.add((number, index))
        for lower in [level for level in counts if level > index]:
            restart = levels[lower].restart if lower in levels else None
            if restart is None or 0 < index + 1 <= restart:
                del counts[lower]

    def list_of(self, properties: etree._Element | None) -> tuple[str | None, int]:
        """The list (w:numId, None for none) and the level (from 0) of a paragraph: its own, else its style's."""
        direct = child(properties, "numPr")
        number, level = child_value(direct, "numId"), child_value(direct, "ilvl")
        source = None
        if number is None:
            for name, style in self.styles.chain(child_value(properties, "pStyle") or self.styles.default_paragraph):
                level = style.level if level is None else level
                if style.number is not None:
                    number, source = style.number, name
                    break
        if number is None or number == "0":  # 0 takes the paragraph out of the style's list
            return None, 0
        if level is None and source is not None and number in self.instances:
            for index, each in self.abstracts.get(self.instances[number].abstract, {}).items():
                if each.style == source:
                    return number, index
        return number, _integer(level, 0)


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """The lists of numbering.xml; none when the file has no such part."""
    own: dict[str, dict[int, Level]] = {}
    borrowed: dict[str, str] = {}
    lenders: dict[str, str] = {}
    for element in children(root, "abstractNum"):
        identifier = attribute(element, "abstractNumId") or ""
        own[identifier] = _levels(element)
        if link := child_value(element, "numStyleLink"):
            borrowed[identifier] = link
        if link := child_value(element, "styleLink"):
            lenders[link] = identifier
    for identifier, link in borrowed.items():
        if link in lenders:
            own[identifier] = own[lenders[link]]
    instances = {}
    for element in children(root, "num"):
        overrides = list(children(element, "lvlOverride"))
        instances[attribute(element, "numId") or ""] = Instance(
            abstract=child_value(element, "abstractNumId") or "",
            starts={
                _integer(attribute(override, "ilvl"), 0): _integer(start, 1)
                for override in overrides
                if (start := child_value(override, "startOverride")) is not None
            },
            levels={index: level for override in overrides for index, level in _levels(override).items()},
        )
    return Numbering(own, instances, styles)


def _levels(parent: etree._Element) -> dict[int, Level]:
    found = {}
    for element in children(parent, "lvl"):
        index = _integer(attribute(element, "ilvl"), 0)
        if 0 <= index < _LEVELS:
            restart = child_value(element, "lvlRestart")
            found[index] = Level(
                start=_integer(child_value(element, "start"), 1),
                form=_form(element),
                pattern=child_value(element, "lvlText") or "",
                restart=None if restart is None else _integer(restart, 0),
                arabic=bool(is_on(element, "isLgl")),
                style=child_value(element, "pStyle"),
            )
    return found


def _form(level: etree._Element) -> str:
    """The number format of a level; Word wraps its newer ones into AlternateContent with an older one beside it."""
    form = child_value(level, "numFmt")
    if form is None:
        fallback = child(child(level, "AlternateContent"), "Fallback")
        form = child_value(fallback, "numFmt")
    return form or "decimal"


def _integer(text: str | None, default: int) -> int:
    try:
        return max(-1, min(int(text or default), 100_000))
    except ValueError:
        return default

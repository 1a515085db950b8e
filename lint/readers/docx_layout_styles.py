"""What a paragraph or run of a Word file looks like: direct formatting, styles, lists, defaults, the theme's fonts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lint.document.layout import Alignment
from lint.readers.docx_layout_units import points
from lint.readers.docx_names import attribute, child, child_value, children, is_on
from lint.readers.docx_numbering import Numbering, read_numbering
from lint.readers.docx_package import Package
from lint.readers.docx_styles import read_styles

_MOST_ANCESTORS = 20  # a chain of basedOn longer than Word allows is a loop
_DEFAULT_SIZE = 10.0  # points, where nothing says a size (ECMA-376, 17.3.2.38)
_ALIGNMENTS: Mapping[str, Alignment] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "both",
    "distribute": "distribute", "thaiDistribute": "distribute", "lowKashida": "both", "mediumKashida": "both",
    "highKashida": "both",
}  # fmt: skip
_SCRIPTS = {"zh-cn": "Hans", "zh-sg": "Hans", "zh-tw": "Hant", "zh-hk": "Hant", "zh-mo": "Hant", "ja-jp": "Jpan"}

Sources = Sequence[etree._Element]
"""Property elements (w:pPr or w:rPr), the nearest first; attributes of one are filled up from the next."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The styles of a file and what stands behind them. `levels` are the w:lvl of its lists by list and level,
    `theme` its fonts by kind ("minorEastAsia")."""

    styles: Mapping[str, etree._Element]
    default_style: str | None
    paragraph_defaults: etree._Element | None
    run_defaults: etree._Element | None
    numbering: Numbering
    levels: Mapping[tuple[str, int], etree._Element]
    theme: Mapping[str, str]

    def of_paragraph(self, properties: etree._Element | None, *, lists: bool = False) -> Sources:
        """Where a paragraph's own form comes from. With `lists` the form of its list stands behind whatever puts it
        into the list, as indents do."""
        found: list[etree._Element | None] = [properties]
        found += [child(style, "pPr") for style in self._chain(child_value(properties, "pStyle") or self.default_style)]
        if lists:
            place, level = self.numbering.list_of(properties), None
            if place[0] is not None:
                level = child(self.levels.get((place[0], place[1])), "pPr")
            at = next((n for n, one in enumerate(found) if child(child(one, "numPr"), "numId") is not None), 0)
            found.insert(at + 1, level)
        return [one for one in (*found, self.paragraph_defaults) if one is not None]

    def of_run(self, properties: etree._Element | None, paragraph_style: str | None) -> Sources:
        """Where a run's form comes from."""
        found = [properties]
        found += [child(style, "rPr") for style in self._chain(child_value(properties, "rStyle"))]
        found += [child(style, "rPr") for style in self._chain(paragraph_style or self.default_style)]
        return [one for one in (*found, self.run_defaults) if one is not None]

    def _chain(self, style: str | None) -> list[etree._Element]:
        found: list[etree._Element] = []
        while style is not None and style in self.styles and len(found) < _MOST_ANCESTORS:
            found.append(self.styles[style])
            style = child_value(found[-1], "basedOn")
        return found

    def nearest(self, sources: Sources, name: str) -> etree._Element | None:
        """The nearest element of that kind."""
        return next((found for one in sources if (found := child(one, name)) is not None), None)

    def is_on(self, sources: Sources, name: str) -> bool | None:
        """What the nearest on/off property of that kind says."""
        return next((said for one in sources if (said := is_on(one, name)) is not None), None)

    def alignment(self, sources: Sources) -> Alignment | None:
        """The alignment of a paragraph."""
        found = self.nearest(sources, "jc")
        return None if found is None else _ALIGNMENTS.get(attribute(found, "val") or "")

    def spacing(self, sources: Sources) -> tuple[Literal["exact", "at-least", "lines"], float]:
        """The line distance of a paragraph; single where nothing is said. A rule belongs to the distance beside it."""
        for one in sources:
            element = child(one, "spacing")
            said = None if element is None else attribute(element, "line")
            if element is None or said is None:
                continue
            rule = attribute(element, "lineRule")
            value = points(said, 20)
            if value is None:
                continue
            if rule == "exact":
                return "exact", abs(value)
            return ("at-least", abs(value)) if rule == "atLeast" else ("lines", round(abs(value) / 12, 3))
        return "lines", 1.0

    def indent(self, sources: Sources, size: float) -> tuple[float | None, float | None, float | None]:
        """First-line indent in points and, where the file counts so, in characters; left indent in points.

        A count of characters wins over a length, from wherever it comes: that is why a length alone does not undo it.
        """
        elements = [element for one in sources if (element := child(one, "ind")) is not None]
        chars = _first(elements, (("firstLineChars", 1), ("hangingChars", -1)), 100)
        length = _first(elements, (("firstLine", 1), ("hanging", -1)), 20)
        left_chars = _first(elements, (("leftChars", 1), ("startChars", 1)), 100)
        left = _first(elements, (("left", 1), ("start", 1)), 20)
        return (
            chars * size if chars else length,
            chars or None,
            left_chars * size if left_chars else left,
        )

    def font(self, sources: Sources, slot: str) -> str | None:
        """The font of a run: `slot` is "eastAsia" or "ascii"."""
        for one in sources:
            fonts = child(one, "rFonts")
            if fonts is None:
                continue
            themed = attribute(fonts, f"{slot}Theme")
            named = self.theme.get(themed) if themed else None
            named = named or attribute(fonts, slot)
            if named and named != "0":  # LibreOffice writes 0 where an RTF file names no font
                return named
            if themed:
                return None  # the theme names no font of that kind: the reader's computer decides
        return None

    def size(self, sources: Sources) -> float:
        """The size of a run in points."""
        for one in sources:
            if (said := child_value(one, "sz")) is not None and (value := points(said, 2)) is not None:
                return value
        return _DEFAULT_SIZE


def read_formats(package: Package, main: str) -> Formats:
    """The formats of the parts beside the main one. Raises ReadError for damage."""
    parts = {relationship.kind: relationship.target for relationship in package.relationships(main).values()}
    root = package.xml(parts.get("styles", ""))
    names = read_styles(root)
    defaults = child(root, "docDefaults")
    numbering = package.xml(parts.get("numbering", ""))
    language = child(package.xml(parts.get("settings", "")), "themeFontLang")
    spoken = "" if language is None else attribute(language, "eastAsia") or ""
    return Formats(
        {attribute(style, "styleId") or "": style for style in children(root, "style")},
        names.default_paragraph,
        child(child(defaults, "pPrDefault"), "pPr"),
        child(child(defaults, "rPrDefault"), "rPr"),
        read_numbering(numbering, names),
        _levels(numbering),
        _theme(package.xml(parts.get("theme", "")), _SCRIPTS.get(spoken.lower(), "")),
    )


def _first(elements: Iterable[etree._Element], names: tuple[tuple[str, int], ...], per: int) -> float | None:
    """The nearest value of one of some attributes that exclude each other, with its sign."""
    for element in elements:
        for name, sign in names:
            if (said := attribute(element, name)) is not None and (value := points(said, per)) is not None:
                return sign * value if value else 0.0
    return None


def _levels(root: etree._Element | None) -> dict[tuple[str, int], etree._Element]:
    """The w:lvl of every list, by w:numId and level."""
    abstracts = {attribute(one, "abstractNumId") or "": one for one in children(root, "abstractNum")}
    lenders = {link: one for one in abstracts.values() if (link := child_value(one, "styleLink"))}
    found: dict[tuple[str, int], etree._Element] = {}
    for instance in children(root, "num"):
        abstract = abstracts.get(child_value(instance, "abstractNumId") or "")
        if link := child_value(abstract, "numStyleLink"):
            abstract = lenders.get(link, abstract)
        own = [level for override in children(instance, "lvlOverride") for level in children(override, "lvl")]
        for level in (*children(abstract, "lvl"), *own):
            index = attribute(level, "ilvl") or ""
            if index.isascii() and index.isdigit():
                found[attribute(instance, "numId") or "", int(index[:3])] = level
    return found


def _theme(root: etree._Element | None, script: str) -> dict[str, str]:
    """The fonts of a theme as runs name them; a Chinese font left open is the one for the script of the file."""
    found: dict[str, str] = {}
    for element in root.iter("{*}majorFont", "{*}minorFont") if root is not None else ():
        group = etree.QName(element).localname.removesuffix("Font")
        faces = {etree.QName(one).localname: one.get("typeface", "") for one in element.iter("{*}latin", "{*}ea")}
        scripts = {one.get("script", ""): one.get("typeface", "") for one in element.iter("{*}font")}
        named = {
            "Ascii": faces.get("latin", ""),
            "HAnsi": faces.get("latin", ""),
            "EastAsia": faces.get("ea", "") or scripts.get(script, ""),
        }
        found |= {f"{group}{name}": face for name, face in named.items() if face}
    return found

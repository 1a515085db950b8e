"""What the styles of a Word file say about numbering and hidden text."""

from dataclasses import dataclass, field

from lxml import etree

from lint.readers.docx_names import attribute, child, child_value, children, is_on, kind

_MOST_ANCESTORS = 20  # a chain of basedOn longer than Word allows is a loop


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it stands in styles.xml; None where it says nothing."""

    based_on: str | None
    number: str | None
    level: str | None
    hidden: bool | None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id, and the id of the default paragraph style."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default_paragraph: str | None = None

    def chain(self, style: str | None) -> list[tuple[str, Style]]:
        """A style and what it is based on, nearest first."""
        found: list[tuple[str, Style]] = []
        while style in self.by_id and len(found) < _MOST_ANCESTORS:
            found.append((style, self.by_id[style]))
            style = found[-1][1].based_on
        return found

    def hides(self, style: str | None) -> bool:
        """Whether text of that style is hidden."""
        return next((each.hidden for _, each in self.chain(style) if each.hidden is not None), False)


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of styles.xml; none when the file has no such part."""
    by_id, default = {}, None
    for element in children(root, "style"):
        identifier = attribute(element, "styleId") or ""
        parts = {kind(part): part for part in element}  # one walk: files hold some 200 styles
        based_on = parts.get("basedOn")
        numbering = child(parts.get("pPr"), "numPr")
        by_id[identifier] = Style(
            based_on=None if based_on is None else attribute(based_on, "val"),
            number=child_value(numbering, "numId"),
            level=child_value(numbering, "ilvl"),
            hidden=is_on(parts.get("rPr"), "vanish"),
        )
        if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
            default = identifier
    return Styles(by_id, default)

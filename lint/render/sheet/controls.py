"""The content controls of a Word sheet: boxes to click, places for a note, and the bookmark of a row."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from lint.policy import sheet_keys as keys
from lint.render.sheet.placeholders import Drawn
from lint.render.sheet.runs import R_PR, XML_SPACE, W, text_runs

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_SIGNS = "Segoe UI Symbol"  # has both ☐ and ☑, comes with every Windows since 7; 宋体 has neither
_SPACE = "　　"  # stands in an empty place for a note: something to click on, nothing on paper
_FIRST_ID = 710_000_000


class Numbers:
    """Gives each control and bookmark an id of its own."""

    def __init__(self) -> None:
        self._last = _FIRST_ID

    def next(self) -> str:
        self._last += 1
        return str(self._last)


def boxes(fingerprint: str, choices: Sequence[keys.Choice], numbers: Numbers) -> Drawn:
    """The boxes of a row, each with its word."""

    def draw(run: etree._Element) -> list[etree._Element]:
        drawn: list[etree._Element] = []
        for choice in choices:
            if drawn:
                drawn += text_runs(run, "\n")  # a line each: the column is narrow, and a line could break after a box
            drawn.append(_box(run, keys.tag(fingerprint, choice), keys.LABELS[choice], numbers.next()))
            drawn += text_runs(run, keys.LABELS[choice])
        return drawn

    return draw


def note(fingerprint: str, numbers: Numbers) -> Drawn:
    """意见： and the place for it."""

    def draw(run: etree._Element) -> list[etree._Element]:
        control, properties = _control(run, keys.tag(fingerprint, keys.NOTE), "意见", numbers.next())
        _sub(properties, "showingPlcHdr")
        _sub(properties, "text", multiLine="1")
        _sub(control, "sdtContent").extend(text_runs(run, _SPACE))
        return [*text_runs(run, keys.NOTE_LABEL), control]

    return draw


def bookmarked(text: str, fingerprint: str, numbers: Numbers) -> Drawn:
    """A row's number, with the hidden bookmark that tells which row it is when the controls are gone."""

    def draw(run: etree._Element) -> list[etree._Element]:
        ident = numbers.next()
        start = etree.Element(
            f"{{{W}}}bookmarkStart", {f"{{{W}}}id": ident, f"{{{W}}}name": keys.bookmark(fingerprint)}
        )
        return [start, *text_runs(run, text), etree.Element(f"{{{W}}}bookmarkEnd", {f"{{{W}}}id": ident})]

    return draw


def _box(run: etree._Element, tag: str, name: str, ident: str) -> etree._Element:
    control, properties = _control(run, tag, name, ident)
    box = etree.SubElement(properties, f"{{{W14}}}checkbox", nsmap={"w14": W14})
    for word, char in (("checked", "0"), ("checkedState", keys.CHECKED), ("uncheckedState", keys.UNCHECKED)):
        state = etree.SubElement(box, f"{{{W14}}}{word}")
        state.set(f"{{{W14}}}val", char if word == "checked" else f"{ord(char):04X}")
        if word != "checked":
            state.set(f"{{{W14}}}font", _SIGNS)
    shown = etree.SubElement(_sub(control, "sdtContent"), f"{{{W}}}r")
    shown.append(_sign_format(run))
    text = _sub(shown, "t")
    text.text = keys.UNCHECKED
    text.set(XML_SPACE, "preserve")
    return control


def _control(run: etree._Element, tag: str, name: str, ident: str) -> tuple[etree._Element, etree._Element]:
    control = etree.Element(f"{{{W}}}sdt")
    properties = _sub(control, "sdtPr")
    if (model := run.find(R_PR)) is not None:
        properties.append(deepcopy(model))
    _sub(properties, "alias", val=name)
    _sub(properties, "tag", val=tag)
    _sub(properties, "id", val=ident)
    return control, properties


def _sign_format(run: etree._Element) -> etree._Element:
    """The format of the run with a font that has the boxes."""
    model = run.find(R_PR)
    properties = deepcopy(model) if model is not None else etree.Element(R_PR)
    for fonts in properties.findall(f"{{{W}}}rFonts"):
        properties.remove(fonts)
    fonts = etree.Element(f"{{{W}}}rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(f"{{{W}}}{script}", _SIGNS)
    fonts.set(f"{{{W}}}hint", "eastAsia")
    properties.insert(1 if len(properties) and properties[0].tag == f"{{{W}}}rStyle" else 0, fonts)
    return properties


def _sub(parent: etree._Element, word: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{W}}}{word}", {f"{{{W}}}{name}": value for name, value in attributes.items()})

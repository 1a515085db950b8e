"""The characters of one Word paragraph, each with the node that holds it."""

from dataclasses import dataclass, field

from lxml import etree

from lint.readers.assemble import Stretch
from lint.readers.docx_names import attribute, child, child_value, is_on, kind
from lint.readers.docx_styles import Styles

# Symbols of fonts without a Unicode encoding that reports use: ticks, boxes, arrows.
_SYMBOLS = {
    ("wingdings", 0x6C): "●", ("wingdings", 0x6E): "■", ("wingdings", 0x6F): "□", ("wingdings", 0x71): "❑",
    ("wingdings", 0x75): "◆", ("wingdings", 0xA1): "○", ("wingdings", 0xA8): "□", ("wingdings", 0xD8): "➢",
    ("wingdings", 0xE0): "→", ("wingdings", 0xFB): "✗", ("wingdings", 0xFC): "✓", ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFE): "☑", ("wingdings 2", 0x4F): "✗", ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x51): "☒",
    ("wingdings 2", 0x52): "☑", ("wingdings 2", 0xA3): "□", ("symbol", 0xB0): "°", ("symbol", 0xB1): "±",
    ("symbol", 0xB3): "≥", ("symbol", 0xA3): "≤", ("symbol", 0xB4): "×", ("symbol", 0xB7): "•", ("symbol", 0xB8): "÷",
    ("symbol", 0xAE): "→", ("symbol", 0x25): "%", ("symbol", 0x2B): "+", ("symbol", 0x2D): "−", ("symbol", 0x3D): "=",
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)  # where Word puts the characters of such fonts
UNMAPPABLE = "\ufffc"

_DROPPED = frozenset(
    [
        "pPr",
        "rPr",
        "sdtPr",
        "rt",
        "instrText",
        "delText",
        "delInstrText",
        "del",
        "moveFrom",
        "rPrChange",
        "pPrChange",
        "tcPr",
        "trPr",
    ]
)
_DELETIONS = frozenset({"del", "moveFrom"})
_INSERTIONS = frozenset({"ins", "moveTo"})
_FIXED = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
LINE_BREAK, PAGE_BREAK = "\n", "\f"


@dataclass(slots=True)
class Story:
    """What reading one part needs to carry along: the member, the ordinals of its elements, open fields, what was met.

    `fields` holds, innermost last, whether each open field is still in its instruction (True) or in its result.
    """

    member: str
    ordinals: dict[etree._Element, int]
    styles: Styles
    sound_fields: bool = True
    fields: list[bool] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    revised: bool = False
    hidden: bool = False
    embedded: bool = False


@dataclass(frozen=True, slots=True)
class Runs:
    """The stretches of a paragraph; a soft break is a stretch of its own ("\\n", "\\f" for a page or column break)."""

    stretches: list[Stretch]
    boxes: list[etree._Element]


def node_text(element: etree._Element) -> str:
    """What a text-bearing element contributes to the text: the characters that origins count offsets in.

    Line ends inside of w:t are spaces, as Word shows them.
    """
    name = kind(element)
    if name == "t":
        text = (element.text or "") + "".join(inner.tail or "" for inner in element)
        return text.replace("\r", " ").replace("\n", " ") if "\n" in text or "\r" in text else text
    if name == "br":
        return LINE_BREAK if attribute(element, "type") in (None, "textWrapping") else PAGE_BREAK
    if name == "sym":
        return _symbol(element)
    return _FIXED.get(name, "")


def read_runs(paragraph: etree._Element, story: Story) -> Runs:
    """Walk one w:p: tracked changes as accepted, field results only, hidden text left out.

    Text boxes are returned, not walked. The depth is limited by the parser (256 levels).
    """
    runs = Runs([], [])
    properties = child(paragraph, "pPr")
    style = child_value(properties, "pStyle") or story.styles.default_paragraph
    _walk(paragraph, story, runs, hidden=story.styles.hides(style))
    return runs


def _walk(parent: etree._Element, story: Story, runs: Runs, *, hidden: bool) -> None:
    for element in parent:
        name = kind(element)
        if name == "r":
            _walk(element, story, runs, hidden=_is_hidden(element, story, hidden))
        elif name in _DROPPED:
            story.revised = story.revised or name in _DELETIONS
        elif name == "AlternateContent":
            chosen = child(element, "Choice")
            chosen = child(element, "Fallback") if chosen is None else chosen
            if chosen is not None:
                _walk(chosen, story, runs, hidden=hidden)
        elif name == "txbxContent":
            runs.boxes.append(element)
        elif name == "fldChar":
            _follow_field(element, story)
        elif name in ("footnoteReference", "endnoteReference"):
            story.notes.append((name.removesuffix("Reference"), attribute(element, "id") or ""))
        elif name in ("t", "br", "sym") or name in _FIXED:
            text = "" if any(story.fields) else node_text(element)
            if hidden:
                story.hidden = story.hidden or bool(text.strip())
            elif text:
                runs.stretches.append(Stretch(text, story.member, story.ordinals[element]))
        else:
            story.revised = story.revised or name in _INSERTIONS
            _walk(element, story, runs, hidden=hidden)


def _is_hidden(run: etree._Element, story: Story, inherited: bool) -> bool:
    properties = child(run, "rPr")
    if properties is None:
        return inherited
    direct = is_on(properties, "vanish")
    if direct is not None:
        return direct
    style = child_value(properties, "rStyle")
    return inherited or (style is not None and story.styles.hides(style))


def _follow_field(element: etree._Element, story: Story) -> None:
    step = attribute(element, "fldCharType")
    if step == "begin" and story.sound_fields:
        story.fields.append(True)
    elif step == "separate" and story.fields:
        story.fields[-1] = False
    elif step == "end" and story.fields:
        story.fields.pop()


def _symbol(element: etree._Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return UNMAPPABLE
    font = (attribute(element, "font") or "").lower()
    known = _SYMBOLS.get((font, code - _PRIVATE.start if code in _PRIVATE else code))
    if known:
        return known
    printable = 0x20 <= code < 0xD800 or 0xF900 <= code <= 0x10FFFF
    return chr(code) if printable and chr(code).isprintable() and not font.startswith("wingdings") else UNMAPPABLE

"""Ticks as people and programs write them: ☑ by a click, √ typed over □, a letter in a font of signs."""

import re
from enum import Enum

from lxml import etree

from lint.policy import sheet_keys as keys
from lint.readers.docx_names import attribute, child, kind

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_TICKS = "☑☒■√✓✔▣◼⊠🗹✅"
_BLANKS = "☐□▢◻❑❏⬜"
# The fonts of signs that Word's 插入符号 offers: letter → box or tick.
_SIGN_FONTS = {
    "wingdings": {
        "\xfe": "☑",
        "\xfd": "☒",
        "\x78": "☒",
        "\xfc": "✓",
        "\xa8": "☐",
        "\x6f": "☐",
        "\x71": "☐",
        "\x6e": "■",
    },
    "wingdings 2": {"\x52": "☑", "\x53": "☒", "\x54": "☒", "\x50": "✓", "\xa3": "☐", "\x2a": "☐", "\x30": "☐"},
}
_SIGN_CODES = 0xF000  # where Word puts the letters of such a font
_BOX = re.compile(rf"(?:[{_TICKS}{_BLANKS}][\ufe0e\ufe0f]?)+")
_WORD = re.compile("|".join(sorted(keys.LABELS.values(), key=len, reverse=True)))
_CHOICE: dict[str, keys.Choice] = {label: choice for choice, label in keys.LABELS.items()}


class Mark(Enum):
    """The state of a box; `UNCLEAR` where what is shown and what is stored do not agree."""

    BLANK = 0
    TICKED = 1
    UNCLEAR = 2


def control_state(control: etree._Element) -> Mark:
    """Whether the check box of a content control is ticked: by what is stored, and by the mark that is seen."""
    stored = None
    properties = child(control, "sdtPr")
    for element in properties.iter() if properties is not None else ():
        if element.tag == f"{{{_W14}}}checked":
            stored = (element.get(f"{{{_W14}}}val") or "1").lower() in ("1", "true", "on")
    seen = cell_text(control)
    if _has_tick(seen):
        return Mark.TICKED  # by a click, or typed over the box, whatever the program then stored
    if any(char in _BLANKS for char in seen):
        return Mark.UNCLEAR if stored else Mark.BLANK
    return Mark.TICKED if stored else Mark.BLANK


def marks_before(text: str) -> tuple[set[keys.Choice], bool]:
    """The choices of a cell's text that have a tick: before their words (√同意), or right after them (同意√) where
    the next words have a box of their own or these have none. And whether a tick is left that may belong to either."""
    ticked: set[keys.Choice] = set()
    stray = boxed = False  # boxed: the previous words have a box before them
    previous: re.Match[str] | None = None
    text = _around_note(text)[0].partition(keys.EARLIER_LABEL)[0]
    for word in (*_WORD.finditer(text), None):
        between = text[previous.end() if previous else 0 : word.start() if word else len(text)]
        groups = list(_BOX.finditer(between))
        after = previous and groups and groups[0].start() == 0 and (len(groups) > 1 or word is None or not boxed)
        if previous and after and _has_tick(groups.pop(0).group()):
            ticked.add(_CHOICE[previous.group()])
        own = bool(groups)
        if word and groups and _has_tick(groups.pop().group()):
            ticked.add(_CHOICE[word.group()])
        stray = stray or any(_has_tick(group.group()) for group in groups)
        previous, boxed = word, own
    return ticked, stray


def note_after(text: str) -> str:
    """What a cell says after 意见：, on one line; "" where it says nothing."""
    note = _around_note(text)[1].partition(keys.EARLIER_LABEL)[0]
    return " ".join(note.strip("_＿ \u3000\n").split())


def _around_note(text: str) -> tuple[str, str]:
    before, _, after = text.replace(keys.NOTE_LABEL.replace("：", ":"), keys.NOTE_LABEL).partition(keys.NOTE_LABEL)
    return before, after


def cell_text(element: etree._Element) -> str:
    """The text of a cell or control; paragraphs and breaks as line ends, placeholders of Word's and deletions left
    out."""
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: etree._Element, pieces: list[str]) -> None:
    for node in element:
        word = kind(node)
        if word in ("del", "moveFrom", "Fallback", "sdtPr", "rPr", "pPr"):
            continue
        if word == "sdt" and shows_placeholder(node) and not _holds_control(node):
            continue  # LibreOffice 7.4 puts the controls of a cell into one, with the properties of the last
        if word == "t":
            pieces.append(_signs(node))
        elif word == "sym":
            pieces.append(_sign(attribute(node, "font") or "", _code(attribute(node, "char") or "")))
        elif word in ("br", "cr", "tab"):
            pieces.append("\n")
        else:
            _collect(node, pieces)
            if word == "p":
                pieces.append("\n")


def shows_placeholder(control: etree._Element) -> bool:
    """Whether nobody has written into a content control yet."""
    return properties_of(control, "showingPlcHdr", "sdtPr") is not None


def _holds_control(control: etree._Element) -> bool:
    return any(kind(element) == "sdt" for element in control.iter() if element is not control)


def properties_of(element: etree._Element | None, name: str, group: str) -> etree._Element | None:
    """The property of that local name in an element's group of properties ("sdtPr", "rPr"), or None."""
    found = child(element, group)
    return next((one for one in found if is_named(one, name)), None) if found is not None else None


def is_named(element: etree._Element, name: str) -> bool:
    """Whether an element has that local name."""
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name


def _signs(node: etree._Element) -> str:
    """The text of a run; in a font of signs its letters are the boxes they look like."""
    text = node.text or ""
    fonts = properties_of(node.getparent(), "rFonts", "rPr")
    names = {(attribute(fonts, key) or "").casefold() for key in ("ascii", "hAnsi")} if fonts is not None else set()
    for font in names & _SIGN_FONTS.keys():
        return "".join(_sign(font, char) for char in text)
    return text


def _sign(font: str, char: str) -> str:
    at = ord(char) if len(char) == 1 else 0
    letter = chr(at - _SIGN_CODES) if _SIGN_CODES <= at < _SIGN_CODES + 0x100 else char
    return _SIGN_FONTS.get(font.casefold(), {}).get(letter, char)


def _code(text: str) -> str:
    try:
        return chr(int(text, 16))
    except (ValueError, OverflowError):
        return ""


def _has_tick(group: str) -> bool:
    return any(char in _TICKS for char in group)

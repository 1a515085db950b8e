"""What a feedback sheet carries so that it can be read back: the names on its boxes, rows and properties.

Word, WPS and LibreOffice keep different things when they save, so each is told twice. A box is a content control with
a tag; its row has a hidden bookmark. Which document the sheet is about, and what each row is about, stands in a custom
XML part, which LibreOffice 7.4 drops with the tags, and in short in the document properties.
"""

from typing import Literal, get_args

Choice = Literal["agree", "disagree", "met", "unmet"]

CHOICES: tuple[Choice, ...] = get_args(Choice)
LABELS: dict[Choice, str] = {"agree": "同意", "disagree": "不同意", "met": "已写明", "unmet": "未写明"}
NOTE = "note"
NOTE_LABEL = "意见："
EARLIER_LABEL = "此前复核："  # ends a note
NAMESPACE = "urn:qingdan:sheet:1"  # of the custom XML part
PROPERTY = "qingdan."  # begins the names of the document properties: qingdan.issuer, qingdan.year, …
ROWS = "rows"  # begins those that say "1 F1 met;2 F2 absent": printed number, element or rule, status
LONGEST_PROPERTY = 255  # characters
IDENTITY = ("issuer", "year", "checklist", "sha256", "path")
FINDING = "finding"  # the status of a row that is about a text rule's finding
CHECKED, UNCHECKED = "☑", "☐"
_TAG = "qd"
_BOOKMARK = "_qd_"  # an underscore first hides a bookmark in Word; 36 of 40 characters are used


def tag(fingerprint: str, what: str) -> str:
    """The tag of a box (`what` a choice) or of the place for a note."""
    return f"{_TAG}:{fingerprint}:{what}"


def parse_tag(text: str) -> tuple[str, str] | None:
    """The fingerprint and the choice (or "note") of a tag; None when it is no tag of ours."""
    parts = text.strip().split(":")
    if len(parts) != 3 or parts[0] != _TAG or not _is_fingerprint(parts[1]) or parts[2] not in (*CHOICES, NOTE):
        return None
    return parts[1], parts[2]


def bookmark(fingerprint: str) -> str:
    """The bookmark of a row."""
    return f"{_BOOKMARK}{fingerprint}"


def parse_bookmark(name: str) -> str | None:
    """The fingerprint of a row's bookmark; None when it is no bookmark of ours."""
    rest = name.removeprefix(_BOOKMARK)
    return rest if rest != name and _is_fingerprint(rest) else None


def _is_fingerprint(text: str) -> bool:
    return len(text) == 32 and all(char in "0123456789abcdef" for char in text)

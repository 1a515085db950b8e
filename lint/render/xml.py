"""Text for XML 1.0: what XML forbids is shown by its code point, the rest is escaped."""

from xml.sax.saxutils import escape, quoteattr

from lint.render.flat import flat
from lint.render.words import neutral

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, attributes: dict[str, str]) -> str:
    """A start tag without its brackets. Values come on one line: they are tokens to strict readers."""
    return " ".join((name, *(f"{key}={quoteattr(flat(value))}" for key, value in attributes.items())))


def content(text: str) -> str:
    """Text between tags; lines stay lines."""
    return escape(neutral(text))

"""Tags of our own, written with the prefix that the part itself has for WordprocessingML at that place."""

from dataclasses import dataclass
from html import escape

from lxml import etree

from lint.render.word.fields import paragraph_of


@dataclass(frozen=True, slots=True)
class Tags:
    """Writes tags of one namespace. `declared` is put into every tag where the part has no prefix to take."""

    prefix: str
    declared: str = ""

    def open(self, name: str, **attributes: str) -> bytes:
        return f"<{self._written(name, attributes)}>".encode()

    def empty(self, name: str, **attributes: str) -> bytes:
        return f"<{self._written(name, attributes)}/>".encode()

    def close(self, name: str) -> bytes:
        return f"</{self.prefix}:{name}>".encode()

    def _written(self, name: str, attributes: dict[str, str]) -> str:
        said = "".join(f' {self.prefix}:{key}="{escape(value)}"' for key, value in attributes.items())
        return f"{self.prefix}:{name}{self.declared}{said}"


def tags_in(element: etree._Element) -> Tags:
    """Tags for the inside of the paragraph around an element, or beside a child of a root element."""
    holder = paragraph_of(element)
    return tags_of(element if holder is None else holder)


def tags_of(holder: etree._Element) -> Tags:
    """Tags for the inside of an element of that namespace."""
    namespace = etree.QName(holder).namespace or ""
    if holder.prefix:
        return Tags(holder.prefix)
    # Attributes have no default namespace: they need a prefix.
    return Tags("w", f' xmlns:w="{escape(namespace)}"')

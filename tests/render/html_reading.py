"""A page as a strict reader sees it: elements with their attributes and their text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "circle"}


@dataclass
class Node:
    tag: str
    attributes: dict[str, str]
    parts: list[object] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part.text if isinstance(part, Node) else str(part) for part in self.parts)

    def all(self, tag: str = "", **attributes: str) -> list["Node"]:
        """Every element inside, in order, that has the tag and the attributes (`class_` for class)."""
        found = []
        for part in self.parts:
            if isinstance(part, Node):
                wanted = {name.rstrip("_"): value for name, value in attributes.items()}
                if (not tag or part.tag == tag) and all(
                    value in part.attributes.get(name, "").split() for name, value in wanted.items()
                ):
                    found.append(part)
                found += part.all(tag, **attributes)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].parts.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
            self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].parts.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def read(html: str) -> Node:
    """The tree of a page; every element must be closed where it was opened."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not closed"
    return reader.root

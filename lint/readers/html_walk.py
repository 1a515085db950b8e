"""The nodes of an HTML subtree that a reader sees, walked without recursion: saved pages nest 20,000 deep."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "meta",
        "link",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "-comment",
        "-document",
        "rt",
        "rp",
    ]
)
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def _is_dropped(node: LexborNode) -> bool:
    """Whether an element and all in it is not part of what a reader of the page sees."""
    if node.tag in _DROPPED:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    return "hidden" in attributes or bool(_HIDING_STYLE.search(attributes.get("style") or ""))


def walk(root: LexborNode, skip: frozenset[int] = frozenset()) -> Iterator[tuple[LexborNode, bool]]:
    """Every visible node below `root` in document order: (node, True) on entering it, (node, False) on leaving it.

    Text nodes are only entered. `skip` holds mem_ids of elements to pass over.
    """
    node, depth = root, 0
    entering = True
    while True:
        if entering:
            visible = node.tag == "-text" or not (_is_dropped(node) or (node.mem_id in skip))
            if visible:
                yield node, True
                below = node.child
                if below is not None:
                    node, depth = below, depth + 1
                    continue
                if node.tag != "-text":
                    yield node, False
        if depth == 0:
            return
        following = node.next
        if following is not None:
            node, entering = following, True
        else:
            parent = node.parent
            if parent is None:
                return
            node, depth, entering = parent, depth - 1, False
            yield node, False

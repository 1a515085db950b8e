"""Digits in their place: a figure or a literal digit begins no number in the middle of another one (0件 is not in
10件), but a pattern's own digits may go on (20#年). Which of the two holds is known from the pattern alone."""

from lint.patterns.parse import Choice, Literal, Node, Number, Sequence

_DIGITS = "0123456789第〇一二两三四五六七八九十百千"


def settle(tree: Sequence, before: str = "") -> Sequence:
    """The tree with the flags of its literals and numbers set. `before` is the last character of what stands right
    before it, where it may be one of a number; else ""."""
    parts: list[Node] = []
    for part in tree.parts:
        parts.append(_settled(part, before))
        before = _tail(part)
    return Sequence(tuple(parts))


def _settled(node: Node, before: str) -> Node:
    goes_on = before != "" and before in _DIGITS
    if isinstance(node, Literal):
        return Literal(node.text, node.text[0] in "0123456789" and not goes_on)
    if isinstance(node, Number):
        return Number(goes_on)
    if isinstance(node, Sequence):
        return settle(node, before)
    if isinstance(node, Choice):
        return Choice(tuple(settle(branch, before) for branch in node.branches), node.optional)
    return node


def _tail(node: Node) -> str:
    """The last character of a node's match, where it may be one of a number; else ""."""
    if isinstance(node, Literal):
        return node.text[-1]
    if isinstance(node, Number):
        return "0"
    branches = node.branches if isinstance(node, Choice) else (node,) if isinstance(node, Sequence) else ()
    tails = [_tail(branch.parts[-1]) for branch in branches if branch.parts]
    return next((tail for tail in tails if tail and tail in _DIGITS), "")

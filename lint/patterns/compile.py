"""From a pattern's tree to one regular expression that runs in linear time, and the words it cannot do without.

A gap is `(?>[^。；！？\\n]{0,GAP}?REST)`: lazy, bounded, and atomic, so that a failure further on never tries the gap's
other ends again; the work per start is bounded by GAP times the number of gaps.
"""

import re

from lint.patterns.errors import PatternError
from lint.patterns.parse import Choice, Edge, Gap, Literal, Node, Number, Sequence

GAP = 60  # code points; the longest clause chains of real reports that still speak of one act
MAX_SIZE = 60_000  # characters of the regular expression

_SCALE = "(?:余|多|几|来)?(?:十|百|千|万|亿)?(?:余|多)?"
_SET_PHRASE = "项制|个(?:意识|自信|维护|确立|亲自|全面|必须|坚持|统筹|到位)"  # 四个意识: names, nothing counted
NUMBER = (
    rf"(?:(?<![第0-9.])[0-9]+(?:[.，][0-9]+)*{_SCALE}"
    rf"|(?<![第〇一二两三四五六七八九十百千])[〇一二两三四五六七八九十百千]+{_SCALE}(?!{_SET_PHRASE}))"
)
NUMBER_GOING_ON = re.sub(r"\(\?<![^)]*\)", "", NUMBER)  # behind digits of the pattern's own
_CLAUSE_START = (
    r"(?:(?<=[，；：。！？\n、])|(?<=[一二三四五六七八九十]是)|\A|(?<=（[一二三四五六七八九十0-9]{1,3}）)|(?<=[①-⑳])"
    r"|(?<=\n[0-9]{1,2}\.)|(?<=\A[0-9]{1,2}\.))"
)
_CLAUSE_END = r"(?=[，；：。！？\n]|\Z)"
_SPECIAL = set("\\^$.|?*+()[]{}#-&~")


def escape(text: str) -> str:
    """The text as a literal inside a regular expression."""
    return "".join("\\" + c if c in _SPECIAL else c for c in text)


def to_regex(tree: Sequence, *, clause_only: bool = False) -> str:
    """The regular expression of a tree; with `clause_only` gaps do not cross ， or ： either.

    Raises PatternError when it would be absurdly large.
    """
    stop = "。；！？\\n，：" if clause_only else "。；！？\\n"
    built = _sequence(tree.parts, f"[^{stop}]{{0,{GAP}}}?")
    if len(built) > MAX_SIZE:
        raise PatternError(f"模式展开后太大（{len(built)} 字符，上限 {MAX_SIZE}），请拆成几条", 0)
    return built


def _sequence(parts: tuple[Node, ...], gap: str) -> str:
    out: list[str] = []
    closing = 0
    for part in parts:
        if isinstance(part, Gap):
            if closing:
                out.append(")")
            out.append(f"(?>{gap}")
            closing = 1
        else:
            out.append(_node(part, gap))
    return "".join(out) + ")" * closing


def _node(node: Node, gap: str) -> str:
    if isinstance(node, Literal):
        return f"(?<![0-9.]){escape(node.text)}" if node.alone else escape(node.text)
    if isinstance(node, Number):
        return NUMBER_GOING_ON if node.goes_on else NUMBER
    if isinstance(node, Edge):
        return _CLAUSE_END if node.end else _CLAUSE_START
    if isinstance(node, Sequence):
        return _sequence(node.parts, gap)
    if isinstance(node, Choice):
        words = "|".join(_sequence(branch.parts, gap) for branch in node.branches)
        return f"(?:{words})?" if node.optional else f"(?:{words})"
    raise AssertionError(node)


def requirements(tree: Sequence) -> tuple[tuple[str, ...], ...]:
    """Lists of words; of each list at least one word stands in every match, all in the same sentence. The list that is
    likeliest to turn a text away comes first."""
    return tuple(sorted(dict.fromkeys(_lists(tree)), key=lambda words: (-min(map(len, words)), len(words))))


def _lists(tree: Sequence) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for part in tree.parts:
        if isinstance(part, Sequence):
            found.extend(_lists(part))
        elif isinstance(part, Choice) and len(part.branches) == 1 and not part.optional:
            found.extend(_lists(part.branches[0]))
        elif words := _words(part):
            found.append(words)
    return found


def _words(node: Node) -> tuple[str, ...]:
    """Words of which at least one stands wherever the node matches; empty when there is no such list."""
    if isinstance(node, Literal):
        return (node.text,)
    if not isinstance(node, Choice) or node.optional:
        return ()
    found: list[str] = []
    for branch in node.branches:
        lists = _lists(branch)
        if not lists:
            return ()
        best: tuple[str, ...] = max(lists, key=_worth)
        found.extend(best)
    return tuple(dict.fromkeys(found))


def _worth(words: tuple[str, ...]) -> tuple[int, int]:
    """A list turns more texts away the longer its shortest word and the fewer its words."""
    return min(map(len, words)), -len(words)

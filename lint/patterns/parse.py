"""The syntax of phrase patterns.

    plain words      themselves, whatever their width, script or quotation marks
    …                a lazy gap inside one sentence, at most GAP characters, never across 。；！？ or a line end
    (听取|研究)       one of several; (全面|)推行 or (全面)?推行: may be missing; 的? 的 may be missing
    {会议}             one of a vocabulary's phrases
    #                a figure, Arabic or Chinese, with 余/多/近/万
    ^ $              the beginning, the end of a clause
    \\x               the character x itself

Full-width brackets, bars and braces typed with a Chinese keyboard mean the same as the half-width ones.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from lint.document.fold import fold_words
from lint.patterns.errors import PatternError


@dataclass(frozen=True, slots=True)
class Literal:
    text: str
    alone: bool = False  # its first digit begins a number of its own


@dataclass(frozen=True, slots=True)
class Gap:
    pass


@dataclass(frozen=True, slots=True)
class Number:
    goes_on: bool = False  # digits of the pattern stand right before it


@dataclass(frozen=True, slots=True)
class Edge:
    end: bool


@dataclass(frozen=True, slots=True)
class Choice:
    branches: tuple["Sequence", ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    parts: tuple["Node", ...]


Node: TypeAlias = Literal | Gap | Number | Edge | Choice | Sequence

_SAME = str.maketrans("（）｜｛｝＃＾＄？", "()|{}#^$?")
_MAX_DEPTH = 12


def parse(source: str, resolve: Callable[[str, int], Sequence]) -> Sequence:
    """The tree of a pattern. `resolve(name, position)` gives the tree of a vocabulary or raises PatternError.

    Raises PatternError with the position of the offending character.
    """
    parser = _Parser(source, resolve)
    tree = parser.sequence(0)
    if parser.at < len(source):
        raise PatternError("多了一个右括号“)”；要写括号本身请写作“\\)”", parser.at)
    if not tree.parts:
        raise PatternError("模式是空的", 0)
    if all(map(_may_be_empty, tree.parts)):
        raise PatternError("模式里至少要有一个不能省去的词，否则处处都能匹配", 0)
    if isinstance(tree.parts[0], Gap) or isinstance(tree.parts[-1], Gap):
        raise PatternError(
            "“…”前后都要有文字：开头或结尾的间隔没有意义，请去掉",
            0 if isinstance(tree.parts[0], Gap) else len(source) - 1,
        )
    return tree


def _may_be_empty(node: Node) -> bool:
    if isinstance(node, Choice):
        return node.optional or any(map(_may_be_empty, node.branches))
    if isinstance(node, Sequence):
        return all(map(_may_be_empty, node.parts))
    return isinstance(node, Gap | Edge)


class _Parser:
    def __init__(self, source: str, resolve: Callable[[str, int], Sequence]) -> None:
        self.source = source
        self.signs = source.translate(_SAME)
        self.resolve = resolve
        self.at = 0

    def sequence(self, depth: int) -> Sequence:
        if depth > _MAX_DEPTH:
            raise PatternError(f"括号套得太深（最多 {_MAX_DEPTH} 层）", self.at)
        parts: list[Node] = []
        words: list[str] = []

        def flush() -> None:
            folded = fold_words("".join(words))
            words.clear()
            if folded:
                parts.append(Literal(folded))

        while self.at < len(self.source):
            sign = self.signs[self.at]
            if sign in "|)":
                break
            if sign == "\\":
                if self.at + 1 >= len(self.source):
                    raise PatternError("“\\”后面要有一个字符", self.at)
                words.append(self.source[self.at + 1])
                self.at += 2
                continue
            if sign == "(":
                flush()
                parts.append(self.choice(depth))
                continue
            if sign not in "…#^${}?":
                words.append(self.source[self.at])
                self.at += 1
                continue
            if sign == "?" and words and (last := fold_words(words[-1])):
                words.pop()
                flush()
                parts.append(Choice((Sequence((Literal(last),)),), True))
                self.at += 1
                continue
            flush()
            parts.extend(self.special(sign))
            if isinstance(parts[-1], Choice | Number):
                parts[-1] = self.maybe_optional(parts[-1])
        flush()
        return Sequence(tuple(parts))

    def special(self, sign: str) -> list[Node]:
        start = self.at
        if sign == "{":
            close = self.signs.find("}", start)
            if close < 0:
                raise PatternError("“{”没有对应的“}”", start)
            self.at = close + 1
            tree = self.resolve(self.source[start + 1 : close].strip(), start)
            return [Choice((tree,))]
        self.at += 1
        if sign == "…":
            while self.at < len(self.source) and self.source[self.at] == "…":
                self.at += 1
            return [Gap()]
        if sign == "#":
            return [Number()]
        if sign == "^":
            return [Edge(end=False)]
        if sign == "$":
            return [Edge(end=True)]
        if sign == "}":
            raise PatternError("多了一个“}”；要写它本身请写作“\\}”", start)
        raise PatternError("“?”前面要有文字、括号、词表或“#”；要写问号请写作“\\?”", start)

    def choice(self, depth: int) -> Choice:
        start = self.at
        self.at += 1
        branches: list[Sequence] = []
        empty = False
        while True:
            branch = self.sequence(depth + 1)
            if branch.parts:
                branches.append(branch)
            else:
                empty = True
            if self.at >= len(self.source):
                raise PatternError("“(”没有对应的“)”；要写括号本身请写作“\\(”", start)
            sign = self.signs[self.at]
            self.at += 1
            if sign == ")":
                break
        if not branches:
            raise PatternError("括号里是空的", start)
        choice = self.maybe_optional(Choice(tuple(branches), empty))
        assert isinstance(choice, Choice)
        return choice

    def maybe_optional(self, node: Choice | Number) -> Choice | Number:
        if self.at < len(self.source) and self.signs[self.at] == "?":
            self.at += 1
            return Choice(node.branches, True) if isinstance(node, Choice) else Choice((Sequence((node,)),), True)
        return node

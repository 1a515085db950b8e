"""The text of a regulation or notice as its name, its articles (第一条; 一、 where there are none) and their items."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = "〇零一二三四五六七八九十百千0-9"
_ARTICLE = re.compile(rf"^(第[{_DIGITS}]{{1,6}}条(?:之[一二三四五六七八九十])?)[\s　：:]*(.*)$")
_POINT = re.compile(r"^([一二三四五六七八九十]{1,3})、\s*(.*)$")
_ITEM = re.compile(
    r"^([（(](?:[一二三四五六七八九十百]{1,3}|[0-9]{1,2})[)）]|[0-9]{1,2}[.．、](?![0-9])|[①-⑳])\s*(.+)$"
)
_INLINE = re.compile(r"(?<=[：；。:;])\s*(?=[（(][一二三四五六七八九十]{1,3}[)）])")
_CHAPTER = re.compile(rf"^(?:第[{_DIGITS}]{{1,4}}[编章节]|目\s*录|附\s*[则件录])")
_ENDED = re.compile(r"[。；：！？:;]$")
_GENRE = re.compile(r"(?:法|条例|办法|规定|规则|细则|决定|意见|通知|方案|标准|规范|指引|准则|制度|要求|规程|措施|函)$")
_KEPT = re.compile(r"^[（(](?:试行|暂行|试用|草案|征求意见稿)[)）]$")
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]$")
_NUMBER = re.compile(
    r"[一-鿿]{1,12}[〔\[［【（(](?:19|20)[0-9]{2}[〕\]］】)）][0-9]{1,4}号|[一-鿿]{2,20}令第?[〇零一二三四五六七八九十百0-9]{1,5}号"
)
_HEADING = 15  # characters; a longer first line of a part is a sentence
_FIRST = re.compile(r"[（(]?(?:1|一)(?![0-9十百])|①")
_FRONT = 12  # lines before the first article that may hold the name


@dataclass(frozen=True)
class Heading:
    """The name of a regulation and its number (文号), "" for what is not told."""

    name: str
    number: str


@dataclass(frozen=True)
class Block:
    """A paragraph and the items below it, each with its mark: ("（一）", words)."""

    text: str
    items: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Article:
    """`label` is as a source is cited (第二条; 第二部分 for 二、), "" for a list outside of any article."""

    label: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The whole wording, on one line."""
        return "".join(block.text + "".join(mark + said for mark, said in block.items) for block in self.blocks)


def heading_of(text: str) -> Heading:
    """What stands before the first article tells name and number."""
    front: list[str] = []
    for line in _lines(text):
        if _ARTICLE.match(line) or _POINT.match(line) or _CHAPTER.match(line) or _ITEM.match(line):
            break
        front.append(line)
    front = front[:_FRONT]
    number = next((re.sub(r"^.*[年月日]", "", found[0]) for line in front if (found := _NUMBER.search(line))), "")
    name = ""
    for line in front:
        if _ENDED.search(line) or (number and line == number):
            continue
        whole, tail = _without_note(name + line)
        if _GENRE.search(whole):
            return Heading(whole + tail, number)
        name = name + line if len(name) + len(line) < 60 and not _NUMBER.search(line) else ""
    return Heading("", number)


def articles_of(text: str) -> tuple[Article, ...]:
    """The articles in their order; without any, the list that the text is, as one article without a label."""
    lines = list(_lines(text))
    by_article = any(_ARTICLE.match(line) for line in lines)
    by_point = not by_article and sum(bool(_POINT.match(line)) for line in lines) > 1
    found: list[tuple[str, list[str]]] = [] if by_article or by_point else [("", [])]
    for line in lines:
        if by_article and (article := _ARTICLE.match(line)):
            found.append((article[1], [article[2]]))
        elif by_point and (point := _POINT.match(line)):
            heading = point[2] if len(point[2]) > _HEADING or _ENDED.search(point[2]) else f"{point[2]}。"
            found.append((f"第{point[1]}部分", [heading]))
        elif found and not _CHAPTER.match(line):
            found[-1][1].append(line)
    return tuple(Article(label, _blocks(lines)) for label, lines in found)


def _lines(text: str) -> Iterator[str]:
    for line in text.replace("\ufeff", "").splitlines():
        for piece in _INLINE.sub("\n", line).split("\n"):
            if plain := re.sub(r"[\s　]+", " ", piece).strip(" *#"):
                yield plain


def _blocks(lines: list[str]) -> tuple[Block, ...]:
    """Paragraphs with their items. Lines broken in the middle of a sentence are joined; items of another sort within
    an item are part of it."""
    blocks: list[tuple[str, list[tuple[str, str]]]] = []
    inner = ""  # the sort of the items within the last item
    for line in filter(None, lines):
        item = _ITEM.match(line)
        items = blocks[-1][1] if blocks else []
        sort = _sort(item[1]) if item else ""
        if item and items and sort != _sort(items[0][0]) and (inner == sort or _FIRST.match(item[1])):
            items[-1] = (items[-1][0], items[-1][1] + line)
            inner = sort
        elif item:
            inner = ""
            if not blocks:
                blocks.append(("", []))
            blocks[-1][1].append((item[1], item[2]))
        elif items and not _ENDED.search(items[-1][1]):
            items[-1] = (items[-1][0], items[-1][1] + line)
        elif blocks and not items and not _ENDED.search(blocks[-1][0]):
            blocks[-1] = (blocks[-1][0] + line, items)
        else:
            blocks.append((line, []))
    return tuple(Block(text, tuple(items)) for text, items in blocks)


def _sort(mark: str) -> str:
    """（一） and （二） are of one sort, 1. is of another."""
    return re.sub(r"[一二三四五六七八九十百]+", "一", re.sub(r"[0-9]+", "1", re.sub(r"[①-⑳]", "①", mark)))


def _without_note(name: str) -> tuple[str, str]:
    """A name without what stands in brackets behind it, and of that what belongs to it: （试行）."""
    plain = name.replace(" ", "")
    tail = ""
    while note := _BRACKETED.search(plain):
        plain = plain[: note.start()]
        tail = note[0] if _KEPT.match(note[0]) else tail
    return plain.strip("《》"), tail

"""Where on a saved page the article stands, and what the page says about it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lint.readers.html_blocks import BLOCKS
from lint.readers.html_walk import walk

# Containers of the publishing systems of Chinese government portals (TRS, UCAP, 博达, 大汉, 开普 and their like).
CONTAINERS = (
    "#UCAP-CONTENT", "ucapcontent", "#zoom", "#Zoom", "#zoomcon", ".TRS_Editor", ".trs_editor_view", ".TRS_UEDITOR",
    ".pages_content", ".wp_articlecontent", "#vsb_content", ".v_news_content", "#js_content", "#articleContent",
    "#article-content", ".article-content", "#ArticleContent", ".article_content", "#BodyLabel", "#contentText",
    ".xxgk_content", ".news_content", ".zwxl-article", ".bt_content", ".detail-content", ".art_con", ".con_text",
)  # fmt: skip
_FURNITURE = frozenset({"nav", "header", "footer", "aside", "a"})
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "center", "dd", "dt"})
_TABLE_PARTS = frozenset({"tr", "tbody", "thead", "tfoot", "table"})
_ENOUGH = 40  # characters; a shorter container is a stub that a script fills
_LONGEST_LINE = 300  # characters; the line with date and source is short
_MOST_MATCHES = 20

_META = {
    "title": ("articletitle", "og:title"),
    "published": ("pubdate", "publishdate", "article:published_time", "others"),
    "source": ("contentsource", "source"),
    "generator": ("generator",),
}
_DATE = r"(\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)"
_PUBLISHED = re.compile(rf"(?:发布(?:时间|日期)|发文(?:时间|日期)|时\s*间|日\s*期)\s*[：:]\s*{_DATE}")
_SOURCE = re.compile(r"(?:信息|文章)?来\s*源\s*[：:]\s*([^\s　:：|]{2,40})")
_NUMBER = re.compile(r"(?:发文字号|文\s*号|文件编号)\s*[：:\t]\s*([^\s\t]{4,40}号)")
_SITE_SUFFIX = re.compile(r"\s*(?:[_|]|\s[-–—]\s|--).*$", re.S)
_LABELS_AFTER = re.compile(r"(?:发布|浏览|点击|阅读|字体|作者|时间|日期).*$")


def article_of(page: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the article: a known container, else the densest block; None where there is no text."""
    for selector in CONTAINERS:
        # A page with hundreds of nested matches is hostile: looking at some keeps the time linear.
        found = [node for node in page.css(selector)[:_MOST_MATCHES] if _size(node) >= _ENOUGH]
        if found:
            return max(found, key=_size)
    return _densest(page)


def _size(node: LexborNode) -> int:
    return sum(len((each.text_content or "").strip()) for each, _ in walk(node) if each.tag == "-text")


def _densest(page: LexborHTMLParser) -> LexborNode | None:
    """The block with the most text of its own and of its paragraphs, links and menus not counted.

    Text counts fully for the block that holds its paragraph and by half for the block around that.
    """
    body = page.body
    if body is None:
        return None
    scores: dict[int, float] = defaultdict(float)
    nodes: dict[int, LexborNode] = {}
    holders: list[LexborNode] = []  # the open elements that can hold an article, outermost first
    furniture = 0
    for node, entering in walk(body):
        tag = node.tag or ""
        if tag == "-text":
            length = 0 if furniture else len((node.text_content or "").strip())
            for holder, share in zip(reversed(holders), (1.0, 0.5), strict=False):
                if length:
                    scores[holder.mem_id] += length * share
                    nodes[holder.mem_id] = holder
        elif tag in _FURNITURE:
            furniture += 1 if entering else -1
        elif tag in BLOCKS and tag not in _PARAGRAPHS and tag not in _TABLE_PARTS:
            if entering:
                holders.append(node)
            else:
                holders.pop()
    if not scores:
        return None
    return nodes[max(scores, key=lambda key: scores[key])]


def metadata_of(page: LexborHTMLParser, around: Iterable[str]) -> Mapping[str, str]:
    """What the page says about its article. `around` are the lines of the page outside of the article.

    Keys as in Document.metadata; one that the page does not tell is missing.
    """
    told: dict[str, str] = {}
    for meta in page.css("meta"):
        name = meta.attributes.get("name") or meta.attributes.get("property") or ""
        content = (meta.attributes.get("content") or "").strip()
        if content:
            told.setdefault(name.lower(), content)
    found = {key: next((told[name] for name in names if name in told), "") for key, names in _META.items()}
    if not re.match(r"\d{4}", found["published"]):
        found["published"] = ""
    for line in around:
        if len(line) > _LONGEST_LINE:
            continue
        found["published"] = found["published"] or _first(_PUBLISHED, line)
        found["source"] = found["source"] or _LABELS_AFTER.sub("", _first(_SOURCE, line))
        found["number"] = found.get("number") or _first(_NUMBER, line)
    found["title"] = found["title"] or _heading(page)
    return {key: value for key, value in found.items() if value}


def _heading(page: LexborHTMLParser) -> str:
    """The page's own heading, else its title without the name of the site."""
    headings = [" ".join(node.text().split()) for node in page.css("h1")]
    title = page.css_first("title")
    named = " ".join(title.text().split()) if title is not None else ""
    for heading in headings:
        if len(heading) > 4 and (len(headings) == 1 or heading in named):
            return heading
    return _SITE_SUFFIX.sub("", named)


def _first(pattern: re.Pattern[str], line: str) -> str:
    match = pattern.search(line)
    return match[1].strip() if match else ""

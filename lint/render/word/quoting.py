"""How a comment quotes: words of the report in marks that fit them, and sources, each in full once."""

from collections.abc import Iterator

from lint.document.lazy import lazy
from lint.record import shape
from lint.record.basis import lead, titled
from lint.render.words import shorten

QUOTE = 36  # characters of a quotation
_CONTEXT = 6
_TINY = 2
_LONG = 26  # characters of a title
_BLANK = lazy(r"[^\S\n]+")


def quoted(words: str) -> str:
    """Words in quotation marks; in others where they bring marks of their own, maybe only one of a pair."""
    return f"『{words}』" if "“" in words or "”" in words else f"“{words}”"


def in_context(place: shape.Place, masked: str) -> str:
    """The quotation; a tiny one, and one that ends in white space, with the words around it on its line."""
    quote = place["quote"]
    if quote != quote.strip() and "\n" not in quote:
        quote = _BLANK.sub("〔空格〕", quote)  # it is what the finding is about
    elif place["end"] - place["start"] > _TINY:
        return shorten(quote, QUOTE)
    before = masked[max(0, place["start"] - _CONTEXT) : place["start"]].rpartition("\n")[2]
    after = masked[place["end"] : place["end"] + _CONTEXT].partition("\n")[0]
    return shorten(before + quote + after, QUOTE)


def sources(basis: list[shape.Basis], cited: set[str]) -> Iterator[str]:
    """The first source in full the first time, then and the others by name: a margin is narrow, the page has them all.
    `cited` is what the comments before have said, and takes what this one says."""
    if basis:
        full = basis[0]["cite"]
        yield f"依据同前：{_named(basis[0], cited)}。" if full in cited else f"依据：{full}"
        cited |= {full, basis[0]["title"]}
    if basis[1:]:
        yield f"另见{'；'.join(_named(one, cited) for one in basis[1:])}。"
        cited |= {one["title"] for one in basis[1:]}


def _named(basis: shape.Basis, cited: set[str]) -> str:
    """A long title that was said before gives way to the number."""
    title = lead(basis["rank"], False) + titled(basis["title"], basis["rank"], basis["number"])
    number = f"（{basis['number']}）" if basis["number"] else ""
    if basis["number"] and len(title) > _LONG and basis["title"] in cited:
        title, number = basis["number"], ""
    return f"{title}{number}{basis['article']}{'（参照）' if basis['by_reference'] else ''}"

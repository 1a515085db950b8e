"""The cards of a page: one for each element and each finding of a text rule, numbered in the order of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from lint.record import shape
from lint.render.marks import EVIDENCE, FINDING, NEAREST, Marks
from lint.render.reviewed import said, status_said
from lint.render.verdict import in_baseline
from lint.render.words import EXCUSE_LABEL, SEVERITY_WORD, line_of, shorten, whole

_SHOWN_PLACES = 3
_SHOWN_SECTIONS = 8
_QUOTE = 72
_TITLE = 30
_SHORT = 4  # a quotation of so few characters is shown with the words around it
_AROUND = 10
_INNER_MARKS = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted place and the link that leads to it. `before` and `after` are the words around a place so short that
    it says nothing by itself (a comma)."""

    text: str
    where: str
    href: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What the page says of one element."""

    id: str
    number: int
    key: str
    title: str
    status: str
    sign: str
    word: str
    severity: str
    severity_word: str
    message: str
    basis: list[str]
    evidence: list[Quote]
    more: int
    searched: list[tuple[str, str]]  # title, link or ""
    nearest: Quote | None
    remedy: shape.Remedy | None
    question: str
    reason: str
    waiver: list[tuple[str, str]]
    verdict: str


@dataclass(frozen=True, slots=True)
class Note:
    """What the page says of one finding of a text rule."""

    id: str
    number: int
    rule: str
    severity: str
    severity_word: str
    message: str
    places: list[Quote]
    count: int
    suggestion: str
    basis: list[str]
    waiver: list[tuple[str, str]]
    verdict: str


class CardMaker:
    """Numbers cards and marks their places."""

    def __init__(self, marks: Marks, outline: Sequence[shape.Heading], masked: str) -> None:
        self._marks = marks
        self._text = masked
        self._sections: dict[str, str] = {}
        self._chapters = {f"#s{index}" for index, heading in enumerate(outline) if heading["level"] == 1}
        for index, heading in enumerate(outline):
            for name in (heading["text"], heading["number"] + heading["text"], heading["quote"]):
                self._sections.setdefault(name, f"#s{index}")
        self._number = 0

    def card(self, element: shape.Element, severity: str = "", waiver: Sequence[tuple[str, str]] = ()) -> Card:
        """The card of one element, with the severity of its finding and what its waiver says, where there is one."""
        self._number += 1
        ident = card_id(element["id"])
        status = element["status"]
        apart = _apart(element["evidence"])
        shown = apart[:_SHOWN_PLACES]
        links = self._marks.add_all(shown, EVIDENCE, self._number, ident, numbered=_SHOWN_PLACES)
        nearest = element["nearest"] if not shown else None
        return Card(
            id=ident,
            number=self._number,
            key=element["id"],
            title=element["title"],
            status=status,
            sign=status_said(element)[0],
            word=status_said(element)[1],
            severity=severity,
            severity_word=SEVERITY_WORD.get(severity, ""),
            message=element["message"],
            basis=[basis["cite"] for basis in element["basis"]],
            evidence=[quote(place, link) for place, link in zip(shown, links, strict=True)],
            more=len(apart) - len(shown),
            searched=self._searched(element["searched"]),
            nearest=quote(nearest, self._marks.add(nearest, NEAREST, f"p{self._number}-1", self._number, ident))
            if nearest
            else None,
            remedy=None if waiver or _answered(element) else element["remedy"],
            question=element["question"] or "",
            reason=element["reason"] or "",
            waiver=list(waiver),
            verdict=said(element["verdict"]) if element["verdict"] and not waiver else "",
        )

    def note(self, finding: shape.Finding) -> Note:
        """What is said of one finding; all its places are marked, the first three are quoted."""
        self._number += 1
        ident = f"f-{self._number}"
        links = self._marks.add_all(finding["places"], FINDING, self._number, ident, numbered=_SHOWN_PLACES)
        shown = list(zip(finding["places"], links, strict=True))[:_SHOWN_PLACES]
        return Note(
            id=ident,
            number=self._number,
            rule=finding["rule"],
            severity=finding["severity"],
            severity_word=SEVERITY_WORD[finding["severity"]],
            message=finding["message"],
            places=[self._in_context(place, link) for place, link in shown],
            count=finding["count"],
            suggestion=finding["suggestion"] or "",
            basis=[basis["cite"] for basis in finding["basis"]],
            waiver=waiver(finding),
            verdict=said(finding["verdict"]) if finding["verdict"] and not finding["waived"] else "",
        )

    def _searched(self, titles: Sequence[str]) -> list[tuple[str, str]]:
        """Where an element was looked for, with links; all chapters together are the whole text."""
        found = [(shorten(title, _TITLE), self._sections.get(title, "")) for title in titles]
        if len(self._chapters) > 1 and self._chapters <= {href for _, href in found}:
            return [("全文各部分", "#source")]
        return found[:_SHOWN_SECTIONS]

    def _in_context(self, place: shape.Place, href: str) -> Quote:
        """A short place with the words around it on its line; the quotation as it stands."""
        text = shorten(place["quote"], _QUOTE)
        if len(text) > _SHORT:
            return Quote(text, line_of(place), href)
        before = self._text[max(0, place["start"] - _AROUND) : place["start"]].rpartition("\n")[2]
        after = self._text[place["end"] : place["end"] + _AROUND].partition("\n")[0]
        return Quote(text, line_of(place), href, before, after)


def _answered(element: shape.Element) -> bool:
    """Whether a reviewer says that the text has what is asked for: then nothing need be written."""
    return element["verdict"] is not None and element["verdict"]["verdict"] == "met"


def _apart(places: Sequence[shape.Place]) -> list[shape.Place]:
    """The places without those that lie inside another."""
    kept: list[shape.Place] = []
    for at, place in enumerate(places):
        others = (other for index, other in enumerate(places) if index != at)
        span = (place["start"], place["end"])
        if not any(
            other["start"] <= span[0] and span[1] <= other["end"] and (other["start"], other["end"]) != span
            for other in others
        ) and span not in ((k["start"], k["end"]) for k in kept):
            kept.append(place)
    return kept


def waiver(finding: shape.Finding) -> list[tuple[str, str]]:
    """What the waiver of a finding says, with its labels; a reviewer's verdict is one sentence. The baseline gives no
    reason: what stands in it is shown as what is to be mended."""
    if in_baseline(finding):
        return []
    if finding["verdict"] and finding["waived"] and "verdict" in finding["waived"]:
        return [("复核意见", said(finding["verdict"]))]
    return [(EXCUSE_LABEL.get(name, name), said) for name, said in (finding["waived"] or {}).items() if said]


def card_id(element: str) -> str:
    """The id of an element's card on the page."""
    return f"e-{element}"


def quote(place: shape.Place, href: str, limit: int = _QUOTE) -> Quote:
    """A place as it is quoted on a card; quotation marks inside the quotation become single."""
    return Quote(whole(shorten(place["quote"], limit)).translate(_INNER_MARKS), line_of(place), href)

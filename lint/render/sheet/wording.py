"""How a sheet says places, quotations and dates: short, for paper."""

from lint.document.lazy import lazy
from lint.record import shape
from lint.render.words import shorten, where, whole

_LINES = {"met": 1, "thin": 2, "review": 2, "na": 1}  # quotations shown; the page shows them all
_QUOTE = {"met": 40, "thin": 48, "review": 56, "na": 40}
_PLACES = 2
_PLACE = 44
_LINK = 36
_TITLE = 24
_SHORT = 4  # a quotation of so few characters is shown with the words around it
_AROUND = 8
_TELLING = 6
_WHITE = lazy(r"\s+")
_HASH = 12
_DATE = lazy(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_INNER_MARKS = str.maketrans("“”", "‘’")


class Said:
    """Says places of one report; `masked` is its text as it may be shown, `sections` are the ids of the elements that
    ask for a whole part: its heading comes first, then the fullest words in it."""

    def __init__(self, report: shape.Report, masked: str, sections: frozenset[str] = frozenset()) -> None:
        self._masked, self._sections = masked, sections
        chapters = [heading for heading in report["outline"] if heading["level"] == 1]
        self._chapters = {one["quote"] for one in chapters} | {one["number"] + one["text"] for one in chapters}
        self._count = len(chapters)
        self._headings = {(heading["start"], heading["end"]) for heading in report["outline"]}

    def found(self, element: shape.Element) -> list[str]:
        """What the report says of an element, or where it was looked for; then what to write."""
        status = element["status"]
        # A heading or a single word says little where there is more.
        telling = [
            place
            for place in element["evidence"]
            if len(place["quote"]) >= _TELLING and (place["start"], place["end"]) not in self._headings
        ]
        if element["id"] in self._sections:
            heads = [p for p in element["evidence"] if (p["start"], p["end"]) in self._headings]
            telling = [*heads[:1], *sorted(telling, key=lambda place: -len(place["quote"]))]
        most = _LINES.get(status, 1) + (element["id"] in self._sections)
        places = _apart(telling or element["evidence"])[:most]
        lines = [self._quoted(place, _QUOTE.get(status, _PLACE), cut=True) for place in places]
        if not lines and status == "absent":
            lines.append(f"{self._searched(element['searched'])}未见。")
            if element["nearest"]:
                lines.append(f"最接近的一处：{self._quoted(element['nearest'], cut=True)}")
        if element["remedy"] and status in ("absent", "thin"):
            lines.append(f"建议：{element['remedy']['text']}")
        return lines

    def places(self, finding: shape.Finding) -> list[str]:
        """The first places of a finding and their number."""
        lines = [self._quoted(place) for place in finding["places"][:_PLACES]]
        return [*lines, f"共 {finding['count']} 处"] if finding["count"] > 1 else lines

    def link(self, link: shape.Link | None) -> str:
        """What answers a shortcoming; 未见 where nothing does."""
        if link is None:
            return "未见"
        return self._quoted(link, _LINK, cut=True) + ("" if link["certain"] else "（可能对应）")

    def where(self, place: shape.Place) -> str:
        """Where a place is."""
        return where(place)

    def _quoted(self, place: shape.Place, limit: int = _PLACE, *, cut: bool = False) -> str:
        """Where a place is and what it says; of a very short one with the words around it. `cut` says that it is cut
        out of a sentence: its marks are made whole."""
        text = shorten(place["quote"], limit)
        text = whole(text) if cut else text
        if len(text) <= _SHORT:
            before = self._masked[max(0, place["start"] - _AROUND) : place["start"]].rpartition("\n")[2]
            after = self._masked[place["end"] : place["end"] + _AROUND].partition("\n")[0]
            shown = _WHITE.sub("〔空格〕", place["quote"])  # it may be what the finding is about
            text = shorten(f"{before}【{shown}】{after}", limit)
        return f"{where(place)}“{text.translate(_INNER_MARKS)}”"

    def _searched(self, titles: list[str]) -> str:
        if not titles or len(self._chapters & set(titles)) >= self._count:
            return "查过全文，"
        return f"查过“{shorten(titles[0], _TITLE).translate(_INNER_MARKS)}”{'等部分' if len(titles) > 1 else ''}，"


def day(iso: str | None, missing: str = "未见") -> str:
    """2026-03-01 as 2026年3月1日."""
    parts = (iso or "").split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return iso or missing
    return f"{int(parts[0])}年{int(parts[1])}月{int(parts[2])}日"


def short_hash(sha256: str) -> str:
    """The beginning of a hash: enough to compare by eye."""
    return sha256[:_HASH] or "无"


def unbroken(text: str) -> str:
    """The text with dates that no line ends in."""
    return _DATE.sub(lambda date: date[0].replace("-", "\u2011"), text)


def _apart(places: list[shape.Place]) -> list[shape.Place]:
    """The places, those left out that overlap an earlier one."""
    kept: list[shape.Place] = []
    for place in places:
        if all(place["end"] <= other["start"] or other["end"] <= place["start"] for other in kept):
            kept.append(place)
    return kept

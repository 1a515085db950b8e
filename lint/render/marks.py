"""Which stretches of the text a page marks, with the number of the card that speaks of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from lint.record import shape

EVIDENCE = "e"  # what an element was judged by: underlined
NEAREST = "n"  # what came nearest to an absent element: dotted
FINDING = "f"  # something to mend: a ground and a frame
HEADING = "b"  # a heading of the report: bold
CHAIN = "c"  # part of the chain of problems: finely underlined


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch. `anchor` is its id on the page; `number` is shown in the margin and leads to `card`;
    0 shows none."""

    start: int
    end: int
    kind: str
    anchor: str
    number: int = 0
    card: str = ""


class Marks:
    """Collects marks while the cards are made; gives each place the link that leads to it."""

    def __init__(self) -> None:
        self.all: list[Mark] = []

    def add(
        self, place: shape.Place, kind: str, anchor: str, number: int = 0, card: str = "", *, shown: bool = True
    ) -> str:
        """Mark a place; the link to it. An empty place leads to its line."""
        if place["end"] <= place["start"]:
            return f"#L{place['line']}"
        self.all.append(Mark(place["start"], place["end"], kind, anchor, number if shown else 0, card))
        return f"#{anchor}"

    def add_all(self, places: Iterable[shape.Place], kind: str, number: int, card: str, *, numbered: int) -> list[str]:
        """Mark several places for one card; only the first `numbered` show their number in the margin."""
        return [
            self.add(place, kind, f"p{number}-{at}", number, card, shown=at <= numbered)
            for at, place in enumerate(places, 1)
        ]

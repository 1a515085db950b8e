"""The chain of problems as a table, and the figures that should add up."""

from dataclasses import dataclass

from lint.checklist.model import ChecklistFile
from lint.record import shape
from lint.render.cards import Quote, quote
from lint.render.marks import CHAIN, Marks

_CELL = 44  # characters of a quotation in the table
_TELLING = 8  # a label of so many characters of the text's own words stands for the quotation


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer to a shortcoming; `certain` is false where only likeness speaks for it."""

    said: Quote
    certain: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One shortcoming and its three answers."""

    label: str
    said: Quote
    cells: list[Cell | None]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A group of figures: 574 + 78 + 2 = 654 ≠ 652, and what came of it."""

    text: str
    verdict: str
    said: Quote


def columns(file: ChecklistFile) -> list[str]:
    """The heads of the table: what the checklist calls the parts of the chain."""
    if file.chain is None:
        return []
    parts = (file.chain.shortcomings, file.chain.causes, file.chain.rectification, file.chain.plan)
    return [file.roles[part].title if part in file.roles else part for part in parts]


def rows(report: shape.Report, marks: Marks) -> list[Row]:
    """One row a shortcoming."""
    made = []
    for at, item in enumerate(report["shortcomings"], 1):
        links = (item["cause"], item["rectification"], item["plan"])
        cells = [
            Cell(quote(link, marks.add(link, CHAIN, f"k{at}-{column}"), _CELL), link["certain"]) if link else None
            for column, link in enumerate(links, 1)
        ]
        said = quote(item, marks.add(item, CHAIN, f"k{at}-0"), _CELL)
        if len(item["label"]) >= _TELLING and item["label"] in item["quote"]:
            said = Quote("", said.where, said.href)
        made.append(Row(item["label"], said, cells))
    return made


def arithmetic(report: shape.Report) -> list[Arithmetic]:
    """All groups of figures, those that do not add up first."""
    ordered = sorted(report["sums"], key=lambda item: {False: 0, None: 1, True: 2}[item["holds"]])
    return [Arithmetic(item["formula"], item["verdict"], quote(item, f"#L{item['line']}")) for item in ordered]

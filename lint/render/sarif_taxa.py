"""The legal sources as a taxonomy of SARIF: each article a taxon, rules and results refer to it."""

from typing import Any

from lint.record import shape
from lint.render.flat import flat, sentence
from lint.render.notices import short_basis

TAXONOMY = "依据"


class Taxa:
    """The taxa in the order in which they were met."""

    def __init__(self) -> None:
        self.taxa: list[dict[str, Any]] = []
        self._index: dict[str, int] = {}

    def reference(self, basis: shape.Basis) -> dict[str, Any]:
        """A reference to the taxon of a source, which is added where it is new."""
        ident = short_basis({**basis, "by_reference": False})
        if ident not in self._index:
            self._index[ident] = len(self.taxa)
            self.taxa.append(_taxon(ident, basis))
        return {"id": ident, "index": self._index[ident], "toolComponent": {"name": TAXONOMY, "index": 0}}

    def relate(self, descriptor: dict[str, Any], references: list[dict[str, Any]]) -> None:
        """Note in a rule what it rests on."""
        known = descriptor.setdefault("relationships", []) if references else []
        for reference in references:
            relation = {"target": reference, "kinds": ["relevant"]}
            if relation not in known:
                known.append(relation)

    def component(self) -> dict[str, Any]:
        """The taxonomy."""
        return {
            "name": TAXONOMY,
            "shortDescription": {"text": "清单所引的法律法规、党内法规、标准和文件。"},
            "language": "zh-CN",
            "isComprehensive": False,
            "taxa": self.taxa,
        }


def _taxon(ident: str, basis: shape.Basis) -> dict[str, Any]:
    words = basis["wording"] or basis["paraphrase"]
    number = f"（{flat(basis['number'])}）" if basis["number"] else ""
    taxon: dict[str, Any] = {
        "id": ident,
        "shortDescription": {"text": sentence(f"{flat(basis['title'])}{number}{flat(basis['article'])}")},
        "properties": {"rank": basis["rank"]},
    }
    if words:
        taxon["fullDescription"] = {"text": sentence(words)}
    return taxon

"""The rules of a SARIF log: every element and rule of the checklists that were used, with its basis and its remedy."""

from collections.abc import Sequence
from typing import Any

from lint.checklist.checklist import Checklist
from lint.checklist.model import Basis, Element, Rule
from lint.record.basis import cite
from lint.render.flat import flat, sentence
from lint.render.markdown_text import inline
from lint.render.notices import UNREADABLE, UNREADABLE_TITLE
from lint.run import Seen

UNRECOGNISED = "qingdan.unrecognised"
LEVEL = {"error": "error", "warning": "warning", "hint": "note"}
_PROBLEM = {"error": "error", "warning": "warning", "hint": "recommendation"}
_RULES = "文字与数据"
_LONGEST_NAME, _LONGEST_DESCRIPTION = 255, 1024  # characters, as GitHub takes them
_OWN = {
    UNREADABLE: (UNREADABLE_TITLE, "这份文件没有检查，等于没有结论；请按提示处理后再检。"),
    UNRECOGNISED: ("是否清单所查的报告", "文件不像是清单所查的报告，没有逐项核对；如果确实是，请先核对标题是否写全。"),
}
_POLICY = "配置或基线里有一处要改；请打开所说的文件，按提示改好。"


class RuleBook:
    """The descriptors, in the order in which checklists and rules were met; a rule is known by its place in it.

    Ids are the checklist's own. Where two checklists mean different things by one id, that of the later one is
    preceded by its checklist: "safety/F1".
    """

    def __init__(self) -> None:
        self.descriptors: list[dict[str, Any]] = []
        self._index: dict[tuple[str, str], int] = {}
        self._ids: dict[str, str] = {}
        self._checklists: set[str] = set()

    def learn(self, run: Seen) -> None:
        """Take in all elements and rules of a run's checklist."""
        checklist = run.checklist
        if checklist.sha256 in self._checklists:
            return
        self._checklists.add(checklist.sha256)
        for element in checklist.file.element:
            self._add(checklist, element.id, _of_element(element, _sources(run, element.basis)))
        for rule in checklist.file.rule:
            if not rule.off:
                self._add(checklist, rule.id, _of_rule(rule, _sources(run, rule.basis)))

    def own(self, ident: str, title: str = "") -> int:
        """The place of one of this tool's own rules."""
        return self._place("", ident, _simple(*_OWN.get(ident, (title, _POLICY))))

    def index(self, run: Seen, ident: str, title: str) -> int:
        """The place of a rule of the run's checklist; one that the checklist does not know is added."""
        return self._place(run.checklist.sha256, ident, _simple(title, title))

    def _add(self, checklist: Checklist, ident: str, descriptor: dict[str, Any]) -> None:
        title = descriptor["name"]
        shown = ident if self._ids.get(ident, title) == title else f"{checklist.identity.id}/{ident}"
        known = next((at for at, one in enumerate(self.descriptors) if one["id"] == shown), None)
        if known is None:
            self._ids.setdefault(ident, title)
            known = len(self.descriptors)
            self.descriptors.append({"id": shown, **descriptor})
        self._index[checklist.sha256, ident] = known

    def _place(self, checklist: str, ident: str, descriptor: dict[str, Any]) -> int:
        at = self._index.get((checklist, ident))
        if at is None:
            at = next((n for n, one in enumerate(self.descriptors) if one["id"] == ident), len(self.descriptors))
            if at == len(self.descriptors):
                unnamed = descriptor["name"] == ident  # a name that only repeats the id says nothing
                known = {key: value for key, value in descriptor.items() if not (unnamed and key == "name")}
                self.descriptors.append({"id": ident, **known})
            self._index[checklist, ident] = at
        return at


def _sources(run: Seen, idents: Sequence[str]) -> list[Basis]:
    """The legal sources that were in force in the report year or later."""
    since = f"{run.year or run.today.year:04}-01-01"
    known = (run.checklist.basis.get(ident) for ident in idents)
    return [source for source in known if source and (source.in_force_to or since) >= since]


def _of_element(element: Element, sources: Sequence[Basis]) -> dict[str, Any]:
    judged = (("满足", element.met), ("不充分", element.thin), ("缺失", element.absent))
    description = "".join(f"{word}：{sentence(said)}" for word, said in judged)
    helps = [("怎样写", element.remedy.text), ("参考", element.remedy.sample)]
    return _descriptor(element.title, description, element.severity, element.group, helps, sources)


def _of_rule(rule: Rule, sources: Sequence[Basis]) -> dict[str, Any]:
    what = (type(rule).__doc__ or rule.title).strip().split("\n")[0]
    return _descriptor(rule.title, what, rule.severity, _RULES, [("检查什么", what)], sources)


def _simple(title: str, what: str) -> dict[str, Any]:
    return _descriptor(title, what, "error", "qingdan", [("说明", what)], ())


def _descriptor(
    title: str, description: str, severity: str, group: str, helps: list[tuple[str, str]], sources: Sequence[Basis]
) -> dict[str, Any]:
    cites = [flat(cite(source, source.by_reference, None)) for source in sources]
    said = [(label, flat(text)) for label, text in helps if text]
    text = [f"{label}：{text}" for label, text in said] + [f"依据：{one}" for one in cites]
    markdown = [f"**{label}** {inline(text)}" for label, text in said] + [f"**依据** {inline(one)}" for one in cites]
    return {
        "name": flat(title)[:_LONGEST_NAME],
        "shortDescription": {"text": sentence(title)[:_LONGEST_DESCRIPTION]},
        "fullDescription": {"text": sentence(description)[:_LONGEST_DESCRIPTION]},
        "help": {"text": "\n".join(text), "markdown": "\n\n".join(markdown)},
        "defaultConfiguration": {"level": LEVEL[severity]},
        "properties": {"precision": "high", "problem.severity": _PROBLEM[severity], "tags": [flat(group)]},
    }

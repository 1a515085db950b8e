"""Leads: headings and the first sentences of items, each with the text that should keep what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from lint.checks.results import Finding
from lint.checks.rules.say import Speaker, finding, shown
from lint.document.lazy import lazy
from lint.document.report import Report

_ROLE_OF = lazy(r"发挥好?([\u4e00-\u9fff]{2,14}?)的?作用")
_LABEL = lazy(r"^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,2}[，是]?|首先，?|其次，?)")
_MODIFIER = lazy(
    r"的?(?:领导核心|领导|核心|重要|积极|应有|独特|主体|主导|主力军?|牵头|统筹|协调|职能|桥梁|纽带|参谋|助手|先锋|模范|引领|示范|表率|头雁|带动|带头|战斗堡垒|堡垒|阵地|基础性?|优势|监督|保障|推动|智囊|专业|规范|服务)+$"
)
_GENERIC = {"法律", "政府", "行政", "人民", "工作", "法治", "乡镇", "我镇", "我乡", "组织", "建设"}
_KIN = (("党委", "委会"), ("律师", "顾问"), ("网格", "网格"), ("调解", "纠纷"), ("顾问", "律师"))
LEAD = 34
BODY = 24


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead from its number to its end and the end of its text, in folded offsets."""

    start: int
    end: int
    body_end: int
    number: str
    heading: bool


def all_leads(report: Report, skip: set[int]) -> Iterator[Lead]:
    """Headings with text under them, and items whose first sentence is short and has others after it."""
    text = report.text
    for section in report.sections:
        if section.index not in skip:
            yield Lead(section.start, section.end, section.body_end, section.number, True)
    for item in report.items:
        label = _LABEL.match(text[item.start : item.end])
        stop = text.find("。", item.start, item.end)
        if label and 0 <= stop < item.end - BODY and stop - item.start <= LEAD + len(label[0]):
            yield Lead(item.start, stop + 1, item.end, label[0], False)


def roles(report: Report, rule: Speaker) -> list[Finding]:
    """发挥…作用 with a text that never speaks of the one who should have played that part."""
    found = []
    for lead in all_leads(report, set()):
        head = report.text[lead.start + len(lead.number) : lead.end].rstrip("。：；，")
        body = report.text[lead.end : lead.body_end]
        told = "发挥" in head and len(head) <= LEAD and len(body) >= BODY
        agent = _ROLE_OF.search(head) if told else None
        if agent is None:
            continue
        name = _MODIFIER.sub("", agent[1])
        if not _mentions(name, body):
            words = f"“{shown(head, 24)}”之后没有写“{name}”做了什么，请补写，或者改标题。"
            found.append(finding(rule, words, [report.source(lead.start, lead.end)], severity="hint"))
    return found


def _mentions(name: str, body: str) -> bool:
    """Whether the text speaks of a body or person: two neighbouring characters of the name, or its other name."""
    pairs = {name[i : i + 2] for i in range(len(name) - 1)} - _GENERIC
    if not pairs or any(pair in body for pair in pairs):
        return True
    return any(word in name and other in body for word, other in _KIN)

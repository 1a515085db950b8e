"""First sentences of items and headings whose matter does not come up in what follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.checks.results import Finding
from lint.checks.say import Speaker, finding, shown
from lint.document.report import Report

_ROLE_OF = re.compile(r"发挥(?:好)?([\u4e00-\u9fff]{2,10}?)(?:的)?(?:[^，。；在]{0,4})作用")
_LABEL = re.compile(r"^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,2}[，是]?|首先，?|其次，?)")
_STOP = re.compile(
    r"进一步|切实|充分|认真|严格|不断|积极|大力|全面|深入|扎实|着力|持续|继续|努力|坚决|始终|坚持|有效|全力|加快|加强|推进|推动|强化|落实|完善|健全|规范|提高|提升|"
    r"增强|抓好|做好|开展|促进|确保|保障|发挥|建设|工作|作用|水平|能力|机制|制度|体系|依法|法治|政府|行政|提供|依托|各项|有关|相关|突出|注重|聚焦|严守|夯实|压实|筑牢|优化|深化|创新|营造|构建|健全|"
    r"凝聚|统筹|维护|打造|培育|树立|扛牢|落细|落地|做实|做优|做细|抓实|意识|思维|观念|责任|质量|效能|合力|氛围|格局|环境|社会|群众|基层|重点|关键|领域|方面|情况|问题|主要|基础|根基|防线|关口"
)
_GENERIC = set("的了和与及或等在对于为以把将被从到是有无其各全新大小多好强高实严抓做用使让能可更向化性力度行事人会上下中内外")
_KIN = {"律师": "顾问律", "顾问": "律师"}
LEAD = 34
BODY = 24


@dataclass(frozen=True, slots=True)
class _Lead:
    """A lead with its text, in folded offsets."""

    start: int
    end: int
    body_end: int
    section: int | None


def leads(report: Report, rule: Speaker, skip: set[int]) -> list[Finding]:
    """One finding for each lead nothing follows on; certain only for 发挥…作用."""
    found = []
    for lead in _leads(report, skip):
        head = report.text[lead.start : lead.end].rstrip("。：；，")
        body = report.text[lead.end : lead.body_end]
        if len(head) > LEAD or len(body) < BODY:
            continue
        place = report.source(lead.start, lead.end)
        agent = _ROLE_OF.search(head)
        if agent and not _mentions(agent[1], body):
            words = f"“{shown(head, 24)}”之后没有写“{agent[1]}”做了什么，请补写，或者改标题。"
            found.append(finding(rule, words, [place], severity="warning"))
        elif not agent and not _touches(head, body):
            words = f"“{shown(head, 24)}”之后的内容看不出与它有关，请核对标题与内容是否相符。"
            found.append(finding(rule, words, [place], severity="hint"))
    return found


def _leads(report: Report, skip: set[int]) -> Iterator[_Lead]:
    """Leads of items (their first sentence) and headings with a text of their own."""
    text = report.text
    for item in report.items:
        label = _LABEL.match(text[item.start : item.end])
        stop = text.find("。", item.start, item.end)
        if label and 0 <= stop < item.end - 1:
            yield _Lead(item.start + label.end(), stop + 1, item.end, item.section)
    for section in report.sections:
        if section.style and section.index not in skip and section.level > 1:
            yield _Lead(section.start + len(section.number), section.end, section.body_end, section.index)


def _mentions(name: str, body: str) -> bool:
    """Whether the text speaks of a body or person: two neighbouring characters of the name, or its other name."""
    pairs = {name[i : i + 2] for i in range(len(name) - 1)} - {"法律", "政府", "行政", "人民", "工作", "作用"}
    if any(pair in body for pair in pairs):
        return True
    return any(kin in name and any(other in body for other in (kin, *_others(kin))) for kin in _KIN)


def _others(kin: str) -> tuple[str, ...]:
    return tuple(word for word in ("律师", "顾问") if word != kin)


def _touches(head: str, body: str) -> bool:
    """Whether anything of what the lead names comes up again, be it by a single character."""
    own = set(_STOP.sub("", head)) - _GENERIC - set("，、。：；《》（）")
    if len(own) < 2:
        return True
    return any(char in body for char in own)

"""The issuer must be one and the same: its kind (乡, 镇, 街道), its name, its level.

Villages, neighbours in joint work, towns inside names of projects and places visited are named rightly; only words in
which the issuer speaks of itself, and bodies that act where it should act, are compared.
"""

import re
from collections.abc import Iterator

from lint.checklist.model import IssuerRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.issuer_names import other_names
from lint.checks.rules.say import finding
from lint.checks.rules.support import Spans, cited_titles, furniture, hits, listed, printed, sentence_around
from lint.document.lazy import lazy
from lint.document.stretches import Stretches

_TOWNSHIPS = ("乡", "镇", "街道")
_SELF = lazy(
    r"[我本全](?<![健安完保齐周成双].)(?!(?<=全)街)(乡(?!镇|本土|村振|土|贤|情|愁|里乡)|镇(?!街|乡|静|定|长|守)"
    r"|街道|街(?=党工委|办事处|全|各|上下|[共以将在的对把]))"
)
_HEAD = lazy(r"([乡镇])长(?=亲自|主持|带|听|召|任|为|担|牵|出庭|领学|办公会|、书记|[0-9])")
_HEAD_BEFORE = lazy(r"(?:^|[，。；：\n]|书记、|由)副?$")  # 柏树镇镇长 and 乡镇长 are others
_MIXED = lazy(r"([乡镇道])党?工?委、?和?、?(乡|镇|街道)(?:人民)?(?:政府|办事处)")
_COUNTY = lazy(
    r"[县市区旗州省](?:里|级)?(?:党)?委|[县市区旗州省](?:人民)?政府|上级|全[县市区省]|中央|国务院"
    r"|[市县区省]里"
)
_BODY = lazy(r"(?:工作)?(?:委员会|领导小组|委|办|督察|考核|部署|要求|会议|精神|决策|要点|规划|意见|方案|任务清单|示范)")


def check(context: Context, rule: IssuerRule) -> list[Finding]:
    """Findings by kind: the wrong kind of township, a mixed pair of bodies, another name, a signature that does not
    agree with the title, a higher level's work."""
    return [
        *_kinds(context, rule),
        *_pairs(context, rule),
        *other_names(context, rule),
        *_levels(context, rule),
    ]


def _kinds(context: Context, rule: IssuerRule) -> list[Finding]:
    """我镇 in the report of a 乡. Without title and signature the kind used less often is the wrong one."""
    report, text = context.report, context.report.text
    outside = Stretches([*furniture(report), *cited_titles(text)])
    places: dict[str, Spans] = {}
    heads = (m for m in _HEAD.finditer(text) if _HEAD_BEFORE.search(text[max(0, m.start() - 4) : m.start()]))
    for match in (*_SELF.finditer(text), *heads):
        kind = "街道" if match[1].startswith("街") else match[1]
        if not outside.hold(*match.span()):
            places.setdefault(kind, []).append(match.span())
    front = report.front
    own = front.issuer_kind if front.issuer_kind in _TOWNSHIPS and (front.title or front.signature) else ""
    if front.issuer_kind == "部门" and front.issuer:
        own = front.issuer
        places = _of_itself(text, places)
    if not own:
        if len(places) < 2:
            return []
        counted = sorted(places, key=lambda kind: (-len(places[kind]), places[kind][0]))
        own = front.issuer_kind if front.issuer_kind in places else counted[0]
    found: list[Finding] = []
    for kind, spans in sorted(places.items()):
        if kind == own:
            continue
        words = listed(printed(context, *span) for span in sorted(spans))
        message = f"{words}与发文机关不符：本报告的发文机关是{own}，请改正，并核对是否套用了别处的文字。"
        found.append(finding(rule, message, [report.source(*span) for span in spans], severity="error"))
    return found


def _of_itself(text: str, places: dict[str, Spans]) -> dict[str, Spans]:
    """Without 全镇 and 镇长, which a department says of others."""
    own = {kind: [span for span in spans if text[span[0]] in "我本"] for kind, spans in places.items()}
    return {kind: spans for kind, spans in own.items() if spans}


def _pairs(context: Context, rule: IssuerRule) -> list[Finding]:
    """乡委镇政府: two bodies of one issuer with different kinds."""
    text = context.report.text
    places = [
        m.span()
        for m in _MIXED.finditer(text)
        if m[1] != m[2][-1] and text[m.start() - 1 : m.start()] not in ("乡", "各")
    ]
    if not places:
        return []
    words = listed(printed(context, *place) for place in places)
    message = f"{words}混用了乡、镇、街道，同一机关的名称应前后一致，请改正。"
    return [finding(rule, message, [context.report.source(*place) for place in places], severity="error")]


def _levels(context: Context, rule: IssuerRule) -> list[Finding]:
    """Work of the own level called by the name of the level above."""
    report = context.report
    places = sorted(set(_own_level(context, rule)))
    if not places:
        return []
    words = listed(printed(context, *place) for place in places)
    kind = report.front.issuer_kind if report.front.issuer_kind in _TOWNSHIPS else "镇（乡、街道）"
    right = rule.level_suggestion.replace("{kind}", kind)
    message = f"{words}是上一级的提法，本级报告应写本级的工作" + (f"，可改为“{right}”。" if right else "。")
    return [finding(rule, message, [report.source(*place) for place in places], severity="error")]


def _own_level(context: Context, rule: IssuerRule) -> Iterator[tuple[int, int]]:
    report, text = context.report, context.report.text
    recipient = [(report.front.recipient.start, report.front.recipient.end)] if report.front.recipient else []
    outside = Stretches([*furniture(report), *cited_titles(text), *recipient])
    last = -1
    for start, end in hits(context, rule.level_words):
        if start < last or outside.hold(start, end) or _BODY.match(text, end):
            continue
        sentence = sentence_around(report, start)
        begin = max(sentence.start, text.rfind("，", sentence.start, start) + 1)
        if _COUNTY.search(text, begin, end) or re.search(r"[县市区旗]委(?:全面)?$", text[begin:start]):
            continue
        last = end
        yield start, end

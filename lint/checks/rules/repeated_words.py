"""Doubled words (加强加强), words doubled across 的 or 、, and words for "about" that clash (近100余人)."""

import re
from itertools import pairwise

from lint.checklist.model import RepeatedRule
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.document.lazy import lazy
from lint.document.report import Report
from lint.document.stretches import Stretches

_HAN = "\u4e00-\u9fff"
_DOUBLED = lazy(rf"([{_HAN}]{{2,8}}?)(\1)+")
_FIRST_OF_NEXT = lazy(rf"[{_HAN}]{{2,12}}(?=[，。；：、）》]|等|和|及|与|$)", re.MULTILINE)
_PARTICLE = lazy(r"的的(?!确|士|卡)(?<![目标靶端有打的]的的)")
_CLASH = lazy(
    r"(?:近|约|超过|逾|多达)[0-9]+(?:\.[0-9]+)?[十百千万亿]?(?:余|多(?=[人名件次户个场份万元起条]))"
    r"|(?:近|约)[0-9]+(?:\.[0-9]+)?[十百千万亿]?[^，。；、0-9]{1,3}左右"
)
# 开展了开展; not 规范了规范性文件, 组织了组织生活会: only verbs that begin no noun
_ACROSS_ASPECT = lazy(
    r"(开展|进行|召开|推动|推进|促进|取得|印发|举办|制定|出台|聘请|发放|化解|实现|形成|营造|提高|提升|增强|加强|强化|打造|成立|建立|健全|完善|落实|解决)"
    r"了\1(?!不|了|[好完到得前后会者费率度班室机])"
)
_QUOTED = lazy(r"[“”‘’「」『』\"＂]")
_NUMERAL = set("一二三四五六七八九十百千万亿零〇两")
# verbs that may be said twice (研究研究), measure words with 一 and set phrases
_SPOKEN = {
    "研究", "商量", "讨论", "学习", "考虑", "锻炼", "休息", "了解", "熟悉", "交流", "走访", "打听", "调查", "收拾",
    "整理", "准备", "琢磨", "合计", "核实", "检查", "试试", "比较", "教育", "表扬", "批评", "感受", "体验", "帮助",
    "宣传", "等等", "再等", "非常", "特别", "十分", "很多", "许多", "多次", "反复", "一步", "哈哈", "轰隆", "谢谢",
}  # fmt: skip
_ENDS_SPOKEN = lazy(r"[，。；：、！？）》吧嘛下看再\n]|$")  # said twice only at the end of a phrase
_TOWARDS = lazy(
    r"政府政府(?:信息|采购|网站|购买|投资|隐性|债务|工作报告|信用|法律|常务会|办公室|性基金|职能|服务|门户|文件|合同|规章|绩效|引导)"
)
_NOUN_AFTER = lazy(
    r"(?:人员|证|记录|单位|中心|部门|机构|条例|制度|办法|队伍|站|所|室|网|岗位|系统|平台|机制|体系|经费|设备|装备|事项|案卷|对象|责任|能力|水平|资格|程序|方式|行为|教育|工作|局|大队|中队|科|股|办)"
)
_BOTH_WAYS = {
    "执法",
    "管理",
    "服务",
    "培训",
    "建设",
    "监督",
    "审查",
    "审核",
    "宣传",
    "教育",
    "评估",
    "监管",
    "治理",
    "保障",
    "安全",
    "法律",
    "信访",
    "调解",
    "公共",
    "行政",
    "矫正",
}


def words(report: Report, rule: RepeatedRule) -> list[Finding]:
    """One finding for each doubled word."""
    text = report.text
    found = []
    allowed = _SPOKEN | set(rule.allow)
    phrases = [phrase for phrase in rule.allow if _DOUBLED.search(phrase)]
    furniture = Stretches((line.start, line.end) for line in report.front.furniture)  # told as a whole
    for match in _DOUBLED.finditer(text):
        word = match[1]
        if (
            furniture.touch(*match.span())
            or _legal(text, match, word, allowed)
            or any(_holds(phrase, text, match) for phrase in phrases)
        ):
            continue
        place = report.source(*match.span())
        printed = report.document.text[place[0] : place[1] + 1]
        if "\t" in printed[:-1]:
            continue  # two cells of a table
        if _QUOTED.search(printed[:-1]) or (word in allowed and _QUOTED.search(printed[-1:])):
            continue  # 谁检查谁负责”负责制: two words that meet at a quotation mark
        severity = "hint" if word in _BOTH_WAYS and _NOUN_AFTER.match(text, match.end()) else "warning"
        said = printed[: place[1] - place[0]]
        once = said[: len(word)]
        certain = severity == "warning" and len(said) > len(once) and said == once * (len(said) // len(once))
        found.append(
            finding(
                rule,
                f"“{word}”重复，请删去一个。" if severity == "warning" else f"“{word}”连用两次，请核对是否重复。",
                [place],
                severity=severity,
                suggestion=once if certain else None,
            )
        )
    found += _listed_twice(report, rule)
    for match in _ACROSS_ASPECT.finditer(text):
        place = report.source(*match.span())
        if match[1] not in allowed and not furniture.touch(*match.span()):
            whole = report.document.text[slice(*place)] == match[0]
            found.append(
                finding(
                    rule,
                    f"“{match[1]}”重复，请删去一个。",
                    [place],
                    severity="warning",
                    suggestion=f"{match[1]}了" if whole else None,
                )
            )
    for match in _PARTICLE.finditer(text):
        place = report.source(*match.span())
        one = "的" if report.document.text[slice(*place)] == "的的" else None
        found.append(finding(rule, "多了一个“的”，请删去。", [place], severity="warning", suggestion=one))
    for match in _CLASH.finditer(text):
        words_ = f"“{match[0]}”里表示约数的词前后重叠或者矛盾，请只留一个（GB/T 15835）。"
        found.append(finding(rule, words_, [report.source(*match.span())], severity="warning"))
    return found


def _listed_twice(report: Report, rule: RepeatedRule) -> list[Finding]:
    """甲、甲: the same member twice running in an enumeration."""
    found = []
    at = 0
    parts = report.text.split("、")
    for before, after in pairwise(parts):
        at += len(before) + 1
        if before[-2:] not in after[:12]:
            continue
        last = _last_word(before[-13:])
        first = _FIRST_OF_NEXT.match(after) if len(last) > 1 and after.startswith(last) else None
        if first and first[0] == last:
            words_ = f"“{first[0]}”前后重复，请核对后删去一个。"
            place = report.source(at - 1 - len(first[0]), at + len(first[0]))
            found.append(finding(rule, words_, [place], severity="warning"))
    return found


def _last_word(words: str) -> str:
    """The Chinese characters with which words end."""
    words = words.removesuffix("\n")
    start = len(words)
    while start > 0 and "\u4e00" <= words[start - 1] <= "\u9fff":
        start -= 1
    return words[start:]


def _holds(phrase: str, text: str, match: re.Match[str]) -> bool:
    """Whether a doubling stands inside this phrase."""
    at = phrase.find(match[0])
    return at >= 0 and match.start() >= at and text.startswith(phrase, match.start() - at)


def _legal(text: str, match: re.Match[str], word: str, allowed: set[str]) -> bool:
    """Whether a doubling is good Chinese."""
    if len(set(word)) == 1 or set(word) <= _NUMERAL:
        return True
    if "每" in word or (word[0] in "一半几逐" and len(word) <= 3):
        return True  # 每村每, 一个一个, 一件一件
    if word in allowed and _ENDS_SPOKEN.match(text, match.end()):
        return True
    if word == "委员会" and text.startswith("议", match.end()):
        return True  # 委员会 + 委员 + 会议
    if word == "政府" and _TOWARDS.match(text, match.start()):
        return True
    return word[-1] in "省市县区乡镇村" and text[match.end() : match.end() + 1] in ("路", "街", "道")

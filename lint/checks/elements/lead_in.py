"""Clauses that only lead in (整改方面， 究其原因， 10月以来，): what they lead to is what is quoted."""

from lint.document.lazy import lazy
from lint.document.report import Clause, Report

MAX = 100  # code points quoted from what a lead-in leads to, unless its first clause is longer
MARKS = "，。；！？：\n"
_HEADING = lazy(
    r"^(?:针对|对于?|就|关于)?"
    r"(?:这[一些个种类]?|上述|以上|该|此类?|存在的?|[究探追]?其|主要|深层次?|根本|具体|产生的?|下一?步|今后|问题|工作|整改|改进|纠正|的)*"
    r"(?:落实)?(?:方面|打算|情况|措施|举措|做法|安排|计划|思路|原因|成因|根源|症结|缘由|问题|不足|来看|为什么|为何|为此|对此)"
    r"(?:是|在于|有|如下|主要是|主要在于|来看|方面)?$|^下一?步$"
)
_TIME = lazy(
    r"^(?:自|从|到)?(?:(?:20[0-9]{2}年|[0-9一二三四五六七八九十]{1,3}月|[0-9]{1,2}日|今年|明年|来年|当年|年内|年底|年初|[上下]半年"
    r"|第?[一二三四]季度|近期|目前|随后|此后|下一?年)(?:份|底|初|末|中旬|上旬|下旬)?)+(?:以来|起|开始|之?前|之?后|期间)?$"
)
_BACK = lazy(r"^(?:[这那](?:才|就|便)?是)(?:主要)?(?:根子|原因|症结|病根|根源|成因)(?:所在)?$")


def telling(report: Report, clause: Clause, start: int, end: int) -> tuple[int, int]:
    """The words that say what a clause of the folded stretch `start` to `end` says, without their final mark.

    That is the clause itself; for a lead-in the clauses of the sentence it leads to (a time stays with them); for
    这是根子 those before it in its sentence.
    """
    if _BACK.match(_words(report, clause.start, clause.end)):
        sentence = [c for c in report.clauses_in(max(start, clause.start - MAX), clause.end) if _same(c, clause)]
        return sentence[0].start, _trimmed(report, clause.start, clause.end)
    following = report.clauses_in(max(start, clause.start), end)
    at = 0
    while at < len(following) - 1 and _HEADING.match(_words(report, following[at].start, following[at].end)):
        at += 1
    if not following or (at == 0 and not _TIME.match(_words(report, clause.start, clause.end))):
        return max(start, clause.start), _trimmed(report, clause.start, clause.end)
    first = last = following[at]
    told = not _TIME.match(_words(report, first.start, first.end))
    for after in following[at + 1 :]:
        heading = _HEADING.match(_words(report, after.start, after.end))
        if heading or (told and (not _same(after, first) or after.end - first.start > MAX)):
            break
        last = after
        told = True
    return first.start, _trimmed(report, first.start, min(last.end, end))


def _same(one: Clause, other: Clause) -> bool:
    return one.sentence == other.sentence


def _words(report: Report, start: int, end: int) -> str:
    return report.text[start : _trimmed(report, start, end)]


def _trimmed(report: Report, start: int, end: int) -> int:
    while end > start + 1 and report.text[end - 1] in MARKS:
        end -= 1
    return end

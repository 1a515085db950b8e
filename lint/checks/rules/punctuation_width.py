"""Half-width marks in Chinese text: one finding for the whole file, every mark among its places."""

from collections import Counter

from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.regions import Within, alphabet, is_han, numbers, stretches
from lint.checks.rules.say import Speaker, finding
from lint.document.lazy import lazy
from lint.document.report import Report
from lint.document.stretches import Stretches

_MARKS = frozenset("“”‘’《》〈〉（）〔〕「」、，。；：！？％…—")  # what makes a neighbour Chinese
_HALF = lazy(r"[,;:?!](?!//)")
_STOP = lazy(r"\.[ \t]*")
_ROUND = lazy(r"\(([^()（）\n]*)[)）]|（[^()（）\n]*(\))")
_FULL = "，；：？！（）"
_NAMES = {",": "逗号", ";": "分号", ":": "冒号", "?": "问号", "!": "叹号", ".": "句号", "(": "括号", ")": "括号"}
HABIT = 0.8  # from this share on, half width is how the whole file is written


def half_marks(report: Report) -> list[int]:
    """The source offsets of all half-width marks between Chinese words, brackets of numbers included."""
    text = report.document.text
    if alphabet(text).isdisjoint(_NAMES):
        return []
    found = [match.start() for match in _HALF.finditer(text) if _among_chinese(text, match.start())]
    found += [match.start() for match in _STOP.finditer(text) if _ends_sentence(text, *match.span())]
    for match in _ROUND.finditer(text):
        if match[2]:
            found.append(match.start(2))
        elif any(map(is_han, match[1])):
            found.append(match.start())
            if text[match.end() - 1] == ")":
                found.append(match.end() - 1)
    if not found:
        return []
    inside = Within(stretches(report))
    return sorted({at for at in found if at in inside})


def _among_chinese(text: str, at: int) -> bool:
    """Whether a half-width mark stands beside a Chinese character or mark."""
    if text[at] == "!" and text[at - 2 : at] == "错误":
        return False  # a field code that failed: the residue rule has it
    after = at + 2 if text[at + 1 : at + 2] in (" ", "\u00a0") else at + 1
    return any(is_han(char) or char in _MARKS for char in text[max(0, at - 1) : at] + text[after : after + 1])


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a point with the blanks after it stands for a full stop: behind Chinese, before it or a line's end."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (is_han(before) or before in tuple("”》）")) and (is_han(after) or after in ("", "\n", "“", "（"))


def half_share(report: Report) -> float:
    """The share of half-width marks among all marks that have two widths."""
    half = len(half_marks(report))
    full = sum(map(report.document.text.count, _FULL))
    return half / (half + full) if half else 0.0


def widths(report: Report, rule: Speaker) -> list[Finding]:
    """One finding with every half-width mark; numbers with half-width brackets are the numbering rule's where the rest
    of the text is full width."""
    marks = half_marks(report)
    if not marks:
        return []
    text = report.document.text
    share = len(marks) / (len(marks) + sum(map(text.count, _FULL)))
    if share <= HABIT:
        barred = Stretches(span for _, span in numbers(report))
        marks = [at for at in marks if not barred.hold(at, at + 1)]
        if not marks:
            return []
    counts = Counter(_NAMES[text[at]] for at in marks)
    listed = "、".join(f"{name}{count}处" for name, count in counts.most_common())
    places: list[SourceSpan] = [(at, at + 1) for at in marks]
    if share > HABIT:
        words = f"全文标点基本是半角（{listed}），公文用全角标点（GB/T 15834）；请统一替换。"
    else:
        words = f"中文行文里夹有半角标点（{listed}），请改为全角（GB/T 15834）。"
    full = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
    fixes = [full.get(text[at]) for at in marks]
    return [finding(rule, words, places, severity="warning", fixes=fixes)]

"""Sentences that stand twice in the document, clauses said again (nearly) in the same paragraph."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from lint.checks.results import Finding
from lint.checks.rules.say import Speaker, finding, shown
from lint.document.lazy import lazy
from lint.document.report import Clause, Report
from lint.document.stretches import Stretches

_MARKS = "，。；：！？、"
_LABEL = lazy(
    r"^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，是]?|首先|其次|再次|最后|同时|此外|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[.、])"
)
_ADVERBS = lazy(
    r"^(?:进一步|切实|充分|认真|严格|不断|积极|大力|全面|深入|扎实|着力|持续|继续|努力|坚决|始终|坚持|有效|全力|加快|加强|推进|推动|强化|落实|完善|健全|规范|提高|提升|增强|抓好|做好|开展|促进|确保|保障){1,3}"
)
_DIGITS = lazy(r"[0-9]+")
_TITLES = lazy(r"《[^《》]+》")
_WHEN = lazy(r"(?:截至)?20[0-9]{2}年(?:度|以来|来|底)?")  # said at the head of as many sentences as you like
SENTENCE = 15
CLAUSE = 8
NEAR = 8
BRIEF = 5
WINDOW = 14  # clauses that are still "neighbouring"


@dataclass(slots=True)
class _Again:
    """Clauses running that were said before: where, in which words, and their counts."""

    start: int
    end: int
    words: str
    before: int
    count: int
    severity: str


def clauses(report: Report, rule: Speaker) -> list[Finding]:
    """Repetitions beyond single words, the second place of each."""
    whole, covered = _sentences(report, rule)
    return whole + _neighbours(report, rule, covered)


def _sentences(report: Report, rule: Speaker) -> tuple[list[Finding], list[tuple[int, int]]]:
    """Sentences that stand there word for word before."""
    text = report.text
    seen: dict[str, int] = {}
    covered: list[tuple[int, int]] = []
    found = []
    headings = {section.start for section in report.sections}
    for sentence in report.sentences:
        words = text[sentence.start : sentence.end].rstrip(_MARKS)
        if len(words) < SENTENCE or sentence.start in headings or "|" in words or "\t" in words:  # a row of a table
            continue
        if words in seen:
            covered.append((sentence.start, sentence.end))
            where = _where(report, seen[words])
            found.append(
                finding(
                    rule,
                    f"这句话与{where}的一句完全相同（“{shown(words)}”），请删去或者改写。",
                    [report.source(sentence.start, sentence.start + len(words))],
                    severity="warning",
                )
            )
        else:
            seen[words] = sentence.start
    return found, covered


def _where(report: Report, offset: int) -> str:
    section = report.section_at(offset)
    return f"“{shown(section.number + section.text, 18)}”" if section else "前面"


def _neighbours(report: Report, rule: Speaker, covered: list[tuple[int, int]]) -> list[Finding]:
    """Clauses that say the same as one shortly before in the paragraph, or as the heading above it."""
    runs: list[_Again] = []
    whole = Stretches(covered)
    last: dict[str, int] = {}
    text, every = report.text, report.clauses
    for count, clause in enumerate(every):
        size = clause.end - clause.start
        if size < BRIEF:
            continue
        end = clause.end
        while end > clause.start and text[end - 1] in _MARKS:
            end -= 1
        tail = text[end - 4 : end]
        before = last.get(tail, -WINDOW - 1)
        last[tail] = count
        if count - before > WINDOW or end - clause.start < BRIEF or _WHEN.fullmatch(text, clause.start, end):
            continue
        severity, words = _said_before(report, every[before], clause)
        if not severity or whole.hold(clause.start, clause.start + 1):
            continue
        if runs and (runs[-1].count, runs[-1].before, runs[-1].severity) == (count - 1, before - 1, severity):
            runs[-1].count, runs[-1].before, runs[-1].end = count, before, end  # two running, both said before
        else:
            runs.append(_Again(clause.start, end, words, before, count, severity))
    return [
        finding(
            rule,
            f"与前面的“{shown(again.words, 24)}”重复，请删去或者合并。",
            [report.source(again.start, again.end)],
            severity=again.severity,
        )
        for again in runs
    ]


def _said_before(report: Report, before: Clause, clause: Clause) -> tuple[str, str]:
    """The severity of a clause that says what another has said, and the other's words; "" when it does not."""
    first, lead = _words(report, before)
    second, _ = _words(report, clause)
    above = _heading(report, before)
    paragraphs = report.paragraph_index(before.start), report.paragraph_index(clause.start)
    if None in paragraphs or _heading(report, clause):
        return "", first
    apart = (paragraphs[1] or 0) - (paragraphs[0] or 0)
    if apart and not (above and apart == 1 and first == second):
        return "", first
    if above and first != second:
        return "", first  # the words of a heading are taken up in its text: that is no repetition
    return _alike(first, second, lead or above), first


def _words(report: Report, clause: Clause) -> tuple[str, bool]:
    """A clause without its label and mark, and whether it had a label."""
    raw = report.text[clause.start : clause.end].rstrip(_MARKS)
    label = _LABEL.match(raw)
    return (raw[label.end() :], True) if label else (raw, False)


def _heading(report: Report, clause: Clause) -> bool:
    section = report.section_at(clause.start)
    return section is not None and section.start <= clause.start < section.end


def _alike(first: str, second: str, lead: bool) -> str:
    """The severity of two clauses saying the same; "" when they do not."""
    if first == second:
        return "warning" if len(second) >= CLAUSE and not lead else "hint"
    if any(sort.findall(first) != sort.findall(second) for sort in (_DIGITS, _TITLES)):
        return ""
    short, long = sorted((_ADVERBS.sub("", first), _ADVERBS.sub("", second)), key=len)
    if len(short) < NEAR:
        return ""
    if first[:6] == second[:6] and _inside(short, long):
        return "hint"
    if len(short) < (0.8 if lead else 0.6) * len(long):
        return ""  # the words of a lead are taken up in what follows: that is no repetition
    return "hint" if _DIGITS.search(first) is None and _added_only(short, long) else ""


def _inside(short: str, long: str) -> bool:
    """Whether all characters of `short` stand in `long` in their order."""
    rest = iter(long)
    return all(char in rest for char in short)


def _added_only(short: str, long: str) -> bool:
    """Whether the two differ by added words only, most of the shorter one standing in the longer. Words exchanged in
    the same place are parallel structure, not repetition."""
    kept = 0
    for tag, a, b, c, d in SequenceMatcher(None, short, long, autojunk=False).get_opcodes():
        if tag == "replace" and b - a > 1 and d - c > 1:
            return False
        if tag == "equal":
            kept += b - a
    return kept >= 0.8 * len(short)

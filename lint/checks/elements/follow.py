"""The sentence that goes on with the topic named just before it: 充分发挥甲的作用。全年提出意见60条。

It counts only where nothing stands between: it is the very next sentence of the paragraph or the first under the
heading, begins with the act itself (a subject of its own would make it another's), and the topic ended the sentence
before.
"""

from collections.abc import Iterable, Iterator

from lint.checks.context import Context
from lint.checks.elements.evidence import standing_at
from lint.document import report as r
from lint.document.lazy import lazy

# what only says the use of the topic leaves it the topic
_USE = lazy(
    r"(?:有效|不断|切实|全面|进一步|着力|持续|更好地?)*(?:提升|提高|推动|推进|促进|营造|保障|确保|增强|夯实|助力|防范|为)"
)
_JOINED = lazy(r"[、，]|和|与|及")  # a heading of two topics leaves open which one goes on


def going_on(
    context: Context, sources: Iterable[str], named: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """The matches of the phrases that open the sentence after one of the `named` stretches, with their pattern."""
    patterns = context.phrases(sources)
    seen = set()
    for start, end in named:
        following = _next(context.report, start, end)
        if following is None or following in seen:
            continue
        seen.add(following)
        for pattern in patterns:
            found = pattern.search(context.index, following.start, following.end)
            if found is not None and found[0] == following.start:
                yield (*found, pattern.source)


def _next(report: r.Report, start: int, end: int) -> r.Span | None:
    """The sentence that goes on with the topic of the stretch; None where nothing does."""
    sentence = report.sentence_index(start)
    if sentence is None or sentence + 1 >= len(report.sentences):
        return None
    this, following = report.sentences[sentence], report.sentences[sentence + 1]
    section = report.section_at(start)
    heading = section is not None and section.start <= start < section.end
    if heading:
        if _JOINED.search(report.text, this.start, this.end):
            return None
    elif (
        (found := standing_at(report, start, end)) is None
        or found[0] != r.DONE
        or report.paragraph_index(start) != report.paragraph_index(following.start)
    ):
        return None
    if report.items_in(following.start, following.start + 1) or report.sections_in(
        following.start, following.start + 1
    ):
        return None
    after = report.clauses_in(end, this.end)
    return following if all(_USE.match(report.text, c.start, c.end) for c in after) else None

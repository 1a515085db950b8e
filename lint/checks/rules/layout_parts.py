"""Which paragraph of a Word file is which part of the report."""

from dataclasses import dataclass

from lint.checks.results import SourceSpan
from lint.document.layout import Layout, ParagraphForm
from lint.document.report import Report, Section, Span

TITLE, TEXT, RECIPIENT, OTHER = "标题", "正文", "主送机关", ""
LEVELS = ("一、", "（一）", "1.", "（1）")
_LONGEST_RUN_IN = 30  # code points; a longer numbered sentence is no heading that its paragraph goes on from
_FIRST_WORDS = 12
_SENTENCE_ENDS = tuple("。；！？")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of the report, or the stretch of it that is a heading or text. `kind` is TITLE, TEXT, RECIPIENT, the
    number style of a heading whose looks can be judged, or OTHER. `begins` says that the paragraph begins here.

    `start` and `end` are source offsets without the blanks around the words.
    """

    kind: str
    start: int
    end: int
    begins: bool
    form: ParagraphForm

    @property
    def first_words(self) -> SourceSpan:
        """The place to show for the whole."""
        return self.start, min(self.end, self.start + _FIRST_WORDS)


def parts_of(report: Report, layout: Layout) -> list[Part]:
    """The parts that are judged, in order."""
    found: list[Part] = []
    reader = _Reader(report)
    for form in layout.paragraphs:
        found += reader.parts(form)
    return found


class _Reader:
    """What is asked of a report for every paragraph."""

    def __init__(self, report: Report) -> None:
        front = report.front
        self._report = report
        self._titles = {span.start for span in front.title_lines}
        self._outside = {span.start for span in (*front.furniture, *front.duplicate_titles)}
        self._annexes = _annexes(report)
        # with one level left out, 1. stands where （一） would
        self._skips = not any(section.style == LEVELS[1] for section in report.sections)

    def parts(self, form: ParagraphForm) -> list[Part]:
        """The parts of one paragraph of the file; none where it is not judged."""
        report, front = self._report, self._report.front
        at = report.folded(form.start)
        index = report.paragraph_index(at)
        if index is None or at >= len(report.text) or report.offsets[at] >= form.end:
            return []
        paragraph = report.paragraphs[index]
        words = self._words(form)
        begins = paragraph.start == at
        if paragraph.start in self._titles:
            return [Part(TITLE, *words, begins, form)]
        if paragraph.start in self._outside:
            return []
        if front.recipient and paragraph.start == front.recipient.start:
            return [Part(RECIPIENT, *words, begins, form)]
        if not front.body_start <= paragraph.start < min(front.body_end, self._annexes):
            return []
        return self._running(paragraph, words, form, begins=begins)

    def _running(self, paragraph: Span, words: SourceSpan, form: ParagraphForm, *, begins: bool) -> list[Part]:
        section = next(iter(self._report.sections_in(paragraph.start, paragraph.start + 1)), None)
        if section is None or not begins:
            return [Part(TEXT, *words, begins, form)]
        kind = self._judged(section)
        stop = self._report.source(section.start, section.end)[1]
        if not section.run_in or stop >= words[1]:
            return [Part(kind, *words, begins, form)]
        return [Part(kind, words[0], stop, begins, form), Part(TEXT, stop, words[1], False, form)]

    def _judged(self, section: Section) -> str:
        """The number style of a heading that can be told from text and levels. A numbered sentence is TEXT, or, where
        it may as well be a heading of a font of its own, OTHER."""
        if section.style not in LEVELS or (self._skips and section.style == LEVELS[2]):
            return OTHER
        words = self._report.text[section.start : section.end]
        sentence = len(section.text) > _LONGEST_RUN_IN if section.run_in else words.endswith(_SENTENCE_ENDS)
        if sentence:
            return TEXT if section.style in LEVELS[2:] else OTHER
        return section.style

    def _words(self, form: ParagraphForm) -> SourceSpan:
        text = self._report.document.text[form.start : form.end]
        return form.start + len(text) - len(text.lstrip()), form.start + len(text.rstrip())


def _annexes(report: Report) -> int:
    """The folded offset from which on the text lists its annexes: 附件： after the last heading."""
    last = report.sections[-1].start if report.sections else report.front.body_start
    for paragraph in report.paragraphs:
        if paragraph.start >= last and report.text.startswith(("附件：", "附件1", "附：", "附件\n"), paragraph.start):
            return paragraph.start
    return len(report.text) + 1

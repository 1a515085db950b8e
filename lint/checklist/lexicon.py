"""From a checklist's roles and cues to what the understanding of a report needs."""

from collections.abc import Callable

from lint.checklist.checklist import Checklist
from lint.document.lexicon import Lexicon, RoleWords, Spans
from lint.document.stretches import Stretches
from lint.patterns import Pattern, TextIndex

# The cue lists a checklist may give; their gaps stay inside a clause. "x-not" are phrases that, overlapping a cue,
# call it off; "planned-sure" is not called off; "topic" ends before the topic, "topic-span" is the topic with its
# frame; "required" is a demand that follows, "demanded" makes its own clause one; "own" are words by which the
# report's own body takes the floor again.
CUES = (
    "planned",
    "planned-not",
    "planned-sure",
    "lacking",
    "lacking-not",
    "none",
    "none-not",
    "topic",
    "topic-not",
    "topic-span",
    "required",
    "required-not",
    "demanded",
    "demanded-not",
    "foreign",
    "foreign-not",
    "past",
    "past-not",
    "announced",
    "own",
)
OPENING = "opening"


def lexicon(checklist: Checklist) -> Lexicon:
    """The roles and cue words of a checklist, compiled. Raises PatternError for a pattern that cannot be compiled."""
    book = checklist.book
    roles = tuple(
        RoleWords(
            name,
            _heading(book.phrases(role.heading), book.phrases(role.not_heading)),
            _finder(book.phrases(role.lead), ()),
            role.standing,
            role.under,
            role.begins_in,
            role.inner,
            role.keep,
            role.fallback,
            _heading(book.phrases(role.not_heading), ()),
        )
        for name, role in checklist.file.roles.items()
    )
    cues = checklist.file.cues
    finders = {
        name: _finder(
            book.phrases(words, clause_only=True), book.phrases(cues.get(f"{name}-not", ()), clause_only=True)
        )
        for name, words in cues.items()
        if not name.endswith("-not")
    }
    return Lexicon(roles, finders, OPENING if OPENING in checklist.file.roles else "", book.index)


def _heading(yes: tuple[Pattern, ...], no: tuple[Pattern, ...]) -> Callable[[str], bool]:
    def named(text: str) -> bool:
        return any(p.matches(text) for p in yes) and not any(p.matches(text) for p in no)

    return named


def _finder(yes: tuple[Pattern, ...], no: tuple[Pattern, ...]) -> Callable[[TextIndex], Spans]:
    def find(index: TextIndex) -> Spans:
        found = sorted(span for pattern in yes for span in pattern.finditer(index))
        if not found or not no:
            return found
        barred = Stretches(span for pattern in no for span in pattern.finditer(index))
        return [span for span in found if not barred.touch(*span)]

    return find

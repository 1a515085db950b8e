"""The chain of problems: each shortcoming with its cause, rectification and answer in the plan."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lint.checklist.model import Chain, ChainElement
from lint.checks.context import Context
from lint.checks.elements.evidence import section_titles
from lint.checks.elements.lead_in import MARKS, telling
from lint.checks.elements.likeness import Likeness
from lint.checks.elements.naming import names, owners
from lint.checks.elements.parts import Part, parts_of
from lint.checks.results import ABSENT, MET, THIN, Link, Outcome, Shortcoming
from lint.document.report import Span
from lint.document.stretches import Stretches

LIKE = 0.14  # from here up two stretches may speak of the same thing
FAINT = 0.06  # from here up they may, when nothing else in the list comes near
CLEAR = 2.5  # how many times the next best a faint likeness must be
CERTAIN = 0.32  # from here up they do
MOST = 200  # a list of more parts is no list of shortcomings any more: each with each would take too long
_FIRST = re.compile(r"[。；！？\n]")


def read_chain(context: Context) -> tuple[Shortcoming, ...]:
    """The report's own shortcomings, in order, with what answers each; empty when the checklist has no chain."""
    chain = context.checklist.file.chain
    if chain is None:
        return ()
    report = context.report
    shortcomings = [p for p in parts_of(report, chain.shortcomings) if not _is_frame(context, p)]
    shortcomings, handed = _hand_over(context, chain, shortcomings)
    # what stands inside a shortcoming is its own, and found there
    own = Stretches((s.start, s.end) for s in shortcomings)
    causes, rectified, plan = (
        [p for p in parts_of(report, role) if not own.hold(p.start, p.start + 1)]
        for role in (chain.causes, chain.rectification, chain.plan)
    )
    everything = [*shortcomings, *causes, *rectified, *plan]
    texts = [report.text[part.start : part.end] for part in everything]
    likeness = Likeness(texts, [_topics(context, chain, part) for part in everything])
    of_causes = _Answers(causes, len(shortcomings), len(shortcomings), general=True)
    named = tuple(owners(report, part.start, shortcomings) for part in rectified)
    of_rectified = _Answers(rectified, of_causes.first + len(causes), len(shortcomings), named=named)
    of_plan = _Answers(plan, of_rectified.first + len(rectified))
    found = []
    for i, part in enumerate(shortcomings):
        cause = _inside(context, part, chain.causes, chain.cause_cues)
        mended = _inside(context, part, chain.rectification, chain.rectification_cues, later=True)
        planned = _inside(context, part, chain.plan, chain.plan_cues)
        found.append(
            Shortcoming(
                report.source(part.start, _own_end(context, part)),
                part.label,
                cause or _linked(context, likeness, i, of_causes),
                mended or handed.get(i) or _linked(context, likeness, i, of_rectified),
                planned or _linked(context, likeness, i, of_plan),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Answers:
    """A list that may answer the shortcomings. `first` is the place of its first part among the compared stretches;
    where it has `in_order` parts, one a shortcoming, the place in the list counts when nothing is alike; a single
    `general` part (one cause for all) answers every shortcoming. `named` are the shortcomings each part names; one that
    names some answers no others."""

    parts: list[Part]
    first: int
    in_order: int = 0
    general: bool = False
    named: tuple[tuple[int, ...], ...] = ()


def _hand_over(context: Context, chain: Chain, parts: list[Part]) -> tuple[list[Part], dict[int, Link]]:
    """The shortcomings without the sentences at their ends that tell how another one, which they name, was mended; and
    these sentences, by the number of that one."""
    report = context.report
    inside = [[s for s in report.sentences_in(part.start + 1, part.end) if names(report, s.start)] for part in parts]
    inner = [[s for s in sentences if _mends(context, chain, s)] for sentences in inside]
    bare = [replace(part, end=named[0].start) if named else part for part, named in zip(parts, inner, strict=True)]
    kept, handed = list(parts), dict[int, Link]()
    for i, named in enumerate(inner):
        for sentence in named:
            found = owners(report, sentence.start, bare)
            if kept[i].end == parts[i].end and (not found or i in found):
                continue
            kept[i] = replace(parts[i], end=min(kept[i].end, sentence.start))
            for owner in found:
                handed.setdefault(
                    owner, Link(report.source(sentence.start, _trim(context, sentence.start, sentence.end)), True)
                )
    return kept, handed


def _mends(context: Context, chain: Chain, sentence: Span) -> bool:
    """Whether a sentence tells of a rectification."""
    if any(c.roles == (chain.rectification,) for c in context.report.clauses_in(sentence.start, sentence.end)):
        return True
    cues = context.phrases(chain.rectification_cues, clause_only=True)
    return any(pattern.search(context.index, sentence.start, sentence.end) for pattern in cues)


def _is_frame(context: Context, part: Part) -> bool:
    """A sentence that only says that shortcomings follow, or that work goes on, is none."""
    words = context.report.text[part.start : part.end]
    return not part.numbered and (
        words.rstrip("。；").endswith(("：", "如下"))
        or bool(re.match(r"(?:以上|这些|上述|对此|针对)", words))
        or bool(re.search(r"(?:虽然|尽管).{0,40}但.{0,40}(?:问题|不足|差距|短板)(?:和不足)?[：。；]?$", words))
    )


def _own_end(context: Context, part: Part) -> int:
    """The end of a part's own words: its first sentence, with the next where the first is only a label or the
    heading."""
    text = context.report.text
    section = next(iter(context.report.sections_in(part.start, part.start + 1)), None)
    enough = section.end + 1 if section is not None and section.end < part.end else part.start + 14
    end = part.end
    for stop in _FIRST.finditer(text, part.start, part.end):
        if stop.start() >= enough:
            end = stop.start()
            break
    return _trim(context, part.start, end)


def _topics(context: Context, chain: Chain, part: Part) -> frozenset[str]:
    return frozenset(topic.name for topic in chain.topic if context.any_in(topic.words, part.start, part.end))


def _inside(context: Context, part: Part, role: str, cues: Sequence[str], *, later: bool = False) -> Link | None:
    """What a shortcoming says about itself: the first clause in it that has the role, else the one with a cue. With
    `later` cues count only behind the first clause, which is the shortcoming itself."""
    first = context.report.clause_index(part.start) if later else None
    start_after = context.report.clauses[first].end if first is not None else part.start
    for clause in context.report.clauses_in(part.start + 1, part.end):
        if clause.roles == (role,):
            return Link(context.report.source(*telling(context.report, clause, part.start, part.end)), True)
    for pattern in context.phrases(cues, clause_only=True):
        if span := pattern.search(context.index, start_after, part.end):
            index = context.report.clause_index(span[0])
            if index is None:
                return Link(context.report.source(*span), True)
            told = telling(context.report, context.report.clauses[index], part.start, part.end)
            end = max(told[1], _trim(context, *span))
            return Link(context.report.source(told[0], end), True)
    return None


def _trim(context: Context, start: int, end: int) -> int:
    while end > start + 1 and context.report.text[end - 1] in MARKS:
        end -= 1
    return end


def _linked(context: Context, likeness: Likeness, i: int, answers: _Answers) -> Link | None:
    """The best answer to the i-th shortcoming among the parts of another list."""
    parts = answers.parts
    if not parts or len(parts) > MOST or i >= MOST:
        return None
    scores = [likeness.score(i, answers.first + j) for j in range(len(parts))]
    ranked = sorted(range(len(parts)), key=lambda j: (-scores[j], j))
    if answers.named:
        own = [j for j, named in enumerate(answers.named) if i in named]
        if own:
            return _link(context, parts[own[0]], certain=True)
        ranked = [j for j in ranked if not answers.named[j]]
        if not ranked:
            return None
    best = ranked[0]
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    if scores[best] < LIKE and (scores[best] < FAINT or scores[best] < CLEAR * second):
        if len(parts) == answers.in_order and i in ranked:
            best = i
        elif len(parts) > 1 or not answers.general:
            return None
    return _link(context, parts[best], certain=scores[best] >= CERTAIN)


def _link(context: Context, part: Part, *, certain: bool) -> Link:
    return Link(context.report.source(part.start, _own_end(context, part)), certain)


def judge(context: Context, element: ChainElement, shortcomings: tuple[Shortcoming, ...]) -> Outcome:
    """Met when every shortcoming has the link, thin when some have, absent when none has or there is no shortcoming."""
    links = [getattr(s, element.link) for s in shortcomings]
    present = [link for link in links if link is not None]
    searched = section_titles(context.report, ())
    if not shortcomings or not present:
        return Outcome(element.id, ABSENT, searched=searched, anchor=shortcomings[0].span if shortcomings else None)
    missing = [s.label for s in shortcomings if getattr(s, element.link) is None]
    status = THIN if missing else MET
    message = None
    if missing:
        message = f"{element.thin}：{'；'.join(missing)}"
    return Outcome(
        element.id, status, evidence=tuple(link.span for link in present[:3]), searched=searched, message=message
    )

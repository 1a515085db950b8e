"""Roles: what a section is for, and in a merged section what each sentence is for.

The heading decides; where there is none or it names several roles, first words do.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lint.document.lexicon import Lexicon, RoleWords
from lint.document.report import PLANNED, Item, Section
from lint.document.segments import Stretch


def assign_roles(sections: tuple[Section, ...], lexicon: Lexicon, year: int | None = None) -> tuple[Section, ...]:
    """The sections with their roles. A subsection takes its parent's roles unless its own heading names one that may
    stand there; a first-level heading that no role knows falls to the fallback role, one with the year after the
    report's (`year`) to the plans."""
    done: list[Section] = []
    for section in sections:
        parent = done[section.parent] if section.parent is not None else None
        named = tuple(
            role.id for role in lexicon.roles if role.heading(section.text) and _may_stand(role, parent, lexicon)
        )
        if parent is None and section.index and _of_next_year(section, lexicon, year):
            named = tuple(
                role.id
                for role in lexicon.roles
                if (role.id in named and not role.fallback) or (role.standing == PLANNED and role.keep)
            )
        if named:
            roles, own = named, True
        elif parent is not None:
            # a nameless subsection of a merged section (不足、原因和整改) holds all of them, told apart by first words
            roles, own = parent.roles, False
        else:
            roles, own = ((lexicon.fallback.id,) if lexicon.fallback else ()), False
        done.append(replace(section, roles=roles, own_role=own))
    return _only_telling(_deeds_before_plans(done, lexicon))


def _deeds_before_plans(sections: list[Section], lexicon: Lexicon) -> list[Section]:
    """Where plans seem to come first, plans again at the end and no deeds, the first are the deeds."""
    top = [section for section in sections if section.parent is None]
    if lexicon.fallback is None or len(top) < 2 or any(lexicon.fallback.id in section.roles for section in top):
        return sections
    first = top[0].roles
    plans = {role.id for role in lexicon.roles if role.standing == PLANNED and role.keep}
    if not set(first) <= plans or not any(set(section.roles) & plans for section in top[1:]):
        return sections
    end = top[1].index
    deeds = (lexicon.fallback.id,)
    return [replace(one, roles=deeds) if one.index < end and one.roles == first else one for one in sections]


def _of_next_year(section: Section, lexicon: Lexicon, year: int | None) -> bool:
    """Whether a heading without a word for plans tells them by its year: 2025年重点工作 in the report on 2024."""
    if year is None or not re.search(rf"(?<![0-9]){year + 1}年", section.text) or f"{year}年" in section.text:
        return False
    return any(role.standing == PLANNED and role.keep and not role.barred(section.text) for role in lexicon.roles)


def _only_telling(sections: list[Section]) -> tuple[Section, ...]:
    """Subsections that name their parent's role keep it as their own only where siblings name another one: in
    (一)不足 (二)原因 (三)整改 they part the roles, in (一)力量不足 (二)质量不高 they are members of one list."""
    told: dict[int, set[tuple[str, ...]]] = {}
    for section in sections:
        if section.parent is not None and section.own_role:
            told.setdefault(section.parent, set()).add(section.roles)
    result = []
    for section in sections:
        parent = sections[section.parent] if section.parent is not None else None
        if parent is not None and section.own_role and section.roles[0] in parent.roles and len(told[parent.index]) < 2:
            result.append(replace(section, roles=parent.roles, own_role=False))
        else:
            result.append(section)
    return tuple(result)


def _may_stand(role: RoleWords, parent: Section | None, lexicon: Lexicon) -> bool:
    if parent is None or role.id in parent.roles:
        return True
    if not role.inner or any(r.keep for r in map(lexicon.role, parent.roles) if r):
        return False
    return not role.under or any(name in role.under for name in parent.roles)


def sentence_roles(
    text: str,
    sentences: Sequence[Stretch],
    sections: tuple[Section, ...],
    items: tuple[Item, ...],
    lexicon: Lexicon,
    prepared: Any,
    first_heading: int,
    paragraph_starts: set[int],
    year: int | None = None,
) -> list[tuple[str, ...]]:
    """The roles of each sentence: those of its section, narrowed or changed by first words.

    In a merged section every sentence may begin another of its roles; elsewhere only the first sentence of a paragraph
    may, and not inside a role that keeps its sections. An item goes back to the role in which its series began;
    headings that name no role belong to what a sentence above them announced with a colon. Without any headings a
    paragraph that begins with the year after the report's (`year`) tells the plans.
    """
    leads = {start: role for role in lexicon.roles for start, _ in role.leads(prepared)}
    plans = next((role for role in lexicon.roles if role.standing == PLANNED and role.keep), None)
    if year is not None and plans is not None and not sections:
        begins = re.compile(rf"{year + 1}年(?:，|我|里|度)")
        leads |= {start: plans for start in paragraph_starts if begins.match(text, start)}
    fallback: tuple[str, ...] = (lexicon.fallback.id,) if lexicon.fallback else ()
    opening: tuple[str, ...] = (lexicon.opening,) if lexicon.opening else ()
    runs = {item.start: item.run for item in items}
    role_of_run: dict[int, tuple[str, ...]] = {}
    result: list[tuple[str, ...]] = []
    at, section, current = 0, None, fallback
    item_at = 0
    announced: tuple[str, ...] = ()  # what a paragraph that ends in a colon says of the list right below it
    for sentence in sentences:
        while at < len(sections) and sections[at].start <= sentence.start:
            section = sections[at]
            announced = () if section.own_role else announced
            current = announced or section.roles
            if len(current) > 1:
                current = _primary(current, lexicon)
            at += 1
        if section is None and sentence.start < first_heading:
            current = opening
        elif section is None and current == opening and sentence.start >= first_heading:
            current = fallback
        role = next(
            (leads[p] for p in range(sentence.start, min(sentence.start + 6, sentence.end)) if p in leads), None
        )
        if role is not None and sentence.heading is None and (section is not None or sentence.start >= first_heading):
            merged = section is not None and len(section.roles) > 1
            within = role.id in section.roles if merged and section else False
            kept = section is not None and any(r.keep for r in map(lexicon.role, section.roles) if r)
            allowed = within or (
                not kept and (sentence.start in paragraph_starts or any(n in role.begins_in for n in current))
            )
            if allowed:
                current = (role.id,)
                announced = current if text[sentence.end - 1] == "：" else ()
        elif sentence.start in runs:
            current = role_of_run.get(runs[sentence.start], current)
        while item_at < len(items) and items[item_at].start < sentence.end:
            role_of_run.setdefault(items[item_at].run, current)
            item_at += 1
        result.append(section.roles if sentence.heading is not None and section and section.own_role else current)
    return result


def _primary(roles: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    order = [role.id for role in lexicon.roles]
    return (min(roles, key=order.index),)

"""Front and back matter: title, issuer, year, recipient, opening, signature, date; web furniture set apart.

Everything is in folded offsets.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from lint.document.back import ISSUER_LINE, NOTE, read_back, without_note
from lint.document.dates import DATE, bare, day_of, in_brackets
from lint.document.furniture import FURNITURE
from lint.document.issuer import (
    DIGIT_YEAR,
    calls_itself_department,
    county_in,
    department_in,
    issuer_of,
    kind_of,
    place_of,
)
from lint.document.lazy import lazy
from lint.document.posts import post_held, post_in
from lint.document.report import Front, Span
from lint.document.report_year import AND_ANOTHER, voted_year, year_in, year_of_tasks
from lint.document.speaker import YEAR_LINE, Below, below_title, is_speaker, without_label

_ISO_DATE = lazy(r"(20[0-9]{2})[-年./]([0-9]{1,2})[-月./]([0-9]{1,2})")
_TITLE_END = lazy(
    r"(?:报告|总结|汇报|情况|发言(?:材料|提纲|稿)?|(?:汇报|报告|述[\u4e00-\u9fff])(?:材料|提纲)|[^所上概综论表]述[职责德学廉法])"
    rf"(?:{AND_ANOTHER})?(?:（[^（）。；]{{1,24}}）)?$"
)
_TITLE_NOT = lazy(r"[。；！？]|：$|如下|^[一二三四五六七八九十]{1,3}、")
_TAG = lazy(r"〔[^〕]{1,10}〕(?=.{8,})")  # the column of a web page before the title: 【年度报告】
_BEGIN = lazy(r"^(?:关于|[0-9]{4}年)")
_BROKEN = lazy(rf"{DIGIT_YEAR}年?度?[^0-9月，。：]{{1,14}}$")  # a title whose second half stands on the next line
_NUMBER_LINE = lazy(r"^[^，。：；]{1,14}〔?（?20[0-9]{2}〕?）?[0-9]{0,4}号$")
_RECIPIENT = lazy(r"^[^。；！？]{2,60}：$")
_RECIPIENT_ORGAN = lazy(r"(?:委|政府|办|办公室|局|厅|部|委员会|小组|人大|常委会|机关|单位)）?：$")
_WORDS = lazy(r"[0-9A-Za-z\u4e00-\u9fff]")
_COUNTED = lazy(
    r"(?<![0-9一二两三四五六七八九十百余])[0-9一二两三四五六七八九十百余]{1,9}(?:余|多)?(?:次|件|场|份|起|人次|项|期|条)"
)
_OPENING_FORMULA = lazy(r"(?:如下|汇报于后)[：。]?$")
_HEADING = lazy(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、，.]|（?[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.、。）](?![0-9])|（[0-9]{1,2}）|[①-⑳]|#{1,6}|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,3}(?:章|部分))"
)


def read_front(
    text: str, paragraphs: tuple[Span, ...], metadata: Mapping[str, str], tables: Collection[int] = ()
) -> Front:
    """The front of a folded text. `paragraphs` are its paragraphs without the notes; `tables` the beginnings of those
    that stand in a table; `metadata` is the Document's. Never raises."""
    words = [text[p.start : p.end] for p in paragraphs]
    tabled = {i for i, span in enumerate(paragraphs) if span.start in tables}
    head = _head_length(words)
    furniture = [i for i in range(head) if FURNITURE.match(words[i])]
    title = _title(words, head, set(furniture))
    after = (title[-1] + 1) if title else 0
    numbered = next((i for i in range(after or min(3, head)) if _NUMBER_LINE.match(words[i]) and i not in title), None)
    number = paragraphs[numbered] if numbered is not None else None
    if not title and numbered is not None:
        after = numbered + 1
    issued = after if title and _issued_below(words, after) else None
    said = below_title(words, after if issued is None else after + 1, number=numbered) if title else Below()
    after = max(after, said.end)
    recipient = None
    proper = [i for i in range(after, min(after + 40, len(words))) if i not in furniture]
    for i in proper[:4]:
        if ISSUER_LINE.match(words[i]) or not _WORDS.search(words[i]):
            continue
        if (
            _RECIPIENT.match(words[i])
            and _RECIPIENT_ORGAN.search(words[i])
            and not _OPENING_FORMULA.search(words[i])
            and not _HEADING.match(words[i])
        ):
            recipient = i
        break
    last, signature, date_at, date = read_back(words, after, tabled)
    if date_at is not None:
        words[date_at] = without_note(words[date_at])
    signature = issued if signature is None else signature
    below = said.date if date is None else None
    if below is not None:
        date_at, date = below, day_of(bare(words[below]))
    speaker = said.speaker
    if speaker is None and signature is not None and is_speaker(words[signature]):
        speaker = signature
    start = (recipient + 1) if recipient is not None else after
    while start < len(words) and start in furniture:
        start += 1
    opening = _opening(words, start, last)
    tag = _TAG.match(words[title[0]]) if title else None
    label = tag.end() if tag else 0
    whole = "".join(words[i] for i in title)[label:]
    duplicates = _duplicates(words, title, head)
    for i in duplicates:
        if i not in furniture:
            furniture.append(i)
    if title:
        # whatever stands above the title of a web page is no part of the report
        furniture.extend(i for i in range(title[0]) if i not in furniture and not _NUMBER_LINE.match(words[i]))
    signed = NOTE.sub("", words[signature]) if signature is not None else ""
    if signature is not None and signature == date_at:
        signed = DATE.match(signed)[1] if DATE.match(signed) else signed  # type: ignore[index]
    spoken = without_label(words[speaker]) if speaker is not None else ""
    if signature is not None and signature == speaker:
        signed = ""
    beginning = words[start] if start < len(words) else ""
    named = issuer_of(whole) or issuer_of(spoken) or signed
    paged = None if title else issuer_of("".join(metadata.get("title", "").split()))
    acting = "" if named or paged else department_in(beginning)
    department = kind_of(named or paged or acting) == "部门" or (not named and calls_itself_department(text))
    place = "" if department else place_of(text, (whole, spoken, signed), beginning)
    issuer = named or place or paged or acting or county_in(beginning) or None
    below_year = "".join(w for w in words[title[-1] + 1 : after] if YEAR_LINE.match(w)) if title else ""
    title_year = year_in(whole) or year_in(below_year)
    published, published_at = _published(words, furniture, metadata)
    return Front(
        title=Span(paragraphs[title[0]].start + label, paragraphs[title[-1]].end) if title else None,
        title_lines=tuple(paragraphs[i] for i in title),
        duplicate_titles=tuple(paragraphs[i] for i in duplicates),
        issuer=issuer,
        issuer_kind="部门" if department else kind_of(issuer or place),
        place=place,
        report_year=title_year
        or voted_year(_numbered(words[start : last + 1]), date, since=False)
        or voted_year(_numbered(words[start:]), date)
        or year_of_tasks(words[start : last + 1]),
        title_year=title_year,
        recipient=paragraphs[recipient] if recipient is not None else None,
        opening=Span(paragraphs[start].start, paragraphs[opening].end) if opening is not None else None,
        signature=_signature_span(words, paragraphs, signature, date_at),
        speaker=paragraphs[speaker] if speaker is not None else None,
        post=post_in(whole) or post_in(spoken) or post_held("".join(words[start : start + 3])),
        date_span=_date_span(words, paragraphs, date_at),
        date=date,
        number=number,
        published=published,
        published_span=paragraphs[published_at] if published_at is not None else None,
        furniture=tuple(paragraphs[i] for i in sorted(set(furniture))),
        body_start=paragraphs[start].start if start < len(paragraphs) else len(text),
        body_end=paragraphs[last].end if 0 <= last < len(paragraphs) else len(text),
    )


def _issued_below(words: list[str], at: int) -> bool:
    """Whether the body that reports stands right below the title, over the day in brackets."""
    if at + 1 >= len(words) or not ISSUER_LINE.match(words[at]):
        return False
    return in_brackets(words[at + 1]) and day_of(bare(words[at + 1])) is not None


def _head_length(words: list[str]) -> int:
    """How many paragraphs can belong to the head: all before the first heading or long paragraph, 40 at most."""
    for i, word in enumerate(words[:40]):
        if _HEADING.match(word):
            return i
        if len(word) > 70 and not FURNITURE.match(word):
            return i
    return min(len(words), 40)


def _title(words: list[str], head: int, furniture: set[int]) -> list[int]:
    ends = [
        i
        for i in range(head)
        if i not in furniture
        and _TITLE_END.search(NOTE.sub("", words[i]))
        and not _TITLE_NOT.search(words[i])
        and (len(words[i]) >= 4 or (i and len(words[i - 1]) >= 10 and not _TITLE_NOT.search(words[i - 1])))
    ]
    if not ends:
        return []
    chosen = [ends[-1]]
    at = ends[-1] - 1
    # a line that begins with 关于 or a year needs its issuer above; an issuer line nothing but a second issuer
    while at >= 0 and len(chosen) < 4 and at not in furniture:
        word = words[at]
        if _TITLE_NOT.search(word) or len(word) > 45 or at in ends or _NUMBER_LINE.match(word):
            break
        if words[chosen[0]].startswith(word):  # the name of the body in the furniture above the title
            break
        if (
            ISSUER_LINE.match(word)
            or is_speaker(word)
            or (word.startswith("关于") and not _TITLE_END.search(word))
            or (word.endswith("关于") and len(word) > 4)
            or (_BROKEN.search(word) and issuer_of(word))
            or (
                _BEGIN.match(words[chosen[0]]) is None
                and not ISSUER_LINE.match(words[chosen[0]])
                and not issuer_of(words[chosen[0]])
                and len(word) <= 30
            )
        ):
            chosen.insert(0, at)
            at -= 1
            continue
        break
    return chosen


def _duplicates(words: list[str], title: list[int], head: int) -> list[int]:
    if not title:
        return []
    whole = "".join(words[i] for i in title)
    core = re.sub(r"关于|的", "", whole)
    found = []
    for i in range(title[0]):
        word = re.sub(r"关于|的", "", words[i])
        if len(word) >= 8 and (
            word in core or core in word or (_TITLE_END.search(word) and year_in(word) == year_in(whole))
        ):
            found.append(i)
    return found


def _signature_span(
    words: list[str], paragraphs: tuple[Span, ...], signature: int | None, date_at: int | None
) -> Span | None:
    if signature is None:
        return None
    span = paragraphs[signature]
    if signature == date_at and (found := DATE.match(words[signature])):
        return Span(span.start, span.start + len(found[1]))
    return span


def _date_span(words: list[str], paragraphs: tuple[Span, ...], date_at: int | None) -> Span | None:
    if date_at is None:
        return None
    shift = 1 if in_brackets(words[date_at]) else 0
    if not (found := DATE.match(bare(words[date_at]).rstrip("。"))):
        return None
    start = paragraphs[date_at].start + shift
    return Span(start + found.start(2), start + found.end(2))


def _opening(words: list[str], start: int, last: int) -> int | None:
    """Index of the last opening paragraph: up to the formula, else the first paragraph before the first heading. Where
    no heading follows, a paragraph that counts what was done is the report itself."""
    if start > last or start >= len(words) or _HEADING.match(words[start]):
        return None
    for i in range(start, min(start + 5, last + 1)):
        if _HEADING.match(words[i]):
            return i - 1
        if re.search(r"(?:报告|汇报|总结|情况|梳理|说明)?如下[：。]?$", words[i]):
            return i
    if len(_COUNTED.findall(words[start])) > 1 and not any(map(_HEADING.match, words[start : last + 1])):
        return None
    return start if len(words[start]) > 24 else None


def _numbered(words: list[str]) -> Iterator[tuple[str, bool]]:
    return ((word, _HEADING.match(word) is not None) for word in words)


def _published(
    words: list[str], furniture: list[int], metadata: Mapping[str, str]
) -> tuple[tuple[int, int, int] | None, int | None]:
    sources = [(metadata.get("published", ""), None)] + [(words[i], i) for i in furniture]
    for word, at in sources:
        label = words[at - 1] if at else ""
        if (
            at is not None
            and not re.search(r"发布|时间|公开日期", word)
            and not re.match(r"〔?(?:发布|公开)(?:日期|时间)", label)
        ):
            continue
        if found := _ISO_DATE.search(word):
            year, month, day = int(found[1]), int(found[2]), int(found[3])
            if 1 <= month <= 12 and 1 <= day <= 31:
                return (year, month, day), at
    return None, None

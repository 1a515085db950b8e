"""What a regulation asks a report to contain, read off its text: a first draft of elements for authors of checklists.

Only what is said of the contents of a report is taken; articles on the purpose, terms, days, penalties and the entry
into force are passed over and told. Where a regulation says nothing of a report, the duties that it sets are taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.checklist.draft.regulation_text import Article, Block, articles_of, heading_of
from lint.checklist.draft.regulation_words import (
    DUTY,
    Deadline,
    deadline_in,
    plain_duty,
    recipient_in,
    says_none,
    subject_of,
)

_REPORT = re.compile(r"报告|总结|年报|述职|汇报")
_CONTENTS = re.compile(r"下列|以下|如下|包括|包含|写明|载明|说明|反映|列明|注明|汇报|内容")
_OTHER_LIST = re.compile(
    r"情形之一|情形的|处分|处罚|追究|约谈|通报批评|不得|条件|程序|步骤|原则|格式|职责|义务|"
    r"下列要求|以下要求|下列规定|以下规定|下列单位|以下单位|下列方式|以下方式|下列途径|以下途径|不予|是指"
)
_ASKED = re.compile(
    r"(?:应当|必须|应|须|需|要|并|还|一并|如实|重点|着重|逐项|详细|真实|准确|全面)"
    r"(?:写明|载明|包括|包含|说明|反映|列明|注明|附上?|写清)(?P<what>[^。；]{2,})"
)
_CONDITION = re.compile(r"的，(?:应当|必须|应|须|可以|由)")
_CATCH_ALL = re.compile(r"其[他它]|(?:上级|县|市|省)[^，。；]{0,12}(?:要求|规定)报告的")
_LONG = 150  # characters of a wording; of a longer article the words before its list are enough
_PASSED = (
    ("施行", re.compile(r"起施行|起实施|起执行|同时废止|负责解释")),
    ("目的", re.compile(r"^为了?(?!.{0,4}单位)|(?:根据|依据|依照).{2,60}制定本")),
    ("用语", re.compile(r"(?:本[^，。]{1,6}|前款)所称|是指")),
    ("适用范围", re.compile(r"适用本|适用于本")),
    ("责任", re.compile(r"处分|处罚|追究|约谈|通报批评|罚款|法律责任")),
)
_SHORTCOMINGS = re.compile(
    r"(?:不足|短板|薄弱|(?:存在|主要|突出)的?(?:主要|突出|困难和)?问题|问题和|问题及)(?!.*(?:整治|整改|治理|排查|查处|解决))"
)
_PARTS = re.compile(r"，(?:并|以及|同时|和)?(?:写明|说明|反映|注明|列明)?")
_SEVERAL = re.compile(r"等(?:工作|方面|有关|相关|具体)*(?:的)?(?:情况|内容|事项|工作)?$")
_PLAN = re.compile(
    r"(?:下一?年|明年|次年|下一?步|下年度|下一年度|今后).{0,12}(?:安排|打算|计划|措施|思路|设想|重点|工作)"
)


@dataclass(frozen=True)
class Duty:
    """One thing that a report must contain. `title` goes into sentences, without 的情况; `article` is where it is asked
    ("第二条"), `item` which of its items ("（一）"), both "" for what the author named; `said` are the regulation's own
    words. `none` says that a report may say that there was none."""

    title: str
    article: str = ""
    item: str = ""
    said: str = ""
    none: bool = False


@dataclass(frozen=True)
class Regulation:
    """`name` and `number` may be empty, as may all else. `wordings` gives the text of each article that is used, that
    of the article by which reports are due first; `shortcomings` and `plan` are what is said of these two parts of a
    report; `passed` are the articles that were not taken, each with what it is about. `contents` is false where the
    regulation says nothing of a report's contents."""

    name: str
    number: str
    subject: str
    duties: tuple[Duty, ...]
    wordings: tuple[tuple[str, str], ...]
    shortcomings: Duty | None
    plan: Duty | None
    deadline: Deadline | None
    recipient: str
    passed: tuple[tuple[str, str], ...]
    contents: bool


def regulation(text: str) -> Regulation:
    """The regulation of a text; without duties where nothing in it can be taken."""
    heading = heading_of(text)
    articles = articles_of(text)
    about = bool(_REPORT.search(heading.name))
    taken = [(article, list(_contents(article, about=about))) for article in articles]
    contents = any(found for _, found in taken)
    if not contents:
        taken = [(article, list(_set_duties(article))) for article in articles]
    found = [duty for _, some in taken for duty in some]
    lacking = next((duty for duty in found if "S2" in parts_named(duty.title)), None)
    plan = next((duty for duty in found if "S3" in parts_named(duty.title)), None)
    duties = {duty.title: duty for duty in reversed(found) if duty not in (lacking, plan)}
    deadline = next(filter(None, (deadline_in(article.text, article.label) for article in articles)), None)
    due = next((article for article in articles if _is_due(article)), None)
    used = {duty.article for duty in found} | ({deadline.article} if deadline else set())
    cited = [article for article in articles if article is not due and article.label in used]
    return Regulation(
        heading.name,
        heading.number,
        subject_of(heading.name),
        tuple(reversed(duties.values())),
        tuple((article.label, _wording(article)) for article in ([due] if due else []) + cited if article.label),
        lacking,
        plan,
        deadline,
        next(filter(None, (recipient_in(article.text) for article in articles)), ""),
        tuple(
            (article.label, _about(article))
            for article in articles
            if article.label and article is not due and article not in cited
        ),
        contents,
    )


def parts_named(title: str) -> tuple[str, ...]:
    """Which parts of every report a duty means: S2 the shortcomings, S3 the plan; the draft has elements for them."""
    return tuple(name for name, pattern in (("S2", _SHORTCOMINGS), ("S3", _PLAN)) if pattern.search(title))


def _about(article: Article) -> str:
    """What an article that is not taken is about."""
    return next((name for name, pattern in _PASSED if pattern.search(article.text)), "没有写报告的内容")


def _is_due(article: Article) -> bool:
    """Whether it says by when or to whom reports are made."""
    return bool(deadline_in(article.text, article.label) or recipient_in(article.text)) and not _passed(article.text)


def _wording(article: Article) -> str:
    if len(article.text) <= _LONG:
        return article.text
    first = article.blocks[0].text
    return f"{first[:_LONG]}……"


def _contents(article: Article, *, about: bool) -> Iterator[Duty]:
    """What the article asks a report to contain; `about`: the regulation is one on reports."""
    for block in article.blocks:
        if block.items and _lists_contents(block, article, about=about):
            for mark, said in block.items:
                if (title := plain_duty(said)) and not _CATCH_ALL.match(title):
                    yield Duty(title, article.label, mark, said, says_none(said))
        elif not block.items and (about or _REPORT.search(block.text)):
            for sentence in re.split(r"[。；]", block.text):
                asked = _ASKED.search(sentence)
                if not asked or _CONDITION.search(sentence) or _passed(sentence):
                    continue
                for part in _parts(asked["what"]):
                    if (title := plain_duty(part)) and not _CATCH_ALL.match(title):
                        yield Duty(title, article.label, "", sentence.strip(), says_none(block.text))


def _parts(what: str) -> Iterator[str]:
    """The things that a sentence asks for: between commas, and of 甲、乙等情况 each."""
    for part in _PARTS.split(what):
        yield from part.split("、") if _SEVERAL.search(part) else (part,)


def _lists_contents(block: Block, article: Article, *, about: bool) -> bool:
    if not article.label and not block.text:
        return True  # a bare list was given: it is meant
    if _OTHER_LIST.search(block.text) or not _CONTENTS.search(block.text):
        return False
    return about or bool(_REPORT.search(block.text))


def _set_duties(article: Article) -> Iterator[Duty]:
    """What an article of a regulation without a word on reports says shall be done; the words before a list say nothing
    of their own."""
    if _passed(article.text):
        return
    for block in article.blocks:
        for mark, said in (("", block.text), *block.items):
            found = DUTY.search(said)
            title = plain_duty(found["what"]) if found else plain_duty(said) if mark else ""
            if title and (mark or not block.items or not block.text.endswith("：")):
                yield Duty(title, article.label, mark, said)


def _passed(text: str) -> bool:
    return any(pattern.search(text) for _, pattern in _PASSED)

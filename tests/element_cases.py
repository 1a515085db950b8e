"""Tiny checklists and reports for the tests of elements, the chain and the engine."""

from datetime import date
from pathlib import Path

from lint.checklist.checklist import Checklist
from lint.checklist.load import load
from lint.checks.results import CheckResult, Outcome, SourceSpan
from lint.testing import document, judge

__all__ = ["BASE", "OPENING", "TITLE", "TODAY", "check", "document", "element", "outcome", "quotes", "tiny"]

TODAY = date(2026, 3, 1)
TITLE = "青石镇2024年工作情况的报告\n"
OPENING = "2024年，青石镇认真抓好各项工作。现将有关情况报告如下：\n"

BASE = """\
[checklist]
id = "tiny"
title = "小清单"
version = "1"

[cues]
announced = ["现将"]
planned = ["我镇将", "拟(于|聘)"]
planned-sure = ["下一步", "明年"]
lacking = ["有待", "不够", "尚未"]
none = ["(未|没有)发生"]
topic = ["学习"]
foreign = ["^县(司法局|法院)"]
own = ["我镇"]
past = ["^去年"]
required = ["^县委要求"]

[vocabulary]
"法律顾问" = ["法律顾问", "公职律师"]

[roles.opening]
title = "开头"
standing = "announced"

[roles.measures]
title = "举措"
heading = ["举措"]
fallback = true

[roles.shortcomings]
title = "不足"
heading = ["不足"]
standing = "lacking"

[roles.causes]
title = "原因"
heading = ["原因"]
lead = ["^原因是"]
begins-in = ["shortcomings"]
standing = "lacking"

[roles.rectification]
title = "整改"
heading = ["整改"]

[roles.plan]
title = "安排"
heading = ["安排"]
standing = "planned"
keep = true

[chain]
cause-cues = ["由于", "原因是"]
rectification-cues = ["已(补|增|建)"]
plan-cues = ["明年…将"]

[[chain.topic]]
name = "执法"
words = ["执法", "办案"]

[[chain.topic]]
name = "普法"
words = ["普法", "宣传"]

"""

ELEMENT = """\
[[element]]
id = "{id}"
kind = "{kind}"
title = "一项要素"
group = "总体"
severity = "error"
met = "写明了"
thin = "只点到"
absent = "没有写"
remedy = {{ text = "请写明。" }}
{keys}

"""


def element(kind: str, keys: str = "", id: str = "E1") -> str:
    """One element in TOML."""
    return ELEMENT.format(id=id, kind=kind, keys=keys)


def tiny(folder: Path, *elements: str, base: str = BASE) -> Checklist:
    """A checklist with these elements, loaded from a file as an author's is."""
    path = folder / "tiny.toml"
    path.write_text(base + "".join(elements), encoding="utf-8")
    return load(path)


def check(checklist: Checklist, text: str, year: int | None = None) -> CheckResult:
    """A report's text, understood and checked."""
    return judge(text, checklist, year, TODAY)


def outcome(checklist: Checklist, text: str, id: str = "E1") -> Outcome:
    """The outcome of one element; title and opening are put before the text."""
    return {o.element: o for o in check(checklist, TITLE + OPENING + text).outcomes}[id]


def quotes(text: str, *spans: SourceSpan | None) -> list[str | None]:
    """The source words of places."""
    whole = TITLE + OPENING + text
    return [None if span is None else whole[span[0] : span[1]] for span in spans]

"""Slips that need no dictionary: a verb that lost its second character (充分发律师……), 的 written for 地."""

import re
from functools import lru_cache

from lint.checklist.model import SlipsRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.say import finding
from lint.checks.rules.support import furniture, listed, printed
from lint.document.stretches import Stretches

_HAN = "[\u4e00-\u9fff]"


def check(context: Context, rule: SlipsRule) -> list[Finding]:
    """One finding for each verb that broke off, one for all 的 that should be 地."""
    outside = Stretches(furniture(context.report))
    found = []
    if rule.leads and rule.begun:
        for match in _begun(rule.leads, rule.begun).finditer(context.report.text):
            if not outside.hold(*match.span()) and _whole(context, *match.span()):
                found.append(_broken(context, rule, match))
    if rule.verbs and (rule.adverbs or rule.only_adverbs):
        hits = _particle(rule.adverbs, rule.only_adverbs, rule.verbs).finditer(context.report.text)
        places = [match.span() for match in hits if not outside.hold(*match.span())]
        if places:
            found.append(_particles(context, rule, places))
    return found


@lru_cache(maxsize=8)
def _begun(leads: tuple[str, ...], begun: tuple[str, ...]) -> "re.Pattern[str]":
    broken = "|".join(f"{re.escape(one[0])}(?![{re.escape(one[1:])}])" for one in begun)
    return re.compile(f"(?P<lead>{_either(leads)})(?P<head>{broken}){_HAN}{{1,2}}")


@lru_cache(maxsize=8)
def _particle(adverbs: tuple[str, ...], only: tuple[str, ...], verbs: tuple[str, ...]) -> "re.Pattern[str]":
    verb = _either(verbs)
    ways = [f"{_either(adverbs)}的{verb}(?=了(?!解|然))"] if adverbs else []
    ways += [f"{_either(only)}的{verb}"] if only else []
    return re.compile("|".join(ways))


def _whole(context: Context, start: int, end: int) -> bool:
    """False where marks that patterns do not see, quotation marks above all, stand between the characters."""
    return len(printed(context, start, end)) == end - start


def _either(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _broken(context: Context, rule: SlipsRule, match: "re.Match[str]") -> Finding:
    usual = next(one[:2] for one in rule.begun if one[0] == match["head"])
    message = f"“{printed(context, *match.span())}”疑漏了字（常写作“{match['lead']}{usual}”），请核对补上。"
    return finding(rule, message, [context.report.source(*match.span())])


def _particles(context: Context, rule: SlipsRule, places: list[tuple[int, int]]) -> Finding:
    words = [printed(context, *place) for place in places]
    return finding(
        rule,
        f"{listed(words)}的“的”应为“地”（修饰动词用“地”）。",
        [context.report.source(*place) for place in places],
        fixes=[
            "地".join(word.rsplit("的", 1)) if _whole(context, *place) else None
            for word, place in zip(words, places, strict=True)
        ],
    )

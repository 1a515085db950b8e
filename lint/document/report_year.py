"""The year a report is on: from its title, from the years its body names, from the task list it answers to."""

from collections import Counter
from collections.abc import Iterable

from lint.document.issuer import DIGIT_YEAR
from lint.document.lazy import lazy
from lint.document.numerals import parse_numeral

YEAR = lazy(rf"({DIGIT_YEAR})(?=年|度|法|以来)")
# how a title goes on to another year: 2024年……情况报告及2025年工作方案
AND_ANOTHER = rf"(?:及|和|与|暨|、|以及){DIGIT_YEAR}年[^，。：；]{{2,14}}"
_CITED = lazy(r"《[^》]{0,100}》")
_OF_PLANS = lazy(r"安排|计划|打算|思路|下一步|重点|努力|方向|措施")
_ANY = lazy(rf"(?<![0-9-])({DIGIT_YEAR})(?=年|以来)(?!年?-)")
_NOT_SINCE = lazy(rf"(?<![0-9-])({DIGIT_YEAR})(?=年(?!以来))(?!年?-)")
_TASKS = lazy(rf"《[^《》]{{0,60}}?({DIGIT_YEAR})年[^《》]{{0,60}}(?:要点|计划|安排|方案|清单)》")
_SHORT = 60  # characters; a longer "heading" is a sentence with a number


def year_in(text: str) -> int | None:
    """The first year a text names."""
    found = YEAR.search(text)
    return to_year(found[1]) if found else None


def to_year(digits: str) -> int | None:
    """A year from its digits, Arabic or Chinese (二〇二四); None when it is none of this century."""
    value = parse_numeral(digits)
    return value if value is not None and 2000 <= value <= 2099 else None


def voted_year(
    lines: Iterable[tuple[str, bool]], date: tuple[int, int, int] | None, *, since: bool = True
) -> int | None:
    """The report year of a body without a title year. `lines` are its paragraphs and whether each is a heading.

    Years in headings and at the opening count most; years in cited titles and in ranges do not count, nor, unless
    `since`, one from which on something was done (2022年以来); a heading of plans counts for the year before. A report
    dated in the first months of a year is on the year before, if it speaks of that at all.
    """
    votes: Counter[int] = Counter()
    years = _ANY if since else _NOT_SINCE
    for i, (line, numbered) in enumerate(lines):
        plain = _CITED.sub("", line)
        heading = numbered and len(line) < _SHORT
        weight = 3 if heading else 2 if i == 0 else 1
        later = heading and _OF_PLANS.search(plain)
        for found in years.finditer(plain):
            if (year := to_year(found[1])) is not None:
                votes[year - 1 if later else year] += weight
    if not votes:
        return None
    most = max(votes, key=lambda y: (votes[y], y))
    return most - 1 if date and date[0] == most and date[1] <= 3 and votes[most - 1] else most


def year_of_tasks(words: list[str]) -> int | None:
    """The year of the task list that a report without any year of its own answers to: 按照《…2025年…工作要点》."""
    found = _TASKS.search("".join(words[:2]))
    return to_year(found[1]) if found else None

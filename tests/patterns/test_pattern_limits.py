"""What a checklist may bring along without bringing the tool to its knees."""

import subprocess
import sys

import pytest

from lint.patterns import BudgetExceeded, PatternBook, PatternError, TextIndex
from lint.patterns.index import Budget
from lint.patterns.limits import MAX_LENGTH, refuse_explosive

SECONDS = (
    20  # for the interpreter, a megabyte (350,000 characters) and every pattern; a quadratic search would take hours
)

ADVERSARIAL = """
import sys
from lint.patterns import PatternBook, TextIndex
book = PatternBook({"词": ["甲…乙", "甲甲", "(甲|乙)…丙"]})
text = eval(sys.argv[2])
index = TextIndex(text)
print(sum(1 for _ in book.phrase(sys.argv[1]).finditer(index)))
"""


@pytest.mark.parametrize(
    ("pattern", "text", "count"),
    [
        ("甲…乙", "'甲' * 350_000 + '。乙'", 0),
        ("甲…甲…甲…甲…甲…甲…丁", "'甲' * 350_000 + '。丁'", 0),
        ("(甲|乙)…(甲|乙)…(甲|乙)…(甲|乙)…丁", "'甲乙' * 175_000 + '。丁'", 0),
        ("{词}…{词}…丁", "'甲' * 350_000 + '。丁'", 0),
        ("#…#…#…丁", "'1' * 350_000 + '。丁'", 0),
        ("#次", "'三' * 350_000", 0),
        ("^甲$", "'甲，' * 175_000", 175_000),
        ("甲?甲?甲?丁", "'甲' * 350_000 + '丁'", 1),
        ("丁…甲", "'丁' * 350_000 + '甲'", 1),
    ],
)
def test_a_megabyte_of_the_worst_text(pattern: str, text: str, count: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ADVERSARIAL, pattern, text], capture_output=True, text=True, timeout=SECONDS, check=True
    )
    assert int(done.stdout) == count


@pytest.mark.parametrize(
    "source",
    [
        "(甲{1,1000}){1,1000}",
        "((甲{1,100}){1,100}){1,100}",
        "甲{20000}",
        "甲{1,20000}",
        "甲{,20000}",
        "甲{20000,}",
        "(?:(甲|乙){200}){200}",
        "([甲乙]{200}){200}",
        "甲" * (MAX_LENGTH + 1),
    ],
)
def test_explosive_expressions_are_refused_before_they_are_compiled(source: str) -> None:
    with pytest.raises(PatternError, match=r"超过上限|太长"):
        _ = PatternBook({}).regex(source).compiled


@pytest.mark.parametrize(
    "source",
    [
        "甲{1,100}乙{1,100}",
        "(甲{10}){10}",
        r"\{20000\}甲",
        "[{20000}]甲",
        "[]{20000}]甲",
        "甲{2,3}",
        "甲{,}",
        "{甲}",
        "(?<年>20[0-9]{2})年",
        "甲+乙*丙?",
        "",
    ],
)
def test_harmless_expressions_are_not(source: str) -> None:
    refuse_explosive(source)


def test_where_an_explosive_repeat_stands() -> None:
    with pytest.raises(PatternError) as caught:
        refuse_explosive("乙(甲{200}){200}")
    assert (caught.value.position, caught.value.message) == (9, "重复次数相乘达 40000，超过上限 10000，请改小")


@pytest.mark.parametrize("source", ["(甲", "甲)", "[甲", "*甲", "(?P<甲"])
def test_a_wrong_expression_is_a_pattern_error(source: str) -> None:
    with pytest.raises(PatternError, match="正则表达式有误"):
        _ = PatternBook({}).regex(source).compiled


CATASTROPHE = "(?:甲|甲甲)+(?:甲|甲甲)+(?:甲|甲甲)+丁"


def test_a_catastrophic_search_is_stopped() -> None:
    index = TextIndex("甲" * 5000, budget=Budget(per_search=0.05))
    with pytest.raises(BudgetExceeded) as caught:
        list(PatternBook({}).regex(CATASTROPHE).finditer(index))
    assert (caught.value.pattern, caught.value.seconds) == (CATASTROPHE, 0.05)


def test_a_report_has_one_budget_for_all_its_expressions() -> None:
    index = TextIndex("甲乙" * 10, budget=Budget(seconds=0.0))
    with pytest.raises(BudgetExceeded):
        list(PatternBook({}).regex("甲").finditer(index))


def test_phrases_do_not_touch_the_budget() -> None:
    index = TextIndex("甲乙" * 10, budget=Budget(seconds=0.0))
    assert len(list(PatternBook({}).phrase("甲…乙").finditer(index))) == 10
    assert index.budget.seconds == 0.0


def test_an_expression_finds_as_it_should() -> None:
    index = TextIndex("2023年和2024年")
    assert list(PatternBook({}).regex("20[0-9]{2}年").finditer(index)) == [(0, 5), (6, 11)]
    assert PatternBook({}).regex("20[0-9]{2}年").search(index, 1) == (6, 11)
    assert index.budget.seconds <= 5.0

"""Work spread over processes: order, crashes, errors."""

import multiprocessing
import os
from pathlib import Path

import pytest

from lint.batch.pool import spread
from tests.batch.pool_work import (
    die_once,
    double,
    double_or_die,
    double_or_hang,
    give_oddly,
    lost,
    meet,
    refuse_oddly,
    refuse_seven,
)


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(spread(double, range(100), 2, lost)) == [item * 2 for item in range(100)]


def test_nothing_to_do_starts_no_process() -> None:
    assert list(spread(double, [], 2, lost)) == []


def test_a_process_that_dies_costs_the_item_it_was_on() -> None:
    items = list(range(1, 25))
    expected = [lost(item, "died") if item % 10 == 0 else item * 2 for item in items]
    assert list(spread(double_or_die, items, 2, lost)) == expected


@pytest.mark.parametrize("workers", [1, 2])
def test_what_takes_too_long_costs_itself(workers: int) -> None:
    items = list(range(9, 22))
    expected = [lost(item, "late") if item % 10 == 0 else item * 2 for item in items]
    assert list(spread(double_or_hang, items, workers, lost, 3.0)) == expected


def test_what_took_its_process_with_it_has_a_second_chance_alone(tmp_path: Path) -> None:
    items = [(str(tmp_path), number) for number in range(4)]
    assert list(spread(die_once, items, 2, lambda item, how: how)) == ["done"] * 4


def test_who_takes_no_more_results_leaves_no_process() -> None:
    results = spread(double_or_hang, range(1, 40), 2, lost)
    assert next(results) == 2
    results.close()
    assert multiprocessing.active_children() == []


def test_what_the_work_raises_is_raised_when_its_turn_comes() -> None:
    found = []
    with pytest.raises(ValueError, match="seven"):
        for result in spread(refuse_seven, range(20), 2, lost):
            found.append(result)
    assert found == list(range(7))


def test_an_error_that_cannot_be_sent_is_told() -> None:
    with pytest.raises(RuntimeError, match="Refusal: 1 is not taken"):
        list(spread(refuse_oddly, [1, 2], 1, lost))


def test_a_result_that_cannot_be_put_together_costs_its_item() -> None:
    assert list(spread(give_oddly, [1, 2], 1, lambda item, how: how)) == ["died", "died"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_the_work_is_done_by_processes_at_the_same_time(tmp_path: Path) -> None:
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)
    assert list(spread(meet, [(pipe, "r"), (pipe, "w")], 2, lost)) == ["met", "3"]

"""Work spread over processes: order, crashes, errors."""

import os
from pathlib import Path

import pytest

from lint.batch.pool import spread
from tests.batch.pool_work import double, double_or_die, lost, meet, refuse_seven


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(spread(double, range(100), 2, lost)) == [item * 2 for item in range(100)]


def test_nothing_to_do_starts_no_process() -> None:
    assert list(spread(double, [], 2, lost)) == []


def test_a_process_that_dies_costs_the_item_it_was_on() -> None:
    items = list(range(1, 25))
    expected = [lost(item) if item % 10 == 0 else item * 2 for item in items]
    assert list(spread(double_or_die, items, 2, lost)) == expected


def test_what_the_work_raises_is_raised_when_its_turn_comes() -> None:
    found = []
    with pytest.raises(ValueError, match="seven"):
        for result in spread(refuse_seven, range(20), 2, lost):
            found.append(result)
    assert found == list(range(7))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_the_work_is_done_by_processes_at_the_same_time(tmp_path: Path) -> None:
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)
    assert list(spread(meet, [(pipe, "r"), (pipe, "w")], 2, str)) == ["met", "3"]

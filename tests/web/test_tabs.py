"""When the server ends: soon after the last page was closed, late when it only fell silent."""

from lint.web.bounds import Bounds
from lint.web.tabs import Tabs


def tabs() -> Tabs:
    return Tabs(Bounds(tab_seconds=100, closed_seconds=10))


def until_the_end(of: Tabs) -> int:
    return next(second for second in range(1, 1000) if of.tick())


def test_a_page_that_never_came_or_fell_silent_is_waited_for_long() -> None:
    assert until_the_end(tabs()) == 100
    silent = tabs()
    silent.tick()
    silent.seen("a")
    assert until_the_end(silent) == 100


def test_the_last_page_closed_ends_it_soon() -> None:
    two = tabs()
    for tab in ("a", "b"):
        two.seen(tab)
    two.closed("a")
    assert not any(two.tick() for _ in range(50))
    two.closed("b")
    assert until_the_end(two) == 10


def test_a_page_loaded_again_goes_on() -> None:
    again = tabs()
    again.seen("a")
    again.closed("a")
    assert not any(again.tick() for _ in range(9))
    again.seen("b")
    assert not any(again.tick() for _ in range(50))


def test_what_a_closed_page_had_still_asked_does_not_keep_it_open() -> None:
    late = tabs()
    late.seen("a")
    late.closed("a")
    late.seen("a")
    assert until_the_end(late) == 10

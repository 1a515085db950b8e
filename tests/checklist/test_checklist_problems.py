"""How problems are drawn: carets under wide characters, long lines, order."""

from lint.checklist.problems import ChecklistError, Problem, nearest, render


def _drawn(line: str, at: str) -> list[str]:
    return render(Problem("甲.toml", 7, line.index(at) + 1, "坏", None, line)).split("\n")[1:]


def test_the_caret_counts_wide_characters_twice() -> None:
    assert _drawn('"法律顾问" = ["听取", "x"]', "x") == [
        '    7 | "法律顾问" = ["听取", "x"]',
        "      |" + " " * 24 + "^",
    ]


def test_combining_characters_take_no_column_and_tabs_become_spaces() -> None:
    assert _drawn("\te\u0301x", "x") == ["    7 |     e\u0301x", "      |" + " " * 6 + "^"]


def test_a_long_line_is_cut_around_the_caret() -> None:
    source, caret = _drawn("前" * 300 + "X" + "后" * 300, "X")
    assert source == "    7 |  …" + "前" * 23 + "X" + "后" * 24 + "…"
    assert caret == "      | " + " " * 48 + "^"
    assert _drawn("X" + "后" * 300, "X") == ["    7 | X" + "后" * 48 + "…", "      | ^"]
    source, caret = _drawn("前" * 300 + "X", "X")
    assert (source, caret) == ("    7 |  …" + "前" * 48 + "X", "      | " + " " * 98 + "^")


def test_a_problem_of_the_whole_file_has_no_line() -> None:
    assert render(Problem("甲.toml", 0, 0, "找不到", "乙")) == "甲.toml: 错误：找不到；是否想写“乙”？"


def test_an_error_has_each_problem_once_by_file_and_line() -> None:
    first, second, other = Problem("a", 2, 1, "甲"), Problem("a", 10, 1, "乙"), Problem("b", 1, 1, "丙")
    assert ChecklistError([other, second, first, first]).problems == (first, second, other)


def test_nearest_name() -> None:
    names = ["at-least", "thin-from", "法律顾问", "出庭应诉"]
    assert [nearest(name, names) for name in ("at_least", "AtLeast", "法率顾问", "完全无关")] == [
        "at-least",
        "at-least",
        "法律顾问",
        None,
    ]

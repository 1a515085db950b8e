"""Hints turn a pattern away only where it cannot match."""

from datetime import date
from pathlib import Path

import pytest

from lint.fitting import Library
from lint.patterns import PatternBook, PatternError
from lint.patterns.hint import hint
from lint.resources import folder
from lint.run import Choices, Run, check_file


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("听取汇报", (("听取汇报",),)),
        ("听取…汇报#次", (("听取",), ("汇报",), ("次",))),
        ("（听取｜研究）…法治", (("法治",), ("听取", "研究"))),
        ("(全面|)推行", (("推行",),)),
        ("(听取(专题|)|研究)汇报", (("汇报",),)),
        ("^{文件}印发$", (("印发",),)),
        ("全面?推行", ()),
        ("(全面)?推行", ()),
        ("写作\\(甲\\)", ()),
        ("甲|乙", ()),
    ],
)
def test_what_a_source_shows_at_a_glance(source: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert hint(source) == expected


_CASES = sorted((Path(__file__).resolve().parents[1] / "cases" / "reports").iterdir())


def test_a_sound_book_judges_as_one_that_parses_everything() -> None:
    """The same checklist, by its name (known to be sound) and by its path, over the reports of tests/cases."""
    choices = Choices(date(2026, 3, 1))
    by_name, by_path = Library("township"), Library(folder("checklists") / "township.toml")
    for path in _CASES:
        one, other = check_file(path, by_name, choices), check_file(path, by_path, choices)
        assert isinstance(one, Run)
        assert isinstance(other, Run)
        assert one.result == other.result, path.name


def test_a_broken_pattern_is_told_whatever_the_text() -> None:
    with pytest.raises(PatternError, match="没有对应的"):
        PatternBook({}).phrase("从来没有(的话")

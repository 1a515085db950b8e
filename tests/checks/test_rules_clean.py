"""In a text without faults none of these rules finds one, not even a hint."""

import pytest
from text_rules import CLEAN, run


@pytest.mark.parametrize("kind", ["numbering", "privacy", "heading-promise", "punctuation", "repeated", "residue"])
def test_nothing_is_found(kind: str) -> None:
    assert run(kind, CLEAN) == []

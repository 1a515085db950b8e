"""A few hundred spoiled examples, the same ones every time; fuzz.py goes on for as long as one likes."""

import random
from pathlib import Path

import pytest

from lint.fitting import Library
from tests.fuzz.mutations import mutate
from tests.fuzz.pipeline import check

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library("township")


@pytest.mark.parametrize("path", sorted(REPORTS.iterdir()), ids=lambda path: path.name)
def test_spoiled_examples(path: Path, library: Library) -> None:
    chance = random.Random(path.name)
    data = path.read_bytes()
    assert check(data, path.name, library)
    for _ in range(40):
        check(mutate(data, chance), path.name, library)

"""Records for tests of what is laid over them."""

from collections.abc import Callable
from typing import Any

import pytest

from lint.record import report_record, shape
from tests.render.build import build


@pytest.fixture
def record() -> Callable[..., shape.Report]:
    """The record of a small report, with some of its keys changed."""

    def make(**changed: Any) -> shape.Report:
        return {**report_record(build()), **changed}  # type: ignore[typeddict-item]

    return make

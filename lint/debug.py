"""Whether exceptions that nobody foresaw are shown whole."""

import os

DEBUG = "QINGDAN_DEBUG"
"""The environment variable that says so, also to the processes that this one starts."""


def debugging() -> bool:
    """Whether it is set."""
    return bool(os.environ.get(DEBUG))

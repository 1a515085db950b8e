"""Regular expressions that are compiled when they are first used.

Compiling all those of the checks costs a cold run as much as checking the report, and many are never needed for it.
"""

import re
from functools import cached_property
from typing import Any, cast


class _Lazy:
    """Stands for a compiled expression and becomes one, method by method, as its methods are asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    @cached_property
    def compiled(self) -> "re.Pattern[str]":
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet; from then on it is there, and costs what it costs without this class."""
        found = self.__dict__[name] = getattr(self.compiled, name)
        return found


def lazy(source: str, flags: int = 0) -> "re.Pattern[str]":
    """The same as re.compile, later. What only re itself can use (re.search with a pattern) is not for it."""
    return cast("re.Pattern[str]", _Lazy(source, flags))

"""What can be wrong with a pattern."""


class PatternError(Exception):
    """A pattern cannot be understood or must not be compiled.

    `message` is Chinese and says what to do; `position` counts code points of the pattern from 0 (a caret goes there);
    `suggestion` is the nearest right name, where there is one.
    """

    def __init__(self, message: str, position: int = 0, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.suggestion = suggestion


class BudgetExceeded(Exception):
    """A pattern ran longer than a search, or all patterns longer than a report, may take."""

    def __init__(self, pattern: str, seconds: float) -> None:
        super().__init__(pattern)
        self.pattern = pattern
        self.seconds = seconds

"""Limits on regular expressions that a checklist brings along.

A time limit covers searching, not compiling: nested counted repeats expand to gigabytes while compiling
(dependencies.md §8). They are multiplied out and refused beforehand.
"""

import re

from lint.patterns.errors import PatternError

MAX_REPEAT = 10_000
MAX_LENGTH = 5_000

_COUNTED = re.compile(r"\{(\d*)(?:,(\d*))?\}")


def refuse_explosive(source: str) -> None:
    """Raises PatternError when the counted repeats of a regular expression, multiplied along their nesting, pass
    MAX_REPEAT, or the pattern is longer than MAX_LENGTH."""
    if len(source) > MAX_LENGTH:
        raise PatternError(f"正则表达式太长（{len(source)} 字符，上限 {MAX_LENGTH}）", MAX_LENGTH)
    weights: list[int] = [1]  # the heaviest product inside each open group
    at, in_class, last = 0, False, 1
    while at < len(source):
        char = source[at]
        if char == "\\":
            at, last = at + 2, 1
            continue
        if in_class:
            in_class = char != "]" or source[at - 1] == "["
            at, last = at + 1, 1
            continue
        if char == "[":
            in_class = True
        elif char == "(":
            weights.append(1)
        elif char == ")" and len(weights) > 1:
            last = weights.pop()
            weights[-1] = max(weights[-1], last)
            at += 1
            continue
        elif char == "{" and (found := _COUNTED.match(source, at)) and (found[1] or found[2]):
            times = max(int(found[1] or 0), int(found[2] or 0), 1)
            last *= times
            weights[-1] = max(weights[-1], last)
            if last > MAX_REPEAT:
                raise PatternError(f"重复次数相乘达 {last}，超过上限 {MAX_REPEAT}，请改小", at)
            at = found.end()
            continue
        elif char not in "*+?":
            last = 1
        at += 1

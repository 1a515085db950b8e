"""The record as JSON: one object, or one report a line. Keys keep the record's order; same record, same bytes."""

import json
from typing import Any

from lint.document.lazy import lazy
from lint.record import shape

_LONE_SURROGATE = lazy("[\ud800-\udfff]")


def json_text(record: shape.Record) -> str:
    """The whole record, indented."""
    return dump(record, indent=2) + "\n"


def json_line(line: shape.ReportLine | shape.FailureLine | shape.PolicyLine) -> str:
    """One line of jsonl."""
    return dump(line) + "\n"


def dump(value: Any, *, indent: int | None = None) -> str:
    """Any value, on one line unless an indent is given; always UTF-8."""
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators, allow_nan=False)
    # A file name may hold bytes that are no text; they become escapes, so that the output is always UTF-8. U+2028 and
    # U+2029 end a line for some readers of jsonl.
    text = _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

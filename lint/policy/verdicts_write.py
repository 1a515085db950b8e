"""The text of a side file: sorted, one table a verdict, one key a line, so that a diff shows what was said."""

import re

from lint.policy.verdicts import Given, Review, SideFile

FORMAT = 1

_HEADER = """\
# 复核意见，由 qingdan review 写成，也可以用记事本改（编码用 UTF-8）。
# 写在表头（[[…]]）紧上面的注释会保留，写在别处的注释在下次写入时不保留。
"""
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = "\u3000"  # Chinese texts are full of it


def side_text(side: SideFile) -> str:
    """The whole file, with "\\n" line ends. The same verdicts give the same text."""
    reviews = sorted(side.reviews, key=_order)
    return "\n".join([_HEADER, f"format = {FORMAT}", *(_review(review) for review in reviews)]).rstrip("\n") + "\n"


def quoted(value: str) -> str:
    """A TOML string on one line; what cannot be seen is escaped, what no file can hold (a lone surrogate) replaced."""
    whole = _SURROGATE.sub("\ufffd", value)
    return '"' + "".join(map(_escaped, whole)) + '"'


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    if char.isprintable() or char == _BLANK:
        return char
    return f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08X}"


def _order(review: Review) -> tuple[str, int, str, str]:
    one = review.document
    return one.issuer or "", one.year or 0, one.checklist, one.path


def _review(review: Review) -> str:
    one = review.document
    rows = [
        *review.comment,
        "[[report]]",
        *_row("issuer", one.issuer or ""),
        *([] if one.year is None else [f"year = {one.year}"]),
        f"checklist = {quoted(one.checklist)}",
        f"path = {quoted(one.path)}",
    ]
    verdicts = sorted(review.verdicts, key=lambda given: (given.rule, given.about, given.fingerprint))
    return "\n".join(["", *rows, *(_verdict(given) for given in verdicts)])


def _verdict(given: Given) -> str:
    rows = [
        *given.comment,
        "[[report.verdict]]",
        f"rule = {quoted(given.rule)}",
        f"about = {quoted(given.about)}",
        *_row("status", given.status or ""),
        f"verdict = {quoted(given.verdict)}",
        *_row("reason", given.reason),
        *_row("office", given.office),
        *_row("by", given.by),
        f"date = {quoted(given.date)}",
        *_row("until", given.until),
        f"fingerprint = {quoted(given.fingerprint)}",
    ]
    return "\n".join(["", *rows])


def _row(key: str, value: str) -> list[str]:
    return [f"{key} = {quoted(value)}"] if value else []

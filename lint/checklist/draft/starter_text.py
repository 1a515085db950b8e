"""Values of a drafted checklist as TOML writes them."""

import json
import re
from collections.abc import Iterable

_SPECIAL = re.compile(r"([\\()（）|｜{}｛｝#＃^＾$＄?？…])")


def text(value: str) -> str:
    """A value as a basic string of TOML."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def list_text(values: Iterable[str]) -> str:
    """A list of strings."""
    return json.dumps(list(values), ensure_ascii=False)


def pattern(words: str) -> str:
    """The words as a phrase pattern that means just them."""
    return _SPECIAL.sub(r"\\\1", words)


def plain(words: str) -> str:
    """Foreign words on one line, without control characters: they may stand in a comment."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+", "", words)

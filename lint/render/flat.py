"""Foreign text on one line of a format for programs: nothing unseen, nothing that the log of a CI runner executes."""

import re

from lint.render.console import commandless
from lint.render.words import neutral

_BLANKS = re.compile(r"[^\S\u3000]+")  # 〔　〕 stays as wide as it is
_ENDS = ("。", "！", "？", "；", "：", "。”", "！”", "？”", "。）")


def flat(text: str) -> str:
    """The text on one line, every character that cannot be seen shown by its code point."""
    return _BLANKS.sub(" ", commandless(neutral(text))).strip(" ")


def sentence(text: str) -> str:
    """The text on one line with an end mark."""
    said = flat(text)
    return said if not said or said.endswith(_ENDS) else f"{said}。"

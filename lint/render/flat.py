"""Foreign text on one line of a format for programs: nothing unseen, nothing that the log of a CI runner executes."""

from lint.render.console import commandless
from lint.render.words import neutral

_ENDS = ("。", "！", "？", "；", "：", "。”", "！”", "？”", "。）")


def flat(text: str) -> str:
    """The text on one line, every character that cannot be seen shown by its code point."""
    return " ".join(commandless(neutral(text)).split())


def sentence(text: str) -> str:
    """The text on one line with an end mark."""
    said = flat(text)
    return said if not said or said.endswith(_ENDS) else f"{said}。"

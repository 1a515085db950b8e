"""What a pattern's source shows at a glance: words that every match holds, found without parsing.

A run over one report needs a fifth of a checklist's patterns; parsing the others is a third of its time. Only a sound
source may be looked at in this way: a broken one must be told, whatever the text (`PatternBook.sound`).
"""

import re

from lint.document.fold import fold_words

_UNCLEAR = re.compile(r"[\\?？]")  # an escape, or something that may be missing
_SIGNS = re.compile("[…#＃^＾$＄]+")
_OPENING, _CLOSING, _BAR = frozenset("(（{｛"), frozenset(")）}｝"), frozenset("|｜")
_PLAIN_CHOICE = re.compile(r"[(（]([^…#＃^＾$＄(（)）{｛}｝]+)[)）]")


def hint(source: str) -> tuple[tuple[str, ...], ...]:
    """Lists of folded words; of each list at least one word stands in every match. Empty where nothing is plain."""
    if _UNCLEAR.search(source):
        return ()
    runs: list[str] = []
    lists: list[tuple[str, ...]] = []
    depth = begin = 0
    for at, sign in enumerate(source):
        if sign in _OPENING:
            if depth == 0:
                runs.append(source[begin:at])
                begin = at
            depth += 1
        elif sign in _CLOSING:
            depth -= 1
            if depth == 0:
                if choice := _PLAIN_CHOICE.fullmatch(source, begin, at + 1):
                    lists.append(tuple(fold_words(word) for word in re.split("[|｜]", choice[1])))
                begin = at + 1
        elif depth == 0 and sign in _BAR:
            return ()
    runs.append(source[begin:])
    words = (fold_words(word) for run in runs for word in _SIGNS.split(run))
    # an empty branch means that the whole choice may be missing
    return (*((word,) for word in words if word), *(branches for branches in lists if all(branches)))

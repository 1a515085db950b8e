"""Which paths a pattern of a configuration means. Never slow, whatever the pattern: no backtracking over parts."""

import unicodedata
from fnmatch import fnmatchcase
from functools import lru_cache


@lru_cache(maxsize=4096)
def matches(pattern: str, path: str) -> bool:
    """Whether a path with "/", as seen from the folder of the configuration, is meant.

    `*` and `?` stay inside one name, `**` is any number of folders. A pattern without "/" means a file or folder of
    that name anywhere; one that fits a folder means all that lies in it.
    """
    wanted = [part for part in _composed(pattern).replace("\\", "/").split("/") if part not in ("", ".")]
    given = [part for part in _composed(path).replace("\\", "/").split("/") if part not in ("", ".")]
    if not wanted:
        return False
    if "/" not in pattern.rstrip("/") and pattern != "**":
        wanted.insert(0, "**")
    if wanted[-1] != "**":
        return any(_fits(wanted, given[:length]) for length in range(1, len(given) + 1))
    return _fits(wanted, given)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)  # a Mac writes the names of files decomposed


def _fits(wanted: list[str], given: list[str]) -> bool:
    """Part by part: `reached` are the numbers of given parts that the wanted parts so far can cover."""
    reached = {0}
    for part in wanted:
        if part == "**":
            reached = set(range(min(reached), len(given) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(given) and fnmatchcase(given[at], part)}
        if not reached:
            return False
    return len(given) in reached

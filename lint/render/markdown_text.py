"""Foreign text inside Markdown: no markup, no link, nobody called by an @, nothing that ends a cell."""

import re
from collections.abc import Sequence

from lint.render.flat import flat

_MARKS = re.compile(r"[\\`*_{}\[\]<>&#|~$]")
_FIRST = re.compile(r"^(?=[-+=])|^\d+(?=[.)])")
# GitHub and GitLab make links of these after the markup has been read: escaping does not stop all of them.
_LINKS = (
    (re.compile(r"@(?=\w)"), "＠"),
    (re.compile(r"#(?=\d)"), "＃"),
    (re.compile(r"!(?=\d)"), "！"),
    (re.compile(r":(?=//)"), "："),
    (re.compile(r"(?i)(?<=\bwww)\."), "．"),
)


def inline(text: str) -> str:
    """One line that reads as it is wherever Markdown is shown, in a cell of a table as well."""
    line = flat(text)
    for link, wide in _LINKS:
        line = link.sub(wide, line)
    line = _MARKS.sub(lambda match: "\\" + match.group(), line)
    return _FIRST.sub(lambda match: match.group() + "\\", line)


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)

"""The matrix as a page: one HTML file that needs nothing else and prints on A4, crosswise."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from lint.record import shape
from lint.record.build import TOOL
from lint.render.counted import counted
from lint.render.matrix import COUNTED_WORD, Matrix, summary
from lint.render.security import content_policy
from lint.render.templates import render, text_of
from lint.render.words import LEGEND, SEVERITY_WORD, STATUS_SIGN, STATUS_WORD


def matrix_page(found: Sequence[Matrix], failures: Sequence[shape.Failed]) -> str:
    """The page. A line leads to its `href`, which is ours; all other texts may be hostile."""
    style = text_of("page.css") + text_of("matrix.css")
    return render(
        "matrix.html.j2",
        tables=[(matrix, _groups(matrix), _counted(matrix)) for matrix in found],
        failures=failures,
        summary=summary(found, len(failures)),
        counted=list(COUNTED_WORD.values()),
        severities=list(SEVERITY_WORD.values()),
        signs=STATUS_SIGN,
        words=STATUS_WORD,
        legend=[(status, STATUS_SIGN[status], STATUS_WORD[status], meaning) for status, meaning in LEGEND.items()],
        tool=TOOL,
        style=Markup(style),
        policy=content_policy((style,), ()),
    )


def _counted(matrix: Matrix) -> str:
    checked = sum(one.numbers is not None for one in matrix.lines)
    return counted(checked, len(matrix.lines) - checked, 0)


def _groups(matrix: Matrix) -> list[tuple[str, int]]:
    return [(group, len(list(columns))) for group, columns in groupby(matrix.head.columns, lambda one: one.group)]

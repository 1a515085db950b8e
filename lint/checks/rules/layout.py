"""The layout of a Word file (GB/T 9704-2012 in the shipped checklists): each habit once, with all its places."""

from lint.checklist.model import LayoutRule
from lint.checks.context import Context
from lint.checks.results import Finding
from lint.checks.rules.layout_fonts import fonts
from lint.checks.rules.layout_lines import centring, distances, indents
from lint.checks.rules.layout_pages import pages
from lint.checks.rules.layout_parts import parts_of


def check(context: Context, rule: LayoutRule) -> list[Finding]:
    """One finding a habit, with all its places; none where the document has no layout.

    Judged are the title and the text from the recipient to its end. What stands above the title (a red head), the
    signature, annexes, tables, text boxes, notes and web furniture is not.
    """
    layout = context.report.document.layout
    if layout is None:
        return []
    parts = parts_of(context.report, layout)
    if not parts:
        return []
    return [
        *pages(layout.pages, parts, rule),
        *fonts(context.report.document.text, parts, rule),
        *centring(parts, rule),
        *distances(parts, rule),
        *indents(context.report.document.text, parts, rule),
    ]

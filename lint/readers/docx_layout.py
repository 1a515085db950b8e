"""The layout of a Word file: paper, margins, fonts, indents, line distances; through styles and defaults."""

from lint.document.document import Document
from lint.document.layout import Layout
from lint.readers.limits import Limits


def read_layout(document: Document, *, limits: Limits) -> Layout:
    """The layout of a document whose `package` is a Word file. Raises ReadError for damage."""
    return Layout((), ())

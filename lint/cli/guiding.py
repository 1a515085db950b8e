"""What `qingdan checklist docs` writes."""

import click

from lint.checklist.load import load
from lint.cli.streams import send, tell
from lint.render.guide import guide_html, guide_markdown
from lint.render.write import OutputError, write_output


def guide(source: str, html: str | None, markdown: str | None) -> None:
    """Writes the guide to the files, or shows it as Markdown. Raises ChecklistError and ClickException."""
    checklist = load(source)
    try:
        if html:
            write_output(html, guide_html(checklist), inputs=checklist.sources)
            tell(f"已写 {html}")
        if markdown:
            write_output(markdown, guide_markdown(checklist), inputs=checklist.sources)
            tell(f"已写 {markdown}")
    except OutputError as error:
        raise click.ClickException(str(error)) from error
    if not html and not markdown:
        send(guide_markdown(checklist))

"""What `qingdan checklist docs` writes."""

from pathlib import Path

import click

from lint.checklist.load import load
from lint.cli.streams import send, tell
from lint.render.console import safe
from lint.render.guide import MARKDOWN_MARK, guide_html, guide_markdown
from lint.render.write import OutputError, write_output
from lint.select import is_own_page

_PAGES = (".html", ".htm")
_TEXTS = (".md", ".markdown")


def guide(source: str, html: str | None, markdown: str | None) -> None:
    """Writes the guide to the files, or shows it as Markdown; a file that is not ours is never overwritten. Raises
    ChecklistError and ClickException."""
    _fitting("--html", html, _PAGES)
    _fitting("--markdown", markdown, _TEXTS)
    checklist = load(source)
    try:
        if html:
            write_output(html, guide_html(checklist), inputs=checklist.sources, ours=is_own_page)
            tell(f"已写 {html}")
        if markdown:
            write_output(markdown, guide_markdown(checklist), inputs=checklist.sources, ours=_is_own_guide)
            tell(f"已写 {markdown}")
    except OutputError as error:
        raise click.ClickException(safe(str(error))) from error
    if not html and not markdown:
        send(guide_markdown(checklist))


def _fitting(option: str, path: str | None, suffixes: tuple[str, ...]) -> None:
    """Raises ClickException for a file name of another format."""
    if path is None:
        return
    if not path.strip():
        raise click.ClickException(f"{option} 后面是空的，请写明文件名，例如 指南{suffixes[0]}。")
    target = Path(path)
    if target.suffix.lower() not in suffixes and (target.is_file() or not target.exists()):  # a device is written to
        fitting = f"{safe(target.stem or '指南')}{suffixes[0]}"
        raise click.ClickException(f"{option} 的文件名要以 {' 或 '.join(suffixes)} 结尾，例如 {fitting}；没有写入。")


def _is_own_guide(path: Path) -> bool:
    """Whether it is a guide in Markdown that this tool wrote. What cannot be read is none."""
    mark = MARKDOWN_MARK.encode()
    try:
        with path.open("rb") as stream:
            return stream.read(len(mark)) == mark
    except OSError:
        return False

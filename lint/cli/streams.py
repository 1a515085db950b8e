"""Standard output and error: never a crash on a GBK console, JSON always UTF-8, traces only when asked for."""

import os
import sys
import traceback
from io import TextIOWrapper
from typing import TextIO

import click

from lint.debug import debugging


def prepare() -> None:
    """What a console cannot show becomes a question mark, not an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def show(text: str, *, colour: bool = False) -> None:
    """A text for people. A file name may begin a line, and a CI runner must not take it for a command."""
    from lint.render.console import commandless, shown  # noqa: PLC0415

    click.echo(commandless(shown(text, sys.stdout.encoding or "utf-8")), nl=False, color=colour)


def send(text: str) -> None:
    """A text for programs, in UTF-8 whatever the console's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def tell(sentence: str) -> None:
    """One line beside the result."""
    from lint.render.console import safe  # noqa: PLC0415  brings the record with it, which --help does without

    click.echo(safe(sentence), err=True)


def coloured(stream: TextIO, forbidden: bool) -> bool:
    """Whether to use colour on a stream."""
    from lint.render.console import wants_colour  # noqa: PLC0415

    return not forbidden and wants_colour(stream, os.environ)


def trace(error: BaseException | None) -> None:
    """Where an unforeseen exception came from, when somebody wants to know."""
    if error is not None and debugging():
        click.echo("".join(traceback.format_exception(error)), err=True, nl=False)

"""How the page templates are compiled; the build of a wheel needs this module alone (hatch_build.py)."""

from collections.abc import Callable
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined
from jinja2 import __version__ as jinja_version

COMPILED = f"templates-jinja-{jinja_version}"  # what one release has compiled is for no other


def environment(loader: BaseLoader, finalize: Callable[[Any], Any]) -> Environment:
    """An environment that always escapes and takes no undefined name; `finalize` sees every value that is printed."""
    return Environment(
        loader=loader,
        autoescape=True,  # whatever a template is called
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,  # looks for constants to compute beforehand; there are none
    )

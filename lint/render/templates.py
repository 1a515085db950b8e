"""The jinja2 environment of the pages: imported late, compiled once, escaping always."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lint.render.words import neutral
from lint.resources import folder

if TYPE_CHECKING:
    from jinja2 import Environment


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  75 ms that --format json saves

    return Environment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=True,  # whatever a template is called
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,  # looks for constants to compute beforehand; there are none
    )


def render(template: str, **values: object) -> str:
    """A template with these values."""
    return _environment().get_template(template).render(**values)


@lru_cache(maxsize=8)
def text_of(name: str) -> str:
    """A style sheet or script that goes into a page as it is."""
    return (folder("templates") / name).read_text(encoding="utf-8")


def _finalize(value: Any) -> Any:
    """Characters that cannot be seen are shown by their code point; markup of our own stays."""
    return neutral(value) if type(value) is str else value

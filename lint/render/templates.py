"""The jinja2 environment of the pages: imported late, compiled once, escaping always."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lint.render.words import neutral
from lint.resources import folder

if TYPE_CHECKING:
    from jinja2 import Environment


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import FileSystemLoader, ModuleLoader  # noqa: PLC0415  75 ms that --format json saves

    from lint.render.environment import COMPILED, environment  # noqa: PLC0415

    compiled = folder(COMPILED)
    # A wheel brings its templates compiled, for the release of jinja2 it was built with.
    loader = ModuleLoader(compiled) if compiled.is_dir() else FileSystemLoader(folder("templates"))
    return environment(loader, _finalize)


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

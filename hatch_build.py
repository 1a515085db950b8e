"""Compiles the page templates into the wheel: compiling them anew takes a fifth of a short run.

They are used only with the release of jinja2 that compiled them (lint/render/templates.py).
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from jinja2 import FileSystemLoader


class CompiledTemplates(BuildHookInterface):  # type: ignore[type-arg]
    """The build hook of pyproject.toml."""

    PLUGIN_NAME = "custom"

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._folder = tempfile.TemporaryDirectory(prefix="qingdan-")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes what was compiled when the wheel is there."""
        self._folder.cleanup()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the compiled templates to a wheel; an editable installation compiles the sources when it runs."""
        if version != "standard":
            return
        sys.path.insert(0, self.root)
        from lint.render.environment import COMPILED, environment  # noqa: PLC0415  this checkout, not installed

        target = Path(self._folder.name)
        sources = environment(FileSystemLoader(Path(self.root, "templates")), finalize=str)
        sources.compile_templates(target, extensions=["j2"], zip=None, ignore_errors=False)
        for compiled in target.iterdir():
            build_data["force_include"][str(compiled)] = f"lint/_data/{COMPILED}/{compiled.name}"

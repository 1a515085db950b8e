"""The page templates of others: rendered in a sandbox, escaping whatever they say, told where they are wrong."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lint.render.sheet.template_files import PAGE
from lint.render.words import neutral
from lint.render.write import OutputError
from lint.resources import folder

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment


def rendered(path: Path, given: str | None, values: Mapping[str, object]) -> str:
    """The template at `path` with these values; what it includes is looked for beside it, then among the shipped ones.
    Raises OutputError with the file, the line and what to do."""
    from jinja2 import FileSystemLoader, TemplateError, TemplateSyntaxError  # noqa: PLC0415  75 ms

    folders = [Path(given)] if given is not None else []
    environment = _environment(FileSystemLoader([*folders, folder("templates")]))
    try:
        return environment.get_template(PAGE).render(values)
    except UnicodeDecodeError:
        raise OutputError(f"反馈单模板 {path} 不是 UTF-8 编码；请另存为 UTF-8 后再运行。") from None
    except TemplateSyntaxError as error:
        raise _bad(Path(error.filename or path), error.lineno, error.message or "") from None
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as error:
        # Whatever their template does wrong; ours is tested.
        name, line = _place(error, path)
        raise _bad(name, line, str(error)) from None


def _environment(loader: Any) -> "SandboxedEnvironment":
    from jinja2 import StrictUndefined  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    environment = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["safe"] = str  # no template can vouch for the words of a report
    return environment


def _escaped(value: Any) -> Any:
    """Escaped here, so that {% autoescape false %} changes nothing; characters that cannot be seen are shown."""
    from markupsafe import Markup, escape  # noqa: PLC0415

    if isinstance(value, Markup):
        return value
    return escape(neutral(str(value)))


def _place(error: BaseException, path: Path) -> tuple[Path, int | None]:
    """The template's file and line in the error's traceback."""
    found: tuple[Path, int | None] = (path, None)
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith((".j2", ".html")):
            found = (Path(name), trace.tb_lineno)
        trace = trace.tb_next
    return found


def _bad(path: Path, line: int | None, said: str) -> OutputError:
    at = f"第 {line} 行" if line else ""
    return OutputError(
        f"反馈单模板 {path} {at}不能用（{' '.join(said.split())[:200]}）。"
        "请改好，或者把它移出 --template 的文件夹，用自带的。"
    )

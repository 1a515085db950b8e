"""The feedback sheet as a web page for A4: one file that needs nothing else."""

from markupsafe import Markup

from lint.policy import sheet_keys as keys
from lint.record import shape
from lint.render.security import content_policy, css_string
from lint.render.sheet.content import sheet
from lint.render.sheet.sandbox import rendered
from lint.render.sheet.template_files import PAGE, STYLE, content, find
from lint.render.words import neutral, shorten
from lint.render.write import OutputError
from lint.run import Run

_RUNNING = 36  # characters of a name in the head of each page


def sheet_html(run: Run, report: shape.Report, template: str | None = None) -> str:
    """The sheet of one report, from the folder `template` where it holds one. Raises OutputError for a bad template."""
    said = sheet(run, report)
    path = find(PAGE, template)
    style = _style(template)
    head = _running_head(f"{said.issuer}　{shorten(said.file, _RUNNING)}")
    values = {
        "sheet": said,
        "labels": keys.LABELS,
        "style": Markup(style),  # the user's own sheet of style, not the report's words
        "running_head": Markup(head),
        "policy": content_policy((style, head), ()),
    }
    return rendered(path, template, values)


def _style(template: str | None) -> str:
    """The style sheet; "</" would end its element."""
    path = find(STYLE, template)
    try:
        return content(path).decode("utf-8-sig").replace("\r\n", "\n").replace("</", "<\\/")
    except UnicodeDecodeError:
        raise OutputError(f"反馈单样式 {path} 不是 UTF-8 编码；请另存为 UTF-8 后再运行。") from None


def _running_head(text: str) -> str:
    """The head of each printed page; its text comes from the report, so it is escaped for CSS."""
    return f"@page{{@top-left{{content:{css_string(neutral(text)[:80])}}}}}"

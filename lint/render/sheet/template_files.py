"""Where the templates of a sheet come from: the user's folder, and for what is missing there the shipped ones."""

from pathlib import Path

from lint.os_errors import told
from lint.render.write import OutputError
from lint.resources import folder

DOCX, PAGE, STYLE = "sheet.docx", "sheet.html.j2", "sheet.css"
_LARGEST = 20_000_000  # bytes


def find(name: str, given: str | None) -> Path:
    """The template of that name. Raises OutputError when the user's folder is none, or holds no template at all."""
    if given is None:
        return folder("templates") / name
    theirs = Path(given)
    if not theirs.is_dir():
        raise OutputError(f"--template {given} 不是文件夹；请写放着反馈单模板（{DOCX} 等）的文件夹。")
    if not any((theirs / known).is_file() for known in (DOCX, PAGE, STYLE)):
        raise OutputError(
            f"文件夹 {given} 里没有反馈单的模板；文件名是 {DOCX}（Word）、{PAGE}（网页）、{STYLE}（网页的样式）。"
        )
    own = theirs / name
    return own if own.is_file() else folder("templates") / name


def content(path: Path) -> bytes:
    """What a template's file holds. Raises OutputError when it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise OutputError(f"读不了模板 {path}：{told(error)}") from error
    if len(data) > _LARGEST:
        raise OutputError(f"模板 {path} 过大（超过 {_LARGEST // 1_000_000} MB），没有使用；请删去里面的图片再试。")
    return data

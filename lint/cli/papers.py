"""`--annotate` and `--sheet`: one paper for one report, or a folder of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from lint.batch.work import Draw
from lint.cli.delivered import Delivered
from lint.cli.targets import PAGE, SHEET, WORD, is_folder
from lint.record import shape
from lint.run import Failure, Run

_WORD, _MACROS = WORD


@dataclass(frozen=True)
class Kind:
    """A kind of paper: the option that asks for it, the endings that a single one may have, that of those in a folder
    (".批注.docx"), whether the tool itself made what lies somewhere; `keeps_macros` says that a report with macros
    gives a paper with macros."""

    option: str
    suffixes: tuple[str, ...]
    ending: str
    ours: Callable[[Path], bool]
    keeps_macros: bool = False


class Papers:
    """A paper for each report, drawn as it comes. `path` is a file for the only report, or a folder; in a folder each
    takes the name of its report. What is there and is none of ours stays. A file that is no such report gets none:
    nothing in it was checked."""

    def __init__(self, path: str, inputs: tuple[str, ...], draw: Draw, kind: Kind) -> None:
        self._single = not is_folder(path, kind.suffixes)
        if self._single and len(inputs) > 1:
            raise click.UsageError(f"要检查 {len(inputs)} 份报告，{path} 只能放一份；请改写文件夹，例如 结果。")
        self._path, self._inputs, self.draw, self._kind = Path(path), inputs, draw, kind
        self._names: dict[str, str] = {}
        self._written = self._left_out = 0

    @property
    def delivered(self) -> Delivered:
        """The paper, or the folder of them."""
        count = None if self._single and self._written else self._written
        return Delivered(self._kind.option, str(self._path), count, self._left_out)

    def take(self, path: str, report: shape.Report, drawn: bytes | None) -> None:
        from lint.render.write import write_bytes  # noqa: PLC0415

        if drawn is None:
            self._left_out += 1
            return
        target = self._path if self._single else self._path / self._name(path)
        write_bytes(target, drawn, inputs=self._inputs, ours=self._kind.ours)
        self._written += 1

    def failure(self, failure: Failure) -> None:
        pass  # there is nothing to draw

    def finish(self) -> None:
        pass  # nothing is kept back

    def _name(self, path: str) -> str:
        from lint.render.write import page_names  # noqa: PLC0415

        if not self._names:
            names = page_names(self._inputs, suffix=self._kind.ending, taken=())
            self._names = dict(zip(self._inputs, names, strict=True))
        name = self._names[path]
        return name.removesuffix(_WORD) + _MACROS if self._kind.keeps_macros and _has_macros(path) else name


def annotated(path: str, inputs: tuple[str, ...], *, suggest: bool) -> Papers:
    """Copies of the reports with comments; with `suggest` certain corrections as tracked changes."""
    copies = Papers(
        path,
        inputs,
        partial(_annotated, suggest),
        Kind("annotate", WORD, ".批注.docx", _is_own_copy, keeps_macros=True),
    )
    for given in () if is_folder(path, WORD) else inputs:
        if _has_macros(path) != _has_macros(given):
            wanted = _MACROS if _has_macros(given) else _WORD
            raise click.UsageError(f"{given} 的批注副本请写成 {wanted} 文件，否则 Word 打不开。")
    return copies


def _annotated(suggest: bool, run: Run, report: shape.Report) -> bytes | None:
    if not report["recognised"]:
        return None
    from lint.render.word.annotate import annotate  # noqa: PLC0415  lxml, which most runs do without

    return annotate(run, report, suggest=suggest)


def sheets(path: str, inputs: tuple[str, ...], template: str | None) -> Papers:
    """Feedback sheets; those of a folder are Word files."""
    if path.lower().endswith(PAGE):
        return Papers(path, inputs, partial(_html_sheet, template), Kind("sheet", SHEET, ".反馈单.html", _is_own_sheet))
    return Papers(path, inputs, partial(_word_sheet, template), Kind("sheet", SHEET, ".反馈单.docx", _is_own_sheet))


def _html_sheet(template: str | None, run: Run, report: shape.Report) -> bytes | None:
    if not report["recognised"]:
        return None
    from lint.render.sheet.html import sheet_html  # noqa: PLC0415

    return sheet_html(run, report, template).encode("utf-8", "replace")


def _word_sheet(template: str | None, run: Run, report: shape.Report) -> bytes | None:
    if not report["recognised"]:
        return None
    from lint.render.sheet.docx import sheet_docx  # noqa: PLC0415

    return sheet_docx(run, report, template)


def _has_macros(path: str) -> bool:
    return path.lower().endswith(_MACROS)


def _is_own_copy(target: Path) -> bool:
    from lint.render.word.own import is_own_copy  # noqa: PLC0415

    return is_own_copy(target)


def _is_own_sheet(target: Path) -> bool:
    from lint.select import is_own_page, is_own_sheet  # noqa: PLC0415

    return is_own_page(target) if target.suffix.lower() in PAGE else is_own_sheet(target)

"""`--annotate` and `--sheet`: one paper for one report, or a folder of them."""

from functools import partial
from pathlib import Path

import click

from lint.batch.work import Draw
from lint.cli.targets import PAGE, SHEET, WORD, is_folder
from lint.record import shape
from lint.run import Failure, Run

_WORD, _MACROS = WORD


class Papers:
    """A paper for each report, drawn as it comes. `path` is a file for the only report, or a folder; in a folder each
    takes the name of its report and `ending` (".批注.docx"). What is there and is none of ours stays."""

    suffixes: tuple[str, ...] = SHEET

    def __init__(self, path: str, inputs: tuple[str, ...], draw: Draw, ending: str) -> None:
        self._single = not is_folder(path, self.suffixes)
        if self._single and len(inputs) > 1:
            raise click.UsageError(f"要检查 {len(inputs)} 份报告，{path} 只能放一份；请改写文件夹，例如 结果。")
        self._path, self._inputs, self.draw, self._ending = Path(path), inputs, draw, ending
        self._names: dict[str, str] = {}

    def take(self, path: str, report: shape.Report, drawn: bytes) -> None:
        from lint.render.write import write_bytes  # noqa: PLC0415

        target = self._path if self._single else self._path / self._name(path)
        write_bytes(target, drawn, inputs=self._inputs, ours=self._ours)

    def _ours(self, target: Path) -> bool:
        from lint.select import is_own_page, is_own_sheet  # noqa: PLC0415

        return is_own_page(target) if target.suffix.lower() in PAGE else is_own_sheet(target)

    def failure(self, failure: Failure) -> None:
        pass  # there is nothing to draw

    def finish(self) -> None:
        pass  # nothing is kept back

    def _name(self, path: str) -> str:
        from lint.render.write import page_names  # noqa: PLC0415

        if not self._names:
            names = page_names(self._inputs, suffix=self._ending, taken=())
            self._names = dict(zip(self._inputs, names, strict=True))
        return self._names[path]


class _Copies(Papers):
    """Copies of the reports themselves; those of files with macros keep their kind."""

    suffixes = WORD

    def __init__(self, path: str, inputs: tuple[str, ...], draw: Draw, ending: str) -> None:
        super().__init__(path, inputs, draw, ending)
        for given in inputs if self._single else ():
            wanted = _MACROS if given.lower().endswith(_MACROS) else _WORD
            if path.lower().endswith(_MACROS) != (wanted == _MACROS):
                raise click.UsageError(f"{given} 的批注副本请写成 {wanted} 文件，否则 Word 打不开。")

    def _ours(self, target: Path) -> bool:
        from lint.render.word.own import is_own_copy  # noqa: PLC0415

        return is_own_copy(target)

    def _name(self, path: str) -> str:
        name = super()._name(path)
        return name.removesuffix(_WORD) + _MACROS if path.lower().endswith(_MACROS) else name


def annotated(path: str, inputs: tuple[str, ...], *, suggest: bool) -> Papers:
    """Copies of the reports with comments; with `suggest` certain corrections as tracked changes."""
    return _Copies(path, inputs, partial(_annotated, suggest), ".批注.docx")


def _annotated(suggest: bool, run: Run, report: shape.Report) -> bytes:
    from lint.render.word.annotate import annotate  # noqa: PLC0415  lxml, which most runs do without

    return annotate(run, report, suggest=suggest)


def sheets(path: str, inputs: tuple[str, ...], template: str | None) -> Papers:
    """Feedback sheets; those of a folder are Word files."""
    if path.lower().endswith(PAGE):
        return Papers(path, inputs, partial(_html_sheet, template), ".反馈单.html")
    return Papers(path, inputs, partial(_word_sheet, template), ".反馈单.docx")


def _html_sheet(template: str | None, run: Run, report: shape.Report) -> bytes:
    from lint.render.sheet.html import sheet_html  # noqa: PLC0415

    return sheet_html(run, report, template).encode("utf-8", "replace")


def _word_sheet(template: str | None, run: Run, report: shape.Report) -> bytes:
    from lint.render.sheet.docx import sheet_docx  # noqa: PLC0415

    return sheet_docx(run, report, template)

"""From what the options wish to the outputs of a run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

import click

from lint.batch.work import Overlay
from lint.checklist.problems import nearest
from lint.cli.formatted import SUMMARY, beside, formatted_kinds
from lint.cli.outputs import Collected, DrawnOutput, Explained, Json, JsonLines, Output, Text, Writer
from lint.cli.pages import Page, Pages
from lint.cli.papers import annotated, sheets
from lint.cli.statistics import Statistics, writer
from lint.cli.streams import send, show
from lint.cli.targets import PAGE, is_folder
from lint.cli.values import Target
from lint.fitting import Library
from lint.record import shape

_KINDS: dict[str, Callable[[Writer], Output]] = {
    "json": Json,
    "jsonl": JsonLines,
    "text": Text,
    **formatted_kinds(),
}


class Watch(Protocol):
    """Sees every record of a run, with what lies over it, and tells at the end what is amiss with the policy itself."""

    def report(self, report: shape.Report) -> None: ...
    def failure(self) -> None: ...
    def findings(self) -> list[shape.PolicyFinding]: ...


@dataclass(frozen=True)
class Plan:
    """What the user wants to see: on the screen in `form`, in `targets`, and as papers. `explain` is the id of an
    element; `annotate` is where copies with comments go (with `suggest` tracked changes, too), `sheets` where feedback
    sheets go, made from the templates of the folder `template`; `verdicts` makes of the files to be checked what
    lays reviewers' verdicts over each record, before any of `overlays` lays over it what else people decided;
    `watches` see it then; `overrides` change at last the severities and leave out what is ignored."""

    form: str = "text"
    targets: tuple[Target, ...] = ()
    explain: str | None = None
    colour: bool = False
    silent: bool = False
    annotate: str | None = None
    suggest: bool = False
    sheets: tuple[str, ...] = ()
    template: str | None = None
    verdicts: Callable[[Sequence[str]], tuple[Overlay, ...]] | None = None
    overlays: tuple[Overlay, ...] = ()
    watches: tuple[Watch, ...] = ()
    overrides: tuple[Overlay, ...] = ()
    statistics: bool = False

    @property
    def quiet(self) -> bool:
        """Nothing is shown on the screen; data for programs is none the less."""
        return self.silent and self.form == "text"


def plan(
    wishes: Plan, names: Sequence[str], library: Library
) -> tuple[list[Output | DrawnOutput], Callable[[], Path | None]]:
    """The outputs, and a function that tells, when they are finished, which page to open. `names` are those of the
    files to be checked, which no output may overwrite. Raises click.UsageError."""
    inputs = tuple(names)
    outputs = _screen(wishes, library)
    pages: list[Page | Pages] = []
    for target in wishes.targets:
        if target.path == "-":
            outputs.append(_beside(target.kind))
        elif target.kind != "html":
            outputs.append(Collected(target.kind, _KINDS[target.kind], target.path, inputs))
        elif is_folder(target.path, PAGE):
            pages.append(Pages(target.path, inputs))
        elif len(inputs) > 1:
            raise click.UsageError(f"要检查 {len(inputs)} 份报告，网页请写到文件夹，例如 --html 体检结果。")
        else:
            pages.append(Page(target.path, inputs))
    if wishes.statistics:
        outputs.append(Statistics(writer(on_screen=wishes.form == "text")))
    return [*outputs, *pages, *_papers(wishes, inputs)], lambda: next(
        (page.shown for page in pages if page.shown), None
    )


def _beside(kind: str) -> Output:
    """The output of a format whose file is "-"."""
    if output := beside(kind):
        return output
    if kind == "github-summary":
        raise click.UsageError(f"没有设置 {SUMMARY}，不知道作业摘要写到哪里；请写明文件，例如 github-summary:摘要.md。")
    raise click.UsageError(f"“{kind}:-”没有写明文件；要显示在屏幕上，请用 --format {kind}。")


def _papers(wishes: Plan, inputs: tuple[str, ...]) -> list[DrawnOutput]:
    papers: list[DrawnOutput] = [sheets(path, inputs, wishes.template) for path in wishes.sheets]
    if wishes.annotate:
        papers.append(annotated(wishes.annotate, inputs, suggest=wishes.suggest))
    return papers


def _screen(wishes: Plan, library: Library) -> list[Output | DrawnOutput]:
    if wishes.explain is not None:
        element = _element(wishes.explain, library)
        return [] if wishes.quiet else [Explained(show, element)]
    if wishes.form == "text":
        return [] if wishes.quiet else [Text(partial(show, colour=wishes.colour), colour=wishes.colour)]
    return [_KINDS[wishes.form](send)]


def _element(asked: str, library: Library) -> str:
    """The id of the element that is meant, however its letters were written."""
    files = [ready.checklist.file for ready in library.choices]
    ids = [element.id for file in files for element in file.element]
    exact = next((ident for ident in ids if ident.casefold() == asked.casefold()), None)
    if exact is not None:
        return exact
    if any(rule.id == asked for file in files for rule in file.rule):
        raise click.UsageError(
            f"“{asked}”是文字规则，没有可以说明的；--explain 说明的是要素，例如 {ids[0] if ids else 'F1'}。"
        )
    near = nearest(asked, ids)
    raise click.UsageError(f"没有“{asked}”这个要素。" + (f"是否想写“{near}”？" if near else f"有 {'、'.join(ids)}。"))

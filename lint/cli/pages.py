"""`--html`: a page for one report, or a folder of pages with an index."""

from collections.abc import Sequence
from pathlib import Path

from lint.batch.work import Draw
from lint.cli.delivered import Delivered
from lint.record import gather, shape
from lint.run import Failure, Run

INDEX = "index.html"


def _page(run: Run, report: shape.Report) -> str:
    from lint.render.page import page  # noqa: PLC0415

    return page(run, report)


class Page:
    """The page of the only report, in a file."""

    def __init__(self, path: str, inputs: tuple[str, ...]) -> None:
        self._inputs = inputs
        self.draw: Draw = _page
        self.shown: Path | None = None
        self._path = path

    def take(self, path: str, report: shape.Report, drawn: str) -> None:
        from lint.render.write import write_output  # noqa: PLC0415
        from lint.select import is_own_page  # noqa: PLC0415

        write_output(self._path, drawn, inputs=self._inputs, ours=is_own_page)
        self.shown = Path(self._path)

    @property
    def delivered(self) -> Delivered:
        """The page."""
        return Delivered("html", self._path, None if self.shown else 0)

    def failure(self, failure: Failure) -> None:
        pass  # there is no page to write

    def finish(self) -> None:
        pass


class Pages:
    """A page for each report and an index, in a folder. A page takes the name of no file that is not ours."""

    def __init__(self, folder: str, inputs: tuple[str, ...]) -> None:
        self._folder, self._inputs = Path(folder), inputs
        self.draw: Draw = _page
        self.shown: Path | None = None
        self._names: dict[str, str] = {}
        self._entries: list[tuple[shape.Report, str]] = []
        self._failures: list[Failure] = []

    def take(self, path: str, report: shape.Report, drawn: str) -> None:
        from lint.render.write import write_output  # noqa: PLC0415

        name = self._name(path)
        write_output(self._folder / name, drawn)
        self._entries.append((_counted(report), name))

    @property
    def delivered(self) -> Delivered:
        """The index, and how many pages."""
        return Delivered("html", str(self._folder / INDEX), len(self._entries))

    def failure(self, failure: Failure) -> None:
        self._failures.append(failure)

    def finish(self) -> None:
        from lint.render.index import Entry, index_page  # noqa: PLC0415
        from lint.render.write import OutputError, write_output  # noqa: PLC0415

        if not self._entries:
            return  # not one report was read
        target = self._folder / INDEX
        if target.exists() and INDEX in _foreign(self._folder):
            raise OutputError(f"{target} 不是本工具写的页面，没有覆盖。请给 --html 另选一个文件夹。")
        entries = [Entry(report, name) for report, name in self._entries]
        whole = gather((report for report, _ in self._entries), self._failures)
        write_output(target, index_page(entries, whole["errors"], whole["checklist"]))
        self.shown = target

    def _name(self, path: str) -> str:
        from lint.render.write import page_names  # noqa: PLC0415

        if not self._names:
            names = page_names(self._inputs, taken=(INDEX, *_foreign(self._folder)))
            self._names = dict(zip(self._inputs, names, strict=True))
        return self._names[path]


def _counted(report: shape.Report) -> shape.Report:
    """A report's record with what the index counts, without the rest: there may be thousands."""
    slim: list[shape.Finding] = [{**finding, "places": [], "basis": []} for finding in report["findings"]]
    return {**report, "elements": [], "outline": [], "shortcomings": [], "plan_measures": [], "findings": slim}


def _foreign(folder: Path) -> Sequence[str]:
    """The files of a folder that this tool did not write."""
    from lint.select import is_own_page  # noqa: PLC0415

    if not folder.is_dir():
        return ()
    return [path.name for path in folder.iterdir() if not is_own_page(path)]

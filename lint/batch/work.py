"""What is done with one file, here or in another process: check it, lay over what people decided, draw what needs the
whole report. What comes back is small enough to be sent."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from lint.batch.lost import Lost, lost_said
from lint.checklist.checklist import Checklist
from lint.debug import debugging
from lint.document.document import Document
from lint.fitting import Library
from lint.record import report_record, shape
from lint.run import Choices, Failure, Run, Seen, check_file

Overlay = Callable[[Run, shape.Report], shape.Report]
Draw = Callable[[Run, shape.Report], object]
Chosen = Callable[[str], tuple[Library, Choices]]


@dataclass(frozen=True)
class Checked:
    """One file checked. `record` is what is shown of it; `before` the same before severities were changed and rules
    ignored. `drawn` has what each Draw made, or the OutputError that it raised."""

    seen: Seen
    record: shape.Report
    before: shape.Report
    drawn: tuple[object, ...]


@dataclass(frozen=True)
class Remains:
    """A Seen that came from another process."""

    path: str
    document: Document
    checklist: Checklist
    recognised: bool
    year: int | None
    today: date


@dataclass(frozen=True)
class Sent:
    """A Checked as it travels between processes: `document` without the bytes of the file, `checklist` by its id."""

    document: Document
    checklist: str
    recognised: bool
    year: int | None
    today: date
    record: shape.Report
    before: shape.Report
    drawn: tuple[object, ...]


@dataclass(frozen=True)
class Work:
    """What is done with each file. `chosen` gives the library and the choices for a path; `overlays` are laid over each
    record, then `overrides`; `draws` draw from it. All of it is picklable."""

    chosen: Chosen
    overlays: tuple[Overlay, ...] = ()
    overrides: tuple[Overlay, ...] = ()
    draws: tuple[Draw, ...] = ()

    def __call__(self, path: str) -> Checked | Failure:
        """One file. Raises ChecklistError for a broken checklist."""
        return self.finish(check_file(path, *self.chosen(path)))

    def finish(self, run: Run | Failure) -> Checked | Failure:
        """What comes after the check."""
        if isinstance(run, Failure):
            return run
        before = report_record(run)
        for overlay in self.overlays:
            before = overlay(run, before)
        record = before
        for override in self.overrides:
            record = override(run, record)
        drawn = tuple(_drawn(draw, run, record) for draw in self.draws)
        return Checked(run, record, before, drawn)


@dataclass(frozen=True)
class Sending:
    """The same work for a process that sends its results."""

    work: Work

    def __call__(self, path: str) -> Sent | Failure:
        """One file; see Work."""
        found = self.work(path)
        if isinstance(found, Failure):
            return replace(found, cause=None)  # an exception of some library may not be picklable
        seen = found.seen
        slim = replace(seen.document, package=b"", origins=(), layout=None)
        return Sent(
            slim,
            seen.checklist.identity.id,
            seen.recognised,
            seen.year,
            seen.today,
            found.record,
            found.before,
            found.drawn,
        )


def received(sent: Sent | Failure, chosen: Chosen) -> Checked | Failure:
    """What was sent, with its checklist of this process."""
    if isinstance(sent, Failure):
        return sent
    path = sent.document.path
    checklist = chosen(path)[0].of(sent.checklist)
    seen = Remains(path, sent.document, checklist, sent.recognised, sent.year, sent.today)
    return Checked(seen, sent.record, sent.before, sent.drawn)


def lost(path: str, how: Lost, seconds: float | None) -> Failure:
    """A file that its process gave no result for within so many seconds."""
    more = "，文件确实大就用 --time-limit 放宽（0 为不限）" if how == "late" else ""
    return Failure(path, f"{lost_said(how, seconds)}{more}。")


def _drawn(draw: Draw, run: Run, record: shape.Report) -> object:
    try:
        return draw(run, record)
    except Exception as error:
        from lint.render.write import OutputError  # noqa: PLC0415  brings tempfile, which most runs do without

        if isinstance(error, OutputError):
            return error
        if debugging():
            raise
        name = PurePath(run.path.replace("\\", "/")).name
        return OutputError(  # one report must not end the run over the others
            f"写“{name}”的结果时程序内部出错（{type(error).__name__}），这一份没有写成，别的不受影响；"
            "请加 --debug 再运行一次，把显示的内容告诉开发者。",
            of_report=True,
        )

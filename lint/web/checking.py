"""What a worker process does with one report: check it, write what can be downloaded, send back what the page shows."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from lint.checklist.problems import ChecklistError, render
from lint.fitting import Library
from lint.record import gather, report_record, shape
from lint.render.json_text import json_text
from lint.render.matrix import Head, Line, head, line
from lint.render.page import page
from lint.render.verdict import advice, numbers
from lint.render.write import OutputError
from lint.run import Choices, Failure, Run, check_bytes
from lint.web.compare import Point, points
from lint.web.formats import unreadable

Kind = Literal["page", "word", "sheet", "json"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_OF_ANY: tuple[Kind, ...] = ("page", "json")  # what is no report gets neither comments nor a feedback sheet
_AGAIN = "请加 --debug 再运行一次，把显示的内容告诉开发者。"
_SHEET = "这是反馈单，不是报告，没有核对。勾选好的反馈单请交给发来它的人；要核对报告，请放入报告本身。"
_OPTION = re.compile(r"[，；][^，；。]*--[a-z][^，；。]*")  # a clause that advises an option of the command line


@dataclass(frozen=True, slots=True)
class Task:
    """One report: where its bytes lie, what its owner calls it, and the folder for what is made of it (all paths are
    the server's own). `checklist` is None where the report chooses."""

    source: str
    name: str
    folder: str
    checklist: str | Path | None
    layout: bool
    year: int | None
    today: date


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows of a checked report. `made` tells what can be downloaded, `unmade` has the sentence for each
    download that could not be made."""

    recognised: bool
    advice: str
    numbers: str
    remarks: tuple[str, ...]
    checklist: shape.Checklist
    head: Head
    line: Line
    points: tuple[Point, ...]
    made: tuple[Kind, ...]
    unmade: dict[Kind, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A report that could not be read or checked; a sentence that says what to do."""

    message: str


def checker() -> Callable[[Task], Found | Refused]:
    """What does the tasks of one process: checklists are loaded once."""
    libraries: dict[tuple[str | Path | None, bool], Library] = {}
    for loaded in Library().choices:  # most reports choose one of these: the first is not to wait for them
        loaded.lexicon  # noqa: B018  computed once

    def check(task: Task) -> Found | Refused:
        key = (task.checklist, task.layout)
        library = libraries.get(key) or libraries.setdefault(key, Library(task.checklist, layout=task.layout))
        try:
            return _check(task, library)
        except ChecklistError as error:
            said = "；".join(render(problem) for problem in error.problems[:3])
            return Refused(f"清单有错，没有核对：{said}")
        except MemoryError:
            return Refused("内存不足，没有查成；请关闭其他程序，或拆分文件后再检。")
        except Exception as error:  # a page is drawn from hostile text; one report must not end the process
            return Refused(
                f"整理这份报告的结果时程序出错（{type(error).__name__}），没有查成，别的报告不受影响；"
                "请用 Word 或 WPS 打开后另存为新文件再检。"
            )

    return check


def _check(task: Task, library: Library) -> Found | Refused:
    data = Path(task.source).read_bytes()
    if why := unreadable(data, task.name):
        return Refused(why)
    run = check_bytes(data, task.name, library, Choices(task.today, task.year))
    if isinstance(run, Failure):
        return Refused(_SHEET if run.sheet else spoken(run.message))
    record = report_record(run)
    made: list[Kind] = []
    unmade: dict[Kind, str] = {}
    for kind in KINDS if run.recognised else _OF_ANY:
        try:
            (Path(task.folder) / kind).write_bytes(_made(kind, run, record))
            made.append(kind)
        except OutputError as error:
            unmade[kind] = str(error)
    of = head(run.checklist)
    return Found(
        record["recognised"],
        advice(record, run.checklist.identity.title),
        numbers(record["score"]),
        tuple(spoken(remark) for remark in record["remarks"]),
        record["checklist"],
        of,
        line(record, of),
        points(record),
        tuple(made),
        unmade,
    )


def _made(kind: Kind, run: Run, record: shape.Report) -> bytes:
    """Raises OutputError."""
    if kind == "page":
        return page(run, record).encode("utf-8", "replace")
    if kind == "word":
        from lint.render.word.annotate import annotate  # noqa: PLC0415  as every output: when it is made

        return annotate(run, record)
    if kind == "sheet":
        from lint.render.sheet.docx import sheet_docx  # noqa: PLC0415

        return sheet_docx(run, record)
    return json_text(gather([record])).encode("utf-8", "replace")


def spoken(message: str) -> str:
    """A sentence of the project without advice that only a terminal can follow."""
    instead = "请把这份文件另存为新文件后再检；仍然这样，请告诉开发者。"
    return _OPTION.sub("", message.replace(_AGAIN, instead))

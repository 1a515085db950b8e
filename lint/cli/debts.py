"""What `qingdan baseline` does: check, then write what is open, or take out what occurs no longer."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lint.cli.codes import CLEAN, WRONG
from lint.cli.policies import Chosen, Where, check_names, policy, settings
from lint.cli.side_files import overlays
from lint.cli.streams import show, tell, trace
from lint.policy import baseline_file
from lint.policy.baseline import Baseline, Change, pruned, written
from lint.policy.config import CommandLine, Settings
from lint.policy.config_find import NAME
from lint.record import report_record, shape
from lint.render.console import argument, safe
from lint.render.write import OutputError, write_output
from lint.run import Choices, Failure, check_file
from lint.select import STDIN, Selection, select


@dataclass(frozen=True)
class Wishes:
    """The paths, what the command line says, where the configuration is looked for, the day that counts as today."""

    paths: tuple[str, ...]
    given: CommandLine
    where: Where
    today: date
    encoding: str | None = None


def write_baseline(wishes: Wishes) -> int:
    """The exit code. Raises ChecklistError for a broken checklist, configuration or baseline."""
    in_force, path = _settings(wishes)
    before = baseline_file.load(path) if path.exists() else baseline_file.empty(path)
    records = _Records(wishes, in_force, with_severities=True)
    after, change = written(before, records)
    if not records.count:
        return _nothing(records)
    told = f"（新增 {change.added} 处，去掉 {change.removed} 处）"
    return _save(
        records, before, after, path, f"已写入 {safe(str(path))}：{_size(after)}{told}。", _hint(in_force, path)
    )


def prune_baseline(wishes: Wishes) -> int:
    """The exit code. Raises ChecklistError for a broken checklist, configuration or baseline."""
    in_force, path = _settings(wishes)
    before = baseline_file.load(path)
    records = _Records(wishes, in_force, with_severities=False)
    after, change = pruned(before, records, _gone(wishes.paths, before.folder))
    return _save(records, before, after, path, _pruned(path, after, change))


class _Records:
    """The records of what is checked, with verdicts and waivers over them, one at a time; then how many there were."""

    def __init__(self, wishes: Wishes, in_force: Settings, *, with_severities: bool) -> None:
        self._selection: Selection = select(path for path in wishes.paths if path != STDIN)
        choices = Choices(wishes.today, in_force.year().said, wishes.encoding)
        self._chosen = Chosen(in_force, choices)
        check_names(in_force, self._chosen)
        laid = policy(in_force, wishes.today, complete=False, with_baseline=False)
        verdicts = overlays(self._selection.files, in_force.review.said)
        self._overlays = (*verdicts, *laid.overlays, *(laid.overrides if with_severities else ()))
        self.count, self.failed = 0, False

    @property
    def inputs(self) -> tuple[str, ...]:
        return self._selection.files

    def __iter__(self) -> Iterator[shape.Report]:
        for failure in self._selection.failures:
            self._fail(failure)
        for path in self._selection.files:
            run = check_file(path, *self._chosen(path))
            if isinstance(run, Failure):
                self._fail(run)
            elif run.recognised:
                record = report_record(run)
                for overlay in self._overlays:
                    record = overlay(run, record)
                self.count += 1
                yield record

    def _fail(self, failure: Failure) -> None:
        trace(failure.cause)
        tell(f"{failure.path}：{failure.message}")
        self.failed = True


def _settings(wishes: Wishes) -> tuple[Settings, Path]:
    """The settings, and where the baseline lies."""
    in_force = settings(wishes.given, wishes.paths, wishes.where)
    said = in_force.baseline.said
    folder = in_force.config.folder if in_force.config else Path()
    path = Path(said) if said is not None else folder / baseline_file.FILE
    return in_force, path


def _save(records: _Records, before: Baseline, after: Baseline, path: Path, said: str, hint: str = "") -> int:
    text = baseline_file.text(after)
    if before.debts != after.debts or not path.exists():
        try:
            write_output(path, text, inputs=records.inputs)
        except OutputError as error:
            tell(str(error))
            return WRONG
    show(f"{said}\n")
    if hint:
        show(f"{hint}\n")
    return WRONG if records.failed else CLEAN


def _nothing(records: _Records) -> int:
    tell("没有认出一份报告，基线没有写。" if records.inputs else "没有可以检查的文件，基线没有写。")
    return WRONG


def _size(baseline: Baseline) -> str:
    return f"{len(baseline.debts)} 份报告，共 {baseline.places} 处"


def _pruned(path: Path, after: Baseline, change: Change) -> str:
    if not change.removed:
        return f"{safe(str(path))} 里没有可删的：{_size(after)}。"
    return f"已从 {safe(str(path))} 删去 {change.removed} 处；还有 {_size(after)}。"


def _hint(in_force: Settings, path: Path) -> str:
    """How the baseline is used from now on, where nothing says so yet."""
    config = in_force.config
    if in_force.baseline.said is not None:
        return ""
    if config is None or in_force.given.baseline:
        return (
            f'检查时请加上 --baseline {safe(argument(str(path)))}，或者在 {NAME} 里写 baseline = "{safe(path.name)}"。'
        )
    return f'请在 {safe(config.file.name)} 里写 baseline = "{safe(path.name)}"，以后检查时就会用它。'


def _gone(paths: tuple[str, ...], folder: str) -> "_Gone":
    walked = [os.path.realpath(path) for path in paths if Path(path).is_dir()]
    return _Gone(folder, tuple(walked))


@dataclass(frozen=True)
class _Gone:
    """Whether a document's path leads to nothing any more, though the folder that it lay in was walked."""

    folder: str
    walked: tuple[str, ...]

    def __call__(self, path: str) -> bool:
        full = os.path.realpath(Path(self.folder) / path)
        return not Path(full).exists() and any(Path(full).is_relative_to(top) for top in self.walked)

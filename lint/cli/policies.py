"""Options and configuration → what a run is to do: checklists and years by path, severities, waivers, baseline."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.batch.work import Overlay
from lint.checklist.problems import Problem, nearest
from lint.cli.planning import Watch
from lint.cli.values import Target, target
from lint.fitting import Library
from lint.policy.config import CommandLine, Settings
from lint.policy.config_find import find
from lint.run import Choices
from lint.select import STDIN

if TYPE_CHECKING:  # most runs have no configuration
    from lint.policy.config_file import Configuration
    from lint.policy.config_model import Wanted


@dataclass(frozen=True)
class Where:
    """Where the configuration is looked for: `named` by --config, nowhere with --no-config, else upward from the first
    of the paths (for standard input from the name that it goes by)."""

    named: str | None = None
    none: bool = False
    stdin_name: str | None = None


def settings(given: CommandLine, paths: Sequence[str], where: Where) -> Settings:
    """What is in force. Raises ChecklistError for a broken configuration, click.UsageError for options that
    contradict."""
    if where.named and where.none:
        raise click.UsageError("--config 和 --no-config 只能写一个。")
    if where.none:
        return Settings(given)
    path = Path(where.named) if where.named else find(_start(paths, where))
    if path is None:
        return Settings(given)
    from lint.policy.config_file import load  # noqa: PLC0415  most runs have none

    return Settings(given, load(path))


def _start(paths: Sequence[str], where: Where) -> str:
    first = paths[0] if paths else "."
    return (where.stdin_name or ".") if first == STDIN else first


class Chosen:
    """The library and the choices for each path; each checklist is loaded once."""

    def __init__(self, in_force: Settings, choices: Choices) -> None:
        self._settings, self._choices = in_force, choices
        self._libraries: dict[str | None, Library] = {}

    def __call__(self, path: str) -> tuple[Library, Choices]:
        """Those for a file. Raises nothing: a broken checklist is told when it is used."""
        year = self._settings.year(path).said
        return self.library(self._settings.checklist(path).said), replace(self._choices, year=year)

    def __reduce__(self) -> tuple[type["Chosen"], tuple[Settings, Choices]]:
        """Another process loads its checklists itself."""
        return Chosen, (self._settings, self._choices)

    def library(self, checklist: str | None) -> Library:
        """The library of a checklist; of all where none is named."""
        if checklist not in self._libraries:
            self._libraries[checklist] = Library(checklist, layout=self._settings.layout.said)
        return self._libraries[checklist]

    @property
    def main(self) -> Library:
        """The library of files that no [[path]] speaks of."""
        return self.library(self._settings.checklist().said)


def written_targets(in_force: Settings) -> tuple[Target, ...]:
    """The outputs of the configuration, relative to its folder. Raises ChecklistError for those of no known kind."""
    config = in_force.config
    if config is None:
        return ()
    found, wrong = [], []
    for number, said in enumerate(in_force.outputs):
        try:
            wanted = target(said)
        except click.BadParameter as error:
            wrong.append(config.problem(("outputs", number), error.message.rstrip("。")))
        else:
            path = wanted.path if wanted.path == "-" else str(config.folder / wanted.path)
            found.append(Target(wanted.kind, path))
    if wrong:
        from lint.policy.config_file import refuse  # noqa: PLC0415

        raise refuse(wrong)
    return tuple(found)


def check_names(in_force: Settings, chosen: Chosen) -> None:
    """Refuses checklists of the configuration that are not there, and names of rules that no checklist in question has.
    Raises ChecklistError or click.UsageError."""
    config, given = in_force.config, in_force.given.ignore
    if config is not None and in_force.given.checklist is None:
        _check_checklists(config)
    if not given and (config is None or not _named(config)):
        return
    from lint.policy.config_overrides import unknown_names  # noqa: PLC0415

    libraries = {checklist.said: chosen.library(checklist.said) for checklist in in_force.checklists()}
    files = [ready.checklist.file for library in libraries.values() for ready in library.choices]
    if config is not None and in_force.given.checklist is not None:  # its names are those of its own checklists
        own = Settings(CommandLine(), config)
        files += [r.checklist.file for one in own.checklists() for r in chosen.library(one.said).choices]
    known = sorted({entry.id for file in files for entry in (*file.element, *file.rule)})
    if wrong := unknown_names(given, known):
        near = nearest(wrong[0], known)
        raise click.UsageError(f"--ignore：没有“{wrong[0]}”这个要素或规则。" + (f"是否想写“{near}”？" if near else ""))
    if config is None:
        return
    problems = [_unknown(config, path, name, known) for path, name in _named(config) if unknown_names([name], known)]
    if problems:
        from lint.policy.config_file import refuse  # noqa: PLC0415

        raise refuse(problems)


def _check_checklists(config: "Configuration") -> None:
    if config.said.checklist is None and all(rules.checklist is None for rules in config.said.path):
        return
    from lint.policy.config_file import refuse  # noqa: PLC0415
    from lint.policy.config_vain import missing_checklists  # noqa: PLC0415

    if missing := list(missing_checklists(config)):
        raise refuse(missing)


def _unknown(config: "Configuration", path: tuple[str | int, ...], name: str, known: Sequence[str]) -> Problem:
    return config.problem(path, f"没有“{name}”这个要素或规则", nearest(name, known))


def _named(config: "Configuration") -> list[tuple[tuple[str | int, ...], str]]:
    """Every name of an element or rule in the file, with its path."""
    said, found = config.said, []
    tables: list[tuple[tuple[str | int, ...], tuple[str, ...], Sequence[str]]]
    tables = [((), said.ignore, tuple(said.severity))]
    tables += [(("path", at), one.ignore, tuple(one.severity)) for at, one in enumerate(said.path)]
    for at, ignore, severity in tables:
        found += [((*at, "ignore", number), name) for number, name in enumerate(ignore)]
        found += [((*at, "severity", name), name) for name in severity]
    return found + [(("waiver", at, "rule"), waiver.rule) for at, waiver in enumerate(said.waiver)]


def walks(paths: Sequence[str]) -> bool:
    """Whether a folder is among the paths: then all that lies in it is checked."""
    return any(Path(path).is_dir() for path in paths)


@dataclass(frozen=True)
class Policy:
    """What lies over the records of a run (see Plan)."""

    overlays: tuple[Overlay, ...] = ()
    watches: tuple[Watch, ...] = ()
    overrides: tuple[Overlay, ...] = ()


def policy(
    in_force: Settings,
    today: date,
    *,
    complete: bool,
    with_baseline: bool = True,
    walked: tuple[str, ...] = (),
) -> Policy:
    """What the settings lay over each record, where verdicts have been laid already: waivers, then the baseline; at
    last the severities. `complete` says that whole folders are checked, of `walked`. Raises ChecklistError for a broken
    baseline."""
    overlays, watches = list[Overlay](), list[Watch]()
    if in_force.config is not None and in_force.config.said.waiver:
        from lint.policy import waivers  # noqa: PLC0415  most runs have none

        placed = waivers.waivers_of(in_force.config)
        overlays.append(waivers.overlay(placed, today))
        watches.append(waivers.Watch(placed, today, complete=complete))
    if in_force.config is not None and in_force.config.said.path and complete:
        from lint.policy import config_vain  # noqa: PLC0415

        if config_vain.covers(walked, in_force.config):
            watches.append(config_vain.Watch(in_force.config))
    if with_baseline and (path := in_force.baseline.said):
        from lint.policy import baseline, baseline_file  # noqa: PLC0415

        known = baseline_file.load(Path(path))
        overlays.append(baseline.overlay(known))
        watches.append(baseline.Watch(known))
    return Policy(tuple(overlays), tuple(watches), _overrides(in_force))


def _overrides(in_force: Settings) -> tuple[Overlay, ...]:
    if not in_force.given.ignore and in_force.config is None:
        return ()
    from lint.policy.config_overrides import overlay as overrides  # noqa: PLC0415

    return (overrides(partial(_severities, in_force)),)


def _severities(in_force: Settings, path: str) -> "dict[str, Wanted]":
    return {rule: value.said for rule, value in in_force.severities(path).items()}

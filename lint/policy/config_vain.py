"""What a configuration says in vain: checklists that there are none of, paths that no file has."""

import os
from collections.abc import Iterator
from pathlib import Path

from lint.checklist.layers import is_shipped, shipped_names
from lint.checklist.positions import Path as Keys
from lint.checklist.problems import Problem, nearest
from lint.policy.config_file import Configuration
from lint.policy.config_globs import matches
from lint.policy.identity import relative
from lint.record import shape

UNMATCHED = "path-unmatched"


def missing_checklists(config: Configuration) -> Iterator[Problem]:
    """The checklists that it names and that are not there, each at its place."""
    for at, said in _named(config):
        if is_shipped(said):
            if said not in (known := shipped_names()):
                listed = f"（随工具发布的有：{'、'.join(known)}；自己的清单请写出以 .toml 结尾的路径）"
                yield config.problem(at, f"没有“{said}”这份清单{listed}", nearest(said, known))
        elif not os.path.isfile(config.folder / said):  # noqa: PTH113  Path would complain of a name that is too long
            yield config.problem(at, f"找不到清单文件“{said}”（路径从这个配置文件所在的文件夹算起）")


def _named(config: Configuration) -> Iterator[tuple[Keys, str]]:
    if config.said.checklist is not None:
        yield ("checklist",), config.said.checklist
    for number, rules in enumerate(config.said.path):
        if rules.checklist is not None:
            yield ("path", number, "checklist"), rules.checklist


def covers(paths: tuple[str, ...], config: Configuration) -> bool:
    """Whether all that lies in the folder of the configuration is checked."""
    folder = Path(os.path.realpath(config.folder))
    walked = (Path(os.path.realpath(path)) for path in paths if os.path.isdir(path))  # noqa: PTH112
    return any(folder.is_relative_to(top) for top in walked)


class Watch:
    """Sees every record of a run in which all files were checked that there are, and tells at its end of which [[path]]
    tables none has been."""

    def __init__(self, config: Configuration) -> None:
        self._config = config
        self._left = dict(enumerate(rules.match for rules in config.said.path))
        self._complete = True

    def report(self, report: shape.Report) -> None:
        """Looks at one record."""
        below = relative(report["path"], self._config.folder)
        self._left = {number: match for number, match in self._left.items() if not matches(match, below)}

    def failure(self) -> None:
        """A file was not checked: it may be the one that a table means."""
        self._complete = False

    def findings(self) -> list[shape.PolicyFinding]:
        """What is to be told, in the order of the file."""
        return [self._finding(number, match) for number, match in self._left.items()] if self._complete else []

    def _finding(self, number: int, match: str) -> shape.PolicyFinding:
        message = (
            f"[[path]] 的 match = “{match}”没有用上：这次没有查到与它相符的文件，"
            "请核对路径（从这个文件所在的文件夹算起）"
        )
        line = self._config.line("path", number)
        return {
            "path": self._config.file.name,
            "line": line,
            "rule": UNMATCHED,
            "severity": "hint",
            "message": message,
        }

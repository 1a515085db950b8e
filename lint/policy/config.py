"""What is in force for a run and for each path, and where each value comes from: command line, file, default."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:  # most runs have no configuration
    from lint.policy.config_file import Configuration
    from lint.policy.config_model import PathRules, Wanted

Said = TypeVar("Said")
Kept_co = TypeVar("Kept_co", covariant=True)

COMMAND_LINE = "命令行"
DEFAULT = "默认"


@dataclass(frozen=True)
class Value(Generic[Kept_co]):
    """A value that is in force; `source` is 命令行, 默认, or the place in the file: `qingdan.toml:3`."""

    said: Kept_co
    source: str


@dataclass(frozen=True)
class CommandLine:
    """What the command line says; None or empty where it is silent. `outputs` says whether it has any."""

    checklist: str | None = None
    year: int | None = None
    layout: bool = False
    fail_on: str | None = None
    ignore: tuple[str, ...] = ()
    outputs: bool = False
    baseline: str | None = None
    review: str | None = None


@dataclass(frozen=True)
class Settings:
    """The command line over the file over the defaults. Paths that come from the file are relative to its folder."""

    given: CommandLine
    config: "Configuration | None" = None

    @property
    def fail_on(self) -> Value[str]:
        said = self.config.said.fail_on if self.config else None
        return self._over(self.given.fail_on, said, "fail-on", "error")

    @property
    def layout(self) -> Value[bool]:
        said = self.config.said.layout if self.config else None
        return self._over(self.given.layout or None, said, "layout", False)

    @property
    def outputs(self) -> tuple[str, ...]:
        """The outputs of the file as written; they give way to any of the command line."""
        return () if self.given.outputs or self.config is None else self.config.said.outputs

    @property
    def baseline(self) -> Value[str | None]:
        said = self.config.said.baseline if self.config else None
        return self._over(self.given.baseline, self._located(said), "baseline", None)

    @property
    def review(self) -> Value[str | None]:
        said = self.config.said.review if self.config else None
        return self._over(self.given.review, self._located(said), "review", None)

    def checklist(self, path: str | None = None) -> Value[str | None]:
        """The checklist for a file, by name or by path; None where the report itself decides."""
        if self.given.checklist is not None or self.config is None:
            return self._over(self.given.checklist, None, "checklist", None)
        for number, rules in reversed(self._rules(path)):
            if rules.checklist is not None:
                return Value(self._checklist(rules.checklist), self.config.where("path", number, "checklist"))
        said = self.config.said.checklist
        return self._over(None, self._checklist(said), "checklist", None)

    def year(self, path: str | None = None) -> Value[int | None]:
        """The report year for a file; None where the report itself decides."""
        if self.given.year is not None or self.config is None:
            return self._over(self.given.year, None, "year", None)
        for number, rules in reversed(self._rules(path)):
            if rules.year is not None:
                return Value(rules.year, self.config.where("path", number, "year"))
        return self._over(None, self.config.said.year, "year", None)

    def severities(self, path: str | None = None) -> "dict[str, Value[Wanted]]":
        """The severity that rules shall have in a file, "off" for those that are ignored. The last word counts."""
        wanted: dict[str, Value[Wanted]] = {}
        if self.config is not None:
            said = self.config.said
            tables: list[tuple[tuple[str | int, ...], tuple[str, ...], dict[str, Wanted]]]
            tables = [((), said.ignore, said.severity)]
            tables += [(("path", number), one.ignore, one.severity) for number, one in self._rules(path)]
            for at, ignore, severity in tables:
                wanted |= {rule: Value(w, self.config.where(*at, "severity", rule)) for rule, w in severity.items()}
                for number, rule in enumerate(ignore):
                    wanted[rule] = Value("off", self.config.where(*at, "ignore", number))
        for rule in self.given.ignore:
            wanted[rule] = Value("off", COMMAND_LINE)
        return wanted

    def checklists(self) -> Iterator[Value[str | None]]:
        """Every checklist that some path may be checked by."""
        yield self.checklist()
        if self.config is not None and self.given.checklist is None:
            for number, rules in enumerate(self.config.said.path):
                if rules.checklist is not None:
                    yield Value(self._checklist(rules.checklist), self.config.where("path", number, "checklist"))

    def matching(self, path: str) -> "list[tuple[PathRules, str]]":
        """The [[path]] tables that a file falls under, with their places."""
        config = self.config
        return [] if config is None else [(rules, config.where("path", at)) for at, rules in self._rules(path)]

    def _rules(self, path: str | None) -> "list[tuple[int, PathRules]]":
        if path is None or self.config is None:
            return []
        from lint.policy.config_globs import matches  # noqa: PLC0415
        from lint.policy.identity import relative  # noqa: PLC0415

        below = relative(path, self.config.folder)
        return [(at, rules) for at, rules in enumerate(self.config.said.path) if matches(rules.match, below)]

    def _over(self, given: Said | None, said: Said | None, key: str, default: Said) -> Value[Said]:
        if given is not None:
            return Value(given, COMMAND_LINE)
        if said is not None and self.config is not None:
            return Value(said, self.config.where(key))
        return Value(default, DEFAULT)

    def _checklist(self, said: str | None) -> str | None:
        """A name stays a name; a path is one from the file's folder."""
        is_path = said is not None and (said.endswith(".toml") or "/" in said or "\\" in said)
        return self._located(said) if is_path else said

    def _located(self, said: str | None) -> str | None:
        return None if said is None or self.config is None else str(self.config.folder / said)

"""What `qingdan config show` says: each setting in force, and where it comes from."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lint.cli.codes import CLEAN
from lint.cli.policies import Chosen, Where, check_names, settings, written_targets
from lint.cli.streams import show
from lint.policy.config import CommandLine, Settings, Value
from lint.policy.config_find import NAME
from lint.policy.config_model import Waiver
from lint.render.console import safe
from lint.run import Choices

_BY_ITSELF = "由报告自己决定"
_NONE = "（无）"


def show_settings(given: CommandLine, path: str | None, where: Where) -> int:
    """The exit code. Raises ChecklistError for a broken configuration or a broken checklist."""
    in_force = settings(given, () if path is None else (path,), where)
    check_names(in_force, Chosen(in_force, Choices(date.min)))
    written_targets(in_force)  # refuses outputs of no known kind
    show("\n".join(_lines(in_force, None if path is None or Path(path).is_dir() else path)) + "\n")
    return CLEAN


def _lines(in_force: Settings, path: str | None) -> Iterator[str]:
    config = in_force.config
    yield (
        f"配置文件：{safe(config.file.name)}" if config else f"配置文件：没有（没有找到 {NAME}，或者写了 --no-config）"
    )
    if path is not None:
        yield f"对于文件：{safe(path)}"
    yield from _aligned(_rows(in_force, path))
    if config is None:
        return
    if path is None and config.said.path:
        yield f"另有 {len(config.said.path)} 处按路径的写法（[[path]]）；写明文件可以看对它起作用的。"
    for rules, place in in_force.matching(path) if path is not None else ():
        yield f"  [[path]] match = {safe(rules.match)}  {safe(place)}"
    for at, waiver in enumerate(config.said.waiver):
        yield f"  [[waiver]] {safe(_waiver(waiver))}  {safe(config.where('waiver', at))}"


def _rows(in_force: Settings, path: str | None) -> Iterator[tuple[str, str, str]]:
    yield _row("checklist", in_force.checklist(path), _BY_ITSELF)
    yield _row("year", in_force.year(path), _BY_ITSELF)
    yield _row("fail-on", in_force.fail_on)
    yield _row("layout", in_force.layout)
    yield _row("baseline", in_force.baseline, _NONE)
    yield _row("review", in_force.review, _NONE)
    for rule, value in sorted(in_force.severities(path).items()):
        yield _row(f"severity.{rule}", value)
    for number, output in enumerate(in_force.outputs):
        place = in_force.config.where("outputs", number) if in_force.config else ""
        yield "outputs", output, place


def _row(name: str, value: Value[object], absent: str = "") -> tuple[str, str, str]:
    said = value.said
    shown = absent if said is None else str(said).lower() if isinstance(said, bool) else str(said)
    return name, shown, value.source


def _aligned(rows: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    """Names in a column of their own; a Chinese character is two columns wide."""
    shown = [tuple(map(safe, row)) for row in rows]
    first = max(map(_width, (row[0] for row in shown)), default=0)
    second = max(map(_width, (row[1] for row in shown)), default=0)
    for name, value, source in shown:
        yield f"  {name}{' ' * (first - _width(name))}  {value}{' ' * (second - _width(value))}  {source}"


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _waiver(waiver: Waiver) -> str:
    whose = waiver.issuer or waiver.path or ""
    year = f"{waiver.year}年度" if waiver.year else ""
    until = f"，有效期至{waiver.until}" if waiver.until else ""
    return f"{whose}{year} {waiver.rule}：{waiver.reason}（同意的机关或人：{waiver.authority}{until}）"

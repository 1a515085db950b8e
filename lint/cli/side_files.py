"""The side files of a run: which are meant, what they lay over the records, and how one is written."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lint.batch.work import Overlay
from lint.cli.streams import tell
from lint.record import shape
from lint.run import Run
from lint.select import STDIN

if TYPE_CHECKING:  # most runs have no verdicts
    from lint.policy.verdicts import Given, SideFile

NAME = "复核.toml"


def beside(path: str | Path) -> Path:
    """Where the side file of a report lies when nobody says otherwise."""
    return Path(path).parent / NAME


def overlays(files: Sequence[str], named: str | None = None) -> tuple[Overlay, ...]:
    """What lays verdicts over the records: those of the named side file over all, else over each file those of the one
    in its folder. Standard input lies in no folder. Raises ChecklistError when a side file is broken, whichever."""
    if named:
        from lint.policy.overlay import lay_over  # noqa: PLC0415  most runs have no verdicts
        from lint.policy.verdicts_read import read_side_file  # noqa: PLC0415

        return (partial(lay_over, side=read_side_file(Path(named))),)
    by_file = {path: beside(path) for path in files if path != STDIN}
    there = [path for path in dict.fromkeys(by_file.values()) if path.exists()]
    if not there:
        return ()
    return (_beside(by_file, there),)


def _beside(by_file: dict[str, Path], there: Sequence[Path]) -> Overlay:
    from lint.checklist.problems import ChecklistError  # noqa: PLC0415
    from lint.policy.verdicts_read import read_side_file  # noqa: PLC0415

    sides: dict[Path, SideFile] = {}
    broken: list[ChecklistError] = []
    for path in there:
        try:
            sides[path] = read_side_file(path)
        except ChecklistError as error:
            broken.append(error)
    if broken:
        raise ChecklistError([problem for error in broken for problem in error.problems], broken[0].upshot)

    return partial(_lay_over, by_file, sides)


def _lay_over(by_file: dict[str, Path], sides: "dict[Path, SideFile]", run: Run, report: shape.Report) -> shape.Report:
    from lint.policy.overlay import lay_over  # noqa: PLC0415

    path = by_file.get(run.path)
    return lay_over(run, report, sides[path]) if path in sides else report


def save(path: Path, after: "SideFile", *, before: "SideFile", inputs: Sequence[str]) -> bool:
    """Writes a side file, whole or not at all; False, and told why, when it cannot be. `before` is what was read: what
    somebody else wrote since then is never overwritten. Raises ChecklistError when that is broken."""
    from lint.lock import locked  # noqa: PLC0415
    from lint.policy.verdicts_read import read_side_file  # noqa: PLC0415
    from lint.policy.verdicts_write import side_text  # noqa: PLC0415
    from lint.render.write import OutputError, write_output  # noqa: PLC0415

    with locked(path):
        now = read_side_file(path).reviews if path.exists() else ()
        if now != before.reviews:
            tell(f"{path} 刚刚被改过，没有写入；请再运行一次。")
            return False
        if after.reviews == before.reviews:
            return True
        try:
            write_output(path, side_text(after), inputs=inputs)
        except OutputError as error:
            tell(str(error))
            return False
        return True


def told(head: str, lines: Sequence[str]) -> str:
    """A head and what was done, a line each."""
    from lint.render.console import safe  # noqa: PLC0415

    return "\n".join([safe(head), *(f"  {safe(line)}" for line in lines)]) + "\n"


def became(before: "Given | None", given: "Given") -> str:
    """What a verdict is now, and what it was where that differs."""
    from lint.policy.verdicts import same_but_date  # noqa: PLC0415
    from lint.record.terms import VERDICT_WORD  # noqa: PLC0415

    word = VERDICT_WORD[given.verdict]
    if before is None or same_but_date(before, given):
        return word
    return f"{word}（原意见 {_dated(before)}改为 {_dated(given)}）"


def older(before: "Given", given: "Given") -> str:
    """Why a verdict does not replace a later one."""
    return (
        f"已有较新的意见 {_dated(before)}，这次的是 {_dated(given)}，没有改动；"
        "确要改，请先用 qingdan review 报告 编号 --undo 删去原意见。"
    )


def _dated(given: "Given") -> str:
    from lint.record.terms import VERDICT_WORD  # noqa: PLC0415

    reason = f"：{given.reason}" if given.reason else ""
    return f"{VERDICT_WORD[given.verdict]}{reason}（{given.date}）"

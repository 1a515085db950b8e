"""Feedback sheets that came back: their ticks into the side file."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from lint.cli.codes import CLEAN, WRONG
from lint.cli.policies import Chosen
from lint.cli.report_found import report_in
from lint.cli.side_files import NAME, became, beside, older, save, told
from lint.cli.streams import show, tell
from lint.policy.from_sheet import Said, document_of, verdicts_of
from lint.policy.identity import Identity
from lint.policy.overlay import review_of
from lint.policy.sheet_keys import LABELS
from lint.policy.ticks import Ticks, read_ticks
from lint.policy.verdicts import Given, SideFile, is_older, same_but_date, with_verdicts
from lint.policy.verdicts_read import read_side_file
from lint.readers import ReadError
from lint.record.terms import VERDICT_WORD
from lint.render.console import argument

_ZIP = b"PK\x03\x04"


def ticks_of(path: str) -> Ticks | None:
    """What a file says if it is a feedback sheet, told by its content; None for anything else."""
    try:
        with Path(path).open("rb") as stream:
            if stream.read(len(_ZIP)) != _ZIP:
                return None
        return read_ticks(Path(path).read_bytes())
    except (OSError, ReadError):  # as a report it is told what is wrong with it
        return None


def import_sheets(sheets: Sequence[tuple[str, Ticks]], said: Said, named: str | None, chosen: Chosen) -> int:
    """Records the ticks of all sheets; those on which two sheets differ are told and left. The exit code tells whether
    all could be taken. `chosen` helps to find the report that a sheet is about."""
    if not said.office:
        raise click.UsageError("请写明由哪个单位复核，例如 --office 县司法局。")
    code = CLEAN
    for path, ticks in _agreeing(sheets):
        if not _import(path, ticks, said, Path(named) if named else beside(path), chosen):
            code = WRONG
    return code


def _agreeing(sheets: Sequence[tuple[str, Ticks]]) -> list[tuple[str, Ticks]]:
    """The sheets; what one says of a row otherwise than another sheet of the same report is a problem of each."""
    said: dict[tuple[object, str], dict[str, str]] = {}  # document and row → the words, and a sheet that says each
    for path, ticks in sheets:
        for tick in ticks.entries:
            said.setdefault((_about(ticks), tick.fingerprint), {}).setdefault(tick.verdict, path)
    found = []
    for path, ticks in sheets:
        entries, problems = [], list(ticks.problems)
        for tick in ticks.entries:
            words = said[_about(ticks), tick.fingerprint]
            if len(words) == 1:
                entries.append(tick)
                continue
            other = next((word, sheet) for word, sheet in words.items() if word != tick.verdict)
            problems.append(
                f"第 {tick.row} 项（{tick.about}）勾的是“{LABELS[tick.verdict]}”，"
                f"{other[1]} 勾的是“{VERDICT_WORD[other[0]]}”，都没有记下；请定下一种，改好后再读。"
            )
        found.append((path, replace(ticks, entries=tuple(entries), problems=tuple(problems))))
    return found


def _about(ticks: Ticks) -> object:
    document = document_of(ticks)
    return document and (document.key or document)


def _import(path: str, ticks: Ticks, said: Said, where: Path, chosen: Chosen) -> bool:
    document = document_of(ticks)
    if document is None:
        tell(f"{path}：反馈单里没有写明是哪份报告，没有读取；请用 qingdan check 报告.docx --sheet 重新生成后勾选。")
        return False
    side = read_side_file(where) if where.exists() else SideFile(str(where))
    known = review_of(document, side)
    before = {given.fingerprint: given for given in known.verdicts} if known else {}
    taken, problems = verdicts_of(ticks, said, before)
    other = [given for given in taken if not same_but_date(before.get(given.fingerprint), given)]
    new = [given for given in other if not is_older(given, before.get(given.fingerprint))]
    problems += [_older(before[given.fingerprint], given) for given in other if given not in new]
    after = with_verdicts(
        side, _named(document, known.document if known else None), new, known.document if known else None
    )
    if not save(where, after, before=side, inputs=(path,)):
        return False
    show(told(_head(path, ticks, where, new, len(taken) - len(other)), [_line(given, before) for given in new]))
    for problem in problems:
        tell(f"{path}：{problem}")
    if where.name == NAME and where.parent == Path(path).parent and not _beside_report(ticks, where):
        if (found := report_in(where.parent, document, chosen)) is not None:
            tell(f"这里的“{found}”与反馈单所查的“{ticks.path}”不是同一个文件（改了名或改过），意见照样适用。")
        else:
            here = "当前文件夹" if where.parent == Path() else f"{where.parent} "
            tell(f"{here}里没有这份报告；检查时请写明 --review {argument(str(where))}，或者把它移到报告所在的文件夹。")
    return not problems


def _named(document: Identity, known: Identity | None) -> Identity:
    """A sheet knows only the name of the report's file: a path that is known stays."""
    return replace(document, path=known.path) if known and known.path else document


def _head(path: str, ticks: Ticks, where: Path, new: Sequence[Given], same: int) -> str:
    about = f"（{ticks.issuer or ticks.path or ''}{f' {ticks.year} 年' if ticks.year else ''}）"
    already = f"，另有 {same} 条原来就有" if same else ""
    return f"{path}{about}：记入 {where} 的意见有 {len(new)} 条{already}"


def _line(given: Given, known: Mapping[str, Given]) -> str:
    before = known.get(given.fingerprint)
    if before is not None:
        return f"{given.rule} {given.about} → {became(before, given)}"
    reason = f"：{given.reason}" if given.reason else ""
    return f"{given.rule} {given.about} → {VERDICT_WORD[given.verdict]}{reason}"


def _older(before: Given, given: Given) -> str:
    return f"{given.rule}（{given.about}）{older(before, given)}"


def _beside_report(ticks: Ticks, where: Path) -> bool:
    """Whether the report lies where a check will find the side file; without its name nobody can tell."""
    # Path.exists would complain of a name that is too long for any file.
    return not ticks.path or os.path.exists(where.parent / Path(ticks.path).name)  # noqa: PTH110

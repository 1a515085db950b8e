"""What `qingdan review` calls: list what can be reviewed, record verdicts, take them back."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.checklist.problems import nearest
from lint.cli.codes import CLEAN, WRONG
from lint.cli.policies import Chosen
from lint.cli.side_files import became, beside, older, save, told
from lint.cli.streams import show, tell, trace
from lint.policy.from_sheet import Said
from lint.policy.identity import identity
from lint.policy.overlay import lay_over, review_of
from lint.policy.subjects import Subject, folded, subjects
from lint.policy.verdicts import (
    NEEDS_OFFICE,
    NEEDS_REASON,
    Given,
    SideFile,
    Word,
    is_older,
    with_verdicts,
    without_verdicts,
)
from lint.policy.verdicts_read import read_side_file
from lint.readers import ReadError, read
from lint.record import report_record, shape
from lint.record.privacy import Masked
from lint.record.terms import STATUS_WORD, VERDICT_WORD
from lint.render.console import argument
from lint.returned import LOST, is_sheet, what_to_do
from lint.run import Failure, Run, check_file

if TYPE_CHECKING:
    from lint.policy.ticks import Ticks

_UNDO = "undo"
_WORD_OF: dict[str, Word] = {
    "agree": "agree",
    "disagree": "disagree",
    "waive": "waived",
    "met": "met",
    "unmet": "unmet",
}
_OPTION_OF = {word: f"--{option}" for option, word in _WORD_OF.items()}


@dataclass(frozen=True)
class Wish:
    """What is to be done: a word of the options, "undo", or None (list only); `side` is the side file if named."""

    word: str | None
    said: Said
    side: str | None = None


@dataclass(frozen=True)
class _Reviewed:
    """One report with the verdicts that lie over it."""

    run: Run
    report: shape.Report
    side: SideFile
    path: Path


def review(targets: Sequence[str], wish: Wish, chosen: Chosen) -> int:
    """The exit code. Raises click.UsageError for wishes that contradict, ChecklistError for a broken side file."""
    first, *keys = targets
    if sheets := _sheets(targets, wish):
        from lint.cli.sheet_import import import_sheets  # noqa: PLC0415

        return import_sheets(sheets, wish.said, wish.side, chosen)
    unclear = (keys and wish.word is None) or (not keys and (wish.word is not None or _says(wish.said)))
    if unclear and _no_marks(targets):
        return WRONG
    if keys and wish.word is None:
        raise click.UsageError(f"请写明对 {'、'.join(keys)} 的意见：{'、'.join(_OPTION_OF.values())}，或者 --undo。")
    if unclear:
        raise click.UsageError(f"请写明对哪一项，例如 F1；编号请看 qingdan review {argument(first)}")
    found = _checked(first, wish, chosen)
    if found is None:
        return WRONG
    if not keys:
        from lint.render.review_list import review_list  # noqa: PLC0415

        show(review_list(found.report))
        return CLEAN
    return _undo(found, keys) if wish.word == _UNDO else _record(found, keys, wish)


def _says(said: Said) -> bool:
    """Whether something was said that can only be said of something."""
    return bool(said.reason or said.until or said.office or said.by)


def _no_marks(paths: Sequence[str]) -> bool:
    """Whether there are feedback sheets among the paths that cannot be read back; they are told."""
    found = False
    for path in paths:
        if not os.path.isfile(path):  # noqa: PTH113  an id may be no path at all
            continue
        try:
            document = read(Path(path))
        except ReadError:  # as a report it is told what is wrong with it
            continue
        if is_sheet(document):
            found = True
            tell(f"{path}：{_what_to_do(path)}")
    return found


def _what_to_do(path: str) -> str:
    return LOST if path.lower().endswith((".docx", ".docm")) else what_to_do(path)


def _sheets(targets: Sequence[str], wish: Wish) -> "list[tuple[str, Ticks]]":
    """The ticks of the targets when the first is a feedback sheet; none when it is a report."""
    from lint.cli.sheet_import import ticks_of  # noqa: PLC0415  lxml, which text files do without

    first = ticks_of(targets[0])
    if first is None:
        return []
    if wish.word is not None:
        raise click.UsageError(f"{targets[0]} 是反馈单，意见以勾选为准，请不要再写 --{wish.word}。")
    sheets = [(targets[0], first)]
    for path in targets[1:]:
        if (ticks := ticks_of(path)) is None:
            if _no_marks([path]):
                raise click.UsageError("反馈单没有读取；请改好上面这份再一起读。")
            raise click.UsageError(f"{path} 不是反馈单；反馈单可以一次读几份，不要与别的文件或编号写在一起。")
        sheets.append((path, ticks))
    return sheets


def _checked(path: str, wish: Wish, chosen: Chosen) -> _Reviewed | None:
    """The report with its verdicts; None, and told why, when it cannot be reviewed."""
    result = check_file(path, *chosen(path))
    if isinstance(result, Failure):
        trace(result.cause)
        tell(f"{result.path}：{_what_to_do(path) if result.sheet else result.message}")
        return None
    where = Path(wish.side) if wish.side else beside(path)
    side = read_side_file(where) if where.exists() else SideFile(str(where))
    report = lay_over(result, report_record(result), side)
    if not report["recognised"]:
        title = report["checklist"]["title"]
        tell(f"{path} 看起来不是“{title}”所查的报告，没有逐项核对，不能记复核意见。如果确实是，请先核对标题是否写全。")
        return None
    return _Reviewed(result, report, side, where)


def _record(found: _Reviewed, keys: Sequence[str], wish: Wish) -> int:
    word, said = _WORD_OF[str(wish.word)], wish.said
    _complete(word, said)
    chosen = _chosen(found.report, keys)
    for subject in chosen:
        if word not in subject.words:
            raise click.UsageError(_not_so(subject, word))
    masked = Masked.of(found.run.document.text, found.run.result.findings)
    reason = masked.clean(said.reason)
    given = [
        Given(s.fingerprint, s.rule, s.about, s.status, word, reason, said.office, said.by, said.date, said.until)
        for s in chosen
    ]
    document = identity(found.report, found.path.parent)
    known = review_of(document, found.side)
    before = {one.fingerprint: one for one in known.verdicts} if known else {}
    for subject, one in zip(chosen, given, strict=True):
        if is_older(one, before.get(one.fingerprint)):
            raise click.UsageError(f"{subject.key} {older(before[one.fingerprint], one)}")
    after = with_verdicts(found.side, document, given, known.document if known else None)
    return _saved(
        found,
        after,
        f"已记入 {found.path}",
        [_line(s, became(before.get(one.fingerprint), one)) for s, one in zip(chosen, given, strict=True)],
    )


def _undo(found: _Reviewed, keys: Sequence[str]) -> int:
    chosen = _chosen(found.report, keys)
    if without := [subject.key for subject in chosen if not (subject.verdict or subject.lapsed)]:
        raise click.UsageError(f"{'、'.join(without)} 没有复核意见，没有可以删的。")
    known = review_of(identity(found.report, found.path.parent), found.side)
    prints = [subject.fingerprint for subject in chosen]
    after = without_verdicts(found.side, known.document, prints) if known else found.side
    return _saved(found, after, f"已从 {found.path} 删去", [_line(subject, "") for subject in chosen])


def _complete(word: Word, said: Said) -> None:
    missing = []
    if word in NEEDS_REASON and not said.reason:
        missing.append("--reason 理由")
    if word in NEEDS_OFFICE and not said.office:
        missing.append("--office 单位")
    if missing:
        raise click.UsageError(f"{_OPTION_OF[word]}（{VERDICT_WORD[word]}）还要写明 {' 和 '.join(missing)}。")


def _chosen(report: shape.Report, keys: Sequence[str]) -> list[Subject]:
    """What the keys mean, each once. Raises click.UsageError for one that means nothing."""
    known = {folded(subject.key): subject for subject in subjects(report)}
    for key in keys:
        if folded(key) not in known:
            near = nearest(folded(key), known)
            asked = f"是否想写“{known[near].key}”？" if near else ""
            raise click.UsageError(f"没有编号“{key}”。{asked}编号请看 qingdan review {argument(report['path'])}")
    return list({folded(key): known[folded(key)] for key in keys}.values())


def _not_so(subject: Subject, word: Word) -> str:
    if subject.lapsed:
        return f"{subject.key} 已不再适用，只能用 --undo 删去。"
    options = "、".join(_OPTION_OF[one] for one in subject.words)
    is_what = f"是“{STATUS_WORD[subject.status]}”" if subject.status else "是文字与数据的一条"
    can = f"可以用 {options}" if options else "没有结论可以复核"
    return f"{subject.key}（{subject.about}）{is_what}，不能用 {_OPTION_OF[word]}；{can}。"


def _line(subject: Subject, word: str) -> str:
    status = f"{STATUS_WORD[subject.status]}：" if subject.status else ""
    return f"{subject.key} {status}{subject.about}" + (f" → {word}" if word else "")


def _saved(found: _Reviewed, after: SideFile, head: str, lines: Sequence[str]) -> int:
    if not save(found.path, after, before=found.side, inputs=(found.run.path,)):
        return WRONG
    show(told(head, lines))
    return CLEAN

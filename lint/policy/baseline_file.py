"""The baseline as a file: sorted TOML, one line a finding, so that a diff shows what came and went."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from lint.checklist.fields import Table
from lint.checklist.problems import ChecklistError, Problem
from lint.checklist.source import read
from lint.policy.baseline import Baseline, Debt
from lint.policy.config_shape import misfits
from lint.policy.identity import Identity
from lint.policy.verdicts_write import quoted

FILE = "qingdan-baseline.toml"
_FORMAT = 1
_NOT_THERE = "找不到这个基线文件；请核对路径，还没有写过的，请先用 qingdan baseline write 写入"
_UPSHOT = "基线有错误，没有检查。"
_HEADER = """\
# qingdan 的基线：下面这些问题在写入时已经有了，检查时不再提示；新出现的照样提示。
# 由 qingdan baseline write 写入；改好一些之后运行 qingdan baseline prune 删去已经没有的。
"""


class _Row(Table, frozen=True, kw_only=True):
    rule: str
    fingerprint: Annotated[str, Meta(pattern=r"^[0-9a-f]{8,32}$")]
    says: str = ""
    status: str | None = None
    count: Annotated[int, Meta(ge=1, le=1_000_000)] = 1


class _Document(Table, frozen=True, kw_only=True):
    checklist: str
    path: str
    finding: tuple[_Row, ...]
    issuer: str | None = None
    year: int | None = None


class _File(Table, frozen=True, kw_only=True):
    format: Literal[1]
    document: tuple[_Document, ...] = ()


def empty(path: Path) -> Baseline:
    """A baseline that has nothing yet, to be written to a path."""
    return Baseline(str(path), str(path.absolute().parent), {})


def load(path: Path) -> Baseline:
    """The baseline of a file. Raises ChecklistError with everything that is wrong with it."""
    if not path.exists():
        raise ChecklistError([Problem(str(path), 0, 0, _NOT_THERE)], _UPSHOT)
    try:
        file = read(path, "基线文件")
    except ChecklistError as error:
        raise ChecklistError(error.problems, _UPSHOT) from error
    wrong = [
        file.problem(
            file.positions.value(misfit.path) if misfit.at_value else file.positions.key(misfit.path),
            misfit.message,
            misfit.suggestion,
        )
        for misfit in misfits(file.data, _File, "基线最外层")
    ]
    if wrong:
        raise ChecklistError(wrong, _UPSHOT)
    debts: dict[Identity, dict[str, Debt]] = {}
    for one in msgspec.convert(file.data, _File).document:
        mine = debts.setdefault(Identity(one.issuer, one.year, one.checklist, one.path), {})
        mine |= {
            row.fingerprint: Debt(row.rule, row.fingerprint, row.says, row.status, row.count) for row in one.finding
        }
    return Baseline(str(path), str(path.absolute().parent), debts)


def text(baseline: Baseline) -> str:
    """The whole file, with "\\n" line ends. The same baseline gives the same text."""
    documents = sorted(baseline.debts, key=lambda one: (one.issuer or "", one.year or 0, one.checklist, one.path))
    return "\n".join([_HEADER, f"format = {_FORMAT}", *(_document(baseline, one) for one in documents)]) + "\n"


def _document(baseline: Baseline, one: Identity) -> str:
    debts = sorted(baseline.debts[one].values(), key=lambda debt: (debt.rule, debt.says, debt.fingerprint))
    rows = [
        "",
        "[[document]]",
        *([f"issuer = {quoted(one.issuer)}"] if one.issuer else []),
        *([f"year = {one.year}"] if one.year is not None else []),
        f"checklist = {quoted(one.checklist)}",
        f"path = {quoted(one.path)}",
        "finding = [",
        *(f"  {{ {_debt(debt)} }}," for debt in debts),
        "]",
    ]
    return "\n".join(rows)


def _debt(debt: Debt) -> str:
    parts = [f"rule = {quoted(debt.rule)}", f"fingerprint = {quoted(debt.fingerprint)}"]
    if debt.status:
        parts.append(f"status = {quoted(debt.status)}")
    if debt.count > 1:
        parts.append(f"count = {debt.count}")
    return ", ".join([*parts, f"says = {quoted(debt.says)}"])

"""A feedback sheet's ticks → verdicts on the document it is about; what cannot be taken is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from lint.policy.identity import Identity
from lint.policy.sheet_keys import FINDING, LABELS
from lint.policy.ticks import Tick, Ticks
from lint.policy.verdicts import NEEDS_REASON, Given, permitted
from lint.record import shape
from lint.record.fingerprint import of_element
from lint.record.privacy import mask_numbers
from lint.record.terms import STATUS_WORD

_STATUSES: tuple[shape.Status, ...] = get_args(shape.Status)


@dataclass(frozen=True)
class Said:
    """What the reviewer said beside the sheet, for all its ticks; `reason` stands in for a note that is missing."""

    office: str
    by: str = ""
    reason: str = ""
    date: str = ""
    until: str = ""


def document_of(ticks: Ticks) -> Identity | None:
    """The document a sheet is about; None when it no longer tells."""
    if not ticks.checklist or not (ticks.path or (ticks.issuer and ticks.year)):
        return None
    issuer = "".join((ticks.issuer or "").split())
    return Identity(issuer or None, ticks.year, ticks.checklist, ticks.path or "")


def verdicts_of(ticks: Ticks, said: Said, known: Mapping[str, Given]) -> tuple[list[Given], list[str]]:
    """The verdicts of a sheet, and a sentence for each row that was not taken. `known` are the verdicts there are on
    the document, by fingerprint: they tell what a row is about where the sheet has lost it."""
    taken: list[Given] = []
    problems = list(ticks.problems)
    for tick in ticks.entries:
        given = _given(tick, said, known.get(tick.fingerprint))
        if isinstance(given, str):
            problems.append(f"第 {tick.row} 项（{tick.about}）{given}")
        else:
            taken.append(given)
    return taken, problems


def _given(tick: Tick, said: Said, known: Given | None) -> Given | str:
    rule = tick.rule or (known.rule if known else "")
    if tick.status == FINDING:
        status = None
    elif tick.status:
        status = next((one for one in _STATUSES if one == tick.status), None)
        if status is None or of_element(rule) != tick.fingerprint:
            return "与反馈单上的记号对不上，可能被改过，没有记下。"
    elif known:
        status = known.status
    else:
        return "认不出是清单的哪一项，没有记下；请用 qingdan review 报告.docx 逐条记。"
    if not rule:
        return "认不出是清单的哪一项，没有记下；请用 qingdan review 报告.docx 逐条记。"
    if tick.verdict not in permitted(status):
        what = "文字与数据的一条" if status is None else f"“{STATUS_WORD[status]}”的要素"
        return f"勾了“{LABELS[tick.verdict]}”，不能用于{what}，没有记下。"
    reason = mask_numbers(tick.note or said.reason)
    if tick.verdict in NEEDS_REASON and not reason.strip():
        return f"勾了“{LABELS[tick.verdict]}”，没有写理由，没有记下；请在意见栏写明理由后再读。"
    return Given(
        tick.fingerprint, rule, tick.about, status, tick.verdict, reason, said.office, said.by, said.date, said.until
    )

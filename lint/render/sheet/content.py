"""What a feedback sheet says, in its order: made from a run and its record before any Word or HTML.

Elements and findings are numbered through the whole sheet, so that a row can be named by its number alone.
"""

from dataclasses import dataclass
from pathlib import PurePath

from lint.checklist.model import SectionElement
from lint.policy import sheet_keys as keys
from lint.record import shape
from lint.record.build import TOOL
from lint.record.fingerprint import normalised
from lint.record.privacy import Masked
from lint.render.chain_view import columns
from lint.render.excuse import excuse
from lint.render.limits import limits
from lint.render.reviewed import counts, is_open, lapsed_said, status_said
from lint.render.reviewed import said as verdict_said
from lint.render.sheet.sources import Sources
from lint.render.sheet.wording import Said, day, short_hash, unbroken
from lint.render.verdict import advice, tallied
from lint.render.words import LEGEND, SEVERITY_RANK, SEVERITY_WORD, STATUS_SIGN, STATUS_WORD, shorten
from lint.run import Run

_AGREE: tuple[keys.Choice, ...] = ("agree", "disagree")
_ANSWER: tuple[keys.Choice, ...] = ("met", "unmet")
_TITLE = 60
_MOST_FINDINGS = 120  # rows; a sheet is read by people


@dataclass(frozen=True, slots=True)
class Row:
    """One element or finding. `found` is where and what the report says of it, a line each; `choices` the boxes;
    `earlier` what a reviewer said before, or why it is not asked for."""

    number: int
    fingerprint: str
    rule: str
    status: str
    title: str
    basis: list[str]
    found: list[str]
    sign: str
    word: str
    message: str
    choices: tuple[keys.Choice, ...]
    earlier: str


@dataclass(frozen=True, slots=True)
class Group:
    """The elements of one group of the checklist."""

    title: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class ChainRow:
    """One shortcoming with its cause, its rectification and its answer in the plan, as sentences."""

    number: int
    label: str
    said: str
    answers: list[str]


@dataclass(frozen=True, slots=True)
class Question:
    """What a person is asked, with the number of the row that holds the boxes."""

    number: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A finding that counts no longer, or a verdict of an earlier draft that holds no longer, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a sheet says. Hashes are whole; `sha` and `checklist_sha` are their beginnings."""

    issuer: str
    year: str
    title: str
    file: str
    date: str
    sha256: str
    sha: str
    checklist: shape.Checklist
    checklist_sha: str
    tool: str
    today: str
    numbers: str
    advice: str
    remarks: list[str]
    legend: str
    groups: list[Group]
    chain_heads: list[str]
    chain: list[ChainRow]
    findings: list[Row]
    more: int  # findings that are not on the sheet
    questions: list[Question]
    asides: list[Aside]
    sources: list[str]
    limits: list[str]

    @property
    def rows(self) -> list[Row]:
        """All numbered rows."""
        return [*(row for group in self.groups for row in group.rows), *self.findings]


def sheet(run: Run, report: shape.Report) -> Sheet:
    """The content of one report's sheet."""
    asked_parts = frozenset(one.id for one in run.checklist.file.element if isinstance(one, SectionElement))
    said = Said(report, Masked.of(run.document.text, run.result.findings).text, asked_parts)
    sources = Sources()
    excused = {finding["element"]: finding for finding in report["findings"] if finding["element"]}
    groups: dict[str, list[Row]] = {group: [] for group in run.checklist.identity.groups}
    ordered: dict[str, list[shape.Element]] = {group: [] for group in groups}
    for element in report["elements"]:
        ordered.setdefault(element["group"], []).append(element)
    number = 0
    for name, elements in ordered.items():
        for element in elements:
            number += 1
            groups.setdefault(name, []).append(
                _element(number, element, said, sources, excused.get(element["id"])),
            )
    texts = [finding for finding in report["findings"] if finding["element"] is None]
    open_texts = sorted(
        (finding for finding in texts if not finding["waived"]), key=lambda f: SEVERITY_RANK[f["severity"]]
    )
    findings = [
        _finding(at, finding, said, sources) for at, finding in enumerate(open_texts[:_MOST_FINDINGS], number + 1)
    ]
    identity = run.checklist.identity
    asked = {element["id"] for element in report["elements"] if is_open(element)}
    rows = [row for group in groups.values() for row in group]
    file = PurePath(report["path"].replace("\\", "/")).name
    return Sheet(
        issuer=report["issuer"] or "未见",
        year=str(report["report_year"] or "未见"),
        title=report["title"] or "（未见标题）",
        file=file,
        date=day(report["date"]),
        sha256=report["sha256"],
        sha=short_hash(report["sha256"]),
        checklist=report["checklist"],
        checklist_sha=short_hash(report["checklist"]["sha256"]),
        tool=f"{TOOL['name']} {TOOL['version']}",
        today=day(report["today"]),
        numbers=tallied(report),
        advice=advice(report, identity.title),
        remarks=[*report["remarks"], *([f"{reviewed}。"] if (reviewed := counts(report["reviewed"])) else [])],
        legend="；".join(
            f"{STATUS_SIGN[status]} {STATUS_WORD[status]}：{meaning}" for status, meaning in LEGEND.items()
        ),
        groups=[Group(title, rows) for title, rows in groups.items() if rows],
        chain_heads=columns(run.checklist.file) if report["recognised"] else [],
        chain=[_chain_row(at, item, said) for at, item in enumerate(report["shortcomings"], 1)],
        findings=findings,
        more=len(open_texts) - len(findings),
        questions=[Question(row.number, row.title, row.message) for row in rows if row.rule in asked],
        asides=[
            *(_lapsed(item) for item in report["lapsed"]),
            *(_waived(finding) for finding in texts if finding["waived"]),
        ][:_MOST_FINDINGS],
        sources=sources.full(),
        limits=limits(identity.limits),
    )


def _element(number: int, element: shape.Element, said: Said, sources: Sources, finding: shape.Finding | None) -> Row:
    status = element["status"]
    sign, word = status_said(element)
    message = "" if status == "met" else element["question"] or element["reason"] or element["message"]
    level = f"{SEVERITY_WORD[finding['severity']]}：" if message and finding and not finding["waived"] else ""
    return Row(
        number=number,
        fingerprint=element["fingerprint"],
        rule=element["id"],
        status=status,
        title=element["title"],
        basis=sources.short(element["basis"]),
        found=said.found(element),
        sign=sign,
        word=word,
        message=level + message,
        choices=_ANSWER if status == "review" else _AGREE if status != "error" else (),
        earlier=_earlier(element["verdict"]) or (excuse(finding) if finding else ""),
    )


def _finding(number: int, finding: shape.Finding, said: Said, sources: Sources) -> Row:
    message = finding["message"]
    suggestion = finding["suggestion"] or ""
    # Where only white space or widths change, and where it is in the sentence already, the sentence has said it.
    if f"“{suggestion}”" not in message and normalised(suggestion) not in ("", normalised(finding["quote"])):
        message += f"可改为“{shorten(suggestion)}”。"
    return Row(
        number=number,
        fingerprint=finding["fingerprint"],
        rule=finding["rule"],
        status=keys.FINDING,
        title=finding["message"],
        basis=sources.short(finding["basis"]),
        found=said.places(finding),
        sign="",
        word=SEVERITY_WORD[finding["severity"]],
        message=message,
        choices=_AGREE,
        earlier=_earlier(finding["verdict"]),
    )


def _chain_row(number: int, item: shape.Shortcoming, said: Said) -> ChainRow:
    answers = [said.link(item["cause"]), said.link(item["rectification"]), said.link(item["plan"])]
    return ChainRow(number, shorten(item["label"], _TITLE), said.where(item), answers)


def _earlier(verdict: shape.Verdict | None) -> str:
    return unbroken(verdict_said(verdict)) if verdict else ""


def _waived(finding: shape.Finding) -> Aside:
    return Aside(finding["message"], _earlier(finding["verdict"]) or excuse(finding))


def _lapsed(item: shape.Lapsed) -> Aside:
    return Aside(item["about"] or item["rule"], unbroken(lapsed_said({**item, "about": ""})))

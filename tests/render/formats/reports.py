"""Runs to be drawn: the one made by hand with everything in it, and reports read from bytes with chosen findings."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from lint.checklist.lexicon import lexicon
from lint.checks.results import CheckResult, Finding, Outcome, SourceSpan
from lint.document.understand import understand
from lint.readers import read_bytes
from lint.record import report_record, shape
from lint.render.formats import drawing
from lint.run import Failure, Run
from tests.render import build as by_hand
from tests.render.build_checklist import checklist

BROKEN = Failure("各乡镇/坏,的:一份 100%.docx", "文件已损坏，\n请重新保存。::error::")
HOSTILE = (
    "]]><script>&\"'|`*_[坏](http://坏.example)\x0b\x1b[31m\ufffe\u202e\n"
    "::error::坏##vso[task]@某人#12{0}=1+1 www.坏.cn"
)
EXPIRED: shape.PolicyFinding = {
    "path": "qingdan.toml",
    "line": 12,
    "rule": "waiver-expired",
    "severity": "error",
    "message": "“F3”的例外已于2024-12-31到期，不再算数",
}


def drawn(
    kind: str,
    runs: Iterable[Run] = (),
    *,
    failures: Iterable[Failure] = (),
    policy: Iterable[shape.PolicyFinding] = (),
    records: Iterable[shape.Report] | None = None,
) -> str:
    """The whole text of a format, as a run with these results gives it."""
    drawer = drawing(kind)
    given = list(runs)
    pieces = [drawer.begin()]
    pieces += [drawer.failure(failure) for failure in failures]
    whole = [report_record(run) for run in given] if records is None else list(records)
    pieces += [drawer.report(run, report) for run, report in zip(given, whole, strict=True)]
    pieces += [drawer.policy(finding) for finding in policy]
    return "".join([*pieces, drawer.finish()])


def build(text: str = by_hand.TEXT, **given: Any) -> Run:
    """The run made by hand, or one over another text, as if read from a text file."""
    run = by_hand.build(text, **given)
    document = replace(run.document, format="txt", encoding="UTF-8")
    return replace(run, document=document, report=replace(run.report, document=document))


def everything() -> dict[str, Any]:
    """The arguments of a run over all kinds of results."""
    runs = [build(path="各乡镇/柳河镇 2024.txt"), build(path="别.txt", recognised=False), hostile(), as_word()]
    return {"runs": runs, "failures": [BROKEN], "policy": [EXPIRED]}


def hostile() -> Run:
    """A report whose text, title and name want to break whatever they are put into."""
    text = f"柳河镇人民政府关于2024年工作的报告\n{HOSTILE}\n完\n"
    at = text.index(HOSTILE)
    span = (at, at + len(HOSTILE))
    checked = CheckResult(
        (Outcome("S8", "absent", nearest=span, message=HOSTILE), Outcome("F9", "review", (span,), question=HOSTILE)),
        (
            Finding("term", "error", HOSTILE, (span,), suggestion=HOSTILE),
            Finding("numbering", "warning", f"=cmd|{HOSTILE}", (span, (0, 3))),
        ),
    )
    return build(text, path='::error::各乡镇/=1+1 "<甲>\x0b\u202e.txt', checked=checked)


def as_word() -> Run:
    """The run made by hand as if it had been read from a Word file."""
    run = build(path="各乡镇/柳河镇.docx")
    lines = tuple(replace(line, paragraph=number) for number, line in enumerate(run.document.lines, 1))
    document = replace(run.document, format="docx", encoding=None, lines=lines)
    return replace(run, document=document, report=replace(run.report, document=document))


def read(data: bytes, name: str, findings: Iterable[tuple[str, str | None]]) -> Run:
    """A file's content read by the real readers, with a finding at the first place of each quotation and its
    correction."""
    document = read_bytes(data, name)
    used = checklist()
    report = understand(document, lexicon(used))

    def at(quotation: str) -> SourceSpan:
        start = document.text.index(quotation)
        return start, start + len(quotation)

    found = tuple(Finding("term", "error", "请改正。", (at(quote),), suggestion=said) for quote, said in findings)
    return Run(name, document, report, used, True, 2024, date(2025, 2, 1), CheckResult((), found))

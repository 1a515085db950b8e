"""JUnit XML, strict enough for the Ant schema and for Jenkins': a report is a suite, each element and rule a testcase.

Errors and warnings fail; a hint never fails a run and is told in `system-out`, as are the questions for a person, whose
testcases are skipped. Skipped are also elements that do not apply, and what has been excused. A check that broke, or a
file that could not be read, is an error. The time stamp is the day that counts as today: there is no other clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from lint.record import shape
from lint.record.build import TOOL
from lint.render.excuse import IGNORED, answered, excuse
from lint.render.flat import flat, sentence
from lint.render.locations import relative_path
from lint.render.notices import Notice, amiss, elsewhere, rule_id, said, titles_of, unchecked, unreadable
from lint.render.verdict import in_baseline
from lint.render.words import SEVERITY_WORD, where
from lint.render.xml import HEAD, content, element
from lint.run import Failure, Seen

_FAILING = ("error", "warning")
_NO_DAY = "1970-01-01"
_OTHERS = "qingdan"
_TOOL = {"tool": f"{TOOL['name']} {TOOL['version']}"}


@dataclass(frozen=True)
class Case:
    """One testcase. `outcome` is "" for passed, else skipped, error or failure; `type` is the severity of a failure;
    `notes` go into the suite's `system-out`."""

    group: str
    name: str
    outcome: str = ""
    type: str = ""
    message: str = ""
    details: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Junit:
    """Draws the document; keeps what could not be read for its end, when the day is known."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._number = 0
        self._day = _NO_DAY
        self._failures: list[Failure] = []
        self._policy: list[Notice] = []

    def begin(self) -> str:
        return f"{HEAD}<testsuites>\n"

    def report(self, run: Seen, report: shape.Report) -> str:
        self._day = report["today"]
        path = relative_path(run.path, self._root)
        return self._suite(path, report["checklist"]["id"], _facts(report), tuple(cases(run, report)))

    def failure(self, failure: Failure) -> str:
        self._failures.append(failure)
        return ""

    def policy(self, finding: shape.PolicyFinding) -> str:
        self._policy.append(amiss(finding, self._root))
        return ""

    def finish(self) -> str:
        suites = []
        for failure in self._failures:
            notice = unreadable(failure, self._root)
            case = Case(_OTHERS, notice.title, "error", notice.rule, notice.text)
            suites.append(self._suite(notice.path, _OTHERS, {}, (case,)))
        for path in dict.fromkeys(notice.path for notice in self._policy):
            told = tuple(_configured(notice) for notice in self._policy if notice.path == path)
            suites.append(self._suite(path, _OTHERS, {}, told))
        return "".join(suites) + "</testsuites>\n"

    def _suite(self, path: str, package: str, facts: dict[str, str], found: tuple[Case, ...]) -> str:
        count = {outcome: sum(case.outcome == outcome for case in found) for outcome in ("failure", "error", "skipped")}
        attributes = {
            "name": path,
            "package": package,
            "id": str(self._number),
            "hostname": "localhost",
            "timestamp": f"{self._day}T00:00:00",
            "tests": str(len(found)),
            "failures": str(count["failure"]),
            "errors": str(count["error"]),
            "skipped": str(count["skipped"]),
            "time": "0",
        }
        self._number += 1
        properties = "".join(
            f"<{element('property', {'name': k, 'value': v})}/>" for k, v in {**_TOOL, **facts}.items()
        )
        notes = "\n".join(note for case in found for note in case.notes)
        return (
            f"<{element('testsuite', attributes)}>\n<properties>{properties}</properties>\n"
            + "".join(_drawn(case, package) for case in found)
            + f"<system-out>{content(notes)}</system-out>\n<system-err></system-err>\n</testsuite>\n"
        )


def cases(run: Seen, report: shape.Report) -> Iterator[Case]:
    """One for each element and each rule that is on, in the order of the checklist; then findings of other origin."""
    if not report["recognised"]:
        title = flat(report["checklist"]["title"])
        yield Case(_OTHERS, "是否清单所查的报告", "skipped", message=f"看起来不是“{title}”所查的报告，没有逐项核对")
        return
    known = titles_of(run)
    by_rule: dict[str, list[shape.Finding]] = {}
    for finding in report["findings"]:
        by_rule.setdefault(rule_id(run, finding["rule"]), []).append(finding)
    judged = {one["id"]: one for one in report["elements"]}
    for one in report["elements"]:
        name = f"{one['id']} {flat(one['title'])}"
        yield _case(run, report, flat(one["group"]), name, by_rule.pop(one["id"], []), one)
    for rule in run.checklist.file.rule:
        if not rule.off and rule.id not in judged:
            name = f"{rule.id} {known[rule.id]}"
            yield _case(run, report, "文字与数据", name, by_rule.pop(rule.id, []), None)
    for ident, findings in by_rule.items():
        yield _case(run, report, _OTHERS, ident, findings, None)


def _case(
    run: Seen, report: shape.Report, group: str, name: str, findings: list[shape.Finding], one: shape.Element | None
) -> Case:
    status = one["status"] if one else ""
    if one and status == "error":
        return Case(group, name, "error", "error", unchecked(one))
    counting = [finding for finding in findings if not finding["waived"]]
    failing = [finding for finding in counting if finding["severity"] in _FAILING]
    notes = tuple(
        f"{SEVERITY_WORD['hint']} {name} {_said(run, report, f)}" for f in counting if f["severity"] not in _FAILING
    )
    if failing:
        first = min(failing, key=lambda finding: _FAILING.index(finding["severity"]))
        details = tuple(f"- {SEVERITY_WORD[f['severity']]} {_said(run, report, f)}" for f in failing)
        return Case(group, name, "failure", first["severity"], sentence(first["message"]), details, notes)
    if excused := [finding for finding in findings if finding["waived"]]:
        if all(map(in_baseline, excused)):
            return Case(group, name, "skipped", message="已列入基线，仍待改，不计入", notes=notes)
        reasons = "；".join(reason for reason, _ in groupby(map(excuse, excused)))
        return Case(group, name, "skipped", message=f"已说明理由，不计入：{reasons}", notes=notes)
    if one and status in ("thin", "absent") and not findings:
        return Case(group, name, "skipped", message=f"{sentence(one['message'])}{IGNORED}。")
    if one and status == "review" and not answered(one):
        question = sentence(one["question"] or one["message"])
        return Case(group, name, "skipped", message=f"请人工核对：{question}", notes=(f"待核 {name} {question}",))
    if one and status == "na":
        return Case(group, name, "skipped", message=sentence(one["reason"] or one["message"]))
    return Case(group, name, notes=notes)


def _configured(notice: Notice) -> Case:
    name = f"{notice.title}第{notice.line}行" if notice.line else notice.title
    text = f"{SEVERITY_WORD[notice.severity]} {notice.text}"
    if notice.severity in _FAILING:
        return Case(_OTHERS, name, "failure", notice.severity, notice.text)
    return Case(_OTHERS, name, notes=(text,))


def _said(run: Seen, report: shape.Report, finding: shape.Finding) -> str:
    spot = f"{flat(where(finding))}：" if run.document.format in ("txt", "md") else ""
    return spot + said(run, report, finding) + elsewhere(run, finding)


def _facts(report: shape.Report) -> dict[str, str]:
    checklist = report["checklist"]
    facts: dict[str, object] = {
        "title": report["title"],
        "issuer": report["issuer"],
        "report_year": report["report_year"],
        "sha256": report["sha256"],
        "checklist": f"{checklist['title']} {checklist['version']}",
        "checklist_sha256": checklist["sha256"],
        **{f"score.{key}": value for key, value in (report["score"] or {}).items()},
    }
    return {key: str(value) for key, value in facts.items() if value not in (None, "")}


def _drawn(case: Case, package: str) -> str:
    start = element("testcase", {"classname": f"{package}.{case.group}", "name": case.name, "time": "0"})
    if not case.outcome:
        return f"<{start}/>\n"
    attributes = {"message": case.message}
    if case.outcome != "skipped":
        attributes = {"type": case.type, "message": case.message}
    details = content("\n".join(case.details))
    return f"<{start}><{element(case.outcome, attributes)}>{details}</{case.outcome}></testcase>\n"
